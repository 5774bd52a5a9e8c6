"""Lines: where in its file a fact is written, looked up only when an edit link asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac.paths import format_path, item_name, parse_path
from almanac.reader.document import Document


@dataclass(frozen=True, slots=True)
class Lines(Mapping[str, int]):
    """Written path to line of one file.

    A path that is not written leads to the nearest thing above it, and the empty path to line 1.
    """

    document: Document

    def __getitem__(self, path: str) -> int:
        return self.document.line(parse_path(path)) if path else 1

    def __iter__(self) -> Iterator[str]:
        yield ""
        yield from (format_path(steps, self.document.data) for steps in _paths(self.document.data))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _paths(data: object, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(data, Mapping):
        children = list(data.items())
    elif isinstance(data, Sequence) and not isinstance(data, str):
        children = [(item_name(item), item) for item in data]
    else:
        children = []
    for step, value in children:
        yield (*above, step)
        yield from _paths(value, (*above, step))
