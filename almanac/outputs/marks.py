"""Marks: the sources of one page, numbered in the order in which its figures first name them."""

from collections.abc import Mapping
from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, Proof, Rival
from almanac.records import Source
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, long_date

KINDS = {
    "primary": "Primary",
    "independent": "Independent",
    "catalogue": "Catalogue",
    "seller": "Seller",
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered source at the end of a page."""

    number: int
    title: str
    href: str
    rel: str
    kind: str
    checked: str


class Marks:
    """Numbers the sources of one page. One source checked on two days is two lines, so that every date is seen."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[tuple[str, Day | None], int] = {}
        self._used: dict[int, None] = {}

    def mark(self, proof: Proof | None) -> Cell:
        """Return the mark of a proof; a fact without a source says so."""
        if proof is None:
            return cells.age("no source")
        return cells.mark(self.number(proof), self._sources[proof.source].title)

    def doubt(self, proof: Proof | None) -> Cell:
        """Return how old a stale fact is, or nothing."""
        if proof is None or not proof.stale:
            return cells.EMPTY
        return cells.age("date unknown" if proof.age is None else f"{proof.age:,} days old")

    def number(self, proof: Proof) -> int:
        """Return the number of a proof's source on this page."""
        found = self._numbers.setdefault((proof.source, proof.checked), len(self._numbers) + 1)
        self._used[found] = None
        return found

    def title(self, proof: Proof) -> str:
        """Return what the source is called."""
        return self._sources[proof.source].title

    def of(self, fact: Fact | None) -> Cell:
        """Return the mark of a fact and, where it is stale, its age."""
        if fact is None:
            return cells.EMPTY
        return cells.join((self.mark(fact.proof), self.doubt(fact.proof)))

    def said(self, rival: Rival) -> Cell:
        """Return who makes a claim, with the mark and the reason why it is not ours."""
        verdict = {"wrong": "wrong", "outdated": "outdated"}.get(rival.verdict, "")
        reason = ": ".join(filter(None, (verdict, rival.why)))
        why = cells.plain(f" ({reason})" if reason else "")
        return cells.join((cells.plain(self.title(rival.proof)), self.mark(rival.proof), why))

    def lines(self) -> tuple[SourceLine, ...]:
        """Return the numbered sources in order."""
        return tuple(self._line(number, source, checked) for (source, checked), number in self._numbers.items())

    def notes(self) -> tuple[SourceLine, ...]:
        """Return the sources named since this was last asked: the margin notes of one section."""
        used, self._used = self._used, {}
        return tuple(line for line in self.lines() if line.number in used)

    def _line(self, number: int, source_id: str, checked: Day | None) -> SourceLine:
        source = self._sources[source_id]
        kind = KINDS[source.kind]
        licence = f"{kind}, {source.licence}" if source.licence else kind
        return SourceLine(
            number=number,
            title=source.title,
            href=source.url,
            rel="noopener" if source.kind == "primary" else "nofollow ugc noopener",
            kind=licence,
            checked=f"checked {long_date(checked)}" if checked else "date unknown",
        )
