// Ids: which model an id calls, whoever's id it is; the very id first, then those that contain what was typed.
const MANY = 50;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
const form = document.getElementById("resolve");
const field = document.getElementById("resolve-id");
const root = new URL("..", import.meta.url).pathname;
const resolved = document.getElementById("resolved");
resolved.innerHTML = '<p class="note" role="status"></p><ul class="names"></ul>';
const [status, names] = resolved.children;
let reading, pending, turn;

async function read() {
  const answer = await fetch(form.dataset.ids);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const file = await answer.json();
  const known = (kind, found) => Object.entries(found).map(([id, model]) => ({ id, model, note: kind }));
  return [
    ...known("snapshot", file.snapshots),
    ...known("alias", file.aliases),
    ...known("moved id", file.moved),
    ...Object.entries(file.providers).flatMap(([provider, ids]) =>
      Object.entries(ids).map(([id, { model }]) => ({ id, model, note: `at ${provider}` })),
    ),
  ].map((entry) => ({ ...entry, text: entry.id.toLowerCase() }));
}

const entries = () => (reading ??= read().catch((error) => {
  reading = undefined;
  throw error;
}));

function found(all, asked) {
  const place = ({ text }) => (text === asked ? 0 : text.endsWith(`/${asked}`) ? 1 : text.startsWith(asked) ? 2 : 3);
  return all
    .filter(({ text }) => text.includes(asked))
    .map((entry) => [place(entry), entry])
    .sort(([one, first], [other, second]) => one - other || first.text.length - second.text.length)
    .map(([, entry]) => entry);
}

async function show() {
  const mine = (turn = {});
  const asked = field.value.trim().toLowerCase();
  let list = [];
  try {
    if (asked) list = found(await entries(), asked);
  } catch {
    status.textContent = "The ids could not be fetched; the lists below hold them too.";
    return;
  }
  if (mine !== turn) return;
  const models = new Set(list.map(({ model }) => model)).size;
  const said = `${list.length} ${list.length === 1 ? "id" : "ids"} of ${models} ${models === 1 ? "model" : "models"}`;
  status.textContent = !asked ? "" : !list.length ? "Nobody uses this id." : list.length > MANY ? `${said}, the first ${MANY} shown` : said;
  names.innerHTML = list.slice(0, MANY).map(({ id, model, note }) => `<li><code>${escape(id)}</code> <small>${escape(note)}</small> <a href="${root}models/${model}/">${model}</a></li>`).join("");
}

field.addEventListener("input", () => {
  show();
  clearTimeout(pending);
  const text = field.value.trim();
  pending = setTimeout(() => history.replaceState(null, "", text ? `?id=${encodeURIComponent(text)}` : location.pathname), 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  names.querySelector("a")?.click();
});
field.value = new URLSearchParams(location.search).get("id") ?? field.value;
if (field.value) show();
