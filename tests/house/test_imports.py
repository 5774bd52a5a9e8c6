"""The floors of the house: a room imports only from lower floors, and no imports go round in a circle."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from math import inf
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FLOORS = {
    0: "problems units addresses paths markup",
    1: "records render",
    2: "reader",
    3: "checks",
    4: "importers catalogue",
    5: "outputs",
    6: "publish",
    7: "pipeline difference",
    9: "cli",
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms.split()}


def modules(package: Path) -> dict[str, ast.Module]:
    """Parse every module of a package: its dotted name to its tree."""
    names = {file: file.relative_to(package.parent).with_suffix("").parts for file in package.rglob("*.py")}
    return {
        ".".join(parts).removesuffix(".__init__"): ast.parse(file.read_text(encoding="utf-8"))
        for file, parts in names.items()
    }


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the dotted names a module imports: at the top, inside functions and for typing only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names)


def edges(package: Path) -> dict[str, set[str]]:
    """Map each module to those of the same package that it imports; a relative name stands for itself."""
    trees = modules(package)
    return {
        name: {nearest(imported, trees) for imported in imports(tree) if is_ours(imported, package.name)} - {name}
        for name, tree in trees.items()
    }


def is_ours(imported: str, package: str) -> bool:
    return imported.startswith((".", f"{package}.")) or imported == package


def nearest(imported: str, known: dict[str, ast.Module]) -> str:
    """Return the module that an imported name lies in, or the name itself where there is none."""
    parts = imported.split(".")
    prefixes = (".".join(parts[:length]) for length in range(len(parts), 1, -1))
    return next((prefix for prefix in prefixes if prefix in known), imported)


def room(module: str) -> str:
    """Return the room of a module, nothing for the package itself; a relative name is in no room."""
    return module if module.startswith(".") else module.partition(".")[2].partition(".")[0]


def breaches(graph: dict[str, set[str]]) -> list[str]:
    """Say which modules stand in no known room, and which imports do not lead to a lower floor."""
    unknown = [f"{module} is in no room of FLOORS" for module in graph if room(module) not in ("", *FLOOR_OF)]
    upward = [
        f"{module} imports {imported}"
        for module, targets in graph.items()
        for imported in targets
        if room(module) != room(imported) and FLOOR_OF.get(room(module), -1) <= FLOOR_OF.get(room(imported), inf)
    ]
    return sorted(unknown + upward)


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return one circle of imports, in order, or nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_room_imports_only_from_lower_floors() -> None:
    assert breaches(edges(ROOT / "almanac")) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(edges(ROOT / "almanac")) == []


def test_the_architecture_page_shows_the_same_floors() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown: dict[int, set[str]] = {}
    for floor, room_on_it in re.findall(r"^\| (\d) \| `(\w+)` \|", page, re.MULTILINE):
        shown.setdefault(int(floor), set()).add(room_on_it)
    assert shown == {floor: set(rooms.split()) for floor, rooms in FLOORS.items()}


@pytest.mark.parametrize(
    ("file", "text", "breach"),
    [
        ("units.py", "import almanac.records.model", "almanac.units imports almanac.records.model"),
        ("units.py", "from almanac import records", "almanac.units imports almanac.records"),
        ("units.py", "def f():\n    import almanac.cli", "almanac.units imports almanac.cli"),
        ("records/model.py", "from almanac.render import x", "almanac.records.model imports almanac.render"),
        ("__init__.py", "from almanac.units import x", "almanac imports almanac.units"),
        ("units.py", "from almanac import __version__", "almanac.units imports almanac.__version__"),
        ("cli.py", "from .units import x", "almanac.cli imports .units.x"),
        ("attic.py", "", "almanac.attic is in no room of FLOORS"),
        (
            "paths.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from almanac.reader import x",
            "almanac.paths imports almanac.reader",
        ),
    ],
)
def test_a_breach_of_the_floors_is_found(tmp_path: Path, file: str, text: str, breach: str) -> None:
    assert breaches(edges(house(tmp_path, {file: text}))) == [breach]


@pytest.mark.parametrize("text", ["import almanac.units", "from almanac.units import x", "import json, almanacs"])
def test_an_import_from_below_or_from_outside_is_no_breach(tmp_path: Path, text: str) -> None:
    assert breaches(edges(house(tmp_path, {"cli.py": text}))) == []


def test_a_circle_of_three_modules_is_found(tmp_path: Path) -> None:
    files = {
        "reader/first.py": "from almanac.reader import second",
        "reader/second.py": "from almanac.reader.third import x",
        "reader/third.py": "def f():\n    from almanac.reader.first import y",
    }
    names = {f"almanac.reader.{name}" for name in ("first", "second", "third")}
    assert set(circle(edges(house(tmp_path, files)))) == names


def house(folder: Path, files: dict[str, str]) -> Path:
    """Build a tiny house with a few empty rooms and the given files."""
    rooms = ("__init__", "units", "cli", "records/__init__", "records/model", "render", "reader/__init__")
    for name, text in ({f"{room}.py": "" for room in rooms} | files).items():
        file = folder / "almanac" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "almanac"
