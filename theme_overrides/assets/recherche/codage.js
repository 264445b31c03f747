// Ce que hooks/recueil/plein_texte/codage.py et facettes.py ont écrit en signes.

const SEULS = 60;
const SUITE = 30;

// Les nombres que codage.py a écrits en signes.
export const decoder = (signes) => {
  const lus = [];
  for (let i = 0, total = 0, rang = 1; i < signes.length; i++) {
    const code = signes.charCodeAt(i);
    const valeur = code - (code > 92 ? 36 : 35);
    if (valeur < SEULS) {
      lus.push(total + valeur * rang);
      total = 0;
      rang = 1;
    } else {
      total += (valeur - SEULS) * rang;
      rang *= SUITE;
    }
  }
  return lus;
};

// Des nombres qui croissent, dits par leurs écarts.
export const ranger = (ecarts) => {
  let dernier = -1;
  return ecarts.map((ecart) => (dernier += ecart + 1));
};

// Pour chaque acte d'un mot, les places qu'il y a : sans tableau de plus par acte, car un mot courant est dans tous.
export const distribuer = (actes, places) => {
  const nombres = decoder(places);
  const ou = [];
  let i = 0;
  for (const rang of ranger(decoder(actes))) {
    const debut = i + 1;
    const fin = debut + nombres[i];
    let derniere = -1;
    for (i = debut; i < fin; i++) nombres[i] = derniere += nombres[i] + 1;
    ou[rang] = nombres.slice(debut, fin);
  }
  return ou;
};

export const lireFacettes = ({ jours, ...facettes }) => ({
  jours: decoder(jours),
  valeurs: Object.entries(facettes).flatMap(([nom, valeurs]) =>
    Object.entries(valeurs).map(([code, [dit, qui]]) => ({ nom, code, dit, qui: ranger(decoder(qui)) })),
  ),
});
