"""Links: those that content makes to pages of this site lead to a page and a place that the plan has."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from almanac.markup import Link, outline
from almanac.problems import Place, Problem, problem
from almanac.reader.library import Library

Urls = Mapping[str, frozenset[str]]
"""Every URL that the site answers at, each with the fragment ids of its page."""


def broken_links(library: Library, urls: Urls) -> list[Problem]:
    """Return a problem for each link of guides, summaries and answers that leads nowhere."""
    return [found for place, link, own in _links(library) if (found := _judge(link, place, own, urls)) is not None]


def _links(library: Library) -> Iterator[tuple[Place, Link, frozenset[str]]]:
    """Yield each internal link with its place and the fragment ids of its own page."""
    for id_, guide in library.guide_texts.items():
        own = frozenset(heading.id for heading in guide.outline.headings)
        path = library.guides[id_].document.path
        for link in guide.outline.links:
            yield (
                Place(path, link.spot.line + guide.first_line - 1, link.spot.column, link.spot.width),
                link,
                own,
            )
    for model in library.models.values():
        texts = [(("summary",), model.record.summary or "")]
        texts += [(("faq", number, "a"), question.a) for number, question in enumerate(model.record.faq)]  # type: ignore[misc]
        for steps, text in texts:
            if "](" in text:
                for link in outline(text).links:
                    yield model.place(*steps), link, frozenset()


def _judge(link: Link, place: Place, own: frozenset[str], urls: Urls) -> Problem | None:
    path, _, fragment = link.href.partition("#")
    if link.href.startswith("#"):
        return None if fragment in own else _no_fragment(place, fragment, "this guide", own)
    if not path.startswith("/"):
        return None
    if path not in urls:
        near = get_close_matches(path, urls, n=1)
        return problem(
            "link-broken",
            place,
            message=f"No page of this site answers at {path}.",
            hint=f"Did you mean {near[0]}?" if near else "Pages are written with a slash at both ends.",
        )
    if fragment and fragment not in urls[path]:
        return _no_fragment(place, fragment, path, urls[path])
    return None


def _no_fragment(place: Place, fragment: str, page: str, ids: frozenset[str]) -> Problem:
    known = ", ".join(f"#{id_}" for id_ in sorted(ids)) or "none"
    return problem(
        "link-fragment",
        place,
        message=f"“#{fragment}” is no place on {page}.",
        hint=f"Its places are: {known}.",
    )
