"""Fact paths: the address of one fact inside a record, parsed, formatted and followed through plain data.

`offers.[wafer.ai].price.input` is read into the steps `("offers", "wafer.ai", "price", "input")`, and
`price_when[tier=batch].input` into `("price_when", "tier=batch", "input")`: items are named, never numbered.
"""

import re
from collections.abc import Mapping, Sequence

Steps = tuple[str, ...]
_STEP = re.compile(r"\.?(?:\[(?P<bracketed>[^\[\]]+)\]|(?P<plain>[^.\[\]]+))")


def parse_path(text: str) -> Steps:
    """Return the steps of a written path; ValueError with a sentence where it cannot be one."""
    steps: list[str] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None or (match["plain"] is not None and bool(steps) != text.startswith(".", position)):
            message = f'"{text}" is not a path of keys joined by dots.'
            raise ValueError(message)
        steps.append(match["bracketed"] or match["plain"])
        position = match.end()
    if not steps:
        message = "The path is empty."
        raise ValueError(message)
    return tuple(steps)


def format_path(steps: Sequence[str], data: object = None) -> str:
    """Write the steps as a path. Where `data` is given, list items stand in brackets without a dot."""
    text, here = "", data
    for step in steps:
        if isinstance(here, Sequence) and not isinstance(here, str):
            text += f"[{step}]"
        else:
            name = f"[{step}]" if "." in step else step
            text += f".{name}" if text else name
        here = child(here, step)
    return text


def child(data: object, step: str) -> object:
    """Return what lies one step deeper, or None."""
    if isinstance(data, Mapping):
        return data.get(step)
    if isinstance(data, Sequence) and not isinstance(data, str):
        return next((item for item in data if is_named(item, step)), None)
    return None


def follow(data: object, steps: Sequence[str]) -> object:
    """Return the value at the end of the steps, or None where there is none."""
    for step in steps:
        data = child(data, step)
    return data


def is_named(item: object, name: str) -> bool:
    """Say whether a list item answers to a name: a scalar to itself, a mapping to (the start of) its identity."""
    own = item_name(item)
    return own == name or own.startswith(f"{name},")


_IDENTITIES: tuple[tuple[str, ...], ...] = (
    ("benchmark", "source", "variant", "version", "harness", "dataset", "date"),
    ("offer", "metric", "stat", "source"),
    ("id",),
    ("from",),
    ("code", "path"),
    ("path", "source"),
    ("name",),
    ("q",),
    ("benchmark",),
    ("on",),
    ("title",),
)


def item_name(item: object) -> str:
    """Return the full identity of a list item: `mmlu,openai-launch`, `tier=batch`, `2025-06-05`, `text`."""
    if not isinstance(item, Mapping):
        return _written(item)
    when = item.get("when")
    if isinstance(when, Mapping):
        return ",".join(f"{key}={_written(value)}" for key, value in when.items())
    for keys in _IDENTITIES:
        if keys[0] in item:
            return ",".join(_written(item[key]) for key in keys if item.get(key) is not None)
    return ""


def _written(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
