"""Drafts: the data of one record while it is merged, with every new key and item put where people would put it."""

import copy
from collections.abc import Mapping, Sequence

from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_list, item_rank, kind_of, rank
from almanac.paths import item_name

Mutable = dict[str, Plain]


class Draft:
    """Plain data that can be changed by steps. Items answer to their whole name only, and nothing here is null."""

    def __init__(self, record: str, data: Mapping[str, Plain] | None, *, is_view: bool = False) -> None:
        """Take a copy of the data; a view of it is only read."""
        self.record, self.kind = record, kind_of(record)
        self.data: Mutable = dict(data or {}) if is_view else copy.deepcopy(dict(data or {}))

    def get(self, steps: Sequence[str]) -> Plain:
        """Return the value at the end of the steps; None where there is none."""
        here: Plain = self.data
        for step in steps:
            if isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, list):
                here = next((item for item in here if item_name(item) == step), None)
            else:
                return None
        return here

    def put(self, steps: Steps, value: Plain) -> None:
        """Write a value, in the place of the one that is there; what must hold it is made where it is missing."""
        *within, last = steps
        holder = self._holder(tuple(within))
        if isinstance(holder, list):
            _put_item(holder, tuple(within), last, value)
        elif isinstance(holder, dict):
            self._put_key(holder, tuple(within), last, value)

    def drop(self, steps: Steps) -> None:
        """Take a value out, and with it what it leaves empty."""
        *within, last = steps
        holder = self.get(within)
        if isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(holder, list):
            holder[:] = [item for item in holder if item_name(item) != last]
        if within and not holder and self.get(within) is not None:
            self.drop(tuple(within))

    def _holder(self, within: Steps) -> Plain:
        """Return the mapping or list at a path, made where it is missing, or where one word stands for all of it."""
        if not within:
            return self.data
        found = self.get(within)
        if not isinstance(found, dict | list):
            found = [] if is_list(self.kind, within) else {}
            self.put(within, found)
        return found

    def _put_key(self, holder: Mutable, within: Steps, key: str, value: Plain) -> None:
        if key in holder:
            holder[key] = value
            return
        keys = list(holder)
        index = _place([rank(self.kind, within, name) for name in keys], rank(self.kind, within, key))
        items = list(holder.items())
        items.insert(index, (key, value))
        holder.clear()
        holder.update(items)


def _put_item(holder: list[Plain], within: Steps, name: str, value: Plain) -> None:
    for number, item in enumerate(holder):
        if item_name(item) == name:
            holder[number] = value
            return
    holder.insert(_place([item_rank(within, item) for item in holder], item_rank(within, value)), value)


def _place(ranks: Sequence[tuple[int | str, ...]], new: tuple[int | str, ...]) -> int:
    """Return where a new entry goes: into the sorted end of the others, so that the order of arrival does not show."""
    index = len(ranks)
    while index and ranks[index - 1] > new and (index == len(ranks) or ranks[index - 1] <= ranks[index]):
        index -= 1
    return index
