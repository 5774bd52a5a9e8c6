"""Not found: the page that a host shows where nothing answers, with ways back; all its links hold at any depth."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page

URL = "/404.html"
WAYS = (
    ("All models", addresses.MODELS),
    ("Labs", addresses.LABS),
    ("Providers", addresses.PROVIDERS),
    ("Benchmarks", addresses.BENCHMARKS),
    ("Guides", addresses.GUIDES),
    ("What changed", addresses.CHANGES),
)


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page with its ways back."""

    page: Page
    title: str
    lead: str
    ways: tuple[Link, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page."""
    href = context.shell.href
    head = Head(
        url=URL,
        title="No page here",
        description="Nothing answers at this address. Every address that was ever published goes on answering.",
        noindex=True,
    )
    view = NotFoundView(
        page=context.shell.page(head),
        title="No page here",
        lead="Nothing answers at this address. Every one that was ever published goes on answering: is it mistyped?",
        ways=tuple(Link(text, href(url)) for text, url in WAYS),
    )
    yield Output(addresses.file_of(URL), view, context.draw("pages/404.html"), "the page for wrong addresses")
