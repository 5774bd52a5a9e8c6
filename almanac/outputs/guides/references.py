"""References of one guide: those it cites by number, then the sources of the facts that are bound into its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from almanac.catalogue.catalogue import Proof
from almanac.outputs.marks import KINDS, Marks
from almanac.outputs.prose import OUTSIDE
from almanac.records import Guide, Reference, Source
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, long_date, sort_key


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """One numbered reference: what it is, where it is and when it was read."""

    number: int
    title: str
    href: str
    rel: str
    kind: str
    read: str
    age: Cell


class References(Marks):
    """Numbers the sources of a guide: its references keep their numbers, further sources follow in the order of use."""

    def __init__(self, guide: Guide, sources: Mapping[str, Source]) -> None:
        super().__init__(sources)
        self._refs = guide.refs
        self._order: dict[str, int] = {ref: n for n, ref in enumerate(guide.refs, 1) if isinstance(ref, str)}
        self._last = len(guide.refs)
        self._proofs: dict[str, Proof] = {}

    def cite(self, number: int) -> str:
        """Return the mark of a reference that the text cites by its number; what no reference has stays as written."""
        if not 1 <= number <= len(self._refs):
            return f"[{number}]"
        ref = self._refs[number - 1]
        return _mark(number, ref.title if isinstance(ref, Reference) else self._sources[ref].title)

    def mark(self, proof: Proof | None) -> Cell:
        """Return the mark of a bound fact."""
        if proof is None:
            return cells.age("no source")
        number = self.number(proof)
        return cells.safe(_mark(number, self._sources[proof.source].title), f" [{number}]")

    def number(self, proof: Proof) -> int:
        """Return the number of a proof's source: one for each source, whose line shows the oldest day."""
        if proof.source not in self._order:
            self._last += 1
            self._order[proof.source] = self._last
        known = self._proofs.get(proof.source)
        if known is None or _is_older(proof, known):
            self._proofs[proof.source] = proof
        return self._order[proof.source]

    def references(self) -> tuple[ReferenceLine, ...]:
        """Return the numbered references in order."""
        return tuple(sorted(self._found(), key=lambda line: line.number))

    def _found(self) -> Iterator[ReferenceLine]:
        for number, ref in enumerate(self._refs, 1):
            if isinstance(ref, Reference):
                yield ReferenceLine(number, ref.title, ref.url, OUTSIDE, "", _accessed(ref.accessed), cells.EMPTY)
        for id_, number in self._order.items():
            yield self._source(id_, number)

    def _source(self, id_: str, number: int) -> ReferenceLine:
        source, proof = self._sources[id_], self._proofs.get(id_)
        day = (proof.checked if proof else None) or source.at
        kind = f"{KINDS[source.kind]}, {source.licence}" if source.licence else KINDS[source.kind]
        published = f", published {long_date(source.published)}" if isinstance(source.published, Day) else ""
        return ReferenceLine(
            number=number,
            title=source.title,
            href=source.url,
            rel="noopener" if source.kind == "primary" else OUTSIDE,
            kind=f"{kind}{published}",
            read=_accessed(day or "unknown"),
            age=self.doubt(proof) if proof else cells.EMPTY,
        )


def _is_older(one: Proof, other: Proof) -> bool:
    """Say whether a proof is older than another; one without a date is older than any."""
    if one.checked is None or other.checked is None:
        return one.checked is None
    return sort_key(one.checked) < sort_key(other.checked)


def _accessed(day: Day | str) -> str:
    return f"read {long_date(day)}" if isinstance(day, Day) else "date of reading unknown"


def _mark(number: int, title: str) -> str:
    label = f"{number}, source: {escape(title)}"
    return f'<a class="s" href="#ref-{number}" aria-label="{label}">{number}</a>'
