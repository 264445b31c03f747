// Un numéro ou un identifiant exact mène droit à son acte, sans passer par les mots. Voir plein_texte/numeros.py.
import { Trouve } from "./moteur.js";
import { plier } from "./mots.js";

const SORTE = /^(?:(?:l[ae]?|acte|deliberation|arrete|decision|convention|avenant|numero|num|no?)(?![a-z])[^a-z0-9]*)+/;
const IDENTIFIANT = /^[0-9]{2,3}[ab]?[0-9]{17}[a-z0-9]+(?:de|ar|ai|cc|bf|au)$/;
const ANNEE = /^(?:19|20)[0-9]{2}$/;

const COMMENCE = /^[0-9]{2,3}[ab]?[^a-z0-9][0-9]{4,}|^[0-9]{10,}/;

const serrer = (plie) => (plie.match(/[a-z0-9]+/g) ?? []).join("");

// Un identifiant en cours de frappe : rien ne s'y trouve avant son dernier signe.
export const inacheve = (texte) => {
  const plie = plier(texte).trim();
  return COMMENCE.test(plie) && !IDENTIFIANT.test(serrer(plie));
};

// Les clés sous lesquelles chercher ; aucune quand ce n'est pas un numéro.
export const cles = (texte) => {
  const plie = plier(texte).replace(/[°º]/g, " ").trim();
  const serre = serrer(plie);
  if (IDENTIFIANT.test(serre)) return [serre, `0${serre}`];
  const numero = plie.replace(SORTE, "");
  const morceaux = (numero.match(/[a-z]+|[0-9]+/g) ?? []).map((un) => un.replace(/^0+(?=[0-9])/, ""));
  const lettres = morceaux.filter((un) => /[a-z]/.test(un));
  const long = morceaux.length > 5 || lettres.some((un) => un.length > 5) || lettres.length > 2;
  if (long || lettres.length === morceaux.length || /["«“]/.test(numero)) return [];
  const retourne = morceaux.length === 2 && ANNEE.test(morceaux[1]) ? [`${morceaux[1]}-${morceaux[0]}`] : [];
  return [...new Set([morceaux.join("-"), ...retourne])];
};

const part = (cle, nombre) => {
  let total = 0;
  for (const signe of cle) total = (Math.imul(total, 31) + signe.charCodeAt(0)) >>> 0;
  return total % nombre;
};

// Les actes qui portent ce numéro, les plus récents d'abord.
export const parNumero = async (moteur, texte) => {
  const demandees = cles(texte);
  if (!demandees.length) return [];
  const sommaire = await moteur.ouvrir();
  const lues = demandees.map(async (cle) => {
    const numeros = await moteur.lire(`index/${sommaire.numeros}/${part(cle, sommaire.numeros_parts)}.json`);
    return Object.hasOwn(numeros, cle) ? numeros[cle] : [];
  });
  const lots = new Map(sommaire.lots.map((lot) => [lot.debut, lot]));
  const vus = new Map((await Promise.all(lues)).flat().map(([lot, rang]) => [`${lot}/${rang}`, [lot, rang]]));
  return [...vus.values()]
    .map(([lot, rang]) => Object.assign(new Trouve(lots.get(lot), rang), { numero: true }))
    .sort((a, b) => b.lot.debut - a.lot.debut || b.rang - a.rang);
};
