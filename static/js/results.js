// Results: the rows of a page narrowed down by lab, weights and price; a rank stays that of the whole group.
const form = document.getElementById("narrow");
const status = document.getElementById("narrowed");
const clear = form.querySelector("[type=reset]");
const { lab, weights, price } = form.elements;
const rows = [...document.querySelectorAll("tr[data-lab]")];
const sections = [...document.querySelectorAll("main section")].filter((part) => part.querySelector("tr[data-lab]"));
const turning = [...document.querySelectorAll(".pager a")].map((link) => [link, link.href]);
const isPage = turning.length > 0;

const highest = () => (price.value.trim() ? Number(price.value.trim().replace(",", ".")) : Infinity);

function narrow() {
  const most = highest();
  const isWrong = Number.isNaN(most);
  price.toggleAttribute("aria-invalid", isWrong);
  if (isWrong) price.setAttribute("aria-invalid", "true");
  const isFree = isWrong || most === Infinity;
  for (const row of rows) {
    const { lab: by, weights: kind, price: asked } = row.dataset;
    const fits = (!lab.value || by === lab.value) && (!weights.value || kind === weights.value);
    row.hidden = !(fits && (isFree || (asked && Number(asked) <= most)));
  }
  for (const part of sections) part.hidden = !part.querySelector("tr[data-lab]:not([hidden])") && !part.contains(form);
  tell();
}

function tell() {
  const chosen = [["lab", lab.value], ["weights", weights.value], ["price", price.value.trim()]].filter(([, value]) => value);
  const asked = chosen.length ? `?${new URLSearchParams(chosen)}` : "";
  const shown = rows.filter((row) => !row.hidden).length;
  clear.hidden = !chosen.length;
  status.textContent = chosen.length ? `${shown} of ${rows.length} results${isPage ? " on this page" : ""}; each keeps its rank among all.` : "";
  history.replaceState(null, "", `${location.pathname}${asked}${location.hash}`);
  for (const [link, href] of turning) link.href = `${href}${asked}`;
}

const asked = new URLSearchParams(location.search);
for (const field of [lab, weights, price]) field.value = asked.get(field.name) ?? "";
for (const field of [lab, weights]) if (!field.value) field.value = "";
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(narrow));
if (asked.size) narrow();
