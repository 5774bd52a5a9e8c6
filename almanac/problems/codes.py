"""The table of problem codes: permanent names, each with severity, meaning and the action it asks for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of the error reference. `bad` shows the smallest content that earns it."""

    name: str
    severity: Literal["error", "warning"]
    group: str
    meaning: str
    action: str
    bad: str


@cache
def codes() -> Mapping[str, Code]:
    """Read the tables in `reference/` beside this module: the name of each code to its entry, by group."""
    found: dict[str, Code] = {}
    for file in sorted(files("almanac.problems").joinpath("reference").iterdir(), key=lambda file: file.name):
        group = file.name.removesuffix(".toml")
        for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            found[name] = Code(name=name, group=group, **entry)
    return found
