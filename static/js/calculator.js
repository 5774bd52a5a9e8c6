// The calculator: a reader's own job, priced from the data in the page; its state stands in the address.
import { compare, dollars, grouped, read, times } from "./money.js";
import { rated, receipt, said } from "./receipt.js";

const FIELDS = ["n", "new", "kept", "cached", "out", "long"];
const PARTS = { input: ["new", "kept"], cache_write: ["kept"], cache_read: ["cached"], output: ["out"] };
const FIRST = 10;

export const element = (name, given = {}, ...children) => {
  const made = Object.assign(document.createElement(name), given);
  made.append(...children);
  return made;
};

// Digits, however they are grouped; nothing for anything else.
const whole = (text) => {
  const digits = text.replace(/[\s,._'’]/g, "");
  return /^\d{1,12}$/.test(digits) ? BigInt(digits) : null;
};

// A preset in tokens of one request; where they do not divide, the whole job is one request.
function fieldsOf(job) {
  const totals = Object.keys(PARTS).map((name) => BigInt(job[name] ?? 0));
  const requests = BigInt(job.requests);
  const each = totals.every((tokens) => tokens % requests === 0n) ? requests : 1n;
  const [input, kept, cached, out] = totals.map((tokens) => tokens / each);
  return { n: each, new: input + kept, kept, cached, out, long: BigInt(job.longest ?? 0), batch: Boolean(job.batch) };
}

function jobOf(fields) {
  const tokens = (name) => fields.n * PARTS[name].reduce((left, field, at) => (at ? left - fields[field] : fields[field]), 0n);
  const average = fields.new + fields.cached;
  return {
    requests: fields.n, ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, tokens(name)])),
    longest: fields.long > average ? fields.long : average, batch: fields.batch,
  };
}

// How one sum stands to another, in whole per cent or times.
export function against(value, other) {
  if (!value || !other || !other.digits) return "";
  const order = compare(value, other);
  if (!order) return "the same";
  const places = Math.max(value.places, other.places);
  const [one, two] = [value, other].map((sum) => sum.digits * 10n ** BigInt(places - sum.places));
  if (one >= 2n * two) {
    const tenths = (one * 10n + two / 2n) / two;
    return `${grouped(tenths / 10n)}.${tenths % 10n} times`;
  }
  const share = ((one > two ? one - two : two - one) * 100n + two / 2n) / two;
  return share ? `${share} % ${order < 0 ? "less" : "more"}` : `slightly ${order < 0 ? "less" : "more"}`;
}

function priced(job, offer) {
  const made = receipt(job, offer);
  const isBatch = Boolean(made.batchLines);
  const lines = isBatch ? made.batchLines : made.lines;
  const total = isBatch ? made.batch : made.total;
  return { ...made, offer, lines, total, isBatch, atOnce: made.total, text: said(total, lines.map((line) => line.rate)) };
}

const sumCell = (text, sign = "") => {
  const className = text.startsWith("$") ? "num" : text === "unknown" ? "word" : "word free";
  return element("td", { className: "r" }, element("span", { className }, text.replace(/^\$/, sign)));
};

// Why a sum is not known, where the prices tell.
function gap(found) {
  const open = found.lines.filter((line) => line.amount === null && line.rate === null).map((line) => line.what.toLowerCase());
  if (found.total || !open.length) return "";
  return open.length === found.lines.length && found.offer.price ? " Its price for requests this long is not known." : ` It states no price for ${open.join(" and ")}.`;
}

function bill(found, job) {
  const rows = found.lines.map((line) => element("tr", {},
    element("th", { scope: "row" }, line.what, element("span", { className: "sub" }, `${grouped(line.tokens)}${/^\d/.test(rated(line.rate)) ? " at" : ", price"} ${rated(line.rate)}`)),
    sumCell(said(line.amount, [line.rate]))));
  const notes = [
    job.batch && (found.isBatch ? `At the batch price; at once, ${said(found.atOnce, [])}.` : "It states no batch price."),
    found.uncached && found.atOnce && compare(found.uncached, found.atOnce) ? `Without a cache, ${said(found.uncached, [])}.` : "",
    found.fits === false ? "Its longest request does not fit the context." : "",
  ];
  return [
    element("h4", {}, `At ${found.offer.name}`),
    element("table", {},
      element("caption", { className: "vh" }, `The job at ${found.offer.name}, in dollars`),
      element("tbody", {}, ...rows),
      element("tfoot", {}, element("tr", {}, element("th", { scope: "row" }, "Total"), sumCell(found.text, "$")))),
    element("p", { className: "note" }, notes.filter(Boolean).join(" ")),
  ];
}

const order = (one, two) => (one.total && two.total ? compare(one.total, two.total) : one.total ? -1 : two.total ? 1 : 0);

function ranking(all, chosen, whose, first) {
  const rows = [...all].sort(order).slice(0, first).map((found) => {
    const stands = found === chosen ? "chosen" : found.total?.digits ? against(found.total, chosen.total) : "";
    const row = element("tr", { className: found === chosen ? "lead" : "" },
      element("th", { scope: "row" }, found.offer.name), sumCell(found.text),
      element("td", { className: "r" }, stands || "–"));
    return row;
  });
  const heads = [[whose, ""], ["Total, $", "r"], ["Against the chosen", "r"]];
  return element("table", { className: "t" },
    element("caption", { className: "vh" }, "The same job elsewhere, cheapest first, what is not known last"),
    element("thead", {}, element("tr", {}, ...heads.map(([text, className]) => element("th", { scope: "col", className }, text)))),
    element("tbody", {}, ...rows));
}

function start(root) {
  const { jobs, offers } = JSON.parse(root.querySelector("script").textContent);
  const form = root.querySelector("form");
  const [own, others, status] = ["bill", "others", "status"].map((name) => root.querySelector(`[data-${name}]`));
  const { job: preset, at } = form.elements;
  const first = Object.keys(jobs)[0];
  let shown = FIRST;

  const fill = (fields) => {
    for (const name of FIELDS) form.elements[name].value = grouped(fields[name]);
    form.elements.batch.checked = fields.batch;
  };

  // The fields as numbers, or the one that cannot be read.
  const readFields = () => {
    const fields = { batch: form.elements.batch.checked };
    for (const name of FIELDS) {
      const value = whole(form.elements[name].value);
      if (value === null || (name === "n" && !value)) return { wrong: name, why: "Write a whole number of at most twelve digits here." };
      fields[name] = value;
    }
    return fields.kept > fields.new ? { wrong: "kept", why: "No more can be kept than is new." } : { fields };
  };

  const keep = (fields) => {
    const query = new URLSearchParams(location.search);
    for (const name of ["job", "at", "batch", ...FIELDS]) query.delete(name);
    if (!preset.value) {
      for (const name of FIELDS) query.set(name, fields[name]);
      if (fields.batch) query.set("batch", "1");
    } else if (preset.value !== first) query.set("job", preset.value);
    if (at.value !== offers[0].key) query.set("at", at.value);
    const text = query.toString();
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  };

  const show = () => {
    const { fields, wrong, why } = readFields();
    for (const name of FIELDS) form.elements[name].toggleAttribute("aria-invalid", name === wrong);
    if (wrong) form.elements[wrong].setAttribute("aria-invalid", "true");
    own.hidden = others.hidden = Boolean(wrong);
    if (wrong) return status.replaceChildren(why);
    const job = preset.value ? jobs[preset.value] : jobOf(fields);
    const all = offers.map((offer) => priced(job, offer));
    const chosen = all.find((found) => found.offer.key === at.value) ?? all[0];
    own.replaceChildren(...bill(chosen, job));
    others.hidden = all.length < 2;
    const more = element("button", { type: "button", className: "btn", hidden: all.length <= shown }, `Show all ${all.length}`);
    more.addEventListener("click", () => { shown = all.length; show(); others.querySelector("table").focus(); });
    others.replaceChildren(ranking(all, chosen, root.dataset.whose, shown), more);
    status.replaceChildren(`${chosen.offer.name}: ${chosen.text} for the job.${gap(chosen)}`);
    return keep(fields);
  };

  const open = () => {
    const query = new URLSearchParams(location.search);
    const known = query.get("job") in jobs ? query.get("job") : first;
    const given = FIELDS.some((name) => query.has(name));
    const fields = fieldsOf(jobs[known]);
    fill(fields);
    for (const name of FIELDS) if (query.has(name)) form.elements[name].value = query.get(name);
    if (given) form.elements.batch.checked = query.get("batch") === "1";
    preset.value = given ? "" : known;
    at.value = offers.some((offer) => offer.key === query.get("at")) ? query.get("at") : offers[0].key;
    show();
  };

  preset.addEventListener("change", () => { if (preset.value) fill(fieldsOf(jobs[preset.value])); });
  form.addEventListener("input", (event) => {
    if (event.target !== preset && event.target !== at) preset.value = "";
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", open);
  root.hidden = false;
  open();
}

document.querySelectorAll("[data-calculator]").forEach(start);
document.addEventListener("calculator", (event) => start(event.detail));
