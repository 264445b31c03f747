// L'empreinte d'un fichier, calculée dans la page et cherchée parmi celles du registre ; rien n'est envoyé.
(() => {
  const form = document.querySelector(".rec-verifier"); // par classe : un titre d'acte peut porter n'importe quel id
  const verdict = document.querySelector(".rec-verdict");
  if (!form || !globalThis.crypto?.subtle) return;
  const input = form.querySelector("input[type=file]");

  const digest = async (file) => {
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // Un petit fichier par début d'empreinte : les dix mille autres ne sont pas demandés.
  const known = async (found) => {
    const answer = await fetch(`${form.dataset.empreintes}${found.slice(0, 2)}.json`);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json())[found];
  };

  const long = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });
  const day = (iso) => long.format(new Date(iso)).replace(/^1 /, "1er ");

  const sentence = (said) => {
    if (!said.jusqu_au) {
      const since = said.depuis ? `, en ligne depuis le ${day(said.depuis)}` : "";
      return `Identique au fichier que ce registre publie${since}`;
    }
    const gone = said.telechargeable ? "" : ", qui n'est plus en ligne";
    return `Remplacé : ce fichier${gone} a été celui de l'acte du ${day(said.depuis)} au ${day(said.jusqu_au)} (${said.motif})`;
  };

  const tell = (text, said) => {
    verdict.textContent = text;
    if (!said) return;
    const link = document.createElement("a");
    link.href = form.dataset.racine + said.acte;
    link.textContent = said.titre;
    verdict.append(" : ", link, ".");
  };

  let last;
  const check = async (file) => {
    if (!file) return;
    last = file;
    verdict.textContent = "Calcul en cours…";
    try {
      const found = await digest(file);
      const said = await known(found);
      if (last !== file) return;
      if (said) tell(sentence(said), said);
      else tell(`Inconnu : aucun fichier publié n'a cette empreinte (${found}).`);
    } catch {
      tell("Le fichier ou la liste n'ont pas pu être lus : voyez comment faire sans cette page.");
    }
  };

  input.addEventListener("change", () => check(input.files[0]));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    check(event.dataTransfer.files[0]);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
