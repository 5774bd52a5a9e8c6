"""Figures: every amount that an offer of the content states, read with bare PyYAML, and whose word each is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Steps = tuple[str, ...]
CONDITIONS = ("tier", "context_above", "marginal", "region", "utc", "from", "until")


class Texts(yaml.CSafeLoader):
    """A loader to which every scalar is the text that stands in the file."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML reads it off the class


def read(file: Path) -> Any:
    """Return what a YAML file says, its scalars as text."""
    return yaml.load(file.read_text(encoding="utf-8"), Texts)  # noqa: S506 - a safe loader that knows fewer types


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount or word of an offer's price. `when` holds the conditions of its row; `per` its unit."""

    model: str
    key: str
    model_id: str
    component: str
    text: str
    source: str
    when: tuple[tuple[str, str], ...] = ()
    per: str = ""

    @property
    def provider(self) -> str:
        return self.key.partition("@")[0]

    @property
    def where(self) -> str:
        return f"{self.model} {self.key} {dict(self.when) or ''} {self.component} {self.text} {self.per}"


@cache
def models(content: Path) -> dict[str, Any]:
    """Return every model file by its id."""
    files = sorted((content / "models").glob("*/*.yaml"))
    return {f"{file.parent.name}/{file.stem}": read(file) for file in files}


def figures(model: str, record: Mapping[str, Any]) -> Iterator[Figure]:
    """Yield every figure of the prices of a model, conditional rows included."""
    known = {path_of(path): str(entry["source"]) for path, entry in (record.get("evidence") or {}).items()}
    of_file = str((record.get("sync") or {}).get("source", ""))
    for key, offer in (record.get("offers") or {}).items():
        for steps, when, component, value in _stated(key, offer):
            amount, per = (value["usd"], value["per"]) if isinstance(value, dict) else (value, "")
            source = _attributed(steps, known) or offer.get("source", "") or of_file
            yield Figure(model, key, offer["model_id"], component, amount, source, when, per)


def _stated(key: str, offer: Mapping[str, Any]) -> Iterator[tuple[Steps, tuple[tuple[str, str], ...], str, Any]]:
    price = offer.get("price")
    if isinstance(price, str):
        yield ("offers", key, "price"), (), "price", price
    for component, value in price.items() if isinstance(price, dict) else ():
        yield ("offers", key, "price", component), (), component, value
    for row in offer.get("price_when", ()):
        when = tuple((name, row["when"][name]) for name in CONDITIONS if name in row["when"])
        named = ",".join(f"{name}={value}" for name, value in row["when"].items())
        for component, value in row.items():
            if component not in {"when", "marginal"}:
                yield ("offers", key, "price_when", named, component), when, component, value


def _attributed(steps: Steps, known: Mapping[Steps, str]) -> str:
    """Return the source that the longest path in `evidence` gives to a fact; nothing where none does."""
    return next((known[steps[:length]] for length in range(len(steps), 0, -1) if steps[:length] in known), "")


@cache
def path_of(text: str) -> Steps:
    """Take a written path apart: keys between dots, in brackets where they hold one."""
    steps: list[str] = []
    here = 0
    while here < len(text):
        if text[here] == ".":
            here += 1
        elif text[here] == "[":
            end = text.index("]", here)
            steps.append(text[here + 1 : end])
            here = end + 1
        else:
            ends = [end for sign in ".[" if (end := text.find(sign, here)) >= 0]
            end = min(ends, default=len(text))
            steps.append(text[here:end])
            here = end
    return tuple(steps)
