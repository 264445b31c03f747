// Le dossier de preuve, fait dans la page : les parties sont les liens de la page, et ce que le site sert déjà.
(() => {
  const zone = document.querySelector(".rec-dossier"); // par classe : un titre de l'acte peut porter n'importe quel id
  const bouton = zone.querySelector("button");
  const etat = document.querySelector(".rec-dossier__etat");
  const parties = document.querySelector(".rec-dossier__parties");
  if (!globalThis.crypto?.subtle) return;

  const rang = Number(zone.dataset.rang);

  const lire = async (adresse) => {
    const reponse = await fetch(adresse, { cache: "no-cache" });
    if (!reponse.ok) throw new Error(adresse);
    return new Uint8Array(await reponse.arrayBuffer());
  };

  const empreinte = async (octets) => {
    const lue = new Uint8Array(await crypto.subtle.digest("SHA-256", octets));
    return Array.from(lue, (octet) => octet.toString(16).padStart(2, "0")).join("");
  };

  const enTexte = (octets) => new TextDecoder().decode(octets);
  const enOctets = (lignes) => new TextEncoder().encode(lignes.map((ligne) => `${ligne}\n`).join(""));
  const enLignes = (octets) => enTexte(octets).split("\n").filter(Boolean);

  // La première ligne du journal, puis celles de l'acte à la dernière.
  const couper = (octets) => {
    const lignes = enLignes(octets);
    const debut = rang > 1 ? [{ nom: "journal-debut.jsonl", octets: enOctets(lignes.slice(0, 1)) }] : [];
    return [...debut, { nom: "journal.jsonl", octets: enOctets(lignes.slice(rang - 1)) }];
  };

  // Les témoins qui portent sur la ligne de l'acte ou sur une ligne d'après, et ce sur quoi ils reposent.
  const temoins = async (liste) => {
    const noms = enLignes(await lire(liste)).map((ligne) => ligne.slice(66));
    const rangDe = (nom) => Number(/^journal-(\d+)\./.exec(nom)?.[1] ?? Infinity);
    const utiles = noms.filter((nom) => rangDe(nom) >= rang);
    if (!utiles.some((nom) => rangDe(nom) < Infinity)) return [];
    const lues = utiles.map(async (nom) => ({ nom: `temoins/${nom}`, octets: await lire(new URL(nom, liste)) }));
    return Promise.all(lues);
  };

  const partie = async ({ href, dataset: { nom } }) => {
    if (nom === "temoins/") return temoins(href);
    const octets = await lire(href);
    if (nom === "journal.jsonl") return couper(octets);
    return [{ nom: nom.endsWith("/") ? nom + href.split("/").pop() : nom, octets }];
  };

  const sommes = async (lues) =>
    enOctets(await Promise.all(lues.map(async ({ nom, octets }) => `${await empreinte(octets)}  ${nom}`)));

  const assembler = async () => {
    const { downloadZip } = await import("./client-zip.js");
    const lues = (await Promise.all(Array.from(parties.querySelectorAll("a"), partie))).flat();
    const journal = enLignes(lues.find(({ nom }) => nom === "journal.jsonl").octets);
    const moment = new Date(JSON.parse(journal[journal.length - 1]).inscrit_le);
    const toutes = [...lues, { nom: "SHA256SUMS", octets: await sommes(lues) }];
    return downloadZip(toutes.map(({ nom, octets }) => ({ name: nom, input: octets, lastModified: moment }))).blob();
  };

  const remettre = (blob) => {
    const lien = document.createElement("a");
    lien.href = URL.createObjectURL(blob);
    lien.download = `dossier-${zone.dataset.acte.replace(/\/$/, "").replaceAll("/", "-")}.zip`;
    lien.click();
    setTimeout(() => URL.revokeObjectURL(lien.href), 60_000);
  };

  bouton.addEventListener("click", async () => {
    bouton.disabled = true;
    etat.textContent = "Préparation du dossier…";
    try {
      remettre(await assembler());
      etat.textContent = "Le dossier est téléchargé.";
    } catch {
      parties.open = true;
      etat.textContent = parties.querySelector('[data-nom^="acte/"]:not([download])')
        ? "Le dossier n'a pas pu être fait ici : une partie ne répond pas, ou l'hébergeur des fichiers de l'acte ne permet pas qu'une page les rassemble. Prenez-les une à une, ci-dessous ; la collectivité peut aussi vous remettre le dossier entier."
        : "Le dossier n'a pas pu être fait : une partie ne répond pas. Prenez-les une à une, ci-dessous.";
    }
    bouton.disabled = false;
  });
  zone.hidden = false;
})();
