// Combien de lettres changer, ajouter, ôter ou échanger pour passer d'un mot à l'autre ; « trop » suffit à s'arrêter.
export const eloignement = (a, b, trop) => {
  if (Math.abs(a.length - b.length) >= trop) return trop;
  let [avant, ligne] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i];
    for (let j = 1; j <= b.length; j++) {
      const meme = a[i - 1] === b[j - 1] ? 0 : 1;
      suivante[j] = Math.min(ligne[j] + 1, suivante[j - 1] + 1, ligne[j - 1] + meme);
      const echange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (echange) suivante[j] = Math.min(suivante[j], avant[j - 2] + 1);
    }
    if (Math.min(...suivante) >= trop) return trop;
    [avant, ligne] = [ligne, suivante];
  }
  return Math.min(ligne[b.length], trop);
};
