// Le passage d'un texte où les mots cherchés sont le mieux réunis, avec ces mots marqués.
import { jetons, racines } from "./mots.js";

const MOTS = 32; // mots montrés
const AVANT = 6; // mots avant le premier trouvé

const reperer = (texte, cherches, vides) =>
  jetons(texte).map((trouve) => ({
    debut: trouve.index,
    fin: trouve.index + trouve[0].length,
    racine: racines(trouve[0], vides).find((une) => cherches.has(une)),
  }));

// Le premier mot du passage : celui d'où l'on voit le plus de mots différents, puis le plus de mots.
const meilleur = (mots) => {
  const trouves = mots.flatMap((mot, i) => (mot.racine ? [i] : []));
  let [choisi, mieux] = [-1, 0];
  for (const depart of trouves) {
    const vus = trouves.filter((i) => i >= depart && i < depart + MOTS - AVANT).map((i) => mots[i].racine);
    const note = new Set(vus).size * MOTS + vus.length;
    if (note > mieux) [choisi, mieux] = [depart, note];
  }
  return choisi;
};

// Des morceaux { texte, marque } ; rien quand aucun mot n'y est.
export const passage = (texte, cherches, vides) => {
  const mots = reperer(texte, cherches, vides);
  const trouve = meilleur(mots);
  if (trouve < 0) return undefined;
  const premier = Math.max(0, trouve - AVANT);
  const dernier = Math.min(mots.length, premier + MOTS) - 1;
  return [
    { texte: premier ? "… " : texte.slice(0, mots[0].debut) },
    ...marquer(texte, mots.slice(premier, dernier + 1)),
    { texte: dernier < mots.length - 1 ? " …" : texte.slice(mots[dernier].fin) },
  ];
};

// Tout un texte court, ses mots cherchés marqués.
export const marques = (texte, cherches, vides) => {
  const mots = reperer(texte, cherches, vides);
  if (!mots.length) return [{ texte }];
  return [{ texte: texte.slice(0, mots[0].debut) }, ...marquer(texte, mots), { texte: texte.slice(mots.at(-1).fin) }];
};

export const debut = (texte) => {
  const mots = jetons(texte);
  const fin = mots[MOTS]?.index;
  return [{ texte: fin ? `${texte.slice(0, fin).trimEnd()} …` : texte }];
};

const marquer = (texte, mots) =>
  mots.flatMap((mot, i) => [
    { texte: texte.slice(mot.debut, mot.fin), marque: Boolean(mot.racine) },
    ...(i + 1 < mots.length ? [{ texte: texte.slice(mot.fin, mots[i + 1].debut) }] : []),
  ]);
