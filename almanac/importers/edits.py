"""Edits: a YAML text changed so that it says something else, with every other byte of it as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.importers.emission import entry, flow, scalar
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, opens_part
from almanac.importers.nodes import Item, Node, line_start, tree
from almanac.importers.places import BlockPlace, FlowPlace, Splice
from almanac.paths import item_name


def rewrite(text: str, data: Mapping[str, Plain], *, kind: str) -> str:
    """Return the text with `data` as what it says; `kind` decides how new values are written.

    Keys and items that are new follow the one that stands before them in `data`. The text must hold a mapping that the
    reader takes; ValueError otherwise.
    """
    root = tree(text)
    if root is None or not isinstance(root.data, dict):
        raise ValueError("Only a text that holds a mapping can be edited.")
    edit = _Edit(text, kind)
    edit.collection(_Spot(Item("", root.start, root.start, root), (), root.is_flow), data, _kept(root, data))
    return edit.result()


def same(one: Plain, other: Plain) -> bool:
    """Say whether two values are the same: 0.10 is 0.1, but 1 is not true and not "1"."""
    if one is other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return False
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return one == other
    return type(one) is type(other) and one == other


@dataclass(frozen=True, slots=True)
class _Spot:
    """One value in its place: the entry that holds it, the steps to it, and whether brackets lie around it."""

    item: Item
    steps: Steps
    in_flow: bool

    @property
    def node(self) -> Node:
        """The value itself."""
        return self.item.value


class _Edit:
    """The changes to one text, gathered while the tree of its values is walked."""

    def __init__(self, text: str, kind: str) -> None:
        self.text, self.kind = text, kind
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.splices: list[Splice] = []

    def result(self) -> str:
        """Return the changed text. Of two changes at one place, what is put in comes before what is taken out."""
        parts: list[str] = []
        here = 0
        for start, end, put in sorted(self.splices, key=lambda splice: splice[:2]):
            parts += (self.text[here:start], put)
            here = max(here, end)
        return "".join((*parts, self.text[here:]))

    def value(self, spot: _Spot, new: Plain) -> None:
        """Change a value where it stands, as little as can be."""
        old = spot.node.data
        if same(old, new):
            return
        if isinstance(old, dict) and isinstance(new, Mapping) and any(names := _kept(spot.node, new)):
            self.collection(spot, new, names)
        elif isinstance(old, list) and isinstance(new, list) and self._is_edited(spot, names := _matched(old, new)):
            self.collection(spot, {str(number): inner for number, inner in enumerate(new)}, names)
        else:
            self._replace(spot, new)

    def _is_edited(self, spot: _Spot, names: list[str | None]) -> bool:
        """Say whether a list is changed item by item: not one of words that we wrote, for a long one is broken anew."""
        node = spot.node
        if not any(names):
            return False
        if spot.in_flow or not node.is_flow or any(item.value.is_collection for item in node.items):
            return True
        ours = "".join(entry("", node.data, kind=self.kind, steps=spot.steps, indent=0))
        return "".join(ours.split())[len('"":') :] != "".join(self.text[node.start : node.end].split())

    def collection(self, spot: _Spot, new: Mapping[str, Plain], names: list[str | None]) -> None:
        """Change the entries of a mapping or list: `names` say which of the new ones each old one is, None for none."""
        node, added = spot.node, _added(new, names)
        place = (FlowPlace if node.is_flow else BlockPlace)(self.text, node, self.splices)
        if None in added:
            place.first(self._lines(spot, new, added[None]), names)
        for number, (item, name) in enumerate(zip(node.items, names, strict=True)):
            if name is None:
                place.remove(number, names)
                if opens_part(self.kind, (*spot.steps, item.name)):
                    place.close_up(item)
                continue
            step = name if isinstance(node.data, dict) else item_name(new[name])
            self.value(_Spot(item, (*spot.steps, step), node.is_flow), new[name])
            if name in added:
                place.after(item, self._lines(spot, new, added[name]))

    def _lines(self, spot: _Spot, new: Mapping[str, Plain], keys: list[str]) -> list[str]:
        """Return new entries as they are written: in brackets one text for each, else the lines of all of them."""
        node = spot.node
        is_list = isinstance(node.data, list)
        if node.is_flow:
            return [flow(new[key]) if is_list else f"{scalar(key)}: {flow(new[key])}" for key in keys]
        indent = node.items[0].start - line_start(self.text, node.items[0].start)
        if is_list:
            return [f"{' ' * indent}- {flow(new[key])}" for key in keys]
        lines = (entry(key, new[key], kind=self.kind, steps=(*spot.steps, key), indent=indent) for key in keys)
        return [line for entry_lines in lines for line in entry_lines]

    def _replace(self, spot: _Spot, new: Plain) -> None:
        """Write a value anew: on lines of its own where people would and no brackets lie around it."""
        item, node, text = spot.item, spot.node, self.text
        if not spot.in_flow and text[item.mark - 1] == ":":
            indent = item.start - line_start(text, item.start)
            lines = [line for line in entry("", new, kind=self.kind, steps=spot.steps, indent=indent) if line]
            if len(lines) > 1:
                self.splices.append((item.mark, max(item.mark, node.end), ""))
                BlockPlace(text, node, self.splices).after(item, lines[1:])
                return
        put = flow(new) if isinstance(new, Mapping | list) else scalar(new, in_flow=spot.in_flow)
        if node.start == node.end:
            self.splices.append((item.mark, item.mark, f" {put}"))
        elif line_start(text, node.start) != line_start(text, item.mark):
            self.splices.append((item.mark, node.end, f" {put}"))
        else:
            self.splices.append((node.start, node.end, put))


def _kept(node: Node, new: Mapping[str, Plain]) -> list[str | None]:
    return [item.name if item.name in new else None for item in node.items]


def _added(new: Mapping[str, Plain], names: list[str | None]) -> dict[str | None, list[str]]:
    """Return the new entries by the old one that stands before them; None for those before all."""
    added: dict[str | None, list[str]] = {}
    kept, before = set(names), None
    for key in new:
        if key in kept:
            before = key
        else:
            added.setdefault(before, []).append(key)
    return added


def _matched(old: list[Plain], new: list[Plain]) -> list[str | None]:
    """Return for each old item the number of the new one that it is; None where it is gone. The order is kept."""
    names: list[str | None] = [None] * len(old)
    start = 0
    for number, item in enumerate(old):
        found = next((index for index in range(start, len(new)) if same(item, new[index])), None)
        if found is not None:
            names[number], start = str(found), found + 1
    start = 0
    for number, item in enumerate(old):
        if names[number] is not None:
            start = int(names[number] or 0) + 1
            continue
        end = next((int(name) for name in names[number:] if name is not None), len(new))
        found = next((index for index in range(start, end) if _is_one(item, new[index])), None)
        if found is not None:
            names[number], start = str(found), found + 1
    return names


def _is_one(item: Plain, other: Plain) -> bool:
    return isinstance(item, Mapping) and isinstance(other, Mapping) and item_name(item) == item_name(other)
