// Any two to six models side by side, by the address. The rows, their order and the words of praise follow the same
// rules as almanac/outputs/compare/table.py; the texts come from there too, so nothing is formatted twice.
import { element, start } from "./calculator.js";
import { compare, read } from "./money.js";

const root = document.querySelector("[data-compare]");
const { rows, index, labs, models, most } = JSON.parse(root.querySelector(":scope > script").textContent);
const [form, list, said, place, below] = ["[data-add]", "datalist", "[data-said]", "[data-table]", "[data-below]"].map((name) => root.querySelector(name));
const template = root.querySelector("template");
const files = new Map();

const load = (url) => {
  if (!files.has(url)) files.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer))));
  return files.get(url);
};

// The models that the address names, each once, as many as fit.
const chosen = () => {
  const named = [...new Set(new URLSearchParams(location.search).getAll("m").filter((id) => id.includes("/")))];
  return { ids: named.slice(0, most), cut: named.length - most };
};

function go(ids) {
  const query = new URLSearchParams(location.search);
  query.delete("m");
  for (const id of ids) query.append("m", id);
  const text = query.toString().replaceAll("%2F", "/");
  history.pushState(null, "", `${location.pathname}${text ? `?${text}` : ""}`);
  return show();
}

// A score may be below nothing, which money never is.
function order(one, other) {
  const [left, right] = [one.startsWith("-"), other.startsWith("-")];
  if (left !== right) return left ? -1 : 1;
  const found = compare(read(one.replace("-", "")), read(other.replace("-", "")));
  return left ? -found : found;
}

// Whether all that is not measured costs nothing, so that the rest are the paid ones.
const isFree = (traits) => traits.every((trait) => trait && (trait[1] || ["free", "included", "no charge"].includes(trait[0])));

function compared([key, label, best, higher, gap, note = ""], traits) {
  const known = traits.map((trait) => trait?.[1] || null).filter((measure) => measure !== null);
  const top = known.reduce((so_far, measure) => (so_far !== null && (order(measure, so_far) > 0) !== Boolean(higher) ? so_far : measure), null);
  const differ = best && known.length > 1 && known.some((measure) => order(measure, known[0]));
  const word = differ ? (known.length === traits.length ? best : `${best} ${isFree(traits) ? "paid" : "known"}`) : "";
  return { key, label, gap, note, traits, best: traits.map((trait) => (word && trait?.[1] && !order(trait[1], top) ? word : "")) };
}

function contests(sides) {
  const shared = new Map();
  for (const side of sides) {
    for (const key of Object.keys(side.results)) {
      const count = sides.filter((other) => key in other.results).length;
      const [label, note, higher] = side.contests[key];
      if (count > 1) shared.set(key, [count, [key, label, higher ? "highest" : "lowest", higher, "not measured", note]]);
    }
  }
  const found = [...shared].sort(([one, [many]], [other, [more]]) => more - many || (one < other ? -1 : 1));
  return found.map(([, [, row]]) => row);
}

function tableOf(sides) {
  const fixed = rows.map((row) => compared(row, sides.map((side) => side.traits[row[0]] ?? null)));
  const told = [...fixed, ...contests(sides).map((row) => compared(row, sides.map((side) => side.results[row[0]] ?? null)))]
    .filter((one) => one.traits.some(Boolean));
  const isPartial = (one) => sides.length > 1 && one.traits.filter(Boolean).length === 1;
  const isSame = (one) => new Set(one.traits.map((trait) => JSON.stringify([trait?.[0], trait?.[2] || ""]))).size === 1;
  return {
    differences: told.filter((one) => !isPartial(one) && !isSame(one)),
    partial: told.filter(isPartial),
    same: told.filter((one) => !isPartial(one) && isSame(one)),
    unstated: fixed.filter((one) => !one.traits.some(Boolean) && one.gap === "not stated")
      .map(({ label }) => label[0].toLowerCase() + label.slice(1).split(",")[0]),
  };
}

// Numbers the sources in the order in which the page names them, over the files of several labs.
function numbering() {
  const known = new Map();
  const mark = (source) => {
    const key = String(source);
    if (!known.has(key)) known.set(key, { source, number: known.size + 1 });
    const { number } = known.get(key);
    const made = element("a", { className: "s", href: `#s${number}` }, String(number));
    made.setAttribute("aria-label", `${number}, source: ${source[0]}`);
    return made;
  };
  return { mark, known: () => [...known.values()] };
}

const note = (text) => (text ? [element("span", { className: "note" }, text)] : []);

function cell(one, at, sides, mark) {
  const trait = one.traits[at];
  if (!trait) return element("td", {}, element("span", { className: "v" }, element("span", { className: "word" }, one.gap)));
  const [text, , more, sources = [], isWord, flag] = trait;
  const value = element("span", { className: "v" }, isWord ? element("span", { className: "word free" }, text) : text);
  const praise = one.best[at] ? [" ", element("span", { className: "best" }, one.best[at])] : [];
  return element("td", {}, value, ...sources.map((number) => mark(sides[at].sources[number])), ...praise, ...note(more),
    ...note(flag && element("span", { className: "flag" }, flag)));
}

const line = (one, sides, mark) =>
  element("tr", {}, element("th", { scope: "row" }, one.label, ...note(one.note)), ...sides.map((_, at) => cell(one, at, sides, mark)));

function headOf(side, ids) {
  const button = element("button", { type: "button", className: "btn" }, "Remove");
  button.setAttribute("aria-label", `Remove ${side.name}`);
  button.addEventListener("click", () => go(ids.filter((id) => id !== side.id)).then(() => form.elements.model.focus()));
  return element("th", { scope: "col" }, element("a", { href: `${models}${side.id}/` }, side.name), ...note(`${side.lab}; ${side.at}`), button);
}

function drawn(found, sides, mark) {
  const ids = sides.map((side) => side.id);
  const group = element("tr", { className: "grp" }, element("th", { scope: "rowgroup", colSpan: sides.length + 1 }, "Stated of one only"));
  const lines = (ones) => ones.map((one) => line(one, sides, mark));
  const bodies = [lines(found.differences), found.partial.length ? [group, ...lines(found.partial)] : []];
  const heads = element("tr", {}, element("th", { scope: "col" }, "Where they differ"), ...sides.map((side) => headOf(side, ids)));
  return element("table", { className: `t cmp of${sides.length}` }, element("caption", { className: "vh" }, "Where they differ"),
    element("thead", {}, heads), ...bodies.filter((body) => body.length).map((body) => element("tbody", {}, ...body)));
}

const listed = (words) => (words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0]);

function sameOf(one, sides, mark) {
  const sources = new Map(one.traits.flatMap((trait, at) => (trait?.[3] ?? []).map((number) => [String(sides[at].sources[number]), sides[at].sources[number]])));
  const [text, , more] = one.traits.find(Boolean);
  return element("li", {}, `${one.label}: ${text}${more ? ` (${more})` : ""}`, ...[...sources.values()].map(mark));
}

const sourceOf = ({ source: [title, href, rel, kind, checked], number }) => element("li", { id: `s${number}` },
  element("b", {}, String(number)), element("span", {}, element("a", { href, rel }, title), element("span", { className: "kind" }, `${kind}; ${checked}.`)));

// What stands under the table: the same in all, the calculator, the sources.
function rest(found, sides, { mark, known }) {
  const made = template.content.cloneNode(true);
  const [same, gaps, sum, sources] = [".same", "#same .note", ".calc", ".sources"].map((name) => made.querySelector(name));
  if (sides.length < 2 || !(found.same.length || found.unstated.length)) same.closest("section").remove();
  same.replaceChildren(...found.same.map((one) => sameOf(one, sides, mark)));
  gaps.replaceChildren(found.unstated.length ? `Not stated of any: ${listed(found.unstated)}.` : "");
  const offers = sides.flatMap((side) => side.offers ?? []);
  if (sum && offers.length) {
    const data = sum.querySelector("script");
    data.textContent = JSON.stringify({ ...JSON.parse(data.textContent), offers });
    start(sum);
  } else sum?.parentElement.remove();
  sources.replaceChildren(...known().map(sourceOf));
  below.replaceChildren(made);
}

// One model's column; the name of a snapshot, an alias or a moved model leads to it. Nothing where no model is meant.
async function sideOf(id) {
  const file = await load(`${labs}${id.split("/")[0]}.json`).catch(() => null);
  if (file?.models[id]) return { id, ...file.models[id], sources: file.sources, contests: file.contests };
  const { names } = await load(index);
  return names[id] ? sideOf(names[id]) : null;
}

async function show() {
  const { ids, cut } = chosen();
  if (!ids.length) {
    said.replaceChildren("Two to six models can stand side by side; the address of the page remembers them.");
    place.hidden = true;
    return below.replaceChildren();
  }
  try {
    const columns = await Promise.all(ids.map(sideOf));
    const sides = columns.filter((side, at) => side && columns.findIndex((other) => other?.id === side.id) === at);
    const unknown = ids.filter((_, at) => !columns[at]);
    const numbers = numbering();
    const found = tableOf(sides);
    const names = sides.map((side) => side.name);
    document.title = names.length ? `${names.join(" or ")} – ${document.title.split(" – ").at(-1)}` : document.title;
    place.hidden = !sides.length;
    place.replaceChildren(drawn(found, sides, numbers.mark));
    rest(found, sides, numbers);
    form.elements.model.disabled = form.querySelector("button").disabled = sides.length >= most;
    said.replaceChildren([
      `${names.length} of at most ${most} models.`, names.length === 1 ? "Add a second one." : "",
      cut > 0 ? `The address names ${cut} more than fit; the first ${most} are shown.` : "",
      unknown.length ? `No model is called ${unknown.join(" or ")}.` : "",
    ].filter(Boolean).join(" "));
  } catch {
    said.replaceChildren("The data could not be loaded. Check the connection and load the page again.");
  }
  return undefined;
}

// The id that somebody means: an id or name as it is, however it is spaced; else the shortest name with all the words.
async function meant(text) {
  const { models: all, names } = await load(index);
  const fold = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const [asked, words] = [fold(text), text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)];
  const known = names[text.trim().toLowerCase()];
  const whole = all.find(([id, name]) => [id, id.split("/")[1], name].some((one) => fold(one) === asked));
  const held = all.filter(([id, name, lab]) => words.length && words.every((word) => fold(`${lab} ${name} ${id}`).includes(word)));
  return whole?.[0] ?? known ?? held.reduce((best, one) => (best && best[1].length <= one[1].length ? best : one), null)?.[0];
}

form.elements.model.addEventListener("focus", async () => {
  if (!list.children.length) list.append(...(await load(index)).models.map(([id, name, lab]) => element("option", { value: id }, `${name}, ${lab}`)));
}, { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = form.elements.model.value;
  const id = await meant(text);
  if (!id) return said.replaceChildren(`No model is called ${text}.`);
  form.elements.model.value = "";
  return go([...new Set([...chosen().ids, id])]);
});
addEventListener("popstate", show);
root.hidden = false;
show();
