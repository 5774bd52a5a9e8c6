"""Sources: the register of everything that facts come from, with licences, dates, and how much came from each."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Catalogue, ModelEntry, Rival
from almanac.catalogue.quality import stated
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import KINDS
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.prose import OUTSIDE
from almanac.outputs.quality.fields import field_of
from almanac.outputs.shell import Head, Page
from almanac.outputs.values import listed, plural
from almanac.records import Source
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date, sort_key

TITLES = {
    "primary": ("Primary", "The labs and providers themselves, on their own pages. Their word counts first."),
    "independent": ("Independent", "People who measured for themselves."),
    "catalogue": ("Catalogues", "Collections like this one. A fact from a catalogue is as fresh as the copy we read."),
    "seller": ("Sellers", "Pages of providers about models that others made."),
}

KINDS_OF = {
    "prices": "price", "conditional-prices": "price", "price-history": "price", "context": "limit", "output": "limit",
    "cutoff": "date", "release": "date", "retirement": "date", "modalities": "capability",
    "capabilities": "capability", "weights": "fact on weights", "results": "result",
    "measurements": "measured figure", "other": "other fact",
}  # fmt: skip
"""What each kind of fact is counted as here."""
ORDER = tuple(dict.fromkeys(KINDS_OF.values()))
MANY = {"capability": "capabilities", "fact on weights": "facts on weights"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: what it is, under which licence, from when, and how much of the catalogue rests on it."""

    id: str
    title: str
    href: str
    rel: str
    note: str
    gave: str
    """What kinds of facts came from it, and where it is cited."""
    licence: str
    published: Cell
    read: Cell
    facts: str
    claims: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one kind, or those of them that stand on this page."""

    id: str
    title: str
    about: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of the register."""

    page: Page
    title: str
    lead: str
    groups: tuple[SourceGroup, ...]
    pager: Pager | None
    edit: str


@dataclass(frozen=True, slots=True)
class Yield:
    """How many facts and how many rival claims came from each source."""

    facts: Mapping[str, int]
    claims: Mapping[str, int]
    kinds: Mapping[str, Mapping[str, int]]
    """The facts once more, by what they are of."""
    cited: Mapping[str, Mapping[str, int]]
    """In how many guides and answers each source is named."""
    checked: Mapping[str, Day]
    """The last day on which a fact was checked there."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the register."""
    draw = context.draw("pages/sources.html")
    found, count = yields(context.catalogue), plural(len(context.catalogue.sources), "source")
    pages = chunks(_groups(context.catalogue))
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.SOURCES, number)
        view = SourcesView(
            page=context.shell.page(_head(context, found, number)),
            title=f"{plural(sum(found.facts.values()), 'fact')}, {count}",
            lead="Every figure names where it comes from. Where sources contradict each other, all of them are shown.",
            groups=tuple(_group(context, found, kind, ids) for kind, ids in page),
            pager=pager(context, addresses.SOURCES, number=number, count=len(pages)),
            edit=context.shell.edit_url("sources.yaml"),
        )
        anchors = frozenset({"main", *(row.id for group in view.groups for row in group.rows)})
        yield Output(addresses.file_of(url), view, draw, "sources.yaml", anchors)


def source_urls(catalogue: Catalogue) -> dict[str, str]:
    """Return where the register speaks of each source: the page it stands on, and its fragment there."""
    return {
        id_: f"{addresses.page_of(addresses.SOURCES, number)}#{fragment(id_)}"
        for number, page in enumerate(chunks(_groups(catalogue)), 1)
        for _, ids in page
        for id_ in ids
    }


def fragment(source: str) -> str:
    """Return the fragment id of a source in the register."""
    return f"source-{source}"


def yields(catalogue: Catalogue) -> Yield:
    """Count what every source gave: facts that pages show as ours, and claims that they show beside them."""
    facts: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    checked: dict[str, Day] = {}
    for model in catalogue.models.values():
        found = [(KINDS_OF[field_of(path).name], proof) for path, proof in stated(model) if proof]
        proofs = [proof for _, proof in found]
        rivals = [rival.proof for rival in _rivals(model)]
        facts.update(proof.source for proof in proofs)
        for kind, proof in found:
            kinds.setdefault(proof.source, Counter())[kind] += 1
        claims.update(proof.source for proof in rivals)
        for proof in (*proofs, *rivals):
            if proof.checked:
                checked[proof.source] = max(checked.get(proof.source, proof.checked), proof.checked, key=sort_key)
    return Yield(facts, claims, kinds, _cited(catalogue), checked)


def _cited(catalogue: Catalogue) -> Mapping[str, Mapping[str, int]]:
    """Count the guides and the answers written by people that name each source."""
    found: dict[str, Counter[str]] = {}
    for guide in catalogue.guides.values():
        for ref in guide.record.refs:
            if isinstance(ref, str):
                found.setdefault(ref, Counter())["guide"] += 1
    for model in catalogue.models.values():
        for answer in model.record.faq:
            for source in (answer.source,) if isinstance(answer.source, str) else answer.source or ():
                found.setdefault(source, Counter())["answer"] += 1
    return found


def _gave(found: Yield, id_: str) -> str:
    """Say what came from a source: "24,931 prices, 212 results; cited in 2 guides"."""
    kinds = found.kinds.get(id_, {})
    facts = ", ".join(plural(count, kind, MANY.get(kind, "")) for kind in ORDER if (count := kinds.get(kind, 0)))
    cited = [plural(count, where) for where, count in found.cited.get(id_, {}).items()]
    return "; ".join(filter(None, (facts, f"cited in {listed(cited)}" if cited else "")))


def _rivals(model: ModelEntry) -> Iterator[Rival]:
    own = (fact for offer in model.offers.values() for fact in offer.own_facts)
    for fact in (*model.facts.values(), *own, *model.other_claims):
        yield from fact.rivals


def _groups(catalogue: Catalogue) -> list[tuple[str, list[str]]]:
    named = sorted(catalogue.sources.items(), key=lambda item: (item[1].title.casefold(), item[0]))
    return [(kind, [id_ for id_, source in named if source.kind == kind]) for kind in KINDS]


def _group(context: Context, found: Yield, kind: str, ids: tuple[str, ...]) -> SourceGroup:
    title, about = TITLES[kind]
    sources = context.catalogue.sources
    return SourceGroup(kind, title, about, tuple(_row(id_, sources[id_], found) for id_ in ids))


def _row(id_: str, source: Source, found: Yield) -> SourceRow:
    return SourceRow(
        id=fragment(id_),
        title=source.title,
        href=source.url,
        rel="noopener" if source.kind == "primary" else OUTSIDE,
        note=source.attribution or "",
        gave=_gave(found, id_),
        licence=source.licence or "",
        published=_day(source.published),
        read=_day(source.at or found.checked.get(id_)),
        facts=f"{found.facts.get(id_, 0):,}",
        claims=f"{found.claims.get(id_, 0):,}",
    )


def _day(when: Day | str | None) -> Cell:
    if isinstance(when, Day):
        return cells.number(short_date(when))
    return cells.word("unknown") if when else cells.gap()


def _head(context: Context, found: Yield, number: int) -> Head:
    count = plural(len(context.catalogue.sources), "source")
    return Head(
        url=addresses.page_of(addresses.SOURCES, number),
        title=numbered("Sources and licences", number),
        description=description(
            numbered(f"The {count} behind {sum(found.facts.values()):,} facts", number)
            + ": who they are, under which licence, when they were read.",
            "How many facts and rival claims came from each.",
        ),
    )
