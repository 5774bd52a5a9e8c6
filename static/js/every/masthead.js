// The masthead's search: a link to the index, and with script a dialog, which "/" and Ctrl-K open too.
const find = document.querySelector(".mast .find");
const isWriting = (target) => target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

let typed = null;

// Letters that are typed before the dialog is there are its first letters.
async function search(event) {
  event.preventDefault();
  typed ??= "";
  try {
    (await import("../search.js")).open(find.href, typed);
  } catch {
    location.href = find.href;
  }
  typed = null;
}

find.addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) search(event);
});
addEventListener("keydown", (event) => {
  if (typed !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    typed += event.key;
    event.preventDefault();
    return;
  }
  const isSlash = event.key === "/" && !isWriting(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isSlash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)) search(event);
});
