"""Places: where in a YAML text a new entry goes and an old one ends, in lines of their own or between brackets."""

from collections.abc import Sequence

from almanac.importers.nodes import Item, Node, is_first_on_line, line_start, next_line

Splice = tuple[int, int, str]
"""Where it begins, where it ends, and what stands there instead."""
Names = Sequence[str | None]
"""For each entry its name afterwards; None where it goes."""


class BlockPlace:
    """A mapping or list whose entries stand on lines of their own."""

    def __init__(self, text: str, node: Node, splices: list[Splice]) -> None:
        self.text, self.node, self.splices = text, node, splices
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def first(self, lines: Sequence[str], _names: Names) -> None:
        """Put lines before the first entry; it may stand behind the dash of a list that the mapping is an item of."""
        start = self.node.items[0].start
        if is_first_on_line(self.text, start):
            put = "".join(f"{line}{self.newline}" for line in lines)
            start = line_start(self.text, start)
        else:
            pad = " " * (start - line_start(self.text, start))
            put = self.newline.join(lines).lstrip() + self.newline + pad
        self.splices.append((start, start, put))

    def after(self, item: Item, lines: Sequence[str]) -> None:
        """Put lines below an entry, its comment included."""
        start = next_line(self.text, max(item.mark, item.value.end))
        if start == len(self.text) and not self.text.endswith("\n"):
            put = "".join(f"{self.newline}{line}" for line in lines)
        else:
            put = "".join(f"{line}{self.newline}" for line in lines)
        self.splices.append((start, start, put))

    def remove(self, number: int, names: Names) -> None:
        """Take out the lines of an entry; a comment above it stays, one behind it goes."""
        item = self.node.items[number]
        if is_first_on_line(self.text, item.start):
            start = line_start(self.text, item.start)
            end = next_line(self.text, max(item.mark, item.value.end))
        else:
            start = item.start
            kept = (other.start for other, name in zip(self.node.items, names, strict=True) if name is not None)
            end = next(kept, max(item.mark, item.value.end))
        self.splices.append((start, end, ""))

    def close_up(self, item: Item) -> None:
        """Take out the empty line above an entry that goes."""
        end = line_start(self.text, item.start)
        start = line_start(self.text, max(0, end - 1))
        if end and not self.text[start:end].strip():
            self.splices.append((start, end, ""))


class FlowPlace:
    """A mapping or list between brackets."""

    def __init__(self, text: str, node: Node, splices: list[Splice]) -> None:
        self.text, self.node, self.splices = text, node, splices

    def first(self, entries: Sequence[str], _names: Names) -> None:
        """Put entries before the first one."""
        start = self.node.items[0].start
        self.splices.append((start, start, "".join(f"{entry}, " for entry in entries)))

    def after(self, item: Item, entries: Sequence[str]) -> None:
        """Put entries behind another, before its comma."""
        end = max(item.mark, item.value.end)
        self.splices.append((end, end, "".join(f", {entry}" for entry in entries)))

    def remove(self, number: int, names: Names) -> None:
        """Take out an entry with the comma behind it; where nothing follows, with the comma before it."""
        item = self.node.items[number]
        if any(name is not None for name in names[number:]):
            self.splices.append((item.start, self.node.items[number + 1].start, ""))
            return
        before = self.node.items[number - 1]
        comma = self._comma(max(before.mark, before.value.end))
        start = item.start
        while self.text[start - 1] in " \t":
            start -= 1
        self.splices += ((comma, comma + 1, ""), (start, max(item.mark, item.value.end), ""))

    def close_up(self, item: Item) -> None:
        """Leave everything between brackets as it stands."""

    def _comma(self, here: int) -> int:
        """Return the offset of the next comma that stands in no comment."""
        while self.text[here] != ",":
            here = self.text.index("\n", here) if self.text[here] == "#" else here + 1
        return here
