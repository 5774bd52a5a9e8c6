// The picker of the badge gallery: a model and a kind give the badge and its snippets, by the patterns in the page.
const form = document.querySelector("#picker");
const picked = document.querySelector(".picked");
const { model: field, kind: select } = form.elements;
const said = form.querySelector("[role=status]");
const link = document.createElement("a");
const image = Object.assign(document.createElement("img"), { className: "badge" });
link.append(image);
picked.querySelector("p").append(link);
const WORDS = JSON.parse(form.dataset.words);
const FORMS = { png: ", as PNG", card: ", on a card", "card-dark": ", on a dark card" };
const UNSHOWN = ["json", "social"];
let models = [];
let current = null;

const json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return answer.json();
};

const escaped = (text, escapes) => [...text].map((char) => escapes[char] ?? char).join("");
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const about = (kind) => WORDS[kind] ?? kind.replace("score-", "result in ").replaceAll("-", " ");

// The picture is fetched from this site, wherever it lies; the snippets name the address that others will use.
const here = (address) => new URL(address).pathname;

function write() {
  const kind = select.value;
  const values = {
    page: current.url,
    image: current.badges[kind],
    width: image.naturalWidth / (kind === "png" ? 2 : 1),
    height: image.naturalHeight / (kind === "png" ? 2 : 1),
    endpoint: encodeURIComponent(current.badges.json ?? ""),
  };
  image.width = values.width;
  image.height = values.height;
  for (const part of picked.querySelectorAll("[data-pattern]")) {
    const alt = escaped(image.alt, JSON.parse(part.dataset.escapes));
    part.closest("details").hidden = part.dataset.pattern.includes("{endpoint}") && kind !== "default";
    part.querySelector("code").textContent = filled(part.dataset.pattern, { ...values, alt });
  }
  picked.hidden = false;
}

function show() {
  image.removeAttribute("width");
  image.removeAttribute("height");
  image.alt = `${current.name}: ${about(select.value)}, by ${document.querySelector(".mast .name").firstChild.data}`;
  link.href = here(current.url);
  image.src = here(current.badges[select.value]);
}

async function choose() {
  const chosen = models.find(({ id, name }) => field.value === id || field.value === name);
  said.textContent = field.value && !chosen ? "No model has this name or id." : "";
  if (!chosen || chosen.id === current?.id) return;
  const before = select.value;
  current = await json(`${form.dataset.below}models/${chosen.id}.json`);
  const kinds = Object.keys(current.badges).filter((kind) => !UNSHOWN.includes(kind));
  select.replaceChildren(...kinds.map((kind) => new Option(about(kind) + (FORMS[kind] ?? ""), kind, false, kind === before)));
  show();
}

async function start() {
  ({ models } = await json(form.dataset.list));
  const list = form.querySelector("datalist");
  list.append(...models.map(({ id, name }) => Object.assign(new Option(name, id), { label: name })));
  form.hidden = false;
}

image.addEventListener("load", write);
image.addEventListener("error", () => { said.textContent = "The badge could not be loaded."; });
field.addEventListener("change", () => choose().catch((error) => { said.textContent = error.message; }));
select.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
start().catch(() => {});
