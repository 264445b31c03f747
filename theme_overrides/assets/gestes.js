// Imprimer la page, copier la citation : ce qu'un navigateur sait faire et qu'un bouton rappelle.
(() => {
  const gestes = {
    imprimer: () => window.print(),
    citer: async () => {
      await navigator.clipboard.writeText(document.querySelector(".rec-citation").textContent.trim());
      document.querySelector(".rec-gestes [role=status]").textContent = "Citation copiée";
    },
  };
  document.querySelectorAll("[data-geste]").forEach((bouton) => {
    const { geste } = bouton.dataset;
    if (geste === "citer" && !navigator.clipboard) return;
    bouton.hidden = false;
    bouton.addEventListener("click", gestes[geste]);
  });
})();
