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
    elements: int = 0
    unlabelled_heads: int = 0
    styles: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()
        self._inside: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        page.elements += 1
        if tag not in {"meta", "link", "br", "hr", "img", "input"}:
            self._inside.append(tag)
        if "id" in given:
            page.ids.append(given["id"])
        page.styles += "style" in given or tag == "style"
        page.styles += any(name.startswith("on") for name in given)
        if tag in {"h1", "h2", "h3", "h4"}:
            page.headings.append(int(tag[1]))
        getattr(self, f"_{tag}", self._other)(given)

    def _other(self, _given: dict[str, str]) -> None:
        """Pass over an element that tells us nothing."""

    def _a(self, given: dict[str, str]) -> None:
        self.page.links.append(given.get("href", ""))

    def _link(self, given: dict[str, str]) -> None:
        if given.get("rel") == "canonical":
            self.page.canonical = given["href"]
        else:
            self.page.resources.append(given["href"])

    def _script(self, given: dict[str, str]) -> None:
        if given.get("type") == "application/ld+json":
            self._is_data = True
        elif given.get("type") == "application/json":
            pass  # data for a script of the page
        else:
            self.page.resources.append(given.get("src", ""))

    def _img(self, given: dict[str, str]) -> None:
        self.page.resources.append(given.get("src", ""))

    def _meta(self, given: dict[str, str]) -> None:
        match given.get("name") or given.get("http-equiv", "").lower():
            case "description":
                self.page.description = given["content"]
            case "robots":
                self.page.noindex = "noindex" in given["content"]
            case "refresh":
                self.page.refresh = True

    def _th(self, given: dict[str, str]) -> None:
        self.page.unlabelled_heads += "scope" not in given

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass
        self._is_data = False

    def handle_data(self, data: str) -> None:
        if self._is_data:
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
