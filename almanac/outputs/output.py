"""The output: one file of the site, before it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Output:
    """One file that the site will hold.

    `path` is site-relative with `/` ("models/openai/gpt-4.1-nano/index.html"); `view` is the frozen value it shows;
    `render` turns the view into bytes and depends on nothing else; `origin` says who claims the path, for messages;
    `anchors` are the fragment ids that other pages may link to; `key`, where drawing costs so much that the bytes are
    kept between builds, names all that they depend on.
    """

    path: str
    view: object
    render: Callable[[Any], bytes]
    origin: str
    anchors: frozenset[str] = frozenset()
    key: str = ""
