// Search: names and ids of everything, ranked; as a dialog on any page and in place on the page of the search.
const KINDS = { model: "models", provider: "providers", lab: "labs", benchmark: "benchmarks", guide: "guides" };
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const FEW = 20;
const MANY = 100;
const root = new URL("..", import.meta.url);
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
const squeezed = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
let reading;

async function read() {
  const answer = await fetch(new URL("search/index.json", root));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const file = await answer.json();
  return Object.entries(KINDS).flatMap(([kind, folder]) => (file[kind] ?? []).map(([id, name, note = "", gone = 0, ...others]) => {
    const names = [name, id, id.split("/").pop(), ...others].map((text) => text.toLowerCase());
    return { name, gone, names, text: `${names.join("\n")}\n${note.toLowerCase()}`, letters: names.map(squeezed), note: note ? `${kind}, ${note}` : kind, href: new URL(`${folder}/${id}/`, root).pathname };
  }));
}

const entries = () => (reading ??= read().catch((error) => {
  reading = undefined;
  throw error;
}));

function begins(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1])) return true;
  return false;
}

// 0 is the very name or id, 1 its beginning, 2 the beginnings of words, 3 parts of words, 4 the letters alone.
function rank(entry, asked, words) {
  if (entry.names.includes(asked)) return 0;
  const letters = squeezed(asked);
  if (entry.names.some((name) => name.startsWith(asked)) || entry.letters.includes(letters)) return 1;
  if (words.every((word) => begins(entry.text, word))) return 2;
  if (words.every((word) => entry.text.includes(word))) return 3;
  return letters && entry.letters.some((name) => name.includes(letters)) ? 4 : -1;
}

function found(all, query) {
  const asked = query.trim().toLowerCase();
  if (!asked) return [];
  const words = asked.split(/\s+/);
  return all
    .map((entry) => [rank(entry, asked, words), entry])
    .filter(([place]) => place >= 0)
    .sort(([one, first], [other, second]) => (one && one + 0.5 + first.gone) - (other && other + 0.5 + second.gone))
    .map(([, entry]) => entry);
}

const item = ({ href, name, note }) => `<li><a href="${href}">${escape(name)}</a> <small>${escape(note)}</small></li>`;

function told(list, query, most) {
  if (!query.trim()) return "";
  if (list.length > most) return `${list.length} found, the first ${most} shown`;
  return list.length ? `${list.length} found` : "";
}

// A field and the list under it: arrows walk through both, Enter in the field opens the first.
function wire(field, status, names, { most, ids }) {
  let turn;
  const show = async () => {
    const mine = (turn = {});
    let all;
    try {
      all = await entries();
    } catch {
      status.textContent = "The index could not be fetched; try again.";
      return;
    }
    if (mine !== turn) return;
    const list = found(all, field.value);
    status.textContent = told(list, field.value, most);
    names.innerHTML = list.slice(0, most).map(item).join("");
    if (field.value.trim() && !list.length) {
      const url = `${ids}?id=${encodeURIComponent(field.value.trim())}`;
      status.innerHTML = `Nothing has this name. <a href="${escape(url)}">Look for a provider’s id</a>`;
    }
  };
  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    names.querySelector("a")?.click();
  });
  field.form.parentElement.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...names.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  });
  return show;
}

let dialog;
export function open(index, typed = "") {
  const page = document.getElementById("find-q");
  if (page) {
    page.focus();
    page.select();
    return;
  }
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "finder";
    dialog.setAttribute("aria-label", "Search");
    dialog.innerHTML = `<form class="field" role="search"><label for="finder-q">Find by name or id</label><button type="button" class="btn">Close</button><input id="finder-q" inputmode="search" enterkeyhint="go" autocomplete="off" spellcheck="false" autofocus></form><p class="note" role="status"></p><ul class="names"></ul><p class="note"><a href="${index}">Everything from A to Z</a></p>`;
    document.body.append(dialog);
    const [field, status, names] = ["input", "[role=status]", "ul"].map((part) => dialog.querySelector(part));
    wire(field, status, names, { most: FEW, ids: new URL("ids/", root).pathname });
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  }
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector("input");
  field.select();
  if (typed) {
    field.value = typed;
    field.dispatchEvent(new Event("input"));
  }
  entries().catch(() => undefined);
}

const form = document.getElementById("find");
if (form) {
  const field = document.getElementById("find-q");
  const finds = document.getElementById("finds");
  finds.innerHTML = '<p class="note" role="status"></p><ul class="names"></ul>';
  const show = wire(field, finds.firstChild, finds.lastChild, { most: MANY, ids: finds.dataset.ids });
  const take = () => {
    field.value = new URLSearchParams(location.search).get("q") ?? field.value;
    if (field.value) show();
  };
  let pending;
  field.addEventListener("input", () => {
    clearTimeout(pending);
    const text = field.value.trim();
    pending = setTimeout(() => history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname), 250);
  });
  addEventListener("popstate", take);
  take();
}
