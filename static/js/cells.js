// Cells: how each value of the table is written, the same as the program writes it into the first page.
const READS = ["text", "image", "audio", "video", "PDF"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NOT_STATED = '<span class="word">not stated</span>';
const SIZES = [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "K"]];
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const PADDED = 4;

export const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

export const gap = (text = "not stated") => `<span class="gap">${text}</span>`;

export const isNumber = (text) => /^[\d.]+$/.test(text);

// Money is text and stays text: only zeros and commas are added.
export function dollars(text) {
  const [whole, fraction = ""] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction.padEnd(2, "0")}`;
}

export const fraction = (text) => (isNumber(text) ? Math.max(2, (text.split(".")[1] ?? "").length) : 0);

export function amount(text, longest) {
  if (!text) return NOT_STATED;
  if (text === "0") return '<span class="word free">no charge</span>';
  if (isNumber(text)) {
    const pad = Math.min(longest - fraction(text), PADDED);
    return `<span class="num${pad > 0 ? ` p${pad}` : ""}">${dollars(text)}</span>`;
  }
  if (text.includes(" per ")) {
    const [number, unit] = text.split(" per ");
    return `<span class="num">${dollars(number)}</span> <small>per ${unit}</small>`;
  }
  const firm = text === "free" || text === "included";
  return `<span class="word${firm ? " free" : ""}">${text.replace("-", " ")}</span>`;
}

// Three digits, rounded half up; whole numbers until the last step, so that no half is lost.
export function count(value) {
  if (!value) return gap();
  for (const [size, letter] of SIZES) {
    if (value < size - size / 2000) continue;
    const places = value < 10 * size ? 100 : value < 100 * size ? 10 : 1;
    return `${Math.max(1, Math.round((value * places) / size) / places)}${letter}`;
  }
  return `${value}`;
}

export const reads = (mask) => READS.filter((_, place) => mask & (1 << place)).join(", ");

export const month = (text) => `${MONTHS[text.slice(5, 7) - 1]} ${text.slice(0, 4)}`;

export const group = (number) => `${number}`.replace(/\B(?=(\d{3})+$)/g, ",");
