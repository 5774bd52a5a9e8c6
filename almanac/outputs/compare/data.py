"""Data: the columns of all models for the script, one file a lab, and the list of what can be compared."""

from collections.abc import Iterator
from functools import partial

from almanac import addresses
from almanac.catalogue.catalogue import LabEntry, ModelEntry, Proof
from almanac.outputs.compare.sides import Side, Trait, side
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.calculator import choices, plain
from almanac.outputs.output import Later, Output
from almanac.render.jsonfile import json_file

INDEX = f"{addresses.COMPARE}data/models.json"
ORIGIN = "the data of comparisons"


def folder_of(lab: str = "") -> str:
    """Return where the columns of a lab's models lie, or the folder of all such files."""
    return f"{addresses.COMPARE}data/labs/{f'{lab}.json' if lab else ''}"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the list of models, and the columns of each lab's."""
    yield Output(addresses.file_of(INDEX), _index(context), json_file, ORIGIN)
    for lab in context.catalogue.labs.values():
        if lab.models:
            view = Later(partial(_lab, context, lab))
            yield Output(addresses.file_of(folder_of(lab.id)), view, json_file, ORIGIN)


def _index(context: Context) -> dict[str, object]:
    models = context.catalogue.models.values()
    return {
        "models": [[model.id, model.record.name, context.lab_name(model.lab)] for model in models],
        "names": dict(context.catalogue.other_names),
    }


def _lab(context: Context, lab: LabEntry) -> dict[str, object]:
    """Return a lab's models, the kinds of results they have, and the sources that their figures name by number."""
    marks = context.marks()
    models = [context.catalogue.models[id_] for id_ in lab.models]
    sides = [side(context, model) for model in models]
    contests = {key: contest for one in sides for key, contest in one.contests.items()}
    columns = {one.id: _side(context, model, one, marks) for model, one in zip(models, sides, strict=True)}
    return {
        "models": columns,
        "contests": {key: [one.label, one.note, int(one.higher)] for key, one in sorted(contests.items())},
        "sources": [[line.title, line.href, line.rel, line.kind, line.checked] for line in marks.lines()],
    }


def _side(context: Context, model: ModelEntry, one: Side, marks: Marks) -> dict[str, object]:
    offers = [plain(choice) for choice in choices(context, model)]
    return {
        "name": one.name,
        "lab": one.lab,
        "at": one.at,
        "traits": {key: _trait(trait, marks) for key, trait in one.traits.items()},
        "results": {key: _trait(trait, marks) for key, trait in one.results.items()},
        **({"offers": offers} if offers else {}),
    }


def _trait(trait: Trait, marks: Marks) -> list[object]:
    """Return text, measure, note, numbers of sources, whether it is a word, and a dispute; an empty end is cut."""
    sources = [_number(proof, marks) for proof in trait.proofs]
    row: list[object] = [trait.text, trait.measure, trait.note, sources, int(trait.is_word), trait.flag]
    while row and not row[-1]:
        row.pop()
    return row


def _number(proof: Proof, marks: Marks) -> int:
    return marks.number(proof) - 1
