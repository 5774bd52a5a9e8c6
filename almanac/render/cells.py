"""Cells: a value formatted once, as text for Markdown and data and as HTML for pages, shared by all that show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

PADDED = 4
"""The style sheet pads a number by up to this many digits, so that decimal points align in a column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A formatted value. Templates place it as HTML by its name alone, and as text by `.text`."""

    text: str
    html: str

    def __html__(self) -> str:
        """Give autoescaping templates the safe form."""
        return self.html

    def __bool__(self) -> bool:
        """An empty cell counts as absent."""
        return bool(self.text)


EMPTY = Cell("", "")


def plain(text: str) -> Cell:
    """Return text that stands for itself."""
    return Cell(text, str(escape(text)))


def number(text: str, *, pad: int = 0) -> Cell:
    """Return a number that never breaks; `pad` counts the digits that the column's longest fraction has more."""
    pad = min(pad, PADDED)
    classes = f"num p{pad}" if pad > 0 else "num"
    return Cell(text, f'<span class="{classes}">{escape(text)}</span>')


def word(text: str, *, firm: bool = False) -> Cell:
    """Return a word that stands where a number would; a firm one (free, included) is an answer, the others are gaps."""
    return Cell(text, f'<span class="word{" free" if firm else ""}">{escape(text)}</span>')


def gap(text: str = "not stated") -> Cell:
    """Return words for a narrow table; the style sheet shows a dash in their place, so that it is one element."""
    return Cell(text, f'<span class="gap">{escape(text)}</span>')


def mark(figure: int, label: str) -> Cell:
    """Return a source mark: a small numeral that leads to the numbered source at the end of the page."""
    return Cell(
        f" [{figure}]",
        f'<a class="s" href="#s{figure}" aria-label="{figure}, source: {escape(label)}">{figure}</a>',
    )


def age(text: str) -> Cell:
    """Return how old a stale fact is; the style sheet sets the dagger before it."""
    return Cell(f" († {text})", f' <span class="age">{escape(text)}</span>')


def flag(text: str) -> Cell:
    """Return a short dispute; the style sheet sets the sign before it."""
    return Cell(f" (≠ {text})", f' <span class="flag">{escape(text)}</span>')


def best(text: str) -> Cell:
    """Return a word of praise that data proves: cheapest paid, longest."""
    return Cell(f" ({text})", f' <span class="best">{escape(text)}</span>')


def small(text: str) -> Cell:
    """Return a unit word behind a figure."""
    return Cell(f" {text}", f" <small>{escape(text)}</small>")


def code(text: str) -> Cell:
    """Return an id."""
    return Cell(f"`{text}`", f"<code>{escape(text)}</code>")


def link(text: str, href: str, *, rel: str = "") -> Cell:
    """Return a link; `rel` is for those that lead out of the site."""
    relation = f' rel="{escape(rel)}"' if rel else ""
    return Cell(f"[{text}]({href})", f'<a href="{escape(href)}"{relation}>{escape(text)}</a>')


def bold(text: str) -> Cell:
    """Return the word that a sentence turns on."""
    return Cell(text, f"<b>{escape(text)}</b>")


def nowrap(cell: Cell) -> Cell:
    """Keep a figure and its unit on one line."""
    return Cell(cell.text, f'<span class="pr">{cell.html}</span>')


def join(cells: Iterable[Cell], by: str = "") -> Cell:
    """Set cells one behind the other; absent ones leave no gap."""
    kept = [cell for cell in cells if cell]
    return Cell(by.join(cell.text for cell in kept), str(escape(by)).join(cell.html for cell in kept))


def safe(html: str, text: str) -> Cell:
    """Return HTML that our own markup room has made safe, with its plain text."""
    return Cell(text, Markup(html))  # noqa: S704 - the markup room sanitised it
