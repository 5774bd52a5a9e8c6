"""Record files: one file of the content into entries, its problems, and the names of what stays unread."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from almanac.paths import item_name
from almanac.problems import Problem, problem
from almanac.reader.document import Document, Entry
from almanac.reader.folder import Found
from almanac.reader.textfile import load
from almanac.reader.validation import Subject, validate
from almanac.reader.yamlfile import Parsed, parse
from almanac.records import (
    Benchmark,
    Currency,
    Lab,
    Model,
    ParameterMeaning,
    Provider,
    Scores,
    Site,
    Source,
    Tombstone,
    Waiver,
    Workload,
)  # fmt: skip
from almanac.records.fields import SLUG_HINT, Record, shown, slug_fault

RECORDS: Mapping[str, type[Record]] = {
    "labs": Lab, "providers": Provider, "benchmarks": Benchmark, "models": Model, "site": Site, "scores": Scores,
}  # fmt: skip
"""Each kind of file that holds one record, to its class."""
MAPS: Mapping[str, type[Record]] = {
    "sources": Source, "workloads": Workload, "currencies": Currency, "parameters": ParameterMeaning,
}  # fmt: skip
"""Each file that holds many records by their ids, to their class."""
_STONE_KEYS = ("moved_to", "withdrawn")
_SLUGGED = frozenset({"sources", "workloads"})


@dataclass(slots=True)
class Outcome:
    """What one file gave."""

    entries: list[Entry[Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    document: Document | None = None
    broken: set[str] = field(default_factory=set)

    def refuse(self, code: str, document: Document, message: str, hint: str) -> None:
        """Add a problem with a document as a whole."""
        self.problems.append(problem(code, document.place(), message=message, hint=hint))


def read_record_file(found: Found) -> Outcome:
    """Read a YAML file of the content: one record, or a map or list of them by its kind."""
    text, problems = load(found.file, path=found.path)
    outcome = Outcome(problems=problems)
    if text is None:
        outcome.broken.add(found.name)
        return outcome
    document, parsed = parse_document(text, found, outcome)
    if not parsed.is_whole:
        outcome.broken.add(found.name)
    elif found.kind in MAPS:
        _read_map(found.kind, document, parsed, outcome)
    elif found.kind == "scores" and document.data is None:
        pass  # an empty file is an absent one
    elif found.kind == "waivers":
        _read_waivers(document, parsed, outcome)
    else:
        _read_one(found, document, parsed, outcome)
    return outcome


def parse_document(text: str, found: Found, outcome: Outcome, *, first_line: int = 1) -> tuple[Document, Parsed]:
    """Parse the YAML of a file, and note its problems and its document."""
    parsed = parse(text, path=found.path, first_line=first_line)
    outcome.problems += parsed.problems
    outcome.document = Document(found.path, found.name, text, parsed.data, first_line)
    return outcome.document, parsed


def add_entry(subject: Subject[Any], entry_id: str, outcome: Outcome) -> bool:
    """Validate one record of a file; say whether its entry could be added."""
    record, problems = validate(subject)
    outcome.problems += problems
    if record is not None:
        outcome.entries.append(Entry(entry_id, record, subject.document, subject.prefix))
    return record is not None


def _read_one(found: Found, document: Document, parsed: Parsed, outcome: Outcome) -> None:
    subject = Subject(_class_of(found.kind, document.data), document, parsed)
    if not add_entry(subject, found.id, outcome):
        outcome.broken.add(found.name)
        if found.kind == "site":
            outcome.entries += _needed_settings(document)


def _class_of(kind: str, data: Any) -> type[Record]:
    is_stone = kind == "models" and isinstance(data, dict) and any(data.get(key) is not None for key in _STONE_KEYS)
    return Tombstone if is_stone else RECORDS[kind]


def _needed_settings(document: Document) -> Iterator[Entry[Site]]:
    """Yield the site of its required settings alone: a mistake beside them must not hide what else is wrong."""
    needed = [name for name, field in Site.model_fields.items() if field.is_required()]
    data = document.data if isinstance(document.data, dict) else {}
    try:
        site = Site.model_validate({key: data[key] for key in needed if key in data})
    except ValidationError:
        return
    yield Entry("", site, document)


def _read_map(kind: str, document: Document, parsed: Parsed, outcome: Outcome) -> None:
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        message = f"Ids with keys below them are meant here, and this is {shown(document.data)}."
        outcome.refuse("value-mapping", document, message, "Write id: {key: value}.")
        outcome.broken.add(kind)
        return
    for key in document.data:
        is_sound = (key,) not in parsed.broken and _is_id(kind, key, parsed, outcome)
        if not add_entry(Subject(MAPS[kind], document, parsed, (key,)), key, outcome) or not is_sound:
            outcome.broken.add(f"{kind}/{key}")


def _is_id(kind: str, key: str, parsed: Parsed, outcome: Outcome) -> bool:
    if doubt := parsed.key_doubts.get((key,)):
        outcome.problems.append(doubt)
        return False
    fault = slug_fault(key) if kind in _SLUGGED else ""
    if fault and outcome.document:
        place = outcome.document.place((key,), on="key")
        outcome.problems.append(problem("path-name", place, message=f"{shown(key)} {fault}.", hint=SLUG_HINT))
    return not fault


def _read_waivers(document: Document, parsed: Parsed, outcome: Outcome) -> None:
    if not isinstance(document.data or [], list):
        message = f"A list of waivers is meant here, and this is {shown(document.data)}."
        outcome.refuse("value-list", document, message, 'Begin each with "- code: …".')
        return
    for number, waiver in enumerate(document.data or []):
        add_entry(Subject(Waiver, document, parsed, (number,)), item_name(waiver), outcome)
