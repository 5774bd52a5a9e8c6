"""The output: one file of the site, before it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Later:
    """A view that is made when it is drawn, because making it costs more than knowing that it will be there.

    `make` must depend on nothing that changes; whoever draws the output may do so in another process.
    """

    make: Callable[[], Any]
    noindex: bool = False
    """Whether the page asks search engines to leave it out: known before it is made."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file that the site will hold.

    `path` is site-relative with `/` ("models/openai/gpt-4.1-nano/index.html"); `view` is the frozen value it shows, or
    what will make it; `render` turns the view into bytes and depends on nothing else; `origin` says who claims the
    path, for messages; `anchors` are the fragment ids that other pages may link to, or what reads them off the view;
    `key`, where drawing costs so much that the bytes are kept between builds, names all that they depend on.
    """

    path: str
    view: object
    render: Callable[[Any], bytes]
    origin: str
    anchors: frozenset[str] | Callable[[Any], frozenset[str]] = frozenset()
    key: str = ""

    def draw(self) -> bytes:
        """Return the bytes of the file."""
        return self.render(self._made())

    def fragments(self) -> frozenset[str]:
        """Return the fragment ids that other pages may link to; of a view that is yet to be made, it is made."""
        return self.anchors(self._made()) if callable(self.anchors) else self.anchors

    def _made(self) -> object:
        return self.view.make() if isinstance(self.view, Later) else self.view
