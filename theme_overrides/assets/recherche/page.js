// La page de recherche : ce qui est tapé et coché est dans l'adresse, et rien n'est demandé avant que l'on cherche.
import { NOMS, etablir, filtrer, montrer, parDate, tous } from "./affiner.js";
import { Moteur } from "./moteur.js";
import { inacheve, parNumero } from "./numeros.js";
import { ligne } from "./resultats.js";

const PAR_FOIS = 10;
const EN_TAPANT = 3; // ce qui est tapé change encore : moins suffit, et coûte moins
const REPIT = 40; // millisecondes sans frappe avant de chercher
const REPIT_LONG = 600; // les mêmes, quand ce qui est tapé ne peut encore rien dire
const OUVERTE = /^[^"]*("[^"]*"[^"]*)*"[^"]*$|«[^»]*$|“[^”]*$/; // une phrase dont le second guillemet manque encore
const A_PEINE = /^.{1,2}$|^(\P{N}*[^\p{L}\p{N}])?\p{L}{1,2}$/u; // un mot de deux lettres, au plus
const LONGUEUR = 300; // signes d'une demande, au plus : ceux que la boîte accepte
const ILLISIBLE = "La recherche n'a pas pu lire ses fichiers. Réessayez plus tard, ou parcourez les listes plus bas.";

const form = document.querySelector(".rec-recherche");
const racine = form.dataset.racine;
const moteur = new Moteur(`${racine}recherche/`);
const nombre = document.querySelector(".rec-recherche__nombre");
const aide = document.querySelector(".rec-recherche__aide");
const liste = document.querySelector(".rec-resultats");
const plus = document.querySelector(".rec-recherche__plus");
const affiner = form.querySelector(".rec-affiner");
const facettes = form.querySelector(".rec-affiner__facettes");

let tour = 0; // une réponse qui arrive après une autre demande ne se montre pas
let montres; // { resultats, racines, vides } de la demande montrée

const compte = (combien, un, plusieurs = `${un}s`) => {
  const chiffres = combien.toLocaleString("fr").replace(/\u202f/g, "\u00a0");
  return `${chiffres}\u00a0${combien < 2 ? un : plusieurs}`;
};

const coches = (dits) => Object.fromEntries(NOMS.map((nom) => [nom, dits.getAll(nom)]));

const lireAdresse = () => {
  const dits = new URLSearchParams(location.search);
  const choix = coches(dits);
  for (const nom of ["q", "du", "au", "tri"]) choix[nom] = (dits.get(nom) ?? "").slice(0, LONGUEUR);
  return choix;
};

const lireFormulaire = () => {
  const dits = new FormData(form);
  const choix = facettes.childElementCount ? coches(dits) : coches(new URLSearchParams(location.search));
  return { q: dits.get("q").trim(), du: dits.get("du"), au: dits.get("au"), tri: dits.get("tri"), ...choix };
};

const ecrireFormulaire = (choix) => {
  for (const nom of ["q", "du", "au", "tri"]) form.elements[nom].value = choix[nom];
};

const adresse = (choix) => {
  const dits = new URLSearchParams(Object.entries(choix).flatMap(([nom, dit]) => [dit].flat().map((un) => [nom, un])));
  for (const [nom, dit] of [...dits]) if (!dit) dits.delete(nom);
  return `${dits}` ? `?${dits}` : location.pathname;
};

const restreint = (choix) => Boolean(choix.du || choix.au || NOMS.some((nom) => choix[nom].length));
const demande = (choix) => choix.q || restreint(choix);

// Ce que l'on a trouvé pour des choix, avant de les montrer.
const chercher = async (choix) => {
  const { mots: vides } = await moteur.ouvrir();
  const [numeros, trouve] = await Promise.all([parNumero(moteur, choix.q), moteur.chercher(choix.q)]);
  const deja = new Set(numeros.map(({ cle }) => cle));
  const utile = restreint(choix) || choix.tri || affiner.open;
  const table = utile ? etablir(await moteur.facettes()) : undefined;
  const libre = !choix.q && table ? tous(table) : trouve.resultats;
  const complets = deja.size ? [...numeros, ...libre.filter(({ cle }) => !deja.has(cle))] : libre;
  let resultats = table ? filtrer(complets, table, choix) : complets;
  if (choix.tri || (!choix.q && table)) resultats = parDate(resultats, table, choix.tri === "anciens" ? 1 : -1);
  return { choix, complets, resultats, table, vides, mots: trouve.mots, racines: trouve.racines };
};

const lignes = (resultats) => resultats.map((un) => ligne(moteur, un, montres.racines, montres.vides, racine));

const GUILLEMETS = /["«»“”]/;
const citer = (dit) => (GUILLEMETS.test(dit) ? dit : `«\u00a0${dit}\u00a0»`);

const annoncer = ({ resultats, choix, mots }) => {
  const corriges = mots.filter((mot) => mot.corrige);
  const dit = corriges.map(
    (mot) => `${citer(mot.dit)} n'est dans aucun acte\u00a0: recherche faite avec ${citer(mot.corrige)}. `,
  );
  const partiel = resultats.length && mots.some((mot) => mot.partiel) ? "Au moins " : "";
  const combien = resultats.length ? `${partiel}${compte(resultats.length, "acte")}` : "Aucun acte";
  nombre.textContent = dit.join("") + combien + (choix.q && !corriges.length ? ` pour ${citer(choix.q)}` : "");
};

const lienVers = (dit, choix) => {
  const ouvre = document.createElement("a");
  ouvre.textContent = dit;
  ouvre.href = adresse({ ...lireFormulaire(), ...choix });
  return ouvre;
};

const SANS_CHOIX = Object.fromEntries([...NOMS.map((nom) => [nom, []]), ["du", ""], ["au", ""]]);

// Quand rien n'est trouvé : la même demande sans les choix, ou chaque mot à part.
const conseils = function* ({ resultats, complets, mots, choix }) {
  if (resultats.length) return;
  if (complets.length) yield [lienVers(`Sans les choix cochés\u00a0: ${compte(complets.length, "acte")}`, SANS_CHOIX)];
  else if (choix.q && !mots.length) yield ["Rien de tout cela ne se cherche seul\u00a0: ajoutez un mot plus précis, ou un numéro."];
  if (!complets.length && mots.length > 1 && GUILLEMETS.test(choix.q)) {
    const libre = choix.q.replace(new RegExp(GUILLEMETS, "g"), " ").replace(/\s+/g, " ").trim();
    yield ["Chercher ces mots sans guillemets\u00a0: ", lienVers(libre, { q: libre })];
  }
  for (const mot of complets.length ? [] : mots) {
    const autre = mot.corrige ?? mot.dit;
    if (mot.inconnu) yield [`${citer(mot.dit)} n'est dans aucun acte\u00a0: vérifiez son orthographe.`];
    else if (mots.length > 1) yield ["Chercher seulement ", lienVers(autre, { ...SANS_CHOIX, q: autre })];
  }
  yield ["Parcourir les listes, plus bas sur cette page."];
};

const conseiller = (trouve) => {
  const dits = [...conseils(trouve)].map((contenu) => {
    const un = document.createElement("li");
    un.append(...contenu);
    return un;
  });
  aide.replaceChildren(...dits);
  aide.hidden = !dits.length;
};

const vider = () => {
  montres = undefined;
  liste.replaceChildren();
  liste.removeAttribute("aria-busy");
  nombre.textContent = "";
  aide.hidden = plus.hidden = true;
};

// Le nombre et les premiers dès qu'ils sont là, les autres à leur suite.
const montrerTout = async (trouve, ici, combien) => {
  montres = trouve;
  const faites = lignes(trouve.resultats.slice(0, combien));
  const suivantes = Promise.all(faites.slice(EN_TAPANT));
  suivantes.catch(() => {}); // dit plus bas, une fois
  const premieres = await Promise.all(faites.slice(0, EN_TAPANT));
  if (ici !== tour) return;
  liste.replaceChildren(...premieres);
  liste.setAttribute("aria-busy", "true");
  plus.hidden = true;
  annoncer(trouve);
  conseiller(trouve);
  if (trouve.table) montrer(facettes, trouve.complets, trouve.table, trouve.choix);
  liste.append(...(await suivantes.then((lues) => (ici === tour ? lues : []))));
  if (ici !== tour) return;
  liste.removeAttribute("aria-busy");
  plus.hidden = trouve.resultats.length <= combien;
};

// Une recherche ; si le site a changé depuis que la page est ouverte, une seconde avec ses nouveaux fichiers.
const lancer = async (choix, combien = PAR_FOIS) => {
  const ici = ++tour;
  if (!demande(choix) && !affiner.open) return vider();
  const faire = async () => {
    const trouve = await chercher(choix);
    if (ici === tour) await montrerTout(trouve, ici, combien);
  };
  try {
    await faire().catch(() => ici === tour && moteur.ouvrir("reload").then(faire));
  } catch {
    if (ici !== tour) return;
    vider();
    nombre.textContent = ILLISIBLE;
  }
};

const noter = (choix, methode, combien) => {
  if (adresse(choix) !== (location.search || location.pathname)) history[methode](null, "", adresse(choix));
  return lancer(choix, combien);
};

// Ce qui est tapé ensuite remplace la demande en cours de frappe, jamais une demande faite : « Précédent » la retrouve.
let attente;
let faite = true;
const patience = (dit) => (A_PEINE.test(dit.trim()) || inacheve(dit) ? REPIT_LONG : REPIT);
const taper = () => {
  const choix = lireFormulaire();
  noter(choix, faite ? "pushState" : "replaceState", OUVERTE.test(choix.q) ? 1 : EN_TAPANT);
  faite = false;
};
const demander = () => {
  clearTimeout(attente);
  noter(lireFormulaire(), "pushState");
  faite = true;
};
form.elements.q.addEventListener("focus", () => moteur.ouvrir().catch(() => {}), { once: true }); // le temps de taper
form.addEventListener("input", ({ target }) => {
  clearTimeout(attente);
  if (target.name === "q") attente = setTimeout(taper, patience(target.value));
});
// Au clavier, une année de date passe par 0002, 0020 et 0202 : on attend qu'elle soit entière.
form.addEventListener("change", ({ target }) => {
  if (target.type === "date") attente = setTimeout(demander, REPIT_LONG);
  else if (target.name !== "q") demander();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  demander();
});
affiner.addEventListener("toggle", () => {
  if (affiner.open && !facettes.childElementCount) lancer(lireFormulaire());
});
plus.addEventListener("click", async () => {
  const ici = tour;
  const deja = liste.childElementCount;
  const suivantes = await Promise.all(lignes(montres.resultats.slice(deja, deja + PAR_FOIS))).catch(() => []);
  if (ici !== tour) return;
  if (!suivantes.length) return (nombre.textContent = ILLISIBLE);
  liste.append(...suivantes);
  plus.hidden = liste.childElementCount >= montres.resultats.length;
  if (plus.hidden) suivantes[0].querySelector("a").focus();
  nombre.textContent = `${compte(liste.childElementCount, "acte montré", "actes montrés")} sur ${compte(montres.resultats.length, "acte")}`;
});

const depuisAdresse = () => {
  const choix = lireAdresse();
  faite = true;
  ecrireFormulaire(choix);
  if (restreint(choix)) affiner.open = true;
  return lancer(choix);
};
addEventListener("popstate", depuisAdresse);

// Ce qui est plus bas attend que les résultats aient pris leur place : rien ne glisse sous le doigt.
const parcourir = document.querySelector(".rec-parcourir");
parcourir.classList.toggle("rec-attend", Boolean(demande(lireAdresse())));
affiner.hidden = false;
depuisAdresse().finally(() => parcourir.classList.remove("rec-attend"));
