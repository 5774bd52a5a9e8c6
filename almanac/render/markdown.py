"""Markdown: what a text template places, written so that no name can end a cell, open a link or begin a block."""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

from almanac.render.cells import Cell

_UNSEEN = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SIGNS = re.compile(r"[\\`*\[\]|~]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
"""What CommonMark, its tables and its struck out text would read as more than itself."""
_BLOCK = re.compile(r"^ *(?:(?=#{1,6}(?:\s|$)|[-+](?:[-\s]|$)|=+$|>)|\d{1,9}(?=[.)](?:\s|$)))")
"""What would begin a heading, a list, a rule or a quotation where it opens a line."""
_TAG = re.compile(r"<(/?)(a|b|strong|em|code|span)\b([^>]*)>|<[^>]*>")
_HREF = re.compile(r'\bhref="([^"]*)"')
_CLASS = re.compile(r'\bclass="([^"]*)"')
_AROUND = {
    "age": ("(† ", ")"),
    "flag": ("(≠ ", ")"),
    "best": ("(", ")"),
    "b": ("**", "**"),
    "strong": ("**", "**"),
    "em": ("*", "*"),
}
"""What the style sheet sets around a piece, or the browser by its shape."""
_DESTINATION = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C"})


class Markdown(str):
    """Text that is Markdown already, and is placed as it is."""

    __slots__ = ()


class _Piece(NamedTuple):
    """An open element: its name, its class or address, and what stands in it so far."""

    name: str
    what: str
    parts: list[str]


def markdown(value: object, at: str = "") -> Markdown:
    """Write a value as Markdown that shows just this value; `at` is the full address its links are set out from."""
    if isinstance(value, Markdown):
        return value
    text = _drawn(value.html, at) if isinstance(value, Cell) else _escaped(str(value))
    return Markdown(_BLOCK.sub(r"\g<0>\\", text))


def link(text: str, href: str, at: str = "") -> Markdown:
    """Write a link by its full address, where `at` tells it: a twin is read far from its page."""
    return Markdown(f"[{_escaped(text)}]({_destination(href, at)})")


def code(text: str) -> Markdown:
    """Write an id as code; one with a sign that code or a table cannot hold stands as plain text."""
    return Markdown(_escaped(text) if {"`", "|"} & set(text) else f"`{_UNSEEN.sub(' ', text)}`")


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", _UNSEEN.sub(" ", text))


def _destination(href: str, at: str) -> str:
    return urljoin(at, href).translate(_DESTINATION)


def _drawn(html: str, at: str) -> str:
    """Write what our own cells and prose draw. An element without a form in Markdown gives way to what is in it."""
    pieces = [_Piece("", "", [])]
    end = 0
    for tag in _TAG.finditer(html):
        pieces[-1].parts.append(_words(html[end : tag.start()], pieces[-1]))
        end = tag.end()
        if tag[1]:
            closed = pieces.pop()
            pieces[-1].parts.append(_closed(closed, at))
        elif tag[2]:
            pieces.append(_opened(tag[2], tag[3]))
        elif tag[0].startswith("<br"):
            pieces[-1].parts.append(" ")
    return "".join((*pieces[0].parts, _escaped(unescape(html[end:]))))


def _words(text: str, inside: _Piece) -> str:
    return unescape(text) if inside.name == "code" else _escaped(unescape(text))


def _opened(name: str, attributes: str) -> _Piece:
    css = _CLASS.search(attributes)
    if name == "a" and not (css and css[1] == "s"):
        href = _HREF.search(attributes)
        return _Piece(name, unescape(href[1]) if href else "", [])
    return _Piece("hidden" if 'aria-hidden="true"' in attributes else name, css[1] if css else "", [])


def _closed(piece: _Piece, at: str) -> str:
    """Write an element that has ended."""
    inside = "".join(piece.parts)
    match piece.name:
        case "hidden":
            return ""
        case "code":
            return code(inside)
        case "a":
            return f" [{inside}]" if piece.what == "s" else f"[{inside}]({_destination(piece.what, at)})"
        case name:
            before, after = _AROUND.get(piece.what if name == "span" else name, ("", ""))
            return f"{before}{inside}{after}"
