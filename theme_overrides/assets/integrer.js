// Montre une petite page du registre dans celle d'un autre site, à sa hauteur ; appelé par cet autre site, ne garde rien.
(() => {
  const script = document.currentScript;
  const place = new URL(`../cadre/${script.dataset.montre}/`, script.src);
  const frame = document.createElement("iframe");
  frame.src = place.href;
  frame.title = script.dataset.titre || "Actes publiés";
  frame.loading = "lazy";
  frame.style.cssText = "border: 0; width: 100%; height: 30rem";
  addEventListener("message", (event) => {
    const height = event.source === frame.contentWindow && Number(event.data?.hauteur);
    if (height > 0) frame.style.height = `${Math.ceil(height)}px`;
  });
  script.after(frame);
})();
