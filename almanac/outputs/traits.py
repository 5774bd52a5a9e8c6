"""Traits: the whole list of capabilities, always in the same order, each yes, no or not stated."""

from dataclasses import dataclass

from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.marks import Marks
from almanac.records.traits import CAPABILITIES
from almanac.render import cells
from almanac.render.cells import Cell

TEXT = {"pdf_input": "PDF input", "system_messages": "System messages", "fine_tuning": "Fine-tuning"}


@dataclass(frozen=True, slots=True)
class CapabilityLine:
    """One capability with its answer, the mark of its source and whether somebody disputes it."""

    name: str
    answer: str
    css: str
    mark: Cell


@dataclass(frozen=True, slots=True)
class Traits:
    """The capabilities section: how many are asked and answered yes, the list, and the request's parameters."""

    said: str
    lines: tuple[CapabilityLine, ...]
    parameters: tuple[str, ...]
    endpoints: str


def traits(model: ModelEntry, marks: Marks) -> Traits:
    """Return every capability there is, so that a gap is seen as one."""
    lines = tuple(_line(model, marks, name) for name in CAPABILITIES)
    yes = sum(line.answer == "yes" for line in lines)
    names = tuple(item if isinstance(item, str) else item.name for item in model.record.parameters)
    said = f"{len(lines)} asked, {yes} yes." if yes else f"{len(lines)} asked; nobody says yes to one."
    return Traits(said, lines, names, ", ".join(model.record.endpoints))


def capability_text(name: str) -> str:
    """Write the name of a capability."""
    return TEXT.get(name, name.replace("_", " ").capitalize())


def _line(model: ModelEntry, marks: Marks, name: str) -> CapabilityLine:
    value = getattr(model.capabilities, name)
    fact = model.facts.get(f"capabilities.{name}")
    answer, css = {True: ("yes", "yes"), False: ("no", "no"), None: ("not stated", "unk")}[value]
    mark = marks.mark(fact.proof) if fact is not None and value is not None else cells.EMPTY
    disputed = cells.flag("disputed") if fact is not None and fact.rivals else cells.EMPTY
    return CapabilityLine(capability_text(name), answer, css, cells.join((mark, disputed)))
