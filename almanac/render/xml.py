"""XML: elements, attributes and text through a writer that always escapes; feeds, sitemaps and drawings use it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 section 2.2 allows in no document, not even as a character reference."""
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = _IN_TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_TEXT, _ATTRIBUTE = str.maketrans(_IN_TEXT), str.maketrans(_IN_ATTRIBUTE)


@dataclass(frozen=True, slots=True)
class Xml:
    """XML that is already written; only this module makes it, so that no text gets in unescaped."""

    written: str


def text(value: str) -> Xml:
    """Return text escaped, `>` too, so that `]]>` cannot stand; characters that XML forbids are dropped."""
    return Xml(_FORBIDDEN.sub("", value).translate(_TEXT))


def element(name: str, *children: str | Xml, attributes: Mapping[str, str] | None = None) -> Xml:
    """Return an element around its children, of which plain strings are text. ValueError for an impossible name."""
    inner = "".join(_child(child) for child in children)
    opening = "".join([_name(name), *(_attribute(*pair) for pair in (attributes or {}).items())])
    return Xml(f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>")


def lined(children: Iterable[Xml]) -> Xml:
    """Return the children each on a line of its own, for elements whose white space says nothing."""
    return Xml("".join(f"\n{child.written}" for child in children) + "\n")


def document(root: Xml) -> bytes:
    """Return a whole file: declaration, root element and a line end."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root.written}\n'.encode()


def _child(child: str | Xml) -> str:
    return child.written if isinstance(child, Xml) else text(child).written


def _attribute(name: str, value: str) -> str:
    return f' {_name(name)}="{_FORBIDDEN.sub("", value).translate(_ATTRIBUTE)}"'


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of an element or attribute.")
    return name
