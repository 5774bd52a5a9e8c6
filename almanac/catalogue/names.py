"""Names: to which model every snapshot, alias and moved id leads."""

from collections.abc import Mapping

from almanac.records import Model, Tombstone


def other_names(models: Mapping[str, Model], tombstones: Mapping[str, Tombstone]) -> dict[str, str]:
    """Return each other name, as `lab/name`, with the id of its model. What is itself a model's id is no other name."""
    found = {name: model_id for model_id, model in models.items() for name in _named(model_id, model)}
    found |= {old: new for old in tombstones if (new := destination(old, models=models, tombstones=tombstones))}
    return {name: found[name] for name in sorted(found) if name not in models}


def _named(model_id: str, model: Model) -> list[str]:
    lab = model_id.partition("/")[0]
    ids = [*(snapshot.id for snapshot in model.ids.snapshots), *(alias.id for alias in model.ids.aliases)]
    return [f"{lab}/{id}" for id in ids]


def destination(model_id: str, *, models: Mapping[str, Model], tombstones: Mapping[str, Tombstone]) -> str | None:
    """Follow a moved id, however often it moved, to the model it leads to; None where that was withdrawn."""
    seen = set()
    while model_id not in models:
        tombstone = tombstones.get(model_id)
        if tombstone is None or tombstone.moved_to is None or model_id in seen:
            return None
        seen.add(model_id)
        model_id = tombstone.moved_to
    return model_id
