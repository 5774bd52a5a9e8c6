"""Report: what an import did and what it left alone, for the terminal, for a pull request and for programs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from almanac.importers.cases import Event
from almanac.importers.emission import flow
from almanac.importers.findings import Note, Plain
from almanac.importers.sync import inline

MOST = 25
"""How many lines of a part are shown to people; JSON has all of them."""
_MOST_NAMED = 5

NOT_CARRIED = "not carried over"
"""How the meaning of an upstream field begins that becomes no fact."""


@dataclass(frozen=True, slots=True)
class Report:
    """An import as it ended. `files` are those that changed, `new` the records that did not exist before.

    `refusal` says in a sentence why nothing was written, `dry_run` that nothing was meant to be.
    """

    source: str
    at: str
    files: tuple[str, ...] = ()
    new: frozenset[str] = frozenset()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    dry_run: bool = False

    def of(self, *kinds: str) -> list[Event]:
        """Return the events of some kinds."""
        return [event for event in self.events if event.kind in kinds]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report: its title, how many things it is about, and a line for each, or for each cause."""

    title: str
    count: int
    lines: tuple[str, ...]


def parts(report: Report) -> tuple[Part, ...]:
    """Return the parts of a report, in order; an empty one says that there was nothing of it."""
    doubted = [*map(_doubt, report.of("suspicious")), *(note for note in report.notes if note.kind == "suspicious")]
    unmapped = [note for note in report.notes if note.kind in {"unmapped", "unmatched", "dropped"}]
    rounded = [note for note in report.notes if note.kind == "rounded"]
    added = _added(report)
    return (
        Part("Added", len(added), tuple(added)),
        _part("Updated", report.of("updated", "removed"), _change),
        _part("Kept", report.of("kept"), _stay),
        _part("Conflicting", report.of("conflicting"), _claim),
        Part("Suspicious", len(doubted), tuple(_by_cause(doubted))),
        Part("Unmapped", len(unmapped), tuple(_by_cause(unmapped))),
        _part("Ended", report.of("ended", "returned"), _end),
        Part("Rounded", len(rounded), tuple(_by_cause(rounded))),
    )


def _part(title: str, events: Sequence[Event], line: Callable[[Event], str]) -> Part:
    return Part(title, len(events), tuple(map(line, events)))


def _added(report: Report) -> list[str]:
    """Return a line for each new record, new offer and new fact: what came with a record or offer is in its line."""
    events = report.of("added")
    offers = {(event.record, event.path.removesuffix(".model_id")) for event in events if _is_offer(event)}
    lines = []
    for record in sorted(report.new):
        count = sum(1 for name, _ in offers if name == record)
        lines.append(f"{record}{f' with {count:,} offers' if count else ''}")
    lines += [f"{record} {path}" for record, path in sorted(offers) if record not in report.new]
    rest = [event for event in events if event.record not in report.new]
    return lines + [f"{_where(event)}: {_said(event.new)}" for event in rest if not _is_within(event, offers)]


def _is_offer(event: Event) -> bool:
    return event.path.startswith("offers.") and event.path.endswith(".model_id")


def _is_within(event: Event, offers: Iterable[tuple[str, str]]) -> bool:
    return any(event.record == record and event.path.startswith(f"{path}.") for record, path in offers)


def _change(event: Event) -> str:
    new = "no longer stated" if event.kind == "removed" else _said(event.new)
    return f"{_where(event)}: {_said(event.old)} → {new}"


def _stay(event: Event) -> str:
    return f"{_where(event)}: {_said(event.old)} stays, not {_said(event.new)}"


def _end(event: Event) -> str:
    return f"{_where(event)}: {'listed again' if event.new is None else _said(event.new)}"


def _claim(event: Event) -> str:
    before = f", before {_said(event.old)}" if event.old is not None else ""
    return f"{_where(event)}: {event.cause} says {_said(event.new)}{before}"


def _doubt(event: Event) -> Note:
    return Note("suspicious", _where(event), event.cause, _said(event.new) if event.new is not None else "")


def _where(event: Event) -> str:
    return f"{event.record} {event.path}".rstrip()


def _said(value: Plain) -> str:
    return flow(value)


def _by_cause(notes: Iterable[Note]) -> Iterator[str]:
    """Yield a line for each cause, the most frequent first, with the first few that it is about."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        groups.setdefault(note.cause, []).append(f"{note.subject} ({note.value})" if note.value else note.subject)
    for cause, subjects in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        more = f" and {len(subjects) - _MOST_NAMED:,} more" if len(subjects) > _MOST_NAMED else ""
        yield f"{cause} ({len(subjects):,}): {', '.join(subjects[:_MOST_NAMED])}{more}"


def summary(report: Report) -> str:
    """Return what became of the import, in a sentence or two."""
    head = f"Import of {report.source} as of {report.at}"
    if report.refusal:
        return f"{head}: nothing was written. {report.refusal}"
    if not report.files:
        return f"{head}: nothing has changed."
    verb = "would change" if report.dry_run else "changed"
    return f"{head}: {len(report.files):,} files {verb}."


def as_text(report: Report) -> str:
    """Return the report for a terminal."""
    lines = [summary(report)]
    for part in parts(report):
        lines.append(f"{part.title}: {part.count:,}")
        lines += (f"  {line}" for line in _shown(part))
    carried, left = _fields(report)
    lines.append(f"Upstream fields: {len(carried):,} carried over, {len(left):,} not.")
    return "\n".join((*lines, ""))


def as_markdown(report: Report) -> str:
    """Return the report as the text of a pull request. What upstream wrote stands as code: it mentions nobody."""
    lines = [f"## Import of {report.source}", "", summary(report), ""]
    lines += ["| what | how many |", "|---|--:|", *(f"| {part.title} | {part.count:,} |" for part in parts(report)), ""]
    for part in parts(report):
        if part.lines:
            lines += [f"### {part.title}", "", *(f"- {_code(line)}" for line in _shown(part)), ""]
    carried, left = _fields(report)
    if report.fields:
        lines += [f"<details><summary>{len(carried):,} upstream fields carried over, {len(left):,} not</summary>", ""]
        lines += [f"- {_code(name)}: {_code(meaning)}" for name, meaning in sorted(report.fields.items())]
        lines += ["", "</details>", ""]
    return "\n".join(lines)


def _code(text: str) -> str:
    return f"`{' '.join(text.replace('`', chr(39)).split())}`"


def _shown(part: Part) -> Iterator[str]:
    yield from part.lines[:MOST]
    if len(part.lines) > MOST:
        yield f"… and {len(part.lines) - MOST:,} more"


def _fields(report: Report) -> tuple[list[str], list[str]]:
    left = [name for name, meaning in report.fields.items() if meaning.startswith(NOT_CARRIED)]
    return sorted(report.fields.keys() - set(left)), sorted(left)


def as_json(report: Report) -> str:
    """Return the whole report as one JSON object: all events and notes, and what became of each upstream field."""
    whole = {
        "source": report.source,
        "at": report.at,
        "refusal": report.refusal,
        "dry_run": report.dry_run,
        "files": list(report.files),
        "counts": {part.title.lower(): part.count for part in parts(report)},
        "events": [_event(event) for event in report.events],
        "notes": [
            {"kind": note.kind, "subject": note.subject, "cause": note.cause, "value": note.value}
            for note in report.notes
        ],
        "causes": dict(sorted(Counter(note.cause for note in report.notes).items())),
        "fields": dict(sorted(report.fields.items())),
    }
    return inline(whole) + "\n"


def _event(event: Event) -> Mapping[str, Plain]:
    whole: dict[str, Plain] = {"kind": event.kind, "record": event.record, "path": event.path}
    whole |= {name: value for name, value in (("old", event.old), ("new", event.new)) if value is not None}
    return whole | ({"cause": event.cause} if event.cause else {})


FORMATS: Mapping[str, Callable[[Report], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
