// Les facettes : ce que l'on coche pour réduire les résultats, avec le nombre d'actes de chaque choix.

import { Trouve } from "./moteur.js";

const TITRES = {
  annee: "Année",
  collectivite: "Collectivité",
  type: "Sorte d'acte",
  organe: "Organe",
  matiere: "Matière",
  partenaire: "Partenaire",
  nature: "Nature (contrôle de légalité)",
  etat: "État",
};
export const NOMS = Object.keys(TITRES);
const MONTRES = 8;

// Pour chaque acte ses valeurs et son jour, d'après les facettes de chaque index.
export const etablir = (lots) => {
  const actes = new Map();
  const dits = new Map();
  for (const { lot, jours, valeurs } of lots) {
    jours.forEach((jour, rang) => {
      actes.set(`${lot.debut}/${rang}`, { lot, rang, jour: isoDuJour(lot.debut, jour) });
    });
    for (const { nom, code, dit, qui } of valeurs) {
      dits.set(`${nom}=${code}`, dit);
      for (const rang of qui) (actes.get(`${lot.debut}/${rang}`)[`${nom}s`] ??= []).push(code);
    }
  }
  return { actes, dits };
};

// Un document sans date est rangé à l'année 0, et n'a pas de jour.
const isoDuJour = (annee, jour) => (annee ? new Date(Date.UTC(annee, 0, 1 + jour)).toISOString().slice(0, 10) : "");

const convient = (acte, choix, sauf) =>
  (!choix.du || acte.jour >= choix.du) &&
  (!choix.au || (acte.jour && acte.jour <= choix.au)) &&
  NOMS.every((nom) => nom === sauf || !choix[nom].length || acte[`${nom}s`]?.some((code) => choix[nom].includes(code)));

export const filtrer = (resultats, { actes }, choix) => resultats.filter(({ cle }) => convient(actes.get(cle), choix));

// Tous les actes, quand on choisit sans rien écrire.
export const tous = ({ actes }) => [...actes.values()].map(({ lot, rang }) => new Trouve(lot, rang));

export const parDate = (resultats, { actes }, sens) => {
  const jour = ({ cle }) => actes.get(cle).jour;
  return [...resultats].sort((a, b) => sens * (jour(a).localeCompare(jour(b)) || a.rang - b.rang));
};

// Combien de résultats pour chaque valeur, les autres choix restant ce qu'ils sont.
const compter = (resultats, { actes }, choix, nom) => {
  const nombres = new Map(choix[nom].map((code) => [code, 0]));
  for (const { cle } of resultats) {
    const acte = actes.get(cle);
    if (!convient(acte, choix, nom)) continue;
    for (const code of acte[`${nom}s`] ?? []) nombres.set(code, (nombres.get(code) ?? 0) + 1);
  }
  return nombres;
};

const ordre = (nom) => (a, b) => (nom === "annee" ? b[0].localeCompare(a[0]) : b[1] - a[1] || a[0].localeCompare(b[0]));

// Les cases de toutes les facettes qui ont au moins deux valeurs, ou dont une est cochée.
export const montrer = (place, resultats, table, choix) => {
  const ouverts = new Set([...place.querySelectorAll("details[open]")].map((un) => un.dataset.nom));
  const actif = document.activeElement?.closest?.("[data-facette]")?.querySelector("input");
  const [garde, valeur] = [actif?.name, actif?.value];
  const groupes = NOMS.flatMap((nom) => {
    const nombres = [...compter(resultats, table, choix, nom)].sort(ordre(nom));
    return nombres.length > 1 || choix[nom].length ? [groupe(nom, nombres, table.dits, choix[nom], ouverts)] : [];
  });
  place.replaceChildren(...groupes);
  if (garde) [...place.querySelectorAll("input")].find((un) => un.name === garde && un.value === valeur)?.focus();
};

const groupe = (nom, nombres, dits, coches, ouverts) => {
  const champ = document.createElement("fieldset");
  const titre = document.createElement("legend");
  titre.textContent = TITRES[nom];
  const cases = nombres.map(([code, nombre]) => uneCase(nom, code, dits.get(`${nom}=${code}`) ?? code, nombre, coches));
  champ.append(titre, ...cases.slice(0, MONTRES));
  if (cases.length > MONTRES) champ.append(autres(nom, cases.slice(MONTRES), ouverts));
  return champ;
};

const autres = (nom, cases, ouverts) => {
  const repli = document.createElement("details");
  const titre = document.createElement("summary");
  repli.dataset.nom = nom;
  repli.open = ouverts.has(nom) || cases.some((une) => une.querySelector("input").checked);
  titre.textContent = cases.length > 1 ? `Voir les ${cases.length} autres` : "Voir l'autre";
  repli.append(titre, ...cases);
  return repli;
};

const uneCase = (nom, code, dit, nombre, coches) => {
  const etiquette = document.createElement("label");
  const boite = document.createElement("input");
  const combien = document.createElement("span");
  etiquette.dataset.facette = nom;
  Object.assign(boite, { type: "checkbox", name: nom, value: code, checked: coches.includes(code) });
  combien.className = "rec-nombre";
  combien.textContent = ` (${nombre.toLocaleString("fr").replace(/\u202f/g, "\u00a0")})`;
  etiquette.append(boite, ` ${dit}`, combien);
  return etiquette;
};
