// Cherche dans les fichiers que le site a préparés : ceux des mots demandés, et eux seuls.
import { jetons, plier, racine, racines } from "./mots.js";

const SEULS = 60;
const SUITE = 30;
const MOINS_SUR = 0.5; // le poids d'un mot qui commence seulement par ce qui est tapé
const TRANCHES = 12; // fichiers lus, au plus, pour ce qui commence par là

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

export class Moteur {
  #racine;
  #lus = new Map();

  // racine : l'adresse du dossier « recherche/ ».
  constructor(racine) {
    this.#racine = racine;
  }

  // Chaque fichier n'est demandé qu'une fois ; un échec se redemande.
  lire(chemin, options) {
    if (!this.#lus.has(chemin)) {
      const demande = fetch(this.#racine + chemin, options).then((reponse) => {
        if (!reponse.ok) throw new Error(`${chemin} : ${reponse.status}`);
        return reponse.json();
      });
      demande.catch(() => this.#lus.delete(chemin));
      this.#lus.set(chemin, demande);
    }
    return this.#lus.get(chemin);
  }

  // Le site a changé depuis que la page est ouverte : tout se relit.
  async ouvrir(fraicheur = "default") {
    if (fraicheur === "reload") this.#lus.clear();
    const sommaire = await this.lire("sommaire.json", { cache: fraicheur });
    sommaire.mots ??= new Set(sommaire.vides.split(" "));
    for (const lot of sommaire.lots) lot.debuts ??= lot.bornes.split(" ").filter(Boolean);
    return sommaire;
  }

  // Le fichier où un mot est rangé : le dernier dont le début n'est pas après lui.
  #tranche(lot, mot) {
    let bas = 0;
    let haut = lot.debuts.length;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if (lot.debuts[milieu] <= mot) bas = milieu + 1;
      else haut = milieu;
    }
    return bas;
  }

  #index(lot, nom) {
    return this.lire(`index/${lot.dossier}/${nom}.json`);
  }

  async #exact(lot, mot) {
    const tranche = this.#tranche(lot, mot);
    const mots = await this.#index(lot, `mots-${tranche}`);
    return Object.hasOwn(mots, mot) ? [{ mot, tranche, ou: mots[mot], part: 1 }] : [];
  }

  async #debut(lot, debut) {
    const [premiere, derniere] = [this.#tranche(lot, debut), this.#tranche(lot, `${debut}~`)];
    const numeros = Array.from({ length: Math.min(TRANCHES, derniere - premiere + 1) }, (_, i) => premiere + i);
    const lues = await Promise.all(numeros.map((numero) => this.#index(lot, `mots-${numero}`)));
    return lues.flatMap((mots, i) =>
      Object.keys(mots)
        .filter((mot) => mot.startsWith(debut))
        .map((mot) => ({ mot, tranche: numeros[i], ou: mots[mot], part: MOINS_SUR })),
    );
  }

  // Pour chaque index, les mots du registre qui répondent à un mot tapé.
  async #trouver(sommaire, mot) {
    const par = async (methode, cherche) => Promise.all(sommaire.lots.map((lot) => methode(lot, cherche)));
    const vide = (trouves) => trouves.every((un) => un.length === 0);
    const exacts = await par((lot, cherche) => this.#exact(lot, cherche), mot.racine);
    if (!vide(exacts)) return { ...mot, lots: exacts };
    const debuts = mot.plie.length > 2 ? await par((lot, cherche) => this.#debut(lot, cherche), mot.plie) : exacts;
    if (!vide(debuts)) return { ...mot, lots: debuts };
    const proche = await this.#proche(sommaire, mot.racine);
    if (!proche) return { ...mot, inconnu: true, lots: exacts };
    const corrige = racines(proche, sommaire.mots)[0];
    return { ...mot, corrige: proche, lots: await par((lot, cherche) => this.#exact(lot, cherche), corrige) };
  }

  // Le mot du registre le plus proche de celui qui n'y est pas, le plus courant d'abord.
  async #proche(sommaire, mot) {
    if (mot.length < 4 || /[0-9]/.test(mot)) return undefined;
    const formes = await this.lire(`index/${sommaire.lexique}/${mot[0]}.json`).catch(() => ({ mots: "" }));
    const permis = mot.length < 6 ? 1 : 2;
    let [meilleur, ecart] = [undefined, permis + 1];
    for (const forme of formes.mots.split(" ")) {
      const distance = eloignement(mot, racine(plier(forme)), ecart);
      if (distance < ecart) [meilleur, ecart] = [forme, distance];
    }
    return meilleur;
  }

  // Les mots et les phrases entre guillemets d'une demande.
  lireDemande(texte, vides) {
    const phrases = [];
    const libre = texte.replace(/"([^"]+)"|«([^»]+)»|“([^”]+)”/g, (_, ...dits) => {
      phrases.push(dits.slice(0, 3).find(Boolean));
      return ` ${phrases.at(-1)} `;
    });
    const mots = new Map();
    for (const [jeton] of jetons(libre)) {
      for (const une of racines(jeton, vides)) {
        if (!mots.has(une)) mots.set(une, { racine: une, plie: plier(jeton).match(/[a-z0-9]+/g).at(-1), dit: jeton });
      }
    }
    return { mots: [...mots.values()], phrases: phrases.map((phrase) => this.#suite(phrase, vides)) };
  }

  #suite(phrase, vides) {
    return jetons(phrase).flatMap(([jeton], place) => racines(jeton, vides).map((mot) => ({ mot, place })));
  }

  // Les actes qui ont tous les mots, du plus pertinent au moins pertinent.
  async chercher(texte) {
    const sommaire = await this.ouvrir();
    const { mots, phrases } = this.lireDemande(texte, sommaire.mots);
    const trouves = await Promise.all(mots.map((mot) => this.#trouver(sommaire, mot)));
    const connus = trouves.filter((mot) => !mot.inconnu);
    const exacte = connus.length === trouves.length;
    const resultats = exacte && mots.length ? this.#croiser(sommaire, trouves) : [];
    return {
      mots: trouves,
      racines: new Set(trouves.flatMap((mot) => mot.lots.flat().map((un) => un.mot))),
      resultats: await this.#verifier(resultats, phrases.filter((phrase) => phrase.length > 1)),
    };
  }

  #croiser(sommaire, mots) {
    const total = sommaire.lots.reduce((somme, lot) => somme + lot.nombre, 0);
    for (const mot of mots) {
      mot.nombre = mot.lots.flat().reduce((somme, un) => somme + un.ou[1].length, 0);
      mot.rarete = Math.log(1 + (total - Math.min(total, mot.nombre) + 0.5) / (mot.nombre + 0.5));
    }
    return sommaire.lots
      .flatMap((lot, i) => [...this.#lot(lot, mots, i)])
      .sort((a, b) => b.note - a.note || b.lot.debut - a.lot.debut || b.rang - a.rang);
  }

  *#lot(lot, mots, i) {
    const notes = mots.map((mot) => noter(mot.lots[i], mot.rarete));
    const [premiers, ...autres] = notes.sort((a, b) => a.size - b.size);
    for (const [rang, note] of premiers) {
      if (!autres.every((autre) => autre.has(rang))) continue;
      const somme = autres.reduce((total, autre) => total + autre.get(rang), note);
      yield { lot, rang, cle: `${lot.debut}/${rang}`, note: somme };
    }
  }

  // Ne garde que les actes où les mots d'une phrase se suivent.
  async #verifier(resultats, phrases) {
    if (!phrases.length) return resultats;
    const lots = [...new Set(resultats.map((resultat) => resultat.lot))];
    const lus = lots.map(async (lot) => [lot, await this.#places(lot, phrases.flat())]);
    const ou = new Map(await Promise.all(lus));
    const suivie = (phrase, { lot, rang }) => {
      const lieux = (mot) => ou.get(lot).get(mot)?.get(rang) ?? [];
      const debuts = phrase.map(({ mot, place }) => new Set(lieux(mot).map((lieu) => lieu - place)));
      return [...debuts[0]].some((debut) => debuts.every((une) => une.has(debut)));
    };
    return resultats.filter((resultat) => phrases.every((phrase) => suivie(phrase, resultat)));
  }

  async #places(lot, suite) {
    const mots = [...new Set(suite.map(({ mot }) => mot))];
    const lus = mots.map(async (mot) => {
      const [un] = await this.#exact(lot, mot);
      if (!un) return [mot, new Map()];
      const nombres = decoder((await this.#index(lot, `places-${un.tranche}`))[mot]);
      let i = 0;
      const suivants = () => ranger(nombres.slice(i + 1, (i += nombres[i] + 1)));
      return [mot, new Map(ranger(decoder(un.ou[0])).map((rang) => [rang, suivants()]))];
    });
    return new Map(await Promise.all(lus));
  }

  // Les facettes de tous les index : pour chaque acte son jour, pour chaque valeur ses actes.
  async facettes() {
    const { lots } = await this.ouvrir();
    return Promise.all(lots.map(async (lot) => ({ lot, ...lireFacettes(await this.#index(lot, "facettes")) })));
  }

  // Ce qu'un résultat montre, et la suite d'un long texte tant que rien n'y est trouvé.
  async extrait({ lot, rang }, suite = 0) {
    let debut = 0;
    for (const [nombre, dossier] of lot.blocs) {
      const place = rang - debut;
      const nom = suite ? `${place}-${suite}` : place;
      if (place < nombre) return this.lire(`extraits/${dossier}/${nom}.json`);
      debut += nombre;
    }
    throw new Error(`acte ${rang} de ${lot.debut}`);
  }

  // « Abrogé », « Retiré »… quand un acte n'a plus d'effet.
  fin({ lot, rang }) {
    const dits = Object.entries(lot.fins);
    lot.sorts ??= new Map(dits.flatMap(([dit, qui]) => ranger(decoder(qui)).map((un) => [un, dit])));
    return lot.sorts.get(rang);
  }
}

const noter = (trouves, rarete) => {
  const notes = new Map();
  for (const { ou, part } of trouves) {
    ranger(decoder(ou[0])).forEach((rang, i) => {
      notes.set(rang, Math.max(notes.get(rang) ?? 0, part * rarete * Number(ou[1][i])));
    });
  }
  return notes;
};

const lireFacettes = ({ jours, ...facettes }) => ({
  jours: decoder(jours),
  valeurs: Object.entries(facettes).flatMap(([nom, valeurs]) =>
    Object.entries(valeurs).map(([code, [dit, qui]]) => ({ nom, code, dit, qui: ranger(decoder(qui)) })),
  ),
});

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
