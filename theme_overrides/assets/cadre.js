// Dit à la page qui montre ce cadre la hauteur qu'il lui faut, et rien d'autre.
const page = document.documentElement;
if (parent !== window) {
  new ResizeObserver(() => parent.postMessage({ hauteur: document.body.offsetHeight }, "*")).observe(page);
}
