// The models table: filters, sorting, columns, the tray and CSV over all rows; what is asked for stands in the URL.
import { amount, count, escape, fraction, gap, group, month, reads } from "./cells.js";
import * as data from "./rows.js";

const PAGE = 100;
const CHUNK = 5; // rows of one table body
const BATCH = 6; // bodies that are drawn in one frame below the fold
const REST = 400; // milliseconds of quiet until that begins
const HEIGHT = 32; // pixels of a row, more or less
const MOST = 6;
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six"];
const STANDARD = "lab input output cached at context longest-output reads reasons weights status released source";
const form = document.getElementById("ask");
const table = document.getElementById("table");
const said = document.getElementById("count");
const tray = document.getElementById("tray");
const more = document.getElementById("more");
const clear = form.querySelector("[type=reset]");
const chooser = document.getElementById("columns");
const opening = document.getElementById("order").textContent;
const chosen = new Map(); // the models in the tray: id to name
const orders = new Map(); // sorted rows, by set and order
const FIRST = { sort: "sellers", down: true }; // the order of the page itself
const state = { ...FIRST, columns: STANDARD.split(" "), limit: PAGE };
let lists, models, offers, priced, loading, turn, pending, typed, rows, aligned, sight, frame;

const word = (row, name, yes, no) => {
  const bit = 1 << lists.can.indexOf(name);
  return row.can & bit ? yes : row.cannot & bit ? no : gap();
};
const seller = (row) => {
  if (row.at < 0) return gap("nobody");
  const name = escape(lists.providers[row.at][1] + (row.variant && `, ${row.variant.replaceAll(".", " ")}`));
  return row.key ? `<a href="${row.model.id}/${row.key}/">${name}</a>` : name;
};
const capability = (text, name, sort = name) => ({
  text, css: "x2 v", sort, name, cell: (row) => word(row, name, "yes", "no"),
});
const dated = (text) => (text ? month(text) : gap("unknown"));
const money = (text, css, name) => ({ text, css: `r ${css}`, cell: (row, longest) => amount(row[name], longest[name]), raw: (row) => row[name] });
const sourced = (number) => {
  const source = lists.sources.find((line) => line[0] === number);
  return source ? `<a class="s" href="#s${number}" aria-label="${number}, source: ${escape(source[1])}">${number}</a>` : ' <span class="age">no source</span>';
};
const COLUMNS = {
  name: { text: "Model", css: "c-nm" },
  lab: { text: "Lab", css: "c-lab", cell: (row) => escape(lists.labs[row.lab][1]) },
  input: money("Input", "c-in", "input"),
  output: money("Output", "c-out", "output"),
  cached: money("Cached", "x2", "cached"),
  at: { text: "Priced at", css: "x2 w c-at", cell: seller },
  context: { text: "Context", css: "r c-ctx", cell: (row) => count(row.context), raw: (row) => row.context || "" },
  "longest-output": { text: "Longest output", css: "r x3", cell: (row) => count(row.longest), raw: (row) => row.longest || "" },
  reads: { text: "Reads", css: "x3 w", cell: (row) => reads(row.reads) || gap() },
  writes: { text: "Writes", css: "x3 w", cell: (row) => reads(row.writes) || gap() },
  reasons: capability("Reasons", "reasoning"),
  functions: capability("Calls functions", "function_calling"),
  schema: capability("Keeps to a schema", "structured_output"),
  caches: capability("Caches prompts", "prompt_caching"),
  weights: { text: "Weights", css: "x2 v", cell: (row) => ["", "open", "closed"][row.weights] || gap() },
  status: { text: "Status", css: "x3", cell: (row) => lists.statuses[row.status] },
  released: { text: "Released", css: "c-rel", cell: (row) => dated(row.released), raw: (row) => row.released },
  cutoff: { text: "Knowledge until", css: "x3", cell: (row) => dated(row.cutoff), raw: (row) => row.cutoff },
  sellers: { text: "Sellers", css: "r x3", cell: (row) => group(row.sellers), raw: (row) => row.sellers },
  mode: { text: "Kind", css: "x3", cell: (row) => lists.modes[row.mode] },
  source: { text: "Source", css: "r src", cell: (row) => sourced(row.source), raw: (row) => lists.sources.find((line) => line[0] === row.source)?.[2] ?? "" },
};
const DESCENDING = new Set(["context", "longest-output", "released", "cutoff", "sellers"]);
const OPTIONAL = Object.keys(COLUMNS).filter((name) => name !== "name");
const isFirst = () => state.sort === FIRST.sort && state.down === FIRST.down;
const isStandard = () => state.columns.join(" ") === STANDARD;
const isOffers = () => form.view.value === "offers";
const head = (name) => (name === "at" && isOffers() ? "Sold by" : COLUMNS[name].text);

// The data is fetched when somebody first turns to the table.
async function file(name) {
  const answer = await fetch(form.dataset[name]);
  if (!answer.ok) throw new Error(`${answer.status} for ${form.dataset[name]}`);
  return answer.json();
}

// A bound that offers of one model meet or miss is asked of each offer, for it must hold for the price in the row.
const BOUNDS = ["input", "output", "context"].flatMap((name) => [`${name}-from`, `${name}-to`]);
const isByOffer = () => isOffers() || form.provider.value || BOUNDS.some((name) => form.elements[name].value);

async function load() {
  if (!models) {
    lists = await file("models");
    models = data.models(lists);
    for (const row of models) if (chosen.has(row.id)) chosen.set(row.id, row.name);
  }
  if (!offers && isByOffer()) {
    offers = data.offers(await file("offers"), models, lists.providers);
    // A model's row that is priced by an offer goes on saying the model's own status.
    priced = offers.map((row) => Object.assign(Object.create(row), { status: row.model.status }));
  }
}

function begin() {
  furnish();
  loading = (loading ?? Promise.resolve()).then(load);
  return loading;
}

// The long lists wait in templates, so that a page which is only read stays light.
function furnish() {
  for (const list of form.querySelectorAll("template")) {
    list.previousElementSibling.append(list.content);
    list.remove();
  }
}

// What the form asks, in numbers; null where a blank is empty or cannot be read.
function number(text) {
  const [, digits, unit = ""] = /^(\d*\.?\d+)([km]?)$/i.exec(text.replace(/[$,\s]/g, "")) ?? [];
  return digits ? Number(digits) * { "": 1, k: 1e3, m: 1e6 }[unit.toLowerCase()] : null;
}

function bound(input) {
  const text = input.value.trim();
  const value = "date" in input.dataset ? /^\d{4}(-\d\d){0,2}$/.exec(text)?.[0] ?? null : number(text);
  input.ariaInvalid = text !== "" && value === null;
  return value;
}

const range = (name) => {
  const found = ["from", "to"].map((end) => bound(form.elements[`${name}-${end}`]));
  return found.every((end) => end === null) ? null : found;
};
const values = (name) => [...form.querySelectorAll(`select[name="${name}"]`)].map((select) => select.value).filter(Boolean);
const masked = (name, known) => values(name).reduce((mask, value) => mask | (1 << known.indexOf(value)), 0);
const MODALITIES = [...form.writes.options].slice(1).map((option) => option.value);

const asked = () => ({
  words: form.q.value.toLowerCase().split(/\s+/).filter(Boolean),
  mode: lists.modes.indexOf(form.kind.value),
  lab: lists.labs.findIndex(([id]) => id === form.lab.value),
  provider: lists.providers.findIndex(([id]) => id === form.provider.value),
  reads: masked("reads", MODALITIES),
  writes: masked("writes", MODALITIES),
  can: masked("can", lists.can),
  weights: ["", "open", "closed"].indexOf(form.weights.value),
  status: lists.statuses.indexOf(form.status.value),
  input: range("input"),
  output: range("output"),
  context: range("context"),
  released: range("released"),
});

function ordered() {
  const from = isOffers() ? offers : isByOffer() ? priced : models;
  const key = `${from === offers} ${from === priced} ${state.sort} ${state.down}`;
  if (!orders.has(key)) {
    const bit = 1 << lists.can.indexOf(COLUMNS[state.sort].name);
    orders.set(key, data.sorted(from, { column: state.sort, down: state.down, bit }));
  }
  return orders.get(key);
}

// Drawing
function line(row, longest) {
  const model = row.model;
  const name = escape(model.name);
  const isPlain = isStandard();
  const cells = state.columns.map((key) => {
    const column = COLUMNS[key];
    return `<td class="${column.css}"${isPlain ? "" : ` data-l="${column.text}"`}>${column.cell(row, longest)}</td>`;
  });
  const box = `<input type="checkbox" value="${model.id}" aria-label="Compare ${name}"${chosen.has(model.id) ? " checked" : ""}${chosen.size >= MOST && !chosen.has(model.id) ? " disabled" : ""}>`;
  const kind = `${row.sold ? "" : "gone"}${chosen.has(model.id) ? " held" : ""}`;
  return `<tr${kind && ` class="${kind.trim()}"`}><td class="c-ck" data-script>${box}</td><th scope="row" class="c-nm"><a href="${model.id}/">${name}</a></th>${cells.join("")}</tr>`;
}

function drawHead() {
  const cells = ["name", ...state.columns].map((key) => {
    const sort = key === state.sort ? ` aria-sort="${state.down ? "descending" : "ascending"}"` : "";
    const text = key === "source" ? '<span class="vh">Source</span>' : `<button type="button">${head(key)}</button>`;
    return `<th scope="col" class="${COLUMNS[key].css}" data-k="${key}"${sort}>${text}</th>`;
  });
  const focused = document.activeElement?.closest?.("#table th")?.dataset.k;
  table.tHead.rows[0].innerHTML = `<th scope="col" class="c-ck" data-script><span class="vh">Compare</span></th>${cells.join("")}`;
  table.tHead.querySelector(`[data-k="${focused}"] button`)?.focus();
  table.parentElement.classList.toggle("chosen", !isStandard());
  table.parentElement.classList.toggle("offers", isOffers());
}

function longest(part) {
  const found = { input: 0, output: 0, cached: 0 };
  for (const row of part) for (const name in found) found[name] = Math.max(found[name], fraction(row[name]));
  return found;
}

const html = (part, lengths) => part.map((row) => line(row, lengths)).join("");

function drawBody(place, part, lengths) {
  const body = table.tBodies[place] ?? table.appendChild(document.createElement("tbody"));
  body.innerHTML = part.slice(place * CHUNK, (place + 1) * CHUNK).map((row) => line(row, lengths)).join("");
}

// Every mark leads to its source at the end of the page, as on pages that the program wrote.
function cite(part) {
  const list = document.querySelector(".sources");
  for (const number of new Set(part.map((row) => row.source))) {
    const source = lists.sources.find((line) => line[0] === number);
    if (!source || document.getElementById(`s${number}`)) continue;
    const [, title, href, rel, kind, checked] = source.map((text) => escape(`${text}`));
    list.insertAdjacentHTML("beforeend", `<li id="s${number}"><b>${number}</b><span><a href="${href}" rel="${rel}">${title}</a><span class="kind">${kind}; ${checked}.</span></span></li>`);
  }
}

// A keystroke is answered in its own frame by the rows in sight; those below the fold follow when it is quiet.
function draw(from = 0) {
  const mine = {};
  const part = rows.slice(0, state.limit);
  const lengths = longest(part);
  const isAligned = JSON.stringify(lengths) === aligned;
  aligned = JSON.stringify(lengths);
  const bodies = Math.ceil(part.length / CHUNK);
  if (!form.contains(document.activeElement)) sight = 0;
  sight ||= Math.max(1, Math.ceil((innerHeight - table.getBoundingClientRect().top) / HEIGHT / CHUNK));
  let place = isAligned ? Math.min(from, table.tBodies.length) : 0;
  const drawTo = (end) => {
    while (place < Math.min(end, bodies)) drawBody(place++, part, lengths);
  };
  const follow = () => {
    if (mine !== turn) return;
    drawTo(place + BATCH);
    if (place < bodies) return requestAnimationFrame(follow);
    more.parentElement.hidden = rows.length <= state.limit;
    cite(part);
  };
  turn = mine;
  drawTo(from + sight);
  if (!bodies) table.tBodies[0].innerHTML = '<tr class="none"><td colspan="30">Nothing meets all of this; take one condition back.</td></tr>';
  while (table.tBodies.length > Math.max(1, place)) table.tBodies[Math.max(1, place)].remove();
  more.parentElement.hidden = true;
  setTimeout(follow, REST);
}

function tell() {
  const [total, noun] = isOffers() ? [lists.offers, "offers"] : [models.length, "models"];
  said.textContent = rows.length === total ? `${group(total)} ${noun}` : `${group(rows.length)} of ${group(total)} ${noun}`;
  const way = isFirst() ? opening : `sorted by ${head(state.sort).toLowerCase()}, ${state.down ? "descending" : "ascending"}`;
  document.getElementById("order").textContent = way;
  clear.hidden = query({ own: false }) === "";
}

function refresh() {
  const wanted = asked();
  rows = data.narrowed(ordered(), wanted);
  if (isByOffer() && !isOffers()) rows = data.cheapest(rows);
  state.limit = PAGE;
  draw();
  tell();
}

async function update({ heads = true } = {}) {
  if (!lists || (isByOffer() && !offers)) {
    table.setAttribute("aria-busy", "true");
    try {
      await begin();
    } catch {
      loading = undefined;
      said.textContent = "The rows could not be fetched. Try again, or turn the pages below";
      return;
    } finally {
      table.removeAttribute("aria-busy");
    }
  }
  if (heads) drawHead();
  refresh();
}

// The URL
function query({ own = true } = {}) {
  const found = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  if (own) {
    if (!isFirst()) found.set("sort", `${state.down ? "-" : ""}${state.sort}`);
    if (!isStandard()) found.set("columns", state.columns.join("."));
    for (const id of chosen.keys()) found.append("m", id);
  }
  return found.toString().replaceAll("%2F", "/");
}

function keep(name = "") {
  clearTimeout(pending);
  pending = undefined;
  const text = query();
  if (text === location.search.slice(1)) return;
  history[name && name === typed ? "replaceState" : "pushState"](null, "", text ? `?${text}` : location.pathname);
  typed = name;
}

function spread(name, chosenValues) {
  const first = form.querySelector(`select[name="${name}"]`);
  for (const extra of form.querySelectorAll(`[data-also="${name}"]`)) extra.remove();
  first.value = chosenValues[0] ?? "";
  let last = first;
  for (const value of first.value ? [...chosenValues.slice(1), ""] : []) {
    const extra = document.createElement("span");
    const select = first.cloneNode(true);
    extra.dataset.also = name;
    select.options[0].text = "also …";
    select.value = value;
    extra.append(" and ", select);
    last.after(extra);
    last = extra;
  }
}

function take() {
  const given = new URLSearchParams(location.search);
  if (given.size) furnish();
  for (const field of form.elements) {
    if (!field.name || field.dataset.many) continue;
    field.value = given.get(field.name) ?? "";
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  }
  for (const name of ["reads", "can"]) spread(name, given.getAll(name));
  form.querySelector("details").open ||= [...form.querySelectorAll("details input")].some((input) => input.value);
  const [, minus, name] = /^(-?)(.*)$/.exec(given.get("sort") ?? "");
  const isColumn = Object.hasOwn(COLUMNS, name) && name !== "source";
  Object.assign(state, isColumn ? { sort: name, down: minus === "-" } : FIRST);
  const columns = (given.get("columns") ?? "").split(".").filter((name) => OPTIONAL.includes(name));
  state.columns = columns.length ? columns : STANDARD.split(" ");
  chosen.clear();
  for (const id of given.getAll("m").slice(0, MOST)) chosen.set(id, models?.find((row) => row.id === id)?.name ?? id);
  return given.size > 0;
}

// The tray
function drawTray() {
  const size = chosen.size;
  tray.hidden = !size;
  const to = `${form.dataset.compare}?${[...chosen.keys()].map((id) => `m=${encodeURIComponent(id).replaceAll("%2F", "/")}`).join("&amp;")}`;
  const act = size > 1 ? `<a class="btn on" href="${to}">Compare ${NUMBERS[size].toLowerCase()}</a>` : '<span class="muted">Choose another to compare.</span>';
  const names = [...chosen].map(([id, name]) => `<li>${escape(name)} <button type="button" value="${escape(id)}" aria-label="Take ${escape(name)} out">×</button></li>`);
  tray.innerHTML = `<span class="muted">${NUMBERS[size]} to compare</span><ul class="wideonly">${names.join("")}</ul>${act}`;
  for (const box of table.querySelectorAll("input")) {
    box.checked = chosen.has(box.value);
    box.disabled = size >= MOST && !box.checked;
    box.closest("tr").classList.toggle("held", box.checked);
  }
}

function choose(id, name) {
  if (!chosen.delete(id)) chosen.set(id, name);
  drawTray();
  keep();
}

// CSV: what a spreadsheet would take for a formula gets an apostrophe before it.
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const plain = document.createElement("template");
function bare(html) {
  plain.innerHTML = html;
  return plain.content.querySelector(".gap") ? "" : plain.content.textContent;
}

async function save() {
  await update({ heads: false });
  const unit = (key) => (["input", "output", "cached"].includes(key) ? ", USD per 1M tokens" : "");
  const lines = [["Id", "Model", ...state.columns.map((key) => head(key) + unit(key))]];
  for (const row of rows) {
    const values = state.columns.map((key) => (COLUMNS[key].raw ?? ((item) => bare(COLUMNS[key].cell(item))))(row));
    lines.push([row.model.id, row.model.name, ...values]);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.map((values) => `${values.map(cell).join(",")}\r\n`).join("")], { type: "text/csv" }));
  link.download = isOffers() ? "offers.csv" : "models.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Events
form.addEventListener("submit", (event) => {
  event.preventDefault();
  table.scrollIntoView();
});
form.addEventListener("input", ({ target }) => {
  const name = target.name;
  if (target.dataset.many) {
    const place = [...form.querySelectorAll(`select[name="${name}"]`)].indexOf(target);
    spread(name, values(name));
    const selects = form.querySelectorAll(`select[name="${name}"]`);
    selects[Math.min(place, selects.length - 1)].focus();
  }
  if (target.tagName === "SELECT") {
    update({ heads: name === "view" });
    keep();
    return;
  }
  // The letter is painted first, so that typing never waits for the table.
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => setTimeout(update, 0, { heads: false }));
  clearTimeout(pending);
  pending = setTimeout(keep, 300, name);
});
form.addEventListener("focusin", () => (sight = 0));
form.addEventListener("focusout", ({ target }) => pending && keep(target.name));
form.addEventListener("reset", () => setTimeout(() => {
  for (const name of ["reads", "can"]) spread(name, []);
  keep();
  update();
  form.q.focus();
}));
table.addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") choose(target.value, target.closest("tr").querySelector("th").textContent);
});
table.tHead.addEventListener("click", ({ target }) => {
  const key = target.closest("button")?.parentElement.dataset.k;
  if (!key) return;
  state.down = key === state.sort ? !state.down : DESCENDING.has(key);
  state.sort = key;
  keep();
  update();
});
tray.addEventListener("click", ({ target }) => {
  if (target.value) choose(target.value);
});
more.addEventListener("click", async () => {
  const before = state.limit;
  if (!rows) await update({ heads: false });
  state.limit = before + PAGE;
  draw(before / CHUNK);
  table.tBodies[before / CHUNK].querySelector("a").focus();
});
document.getElementById("csv").addEventListener("click", save);
chooser.addEventListener("toggle", () => {
  if (chooser.querySelector("fieldset")) return;
  const boxes = OPTIONAL.map((key) => `<label><input type="checkbox" value="${key}"${state.columns.includes(key) ? " checked" : ""}> ${COLUMNS[key].text}</label>`);
  chooser.insertAdjacentHTML("beforeend", `<fieldset><legend class="vh">Columns to show</legend>${boxes.join("")}</fieldset>`);
});
chooser.addEventListener("change", () => {
  const boxes = [...chooser.querySelectorAll("input:checked")];
  state.columns = boxes.map((box) => box.value);
  if (!boxes.length) chooser.querySelector("input").checked = state.columns = ["lab"];
  keep();
  update();
});
addEventListener("popstate", () => {
  typed = undefined;
  chooser.querySelector("fieldset")?.remove();
  chooser.open = false;
  take();
  drawTray();
  update();
});
for (const kind of ["pointerenter", "focusin"]) {
  for (const part of [form, table.tHead, more]) part.addEventListener(kind, () => begin().catch(() => (loading = undefined)), { once: true });
}

const early = query({ own: false });
if (take()) {
  update().then(drawTray);
} else if (early) {
  new URLSearchParams(early).forEach((value, name) => { form.elements[name].value = value; });
  update();
} else drawHead();
for (const plainly of document.querySelectorAll("[data-plain]")) plainly.hidden = true;
