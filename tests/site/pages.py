"""Reading of built pages: links, ids, headings, text and structured data, by the standard library's parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass(slots=True)
class Html:
    """What a page holds."""

    title: str = ""
    text: str = ""
    description: str = ""
    canonical: str = ""
    noindex: bool = False
    refresh: bool = False
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    unlabelled_heads: int = 0
    styles: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()
        self._inside: list[str] = []
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if tag not in {"meta", "link", "br", "hr", "img", "input"}:
            self._inside.append(tag)
        if "id" in given:
            page.ids.append(given["id"])
        page.styles += "style" in given or tag == "style"
        page.styles += any(name.startswith("on") for name in given)
        match tag:
            case "a":
                page.links.append(given.get("href", ""))
            case "link" if given.get("rel") == "canonical":
                page.canonical = given["href"]
            case "link":
                page.resources.append(given["href"])
            case "script" if given.get("type") == "application/ld+json":
                self._data = True
            case "script" | "img":
                page.resources.append(given.get("src", ""))
            case "meta" if given.get("name") == "description":
                page.description = given["content"]
            case "meta" if given.get("name") == "robots":
                page.noindex = "noindex" in given["content"]
            case "meta" if given.get("http-equiv", "").lower() == "refresh":
                page.refresh = True
            case "th":
                page.unlabelled_heads += "scope" not in given
            case "h1" | "h2" | "h3" | "h4":
                page.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass
        self._data = False

    def handle_data(self, data: str) -> None:
        if self._data:
            self.page.data.append(data)
        elif "title" in self._inside and "svg" not in self._inside:
            self.page.title += data
        elif not {"script", "style"} & set(self._inside):
            self.page.text += data


def read_page(file: Path) -> Html:
    """Read one page."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.page.text = " ".join(reader.page.text.split())
    return reader.page
