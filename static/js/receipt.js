// Receipts: what a job costs at an offer, line by line, by the same rules as almanac/catalogue/receipts.py; both pass
// tests/receipts/vectors.json. A sum with an unknown in it is unknown, never 0.
import { cents, dollars, plus, read, times } from "./money.js";

const LINES = { input: "Input", cache_write: "Input, kept in the cache", cache_read: "Cached input", output: "Output" };
const READ = ["input", "cache_write", "cache_read"];
const NAMES = Object.keys(LINES);
const WORDS = { "free": "free", "included": "included", "dynamic": "dynamic", "on-request": "on request" };

const sum = (job) => READ.reduce((so_far, name) => so_far + BigInt(job[name] ?? 0), 0n);
const isOver = (job, tokens) => sum(job) > BigInt(tokens) * BigInt(job.requests);
const reachesOver = (job, tokens) => (job.longest ? BigInt(job.longest) > BigInt(tokens) : isOver(job, tokens));
const stated = (price, name) => (typeof price === "string" ? price : price?.[name]) ?? null;
const over = (rates, row) => Object.fromEntries(NAMES.map((name) => [name, row[name] ?? rates[name]]));
const kept = (rates) => ({ ...rates, cache_write: rates.cache_write ?? rates.input });

// The price of each component for this job; nothing where the tier is not listed.
function ratesOf(offer, job, tier) {
  const rowAt = (kind, above) => offer.rows?.findLast((row) => row.tier === kind && row.above === above);
  const listed = Object.fromEntries(NAMES.map((name) => [name, stated(offer.price, name)]));
  if (tier && !rowAt(tier)) return null;
  const rates = tier ? over(listed, rowAt(tier)) : listed;
  const crossed = (offer.rows ?? [])
    .filter((row) => row.above && (!row.tier || row.tier === tier) && reachesOver(job, row.above))
    .map((row) => row.above);
  if (!crossed.length) return kept(rates);
  const highest = Math.max(...crossed);
  const row = rowAt(tier, highest);
  if (!row || row.marginal || !isOver(job, highest)) return Object.fromEntries(NAMES.map((name) => [name, null]));
  return kept(over(rates, row));
}

const isNumber = (rate) => typeof rate === "string" && !(rate in WORDS);

function amount(tokens, rate) {
  if (isNumber(rate)) return times(BigInt(tokens), read(rate));
  return rate === "free" || rate === "included" ? { digits: 0n, places: 0 } : null;
}

const linesOf = (job, rates) =>
  NAMES.filter((name) => BigInt(job[name] ?? 0)).map((name) => ({
    component: name, what: LINES[name], tokens: BigInt(job[name]), rate: rates[name], amount: amount(job[name], rates[name]),
  }));

const total = (lines) =>
  lines.some((line) => line.amount === null) ? null
    : lines.reduce((so_far, line) => plus(so_far, line.amount), { digits: 0n, places: 0 });

export function receipt(job, offer) {
  const rates = ratesOf(offer, job);
  const lines = linesOf(job, rates);
  const batch = job.batch ? ratesOf(offer, job, "batch") : null;
  const uncached = { ...job, input: sum(job), cache_write: 0, cache_read: 0 };
  return {
    lines,
    total: total(lines),
    batchLines: batch && linesOf(job, batch),
    batch: batch && total(linesOf(job, batch)),
    uncached: total(linesOf(uncached, rates)),
    fits: job.longest && offer.context ? BigInt(job.longest) <= BigInt(offer.context) : null,
  };
}

// How a sum is said: an amount, or the word that stands for it.
export function said(value, rates) {
  if (value === null) return ["dynamic", "on-request"].filter((word) => rates.includes(word)).map((word) => WORDS[word])[0] ?? "unknown";
  if (value.digits) return cents(value);
  if (!rates.length || rates.some(isNumber)) return "no charge";
  return rates.includes("free") ? "free" : "included";
}

// How a rate is said.
export function rated(rate) {
  if (rate === null) return "not stated";
  if (typeof rate === "object") return `$${dollars(read(rate.usd))} per ${rate.per}`;
  return WORDS[rate] ?? (read(rate).digits ? dollars(read(rate)) : "no charge");
}
