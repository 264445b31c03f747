// Cherche dans les fichiers que le site a préparés : ceux des mots demandés, et eux seuls.
import { decoder, distribuer, lireFacettes, ranger } from "./codage.js";
import { jetons, plier, racine, racines } from "./mots.js";
import { eloignement } from "./proche.js";

const MOINS_SUR = 0.5; // le poids d'un mot qui commence seulement par ce qui est tapé
const PLURIEL = 3; // lettres qu'un mot perd, au plus, quand on lui ôte son pluriel
const TRANCHES = 12; // fichiers lus, au plus, pour ce qui commence par là

// Un acte trouvé : son index, son rang, ce qu'il vaut.
export class Trouve {
  constructor(lot, rang, note = 0) {
    Object.assign(this, { lot, rang, note });
  }

  get cle() {
    return `${this.lot.debut}/${this.rang}`;
  }
}

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

  // Le premier fichier où des mots commencent ainsi, et combien il y en a.
  #etendue(lot, debut) {
    const premiere = this.#tranche(lot, debut);
    return [premiere, this.#tranche(lot, `${debut}~`) - premiere + 1];
  }

  async #debut(lot, debut) {
    const [premiere, combien] = this.#etendue(lot, debut);
    const numeros = Array.from({ length: Math.min(TRANCHES, combien) }, (_, i) => premiere + i);
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
    const partiel = sommaire.lots.some((lot) => this.#etendue(lot, mot.plie)[1] > TRANCHES);
    if (!vide(debuts)) return { ...mot, lots: debuts, partiel };
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
      if (Math.abs(forme.length - mot.length) > ecart + PLURIEL) continue;
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
    const suites = phrases.filter((phrase) => phrase.length > 1);
    this.#prevoir(sommaire, suites.flat());
    const trouves = await Promise.all(mots.map((mot) => this.#trouver(sommaire, mot)));
    const connus = trouves.filter((mot) => !mot.inconnu);
    const exacte = connus.length === trouves.length;
    const resultats = exacte && mots.length ? this.#croiser(sommaire, trouves) : [];
    return {
      mots: trouves,
      racines: new Set(trouves.flatMap((mot) => mot.lots.flat().map((un) => un.mot))),
      resultats: await this.#verifier(resultats, suites, sommaire, trouves),
    };
  }

  // Les places des mots d'une phrase se demandent en même temps que les mots.
  #prevoir(sommaire, mots) {
    for (const lot of sommaire.lots) {
      for (const { mot } of mots) this.#index(lot, `places-${this.#tranche(lot, mot)}`).catch(() => {});
    }
  }

  #croiser(sommaire, mots) {
    const total = sommaire.lots.reduce((somme, lot) => somme + lot.nombre, 0);
    for (const mot of mots) {
      mot.nombre = mot.lots.flat().reduce((somme, un) => somme + un.ou[1].length, 0);
      mot.rarete = Math.log(1 + (total - Math.min(total, mot.nombre) + 0.5) / (mot.nombre + 0.5));
    }
    const parNote = new Map(); // peu de notes différentes : les trier suffit
    for (const [i, lot] of sommaire.lots.entries()) {
      for (const un of this.#lot(lot, mots, i)) {
        if (parNote.has(un.note)) parNote.get(un.note).push(un);
        else parNote.set(un.note, [un]);
      }
    }
    return [...parNote.keys()].sort((a, b) => b - a).flatMap((note) => parNote.get(note));
  }

  // Les plus récents d'abord.
  #lot(lot, mots, i) {
    const notes = mots.map((mot) => noter(lot.nombre, mot.lots[i], mot.rarete));
    const trouves = [];
    for (let rang = lot.nombre - 1; rang >= 0; rang--) {
      let note = 0;
      for (const une of notes) {
        note = une[rang] ? note + une[rang] : 0;
        if (!note) break;
      }
      if (note) trouves.push(new Trouve(lot, rang, note));
    }
    return trouves;
  }

  // Ne garde que les actes où les mots d'une phrase se suivent.
  async #verifier(resultats, phrases, sommaire, mots) {
    if (!phrases.length) return resultats;
    const lots = new Set(resultats.map((resultat) => resultat.lot));
    const utiles = mots.filter((mot) => phrases.flat().some((un) => un.mot === mot.racine));
    const lus = sommaire.lots.map(async (lot, i) => [lot, lots.has(lot) ? await this.#places(lot, utiles, i) : undefined]);
    const ou = new Map(await Promise.all(lus));
    const suites = phrases.map(([premier, ...autres]) => ({
      premier: premier.mot,
      autres: autres.map(({ mot, place }) => ({ mot, loin: place - premier.place })),
    }));
    const suivie = ({ premier, autres }, { lot, rang }) => {
      const lus = ou.get(lot);
      const trouve = (lieu) => autres.every(({ mot, loin }) => lus.get(mot)[rang].includes(lieu + loin));
      return lus.get(premier)[rang].some(trouve);
    };
    return resultats.filter((resultat) => suites.every((suite) => suivie(suite, resultat)));
  }

  // Pour chaque mot, tel qu'il a été trouvé dans un index, ses places dans chaque acte.
  async #places(lot, mots, i) {
    const parMot = mots.map(async ({ racine: une, lots }) => {
      const lus = await Promise.all(lots[i].map(async (un) => [un, await this.#index(lot, `places-${un.tranche}`)]));
      const [ou = [], ...suite] = lus.map(([un, places]) => distribuer(un.ou[0], places[un.mot]));
      for (const autres of suite) {
        autres.forEach((lieux, rang) => {
          ou[rang] = (ou[rang] ?? []).concat(lieux);
        });
      }
      return [une, ou];
    });
    return new Map(await Promise.all(parMot));
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

// Pour chaque acte d'un index, ce qu'y pèse un mot ; zéro s'il n'y est pas.
const noter = (nombre, trouves, rarete) => {
  const notes = new Float64Array(nombre);
  for (const { ou, part } of trouves) {
    ranger(decoder(ou[0])).forEach((rang, i) => {
      notes[rang] = Math.max(notes[rang], part * rarete * Number(ou[1][i]));
    });
  }
  return notes;
};
