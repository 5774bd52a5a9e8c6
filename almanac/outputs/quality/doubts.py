"""Doubts: a row for each line of a record in doubt: the record, its facts, their source, what is wrong, the line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Doubt, Fact
from almanac.catalogue.quality import apart
from almanac.outputs.context import Context
from almanac.outputs.fields import field_text
from almanac.outputs.model.disputes import sentence_case, written
from almanac.outputs.shell import Link
from almanac.outputs.values import listed, plural

_TOGETHER = re.compile(r"(?:^|\.)(?:price|limits|modalities|weights|lifecycle|price_when\[[^\]]*\])$")
FAR = 1.05
"""Figures nearer to each other than this factor are not told to be apart."""
CLAIMS = 3
"""How many rival values a row tells; the page of the model has them all."""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One line in doubt. `record` has no address where the record has no page of its own."""

    record: Link
    facts: str
    claims: str
    source: str
    said: str
    edit: Link


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a record, and the facts on it that are in doubt for one reason."""

    kind: str
    doubts: tuple[Doubt, ...]

    @property
    def first(self) -> Doubt:
        """The worst of them, by which the line is ordered."""
        return self.doubts[0]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of doubt: its name in the URL, its heading for one and many, its short name, and what it means."""

    name: str
    one: str
    many: str
    short: str
    about: str

    def title(self, count: int) -> str:
        """Return the heading: "412 facts older than their budget"."""
        return f"{count:,} {self.one if count == 1 else self.many}"


KINDS = (
    Kind("disputed", "fact that sources contradict", "facts that sources contradict", "disputed",
         "What is farthest apart stands first, and what a person has judged last. The page of each model shows every "
         "claim, who makes it, and which one we show."),
    Kind("stale", "fact older than its budget", "facts older than their budget", "stale",
         "Nobody has checked them for longer than a fact of their kind may wait. What is over its time by the largest "
         "factor stands first."),
    Kind("undated", "fact without a date", "facts without a date", "undated",
         "Their source does not say from when they are."),
    Kind("unsourced", "fact without a source", "facts without a source", "unsourced",
         "Nothing names where they come from."),
    Kind("unknown", "fact that nobody states", "facts that nobody states", "unknown",
         "What a reader asks first of a model that is sold: its release, context window, longest output, knowledge "
         "cutoff, what it reads, and the price of each offer. What is sold by most stands first."),
    Kind("waived", "finding that was waived", "findings that were waived", "waived",
         "The checker found them implausible, and a person looked and let them stand."),
)  # fmt: skip


def doubts_of(context: Context, kind: Kind) -> tuple[Doubt, ...]:
    """Return all doubts of one kind, worst first."""
    quality = context.catalogue.quality
    return {
        "disputed": quality.disputed,
        "stale": quality.stale,
        "undated": quality.undated,
        "unsourced": quality.unsourced,
        "unknown": quality.unknown,
        "waived": quality.waived,
    }[kind.name]


def lines(context: Context) -> tuple[Line, ...]:
    """Return every line in doubt, kind by kind, each worst first. What stands on one line and is alike is one row."""
    return tuple(Line(kind.name, found) for kind in KINDS for found in _by_line(doubts_of(context, kind)))


def _by_line(doubts: Iterable[Doubt]) -> Iterable[tuple[Doubt, ...]]:
    found: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        where = doubt.path if doubt.kind in {"disputed", "waived"} else _one_line(doubt.path)
        found.setdefault((doubt.record, where, doubt.source, doubt.age, doubt.note), []).append(doubt)
    return [tuple(group) for group in found.values()]


def _one_line(path: str) -> str:
    """Return what stands on one line with a fact as we write records; lines themselves are counted only for rows."""
    head, _, _ = path.rpartition(".")
    return head if _TOGETHER.search(head) else path


def row(context: Context, line: Line) -> DoubtRow:
    """Return what is shown of a line."""
    catalogue, doubt = context.catalogue, line.first
    source = catalogue.sources.get(doubt.source)
    href = context.shell.href(addresses.model(doubt.record)) if doubt.record in catalogue.models else ""
    return DoubtRow(
        record=Link(doubt.title, href),
        facts=_facts(context, line.doubts),
        claims=_claims(context, doubt.fact) if doubt.fact else "",
        source=source.title if source else "",
        said=_said(doubt),
        edit=Link(f"line {doubt.line}", context.shell.edit_url(_file(context, doubt.record), doubt.line)),
    )


def _facts(context: Context, doubts: Sequence[Doubt]) -> str:
    """Name the facts of a line: "Azure, input, output and cached input price"."""
    model = context.catalogue.models.get(doubts[0].record)
    said = [field_text(context, model, doubt.path) for doubt in doubts]
    if len(said) == 1:
        return said[0]
    offer = model.offers.get(doubts[0].offer) if model else None
    owner = f"{context.offer_name(offer)}, " if offer else ""
    names = [name.removeprefix(owner) for name in said]
    for ending in (f" price{names[0].partition(' price')[2]}", " price"):
        if all(name.endswith(ending) for name in names):
            return f"{owner}{listed([name.removesuffix(ending) for name in names])}{ending}"
    return f"{owner}{listed([names[0], *map(sentence_case, names[1:])])}"


def _claims(context: Context, fact: Fact) -> str:
    """Tell the value that is shown and those of others: "8,192 here; 10,000 by LiteLLM"."""
    mine = written(fact.value, fact.path) if fact.value is not None else "nothing"
    titles = {key: source.title for key, source in context.catalogue.sources.items()}
    others = [
        f"{'no value' if rival.value is None else written(rival.value, fact.path)} by "
        f"{titles.get(rival.proof.source, rival.proof.source)}{f' ({rival.verdict})' if rival.verdict else ''}"
        for rival in fact.rivals[:CLAIMS]
    ]
    more = [f"{len(fact.rivals) - CLAIMS} more"] if len(fact.rivals) > CLAIMS else []
    return "; ".join([f"{mine} here", *others, *more])


def _said(doubt: Doubt) -> str:
    match doubt.kind:
        case "disputed":
            return _contested(doubt.fact) if doubt.fact else plural(doubt.rivals, "claim")
        case "stale":
            age = f"{doubt.age:,} days" if doubt.age is not None else "unknown"
            return f"{age}, {doubt.budget:,} allowed" if doubt.budget is not None else age
        case "waived":
            return doubt.note
        case "unsourced":
            return "no source"
        case "unknown":
            return "not stated"
        case _:
            return "no date"


def _contested(fact: Fact) -> str:
    """Say how many claims there are, how far apart, and whether a person has judged them all."""
    count, factor = plural(len(fact.rivals), "claim"), apart(fact)
    far = f", {'up to ' if len(fact.rivals) > 1 else ''}{factor:.1f} times apart" if factor and factor >= FAR else ""
    return f"{count}{far}{', judged' if all(rival.verdict for rival in fact.rivals) else ''}"


def _file(context: Context, record: str) -> str:
    """Return the file below the content folder; what a doubt carries is the path as it was printed."""
    if record in context.catalogue.models:
        return f"models/{record}.yaml"
    return f"{record}.md" if record.startswith("guides/") else f"{record}.yaml"
