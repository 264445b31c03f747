// L'empreinte d'un fichier, calculée dans la page et cherchée dans la liste publiée ; rien n'est envoyé.
(() => {
  const form = document.getElementById("verifier");
  const verdict = document.getElementById("verdict");
  if (!globalThis.crypto?.subtle) return;

  const digest = async (file) => {
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const published = async () => {
    const answer = await fetch(form.dataset.empreintes);
    if (!answer.ok) throw new Error(answer.statusText);
    const lines = (await answer.text()).trim().split("\n");
    return new Map(lines.filter(Boolean).map((line) => [line.slice(0, 64), line.slice(66)]));
  };

  const tell = (text, address) => {
    verdict.textContent = text;
    if (!address) return;
    const link = document.createElement("a");
    link.href = form.dataset.racine + address.replace(/[^/]*$/, "");
    link.textContent = "voir l'acte";
    verdict.append(" : ", link, ".");
  };

  form.addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try {
      const [found, known] = await Promise.all([digest(file), published()]);
      if (event.target.files[0] !== file) return;
      const address = known.get(found);
      if (address) tell("Authentique : ce fichier est publié dans ce registre", address);
      else tell(`Inconnu : aucun fichier publié n'a cette empreinte (${found}).`);
    } catch {
      tell("Le fichier ou la liste n'ont pas pu être lus : voyez comment faire sans cette page.");
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  document.getElementById("rien-envoye").hidden = false;
})();
