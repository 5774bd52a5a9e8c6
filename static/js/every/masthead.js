// The masthead's search: a link to the index, and with script a dialog, which "/" and Ctrl-K open too.
const find = document.querySelector(".mast .find");
const isWriting = (target) => target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

async function search(event) {
  event.preventDefault();
  try {
    (await import("../search.js")).open(find.href);
  } catch {
    location.href = find.href;
  }
}

find.addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) search(event);
});
addEventListener("keydown", (event) => {
  const isSlash = event.key === "/" && !isWriting(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isSlash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)) search(event);
});
