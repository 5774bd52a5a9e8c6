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

const ZEROS = { "": 0, k: 3, m: 6, b: 9 };

// Digits, however they are grouped, or a short form such as 10k or 2.5M; nothing for anything else.
export const whole = (text) => {
  const [, number, unit] = /^(\d[\d\s,._'’]*)([kmb]?)$/i.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const zeros = ZEROS[unit.toLowerCase()];
  const [, before, point, comma] = /^(\d+)(?:\.(\d+)|,(\d{1,2}))\s*$/.exec(number) ?? [];
  const fraction = point ?? comma ?? "";
  if (fraction && !zeros && fraction.length !== 3) return null;
  const digits = fraction && zeros ? before + fraction.padEnd(zeros, "0") : number.replace(/\D/g, "") + "0".repeat(zeros);
  return /^\d{1,12}$/.test(digits) && fraction.length <= (zeros || 3) ? BigInt(digits) : null;
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

const sumCell = (text) => {
  const className = text.startsWith("$") ? "num" : text === "unknown" ? "word" : "word free";
  return element("td", { className: "r" }, element("span", { className }, text.replace("$", "")));
};

const row = (name, ...cells) => element("tr", {}, element("th", { scope: "row" }, ...name), ...cells);

const lineOf = ({ what, tokens, rate, amount }) => {
  const price = rated(rate);
  return row([what, element("span", { className: "sub" }, `${grouped(tokens)}${/^\d/.test(price) ? " at" : ", price"} ${price}`)], sumCell(said(amount, [rate])));
};

// What would change a sum, and why one is not known, where the prices tell.
function notes(found, job) {
  const open = found.lines.filter((line) => line.amount === null && line.rate === null).map((line) => line.what.toLowerCase());
  return [
    found.total || !open.length ? "" : open.length === found.lines.length && found.offer.price ? "Its price for requests this long is not known." : `It states no price for ${open.join(" and ")}.`,
    job.batch && (found.isBatch ? `That is the batch price; at once, ${said(found.atOnce, [])}.` : "It states no batch price."),
    found.uncached && found.atOnce && compare(found.uncached, found.atOnce) ? `Without a cache, ${said(found.uncached, [])}.` : "",
    found.fits === false ? "The longest request does not fit the context." : "",
  ].filter(Boolean).join(" ");
}

const order = (one, two) => (one.total && two.total ? compare(one.total, two.total) : one.total ? -1 : two.total ? 1 : 0);

function rankOf(found, chosen) {
  const stands = found === chosen ? "chosen" : (found.total?.digits && against(found.total, chosen.total)) || "–";
  const made = row([found.offer.name], sumCell(found.text), element("td", { className: "r" }, stands));
  made.className = found === chosen ? "lead" : "";
  return made;
}

export function start(root) {
  const { jobs, offers } = JSON.parse(root.querySelector("script").textContent);
  const form = root.querySelector("fieldset");
  const [status, sums, bill, ranks, more] = ["[role=status]", ".sums", ".receipt", ".own", "button"].map((name) => root.querySelector(name));
  const { job: preset, at } = form.elements;
  const rare = form.querySelector("details");
  at.append(...offers.map(({ key, name }) => element("option", { value: key }, name)));
  const first = Object.keys(jobs)[0];
  let shown = FIRST;

  const fill = (fields) => {
    for (const name of FIELDS) form.elements[name].value = grouped(fields[name]);
    form.elements.batch.checked = fields.batch;
    rare.open ||= Boolean(fields.kept || fields.cached);
  };

  // The fields as numbers, or the one that cannot be read.
  const readFields = () => {
    const fields = { batch: form.elements.batch.checked };
    for (const name of FIELDS) {
      const value = whole(form.elements[name].value);
      if (value === null || (name === "n" && !value)) return { wrong: name, why: "Write a whole number here, such as 1,500, 10k or 2.5M." };
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
    const text = query.toString().replaceAll("%2F", "/");
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  };

  const show = () => {
    const { fields, wrong, why } = readFields();
    for (const name of FIELDS) form.elements[name].removeAttribute("aria-invalid");
    sums.hidden = more.hidden = Boolean(wrong);
    if (wrong) {
      rare.open ||= rare.contains(form.elements[wrong]);
      form.elements[wrong].setAttribute("aria-invalid", "true");
      return status.replaceChildren(why);
    }
    const job = preset.value ? jobs[preset.value] : jobOf(fields);
    const all = offers.map((offer) => priced(job, offer));
    const chosen = all.find((found) => found.offer.key === at.value) ?? all[0];
    bill.caption.replaceChildren(chosen.offer.name);
    bill.tBodies[0].replaceChildren(...chosen.lines.map(lineOf));
    bill.tFoot.rows[0].cells[1].replaceChildren(chosen.text);
    ranks.hidden = all.length < 2;
    ranks.tBodies[0].replaceChildren(...[...all].sort(order).slice(0, shown).map((found) => rankOf(found, chosen)));
    more.hidden = all.length <= shown;
    more.replaceChildren(`Show all ${all.length}`);
    status.replaceChildren(`${chosen.offer.name}: ${chosen.text} for the job. ${notes(chosen, job)}`);
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
    const folded = root.querySelector(":scope > details");
    if (folded && (given || query.has("job") || query.has("at"))) folded.open = true;
    show();
  };

  preset.addEventListener("change", () => { if (preset.value) fill(fieldsOf(jobs[preset.value])); });
  form.addEventListener("input", (event) => {
    if (event.target !== preset && event.target !== at) preset.value = "";
    show();
  });
  more.addEventListener("click", () => {
    shown = offers.length;
    show();
    at.focus();
  });
  addEventListener("popstate", open);
  root.hidden = false;
  open();
}

document.querySelectorAll("[data-calculator]").forEach(start);
