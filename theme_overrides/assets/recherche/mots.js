// Ce qu'est un mot pour la recherche. hooks/recueil/plein_texte/mots.py dit la même chose ; un test les compare.

const FINS = [
  ["eaux", "eau", 5],
  ["aux", "al", 6],
  ["ives", "if", 6],
  ["ive", "if", 6],
  ["trices", "teur", 8],
  ["trice", "teur", 8],
  ["euses", "eur", 8],
  ["euse", "eur", 7],
];
const COURT = 3;
const LONG = 5;

export const plier = (texte) =>
  texte
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

// Les mots tels qu'ils sont écrits, chacun avec sa place dans le texte.
export const jetons = (texte) => [...texte.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];

export const racine = (mot) => {
  if (/^[0-9]/.test(mot)) return mot;
  for (const [fin, autre, taille] of FINS) {
    if (mot.length >= taille && mot.endsWith(fin)) return mot.slice(0, -fin.length) + autre;
  }
  let nu = mot.length > COURT && (mot.endsWith("s") || mot.endsWith("ux")) ? mot.slice(0, -1) : mot;
  while (nu.length > LONG && nu.endsWith("e")) nu = nu.slice(0, -1);
  return nu.length > LONG && nu.at(-1) === nu.at(-2) ? nu.slice(0, -1) : nu;
};

const faites = new WeakMap(); // un même mot revient mille fois d'un acte à l'autre

// « l'association » se cherche par « association » ; « municipales » par « municipal ».
export const racines = (jeton, vides) => {
  if (!faites.has(vides)) faites.set(vides, new Map());
  const connues = faites.get(vides);
  if (!connues.has(jeton)) connues.set(jeton, couper(jeton, vides));
  return connues.get(jeton);
};

const couper = (jeton, vides) =>
  [...new Set((plier(jeton).match(/[a-z0-9]+/g) ?? []).filter((mot) => !vides.has(mot)).map(racine))];
