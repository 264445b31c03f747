// Les résultats tels qu'on les lit : titre, jour, passage où les mots sont marqués.
import { debut, marques, passage } from "./passage.js";

const LONG = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });
const dire = (iso) => LONG.format(new Date(iso)).replace(/^1 /, "1er ");

const noeuds = (morceaux) =>
  morceaux.map(({ texte, marque }) => {
    if (!marque) return texte;
    const mot = document.createElement("mark");
    mot.textContent = texte;
    return mot;
  });

const bloc = (balise, classe, ...contenu) => {
  const un = document.createElement(balise);
  un.className = classe;
  un.append(...contenu);
  return un;
};

// Le premier morceau du texte où un mot est trouvé ; sinon ce qui entoure le texte, sinon son début.
const trouver = async (moteur, resultat, extrait, cherches, vides) => {
  const ici = passage(extrait.texte, cherches, vides);
  if (ici || !cherches.size || resultat.numero) return ici ?? debut(extrait.texte);
  const autour = passage(extrait.autour, cherches, vides);
  if (autour || marques(extrait.objet, cherches, vides).some(({ marque }) => marque)) return autour ?? debut(extrait.texte);
  for (let suite = 1; suite <= extrait.suites; suite++) {
    const la = passage((await moteur.extrait(resultat, suite)).texte, cherches, vides);
    if (la) return la;
  }
  return debut(extrait.texte);
};

const lien = (extrait, cherches, vides, racine) => {
  const ouvre = bloc("a", "rec-carte__lien");
  ouvre.href = racine + extrait.adresse;
  if (!extrait.objet.toLowerCase().startsWith(extrait.intitule.toLowerCase())) {
    ouvre.append(bloc("span", "rec-sorte", extrait.intitule), " ");
  }
  ouvre.append(bloc("span", "rec-carte__objet", ...noeuds(marques(extrait.objet, cherches, vides))));
  return ouvre;
};

const faits = (extrait, resultat, fin) => {
  const dits = bloc("p", "rec-carte__faits", bloc("span", "", extrait.collectivite));
  if (resultat.numero) dits.prepend(bloc("span", "rec-carte__exact", "Numéro exact"), " ");
  if (extrait.jour) dits.append(" ", bloc("span", "", `Acte du ${dire(extrait.jour)}`));
  if (fin) dits.append(" ", bloc("strong", "", fin));
  return dits;
};

// Une ligne de la liste ; racine est l'adresse du site, d'où partent celles des actes.
export const ligne = async (moteur, resultat, cherches, vides, racine) => {
  const extrait = await moteur.extrait(resultat);
  const morceaux = await trouver(moteur, resultat, extrait, cherches, vides);
  const une = bloc("li", "rec-carte", lien(extrait, cherches, vides, racine), faits(extrait, resultat, moteur.fin(resultat)));
  if (morceaux.some(({ texte }) => texte)) une.append(bloc("p", "rec-carte__passage", ...noeuds(morceaux)));
  return une;
};
