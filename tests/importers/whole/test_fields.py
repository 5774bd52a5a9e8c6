"""Every field that upstream's files hold is in the report of their import: mapped, or left out with a reason."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from tests.importers.whole.figures import Texts
from tests.importers.whole.imports import STEPS, Landed
from tests.support.upstream import AIDER, EPOCH, LITELLM, LLMSTATS, MODELSDEV, OPENROUTER, published, stated

pytestmark = pytest.mark.slow


def names_of(file: str) -> Any:
    """Return what a file says, whatever its form."""
    if file.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(published(file).decode("utf-8-sig"))))
    return yaml.load(published(file), Texts) if file.endswith(".yml") else stated(file)  # noqa: S506 - a safe loader


def walk(data: Any, levels: int) -> Iterator[tuple[str, ...]]:
    """Yield the path of every value; the keys of the first `levels` mappings are ids, and stand as a star."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            step = "*" if levels > 0 else key
            yield from ((step, *path) for path in walk(value, levels - 1))
    elif isinstance(data, list):
        for item in data:
            yield from walk(item, levels)
    else:
        yield ()


FILES = {
    LITELLM: ("litellm", "", 1), OPENROUTER: ("openrouter", "openrouter-models: ", 0),
    MODELSDEV[1]: ("modelsdev", "modelsdev-models: ", 1), MODELSDEV[2]: ("modelsdev", "price-history: ", 0),
    AIDER: ("aider", "", 0), EPOCH: ("epoch", "", 0), LLMSTATS: ("llmstats", "", 1),
}  # fmt: skip
"""Each file to its import, to what stands before its fields in the report, and to how many levels of ids it has."""


@pytest.mark.parametrize(("file", "least"), [*zip(FILES, (145, 25, 20, 9, 25, 12, 20), strict=True)])
def test_every_field_of_a_file_is_accounted_for(landed: Landed, file: str, least: int) -> None:
    name, prefix, levels = FILES[file]
    fields = {field.removeprefix(prefix) for field in landed.reports[name]["fields"]}
    paths = set(walk(names_of(file), levels))
    if not prefix:
        paths = {path[levels:] for path in paths}
    assert {path for path in paths if not any(_covers(field.split("."), path) for field in fields)} == set()
    assert len(paths) >= least


def _covers(field: list[str], path: tuple[str, ...]) -> bool:
    return len(field) <= len(path) and all(one in {"*", other} for one, other in zip(field, path, strict=False))


def test_every_field_of_an_entry_of_models_dev_is_accounted_for(landed: Landed) -> None:
    fields = {name.removeprefix("modelsdev-api: ") for name in landed.reports["modelsdev"]["fields"]}
    below = {("*", "models", "*", *path) for provider in stated(MODELSDEV[0]).values()
             for entry in provider["models"].values() for path in walk(entry, 0)}  # fmt: skip
    above = {("*", key) for provider in stated(MODELSDEV[0]).values() for key in provider if key != "models"}
    unknown = {path for path in below | above if not any(_covers(field.split("."), path) for field in fields)}
    assert unknown == set()
    assert len(below) > 35


def test_no_field_is_one_that_nobody_has_looked_at(landed: Landed) -> None:
    meanings = [meaning for name in STEPS for meaning in landed.reports[name]["fields"].values()]
    assert len(meanings) > 300
    assert [meaning for meaning in meanings if not meaning.strip() or "nobody has looked" in meaning] == []
