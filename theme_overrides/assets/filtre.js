// Le filtre d'une liste du registre : des titres réduits à mesure que l'on tape. Sans lui, la liste est entière.
import { plier, racine } from "./recherche/mots.js";

const MONTRES = 50;
const form = document.querySelector(".rec-filtre");
const champ = form.querySelector("input");
const entiere = document.querySelector(".rec-entiere");
const trouvee = document.querySelector(".rec-filtre__liste");
const nombre = document.querySelector(".rec-filtre__nombre");
const LONG = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

let pret;
const preparer = () => {
  pret ??= charger();
  pret.catch(() => (pret = undefined));
  return pret;
};

const charger = async () => {
  const lire = async (adresse) => (await fetch(adresse)).json();
  const adresses = form.dataset.titres.split(" ");
  const [{ default: MiniSearch }, ...lus] = await Promise.all([import("./minisearch.js"), ...adresses.map(lire)]);
  const chercheur = new MiniSearch({
    fields: ["intitule", "objet"],
    storeFields: ["adresse", "intitule", "objet", "collectivite", "jour"],
    tokenize: (texte) => plier(texte).match(/[a-z0-9]+/g) ?? [],
    processTerm: racine,
    searchOptions: { prefix: true, fuzzy: (mot) => (mot.length > 4 ? 0.2 : false), combineWith: "AND", boost: { intitule: 2 } },
  });
  const actes = lus.flatMap((un) => un.actes);
  chercheur.addAll(actes.map(([adresse, intitule, objet, collectivite, jour], id) => ({ id, adresse, intitule, objet, collectivite, jour })));
  return chercheur;
};

const bloc = (balise, classe, ...contenu) => {
  const un = document.createElement(balise);
  un.className = classe;
  un.append(...contenu);
  return un;
};

const ligne = (acte) => {
  const lien = bloc("a", "rec-carte__lien", bloc("span", "rec-sorte", acte.intitule), " ", bloc("span", "rec-carte__objet", acte.objet));
  lien.href = form.dataset.racine + acte.adresse;
  const faits = bloc("p", "rec-carte__faits", bloc("span", "", acte.collectivite));
  if (acte.jour) faits.append(" ", bloc("span", "", `Acte du ${LONG.format(new Date(acte.jour)).replace(/^1 /, "1er ")}`));
  return bloc("li", "rec-carte", lien, faits);
};

const dire = (combien) => {
  if (!combien) return "Aucun titre ne correspond : la recherche lit aussi le texte des actes.";
  const dits = `${combien.toLocaleString("fr").replace(/\u202f/g, "\u00a0")}\u00a0${combien > 1 ? "actes" : "acte"}`;
  return combien > MONTRES ? `${dits}, dont les ${MONTRES} premiers sont ici` : dits;
};

const filtrer = async () => {
  const demande = champ.value.trim();
  const chercheur = demande ? await preparer() : undefined;
  if (demande !== champ.value.trim()) return;
  const actes = chercheur?.search(demande) ?? [];
  trouvee.replaceChildren(...actes.slice(0, MONTRES).map(ligne));
  entiere.hidden = Boolean(demande);
  trouvee.hidden = !demande;
  nombre.textContent = demande ? dire(actes.length) : "";
};

const tenter = () => filtrer().catch(() => (nombre.textContent = "Les titres n'ont pas pu être lus : la liste reste entière."));

champ.addEventListener("focus", () => preparer().catch(() => {}), { once: true });
champ.addEventListener("input", tenter);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  tenter();
});
form.hidden = false;
