// Results: the rows of a page narrowed down by lab, weights and price; a rank stays that of the whole group.
const form = document.getElementById("narrow");
const status = document.getElementById("narrowed");
const clear = form.querySelector("[type=reset]");
const { lab, weights, price } = form.elements;
const rows = [...document.querySelectorAll("tr[data-lab]")];
const sections = [...document.querySelectorAll("main section")].filter((part) => part.querySelector("tr[data-lab]"));
const turning = [...document.querySelectorAll(".pager a")].map((link) => [link, link.href]);

// What is no number bounds nothing, and says so by its underline.
function highest() {
  const text = price.value.trim().replace(",", ".");
  const most = text ? Number(text) : Infinity;
  price.setAttribute("aria-invalid", Number.isNaN(most));
  return Number.isNaN(most) ? Infinity : most;
}

function narrow() {
  const most = highest();
  for (const row of rows) {
    const { lab: by, weights: kind, price: asked } = row.dataset;
    const isIn = (!lab.value || by === lab.value) && (!weights.value || kind === weights.value);
    row.hidden = !isIn || (most < Infinity && !(asked && Number(asked) <= most));
  }
  for (const part of sections) part.hidden = !part.contains(form) && !part.querySelector("tr[data-lab]:not([hidden])");
  tell();
}

function tell() {
  const chosen = [lab, weights, price].map((field) => [field.name, field.value.trim()]).filter(([, value]) => value);
  const asked = chosen.length ? `?${new URLSearchParams(chosen)}` : "";
  const shown = rows.filter((row) => !row.hidden).length;
  const where = turning.length ? " on this page" : "";
  clear.hidden = !chosen.length;
  status.textContent = chosen.length ? `${shown} of ${rows.length} results${where}; each keeps its rank among all.` : "";
  history.replaceState(null, "", `${location.pathname}${asked}${location.hash}`);
  for (const [link, href] of turning) link.href = `${href}${asked}`;
}

const asked = new URLSearchParams(location.search);
for (const field of [lab, weights, price]) {
  field.value = asked.get(field.name) ?? "";
  if (field.selectedIndex === -1) field.value = ""; // a lab that this page does not know
}
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  narrow();
});
form.addEventListener("reset", () => setTimeout(narrow));
if (asked.size) narrow();
