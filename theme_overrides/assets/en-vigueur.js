// Les actes en vigueur un jour choisi, d'après les mêmes données que les pages par année, qui s'en passent.
(() => {
  const form = document.querySelector("form[data-etats]");
  const shown = document.getElementById("etats");
  const count = document.getElementById("etats-nombre");
  const inForce = new Set(["executoire", "modifie"]);

  // L'état d'un acte un jour donné : le dernier dont la date n'est pas après ce jour.
  const stateOn = (act, day) => act.etats.filter((state) => state.depuis <= day).at(-1)?.etat;

  const line = (act) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = act.url;
    link.textContent = act.titre;
    item.append(link, ` (${act.collectivite})`);
    return item;
  };

  const show = (acts, day) => {
    const kept = acts.filter((act) => inForce.has(stateOn(act, day)));
    const list = document.createElement("ul");
    const said = new Date(`${day}T12:00:00`).toLocaleDateString("fr", { dateStyle: "long" });
    count.textContent = `${kept.length} acte${kept.length > 1 ? "s" : ""} en vigueur le ${said} :`;
    list.append(...kept.map(line));
    shown.replaceChildren(list);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const day = form.querySelector("input").value;
    if (!day) return;
    try {
      const answer = await fetch(form.dataset.etats);
      show((await answer.json()).actes, day);
    } catch {
      count.textContent = "Les données n'ont pas pu être lues : voyez les pages par année.";
    }
  });
  form.hidden = false;
})();
