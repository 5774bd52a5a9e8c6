"""Merge: what one source says now, put together with what people wrote and what all sources said before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from almanac.importers.attribution import attribute
from almanac.importers.cases import Case, Event, Refused, Run
from almanac.importers.dating import date
from almanac.importers.doubts import astray_in, implausible_changes, tell_refused
from almanac.importers.edits import rewrite, same
from almanac.importers.emission import written
from almanac.importers.endings import end, gone_by_model, is_too_much, note_gone
from almanac.importers.findings import Harvest, Note, Plain
from almanac.importers.histories import record_changes
from almanac.importers.layout import Steps, kind_of
from almanac.importers.rivals import claim_rivals
from almanac.importers.settling import settle
from almanac.importers.statements import Statements, is_price, restated, statements, withdrawn
from almanac.importers.sync import Memory, Said
from almanac.reader import Document

Documents = Mapping[str, Document]
"""Name of each record file (`models/openai/gpt-4.1-nano`, `sources`) to what was read."""


@dataclass(slots=True)
class Merged:
    """What an import comes to: the new text and data of each file that changes, the new memories, what to tell."""

    memories: dict[str, Memory]
    texts: dict[str, str] = field(default_factory=dict)
    data: dict[str, Mapping[str, Plain]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    """Every record that was looked at, as it was settled last."""
    notes: tuple[Note, ...] = ()
    lost: int = 0
    listed: int = 0

    @property
    def events(self) -> list[Event]:
        """Return everything that was done or left alone, by record."""
        return [event for record in sorted(self.cases) for event in self.cases[record].events]

    @property
    def is_too_much(self) -> bool:
        """Say whether so much is gone that nothing may be written."""
        return is_too_much(self.lost, of=self.listed)


class Merge:
    """One import in the making: what must stay out of `merged` is held back in a further turn."""

    def __init__(self, harvest: Harvest, documents: Documents, memories: Mapping[str, Memory], run: Run) -> None:
        self.run, self.documents, self.memories = run, documents, memories
        self.new: Statements = statements(harvest.findings)
        gone, notes = withdrawn(memories.get(run.source) or Memory(run.source), self.new)
        self.withdrawn: dict[str, set[Steps]] = {}
        for record, steps in (*gone, *((one.record, one.steps) for one in harvest.disbelieved)):
            self.withdrawn.setdefault(record, set()).add(steps)
        self.merged = Merged({name: memory.copy() for name, memory in memories.items()}, notes=notes)
        ours = self.merged.memories.setdefault(run.source, Memory(run.source))
        self.merged.listed = len(ours.offers)
        self.merged.lost = note_gone(ours, harvest.offers, at=run.at) if harvest.offers else 0
        self.gone = gone_by_model(self.merged.memories)

    def records(self) -> list[str]:
        """Return the records that this import may touch."""
        last = self.memories.get(self.run.source)
        spoken_of = self.new.keys() | (last.records.keys() if last else set())
        return sorted({"site", "sources"} | spoken_of | {f"models/{model}" for model in self.gone})

    def turn(self, records: Iterable[str], refused: Mapping[str, Refused]) -> Merged:
        """Merge records, without the statements about them that may not be written."""
        for record in records:
            before = {
                name: memory.records[record] for name, memory in self.memories.items() if record in memory.records
            }
            is_taken_out = any(said.facts.keys() - said.held for said in before.values())
            if record in self.documents or not is_taken_out:
                self._take(self._settled(record, before, refused.get(record, {})))
        return self.merged

    def _settled(self, record: str, before: Mapping[str, Said], refused: Refused) -> Case:
        """Merge one record; where a price stands against the others, hold it back and begin again."""
        document = self.documents.get(record)
        data = document.data if document and isinstance(document.data, Mapping) else None
        said = before.get(self.run.source, Said())
        new, events = implausible_changes(record, said, self.new.get(record, {}), data)
        now = {name: restated(other, {}, ()) for name, other in before.items()}
        doubted = {steps[1] for steps in self.new.get(record, {}).keys() - new.keys()}
        withdrawn = {steps for steps in self.withdrawn.get(record, ()) if not (is_price(steps) and steps[1] in doubted)}
        now[self.run.source] = restated(said, new, withdrawn)
        gone = self.gone.get(record.partition("/")[2], {})

        def settled(refused: Refused) -> Case:
            copies = {name: other.copy() for name, other in now.items()}
            case = Case(self.run, record, data, before=before, now=copies, gone=gone, refused=refused)
            settle(case)
            return case

        case = settled(refused)
        while (more := astray_in(case)).keys() - refused.keys():
            refused = {**refused, **more}
            case = settled(refused)
        case.events[:0] = events
        for step in (record_changes, end, attribute, claim_rivals, date, tell_refused):
            step(case)
        return case

    def _take(self, case: Case) -> None:
        """Take over what one record has come to."""
        record, document, data = case.record, self.documents.get(case.record), case.draft.data
        for source, said in case.now.items():
            records = self.merged.memories[source].records
            if said.is_empty:
                records.pop(record, None)
            else:
                records[record] = said
        self.merged.cases[record] = case
        for kept in (self.merged.texts, self.merged.data):
            kept.pop(record, None)
        if not data or same(data, case.original):
            return
        self.merged.data[record] = data
        if document is None:
            self.merged.texts[record] = written(data, kind=case.kind, schema=_schema(record))
        else:
            self.merged.texts[record] = rewrite(document.text, data, kind=case.kind)


def _schema(record: str) -> str:
    """Return the path from a record's file to its schema."""
    kind, up = kind_of(record), "../" * (record.count("/") + 1)
    return f"{up}schema/{kind.removesuffix('s') if '/' in record else kind}.schema.json"
