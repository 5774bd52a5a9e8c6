"""Sync: what each source said when it was last imported, kept in `.sync/` as the base of the next merge."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from almanac.importers.findings import Plain
from almanac.importers.layout import Steps
from almanac.problems import MachineError, UsageError
from almanac.units.money import exact

FOLDER = ".sync"
Offer = tuple[str, str]
"""A model's id and an offer key."""


@dataclass(slots=True)
class Said:
    """What one source said about one record.

    `facts` hold each statement by its steps. `found` are those that a person had written before: the source agrees,
    but no machine wrote them. `held` are those that were not written, because they could not be right or another word
    stood against them. `written` names what the merge added for this source: claims, evidence, `sync`, `ended`.
    """

    facts: dict[Steps, Plain] = field(default_factory=dict)
    found: set[Steps] = field(default_factory=set)
    held: set[Steps] = field(default_factory=set)
    written: set[Steps] = field(default_factory=set)

    def copy(self) -> "Said":
        """Return one that can be changed without changing this."""
        return Said(dict(self.facts), set(self.found), set(self.held), set(self.written))

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is kept here."""
        return not (self.facts or self.written)


@dataclass(slots=True)
class Memory:
    """One source's file in `.sync/`: its statements by record, the offers it lists, and the day others were gone."""

    source: str
    records: dict[str, Said] = field(default_factory=dict)
    offers: frozenset[Offer] = frozenset()
    gone: dict[Offer, str] = field(default_factory=dict)

    def copy(self) -> "Memory":
        """Return one whose records can be replaced without changing this."""
        return Memory(self.source, dict(self.records), self.offers, dict(self.gone))


def load(content: Path) -> dict[str, Memory]:
    """Read the memories of all sources; UsageError where a file is not one that we wrote."""
    found = {}
    for file in sorted((content / FOLDER).glob("*.json")):
        try:
            data = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
            found[file.stem] = _memory(file.stem, data)
        except OSError as error:
            raise MachineError(f"{file} could not be read: {error.strerror}.") from None
        except (ValueError, LookupError, TypeError, AttributeError):
            message = f"{file} is not as an import wrote it. Restore it from the last commit."
            raise UsageError(message) from None
    return found


def _memory(source: str, data: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Memory:
    memory = Memory(source, offers=frozenset(_offer(text) for text in data["offers"]))
    memory.gone = {_offer(text): str(day) for text, day in data["gone"].items()}
    for record, kept in data["records"].items():
        memory.records[record] = Said(
            facts={_steps(pointer): value for pointer, value in _mapping(kept, "facts").items()},
            **{name: set(map(_steps, _mapping(kept, name))) for name in ("found", "held", "written")},
        )
    return memory


def _mapping(kept: Mapping[str, object], name: str) -> Mapping[str, Plain]:
    value = kept.get(name, {})
    return value if isinstance(value, Mapping) else dict.fromkeys(map(str, value if isinstance(value, list) else ()))


def _offer(text: str) -> Offer:
    model, key = text.split(" ")
    return model, key


def text_of(memory: Memory) -> str:
    """Return the text of a memory's file: sorted, one statement a line, the same for the same statements."""
    records = {name: said for name, said in memory.records.items() if not said.is_empty}
    whole: dict[str, object] = {
        "offers": sorted(" ".join(offer) for offer in memory.offers),
        "gone": {" ".join(offer): memory.gone[offer] for offer in sorted(memory.gone)},
        "records": {name: _kept(records[name]) for name in sorted(records)},
    }
    return "".join(_lines(whole, "")) + "\n"


def _kept(said: Said) -> dict[str, object]:
    kept: dict[str, object] = {"facts": {_pointer(steps): said.facts[steps] for steps in sorted(said.facts)}}
    for name in ("found", "held", "written"):
        if pointers := sorted(map(_pointer, getattr(said, name))):
            kept[name] = pointers
    return kept


def _lines(value: object, indent: str) -> Iterable[str]:
    """Write JSON as `json.dumps` would with an indent of one, but money exactly, and each fact on one line."""
    if isinstance(value, dict) and value and len(indent) < _DEEPEST:
        yield "{\n"
        for number, (key, inner) in enumerate(value.items()):
            yield ",\n" if number else ""
            yield f"{indent} {json.dumps(key, ensure_ascii=False)}: "
            yield from _lines(inner, f"{indent} ")
        yield f"\n{indent}}}"
    elif isinstance(value, list) and len(value) > 1 and len(indent) < _DEEPEST:
        inner = ",\n".join(f"{indent} {inline(item)}" for item in value)
        yield f"[\n{inner}\n{indent}]"
    else:
        yield inline(value)


_DEEPEST = 4
"""A record's facts lie so deep; what is a fact stands on one line."""


def inline(value: object) -> str:
    """Write JSON on one line, with money exactly as it is."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {inline(value[key])}" for key in value)
        return f"{{{inner}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(inline, value))}]"
    return exact(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _pointer(steps: Steps) -> str:
    """Write steps as a JSON pointer (RFC 6901)."""
    return "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)


def _steps(pointer: str) -> Steps:
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
