"""Bases: what another catalogue calls a base model, as a base model of ours: a known one, or the id of a new one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from almanac.importers.folding import fold_slug
from almanac.importers.labs import fold_lab
from almanac.importers.names import Known, Names, forms
from almanac.importers.naming import naming

_DATE = re.compile(
    r"[-@](?:20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$"
)


@dataclass(frozen=True, slots=True)
class Base:
    """A base model of ours; `snapshot` is upstream's name where that is only a dated id of it."""

    model: str
    snapshot: str = ""


def base_of(names: Names, upstream_id: str) -> Base | None:
    """Return our base model for upstream's `lab/Name`, known or new; None where no id can be made of it.

    A full date at the end makes a snapshot, never a base model of its own. A new id is never one that a careless eye
    could take for a known one of the same lab: then the known one is meant.
    """
    return _base(names.owned, upstream_id)


def introduce(names: Names, upstream: Iterable[Known]) -> tuple[Names, Mapping[str, Base]]:
    """Return the names with these base models of another catalogue added, and what each of its ids became.

    The `model` of each is upstream's own id. One that is ours already only adds its names.
    """
    owned, known, found = dict(names.owned), [], {}
    for one in upstream:
        if not (base := _base(owned, one.model)):
            continue
        found[one.model] = base
        snapshots = (*one.snapshots, base.snapshot) if base.snapshot else one.snapshots
        known.append(Known(base.model, one.name, snapshots, one.aliases, (*one.keys, one.model)))
        lab, _, slug = base.model.partition("/")
        for form in forms(slug):
            owned.setdefault((lab, form), base.model)
    return names.plus(known), found


def _base(owned: Mapping[tuple[str, str], str], upstream_id: str) -> Base | None:
    before, _, name = upstream_id.rpartition("/")
    bare = _DATE.sub("", name)
    lab, slug = fold_lab(before), fold_slug(bare)
    if not (lab and slug):
        return None
    ours = (owned[lab, form] for form in forms(slug) if (lab, form) in owned)
    model = naming().bases.get(upstream_id) or next(ours, f"{lab}/{slug}")
    return Base(model, name if bare != name else "")
