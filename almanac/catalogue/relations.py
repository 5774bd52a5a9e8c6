"""Relations: which models belong together by lab, family and succession, and which guides speak of them."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from almanac.records import Guide, Model
from almanac.units.dates import Day, sort_key

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Relations:
    """Model ids by lab, by lab and family, and by the successor they name, newest first; guides by model id."""

    labs: Mapping[str, tuple[str, ...]]
    families: Mapping[tuple[str, str], tuple[str, ...]]
    predecessors: Mapping[str, tuple[str, ...]]
    guides: Mapping[str, tuple[str, ...]]

    def siblings(self, model_id: str, family: str | None) -> tuple[str, ...]:
        """Return the other models of a family; without a family there are none."""
        members = self.families.get((lab_of(model_id), family), ()) if family else ()
        return tuple(member for member in members if member != model_id)


def relations(models: Mapping[str, Model], guides: Mapping[str, Guide]) -> Relations:
    """Relate all models."""
    ordered = sorted(models, key=lambda model_id: _newest_first(models[model_id], model_id))
    told = [(model_id, key) for key in sorted(guides) for model_id in _subjects(guides[key])]
    lifecycles = [(models[model_id].lifecycle, model_id) for model_id in ordered]
    return Relations(
        labs=_grouped((lab_of(model_id), model_id) for model_id in ordered),
        families=_grouped(((lab_of(model_id), models[model_id].family or ""), model_id) for model_id in ordered),
        predecessors=_grouped((entry.successor, model_id) for entry, model_id in lifecycles if entry.successor),
        guides=_grouped(told),
    )


def lab_of(model_id: str) -> str:
    """Return the lab of a model id."""
    return model_id.partition("/")[0]


def _newest_first(model: Model, model_id: str) -> tuple[int, int, int, str]:
    released = model.lifecycle.released
    year, month, day = sort_key(released) if isinstance(released, Day) else (0, 0, 0)
    return (-year, -month, -day, model_id)


def _subjects(guide: Guide) -> Iterable[str]:
    return dict.fromkeys((*guide.about, *guide.compares))


def _grouped(pairs: Iterable[tuple[K, str]]) -> dict[K, tuple[str, ...]]:
    found: dict[K, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
