"""What a reader sees of a page: its words, rows, links and headings, taken from the bytes that are published."""

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from almanac.outputs.output import Output

HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)


def html(outputs: Iterable[Output], path: str) -> str:
    """Return one page; the others are not drawn."""
    (output,) = (output for output in outputs if output.path == path)
    return output.draw().decode().replace("\u00a0", " ")


def main(page: str) -> str:
    """Return what stands between the masthead and the footer."""
    return page.partition('<main id="main">')[2].partition("</main>")[0]


SIGNS = (
    (re.compile(r'<a class="s"[^>]*>(\d+)</a>'), r" [\1]"),
    (re.compile(r'<span class="age">(.*?)</span>'), r" †\1 "),
    (re.compile(r'<span class="flag">(.*?)</span>'), r" ≠\1 "),
    (re.compile(r"</(?:td|th|dt|dd|li|p|h\d|summary|caption|button|small|figcaption)>|<br>|<span class=\"sub\">"), " "),
    (re.compile(r"<[^>]+>"), ""),
)
"""What stands for a mark, an age and a dispute, and what parts words."""


def words(part: str) -> str:
    """Return the words of a part of a page, marks as [1], ages behind †, disputes behind ≠."""
    text = HIDDEN.sub("", part)
    for sign, written in SIGNS:
        text = sign.sub(written, text)
    return " ".join(unescape(text).split())


def rows(page: str, *, under: str = "") -> list[str]:
    """Return the rows of the tables of a page, or of one section, as words; their heads are left out."""
    part = section(page, under) if under else main(page)
    return [words(row) for row in re.findall(r"<tr.*?</tr>", part, re.DOTALL) if "<td" in row]


def section(page: str, fragment: str) -> str:
    """Return one section by its fragment id, with the sections inside it."""
    rest = page.partition(f'id="{fragment}"')[2].partition(">")[2]
    depth = 1
    for tag in re.finditer(r"<(/?)section\b", rest):
        depth += -1 if tag[1] else 1
        if not depth:
            return rest[: tag.start()]
    return ""


def links(part: str) -> dict[str, str]:
    """Return the links of a part of a page: words to address."""
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', part, re.DOTALL)
    return {words(text): unescape(href) for href, text in found}


def headings(page: str) -> list[str]:
    """Return the headings between masthead and footer."""
    return [words(text) for _, text in re.findall(r"<h([1-4])[^>]*>(.*?)</h\1>", main(page), re.DOTALL)]


def figures(page: str) -> dict[str, str]:
    """Return the key figures: label to the words under it."""
    found = re.findall(r'<div class="fig[^"]*"><dt>(.*?)</dt>(.*?)</div>', page, re.DOTALL)
    return {words(label): words(rest) for label, rest in found}


def data(page: str) -> dict[str, dict[str, Any]]:
    """Return the structured data of a page, each node by its type."""
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert text is not None
    return {node["@type"]: node for node in json.loads(text[1])["@graph"]}


def description(page: str) -> str:
    """Return what a page says of itself in a list of results."""
    found = re.search(r'<meta name="description" content="(.*?)">', page)
    assert found is not None
    return unescape(found[1])
