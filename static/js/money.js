// Money: exact decimals as a whole number (BigInt) and the count of its decimals. No price ever becomes a float.

export const read = (text) => {
  const [whole, fraction = ""] = text.split(".");
  return { digits: BigInt(whole + fraction), places: fraction.length };
};

const scaled = (value, places) => value.digits * 10n ** BigInt(places - value.places);

export const plus = (one, other) => {
  const places = Math.max(one.places, other.places);
  return { digits: scaled(one, places) + scaled(other, places), places };
};

export const compare = (one, other) => {
  const places = Math.max(one.places, other.places);
  const [left, right] = [scaled(one, places), scaled(other, places)];
  return left < right ? -1 : left > right ? 1 : 0;
};

// A number of tokens at a price for a million of them.
export const times = (tokens, price) => ({ digits: tokens * price.digits, places: price.places + 6 });

const written = (digits, places) => {
  const text = digits.toString().padStart(places + 1, "0");
  return [text.slice(0, text.length - places), text.slice(text.length - places)];
};

export const exact = ({ digits, places }) => {
  const [whole, fraction] = written(digits, places);
  const kept = fraction.replace(/0+$/, "");
  return kept ? `${whole}.${kept}` : whole;
};

export const grouped = (whole) => whole.toString().replace(/\B(?=(\d{3})+$)/g, ",");

// As listed: at least two decimals, never rounded.
export const dollars = (value) => {
  const [whole, fraction = ""] = exact(value).split(".");
  return `${grouped(whole)}.${fraction.padEnd(2, "0")}`;
};

// Rounded half to even, to so many decimals.
export const round = (value, places) => {
  if (value.places <= places) return { digits: scaled(value, places), places };
  const unit = 10n ** BigInt(value.places - places);
  const [whole, rest] = [value.digits / unit, (value.digits % unit) * 2n];
  return { digits: rest > unit || (rest === unit && whole % 2n) ? whole + 1n : whole, places };
};

// A sum, to four decimals; one too small for them says so, because it is not nothing.
export const cents = (value) => {
  const rounded = round(value, 4);
  if (!rounded.digits && value.digits) return "under $0.0001";
  const [whole, fraction] = written(rounded.digits, 4);
  return `$${grouped(whole)}.${fraction}`;
};
