// Rows: what the two data files hold as one object a row, sorted with the unknown last, and narrowed down.
import { isNumber } from "./cells.js";

const WORDS = ["free", "included", "dynamic", "on-request"];
const UNKNOWN = [9, 0];
const SAME = -1;

function* unpacked(columns) {
  const names = Object.keys(columns);
  for (let place = 0; place < columns[names[0]].length; place += 1) {
    const row = { place };
    for (const name of names) row[name] = columns[name][place];
    yield row;
  }
}

export function models(file) {
  const found = [...unpacked(file.rows)];
  for (const row of found) {
    row.id = `${file.labs[row.lab][0]}/${row.slug}`;
    row.text = `${row.name} ${row.id} ${file.labs[row.lab][1]}`.toLowerCase();
    row.model = row;
  }
  return found;
}

export function offers(file, of, providers) {
  const found = [];
  for (const own of unpacked(file.rows)) {
    const model = of[own.model];
    const row = { ...model, ...own, model };
    for (const name of ["context", "longest", "reads", "writes", "can", "cannot"]) {
      if (own[name] === SAME) row[name] = model[name];
    }
    const [id, name] = providers[row.at];
    row.key = row.variant ? `${id}--${row.variant}` : id;
    row.text = `${model.text} ${id} ${name} ${row.variant}`.toLowerCase();
    found.push(row);
  }
  return found;
}

// Prices are numbers here only to be compared; ten digits are told apart exactly.
function price(row, text) {
  if (!text || !row.sold) return UNKNOWN;
  if (isNumber(text)) return [0, Number(text)];
  const word = WORDS.indexOf(text);
  return word < 0 ? [2, parseFloat(text)] : [1, word];
}

const known = (value) => (value ? [0, value] : UNKNOWN);
const day = (text) => (text ? [0, Number(text.replaceAll("-", "").padEnd(8, "0"))] : UNKNOWN);
const flag = (bit) => (row) => (row.can & bit ? [0, 0] : row.cannot & bit ? [0, 1] : UNKNOWN);

export const KEYS = {
  name: (row) => [0, row.model.place],
  lab: (row) => [0, row.lab],
  input: (row) => price(row, row.input),
  output: (row) => price(row, row.output),
  cached: (row) => price(row, row.cached),
  at: (row) => (row.at < 0 ? UNKNOWN : [0, row.at]),
  context: (row) => known(row.context),
  "longest-output": (row) => known(row.longest),
  reads: (row) => known(row.reads),
  writes: (row) => known(row.writes),
  weights: (row) => known(row.weights),
  status: (row) => [0, row.status],
  released: (row) => day(row.released),
  cutoff: (row) => day(row.cutoff),
  sellers: (row) => [0, row.sellers],
  mode: (row) => [0, row.mode],
};

export function sorted(rows, { column, down, bit }) {
  const key = KEYS[column] ?? flag(bit);
  const way = down ? -1 : 1;
  return rows
    .map((row) => [row, key(row)])
    .sort(([, one], [, other]) => one[0] - other[0] || way * (one[1] - other[1]))
    .map(([row]) => row);
}

const within = (value, [from, to]) => (from === null || value >= from) && (to === null || value <= to);

// Of two dates written to another precision only what both say is compared.
function isDated(text, [from, to]) {
  const cut = (other) => text.slice(0, other.length);
  const short = (other) => other.slice(0, text.length);
  return text !== "" && (!from || cut(from) >= short(from)) && (!to || cut(to) <= short(to));
}

// What is free costs less than any bound; a plan's or a router's price meets none.
const costs = (row, text) => (!row.sold ? NaN : text === "free" ? 0 : isNumber(text) ? Number(text) : NaN);

const blend = (row) => 3 * costs(row, row.input) + costs(row, row.output) || Infinity;

// Of the offers of each model the cheapest paid one, in the order given: a model's row never mixes two offers.
export function cheapest(rows) {
  const best = new Map();
  for (const row of rows) {
    const held = best.get(row.model);
    if (!held || blend(row) < blend(held)) best.set(row.model, row);
  }
  return rows.filter((row) => best.get(row.model) === row);
}

export function narrowed(rows, asked) {
  const tests = [];
  for (const word of asked.words) tests.push((row) => row.text.includes(word));
  if (asked.mode >= 0) tests.push((row) => row.mode === asked.mode);
  if (asked.lab >= 0) tests.push((row) => row.lab === asked.lab);
  if (asked.provider >= 0) tests.push((row) => row.at === asked.provider);
  for (const name of ["reads", "writes", "can"]) {
    const mask = asked[name];
    if (mask) tests.push((row) => (row[name] & mask) === mask);
  }
  if (asked.weights) tests.push((row) => row.weights === asked.weights);
  if (asked.status >= 0) tests.push((row) => row.status === asked.status);
  for (const name of ["input", "output"]) {
    if (asked[name]) tests.push((row) => within(costs(row, row[name]), asked[name]));
  }
  if (asked.context) tests.push((row) => row.context > 0 && within(row.context, asked.context));
  if (asked.released) tests.push((row) => isDated(row.released, asked.released));
  return tests.length ? rows.filter((row) => tests.every((test) => test(row))) : rows;
}
