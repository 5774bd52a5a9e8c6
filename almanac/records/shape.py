"""The shape of records: which paths are legal in one, which keys and words stand at its end, read off the classes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError, WithJsonSchema

from almanac.records.fields import Record
from almanac.records.model import Model

Step = str | int
_Part = tuple[Any, tuple[Any, ...]]
"""One type that a field may hold, with what was annotated to it."""


def is_legal(steps: Sequence[Step], *, root: type[Record] = Model) -> bool:
    """Say whether a path could lead to a fact of the record; list items answer to any name or number."""
    return bool(steps) and next(_at(root, steps), None) is not None


def is_derived(steps: Sequence[str]) -> bool:
    """Say whether a path is one of the names that we derive and a claim may speak of."""
    match tuple(steps):
        case ("status",) | ("family", "name") | ("offers", _, "status"):
            return True
    return False


def keys_at(steps: Sequence[Step], *, root: type[Record] = Model) -> list[str]:
    """Return the keys that the mapping at a path may hold, in the order of the record; nothing where none is fixed."""
    return list(dict.fromkeys(key for record in records_at(steps, root=root) for key in fields(record)))


def records_at(steps: Sequence[Step], *, root: type[Record] = Model) -> list[type[Record]]:
    """Return the record classes that a mapping at a path is read into."""
    return [part for part, _ in _at(root, steps) if _is_record(part)]


def words_at(steps: Sequence[Step], *, root: type[Record] = Model) -> tuple[str, ...]:
    """Return the words that the value at a path is one of; nothing where it is no word of a closed list."""
    found = (meta.json_schema for _, metas in _at(root, steps) for meta in metas if isinstance(meta, WithJsonSchema))
    return tuple(word for schema in found for word in (schema or {}).get("enum", ()))


@cache
def fields(record: type[Record]) -> Mapping[str, Any]:
    """Map each key that a record is written with to what its field holds."""
    hints = get_type_hints(record, include_extras=True)
    return {field.alias or name: hints[name] for name, field in record.model_fields.items()}


def _at(root: type[Record], steps: Sequence[Step]) -> Iterator[_Part]:
    here: list[_Part] = [(root, ())]
    for step in steps:
        here = [part for kind, _ in here for inner in _inside(kind, step) for part in _parts(inner)]
    return iter(here)


def _inside(kind: object, step: Step) -> Iterator[Any]:
    """Yield what a step into a type leads to."""
    arguments = get_args(kind)
    if _is_record(kind):
        if step in fields(kind):
            yield fields(kind)[str(step)]
    elif get_origin(kind) is tuple:
        yield arguments[0]  # a pair of numbers holds two of one kind
    elif get_origin(kind) is dict and _is_key(arguments[0], step):
        yield arguments[1]


def _parts(kind: object) -> Iterator[_Part]:
    """Take a type apart into what it may hold: `Annotated[A | B, m] | None` is A with m, B with m, and None."""
    if get_origin(kind) is Annotated:
        inner, *metas = get_args(kind)
        yield from ((part, (*more, *metas)) for part, more in _parts(inner))
    elif get_origin(kind) in {Union, UnionType}:
        yield from (part for argument in get_args(kind) for part in _parts(argument))
    else:
        yield kind, ()


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _is_key(kind: object, step: Step) -> bool:
    try:
        _adapter(kind).validate_python(step)
    except ValidationError:
        return False
    return True


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - pydantic takes whatever an annotation can be
    return TypeAdapter(kind)
