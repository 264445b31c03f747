// Choisir un flux et copier son adresse : ce que la liste de la page donne aussi, en moins de gestes.
const form = document.querySelector(".rec-abonner");
const [choice, address, status] = ["select", "input", "[role=status]"].map((one) => form.querySelector(one));

for (const group of document.querySelectorAll(".rec-flux")) {
  const options = document.createElement("optgroup");
  options.label = group.querySelector("summary").textContent;
  for (const line of group.querySelectorAll("li")) {
    options.append(new Option(line.querySelector("span").textContent, line.querySelector("a").href));
  }
  choice.append(options);
}

function show() {
  address.value = choice.value;
  status.textContent = "";
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address.value);
    status.textContent = "L'adresse est copiée : collez-la dans votre lecteur de flux.";
  } catch {
    address.select();
    status.textContent = "L'adresse est sélectionnée : copiez-la, puis collez-la dans votre lecteur de flux.";
  }
}

choice.addEventListener("change", show);
form.querySelector("button").addEventListener("click", copy);
form.addEventListener("submit", (event) => event.preventDefault());
show();
form.hidden = false;
