"""The bounds of the house style: how long a function and a file may be, what may not be called what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FUNCTION = 40
LONGEST_FILE = 300
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LEFT_OPEN = ("TODO", "FIXME", "XXX", "NotImplementedError")
WRITTEN = {".py", ".html", ".css", ".js", ".xml", ".md", ".txt", ".toml"}


def findings(root: Path) -> list[str]:
    """Say what breaks the house style in the package, the templates and the assets under a root."""
    folders = [root / name for name in ("almanac", "templates", "static")]
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in WRITTEN)
    return [
        f"{file.relative_to(root).as_posix()}: {finding}"
        for file in files
        for finding in of_file(file.relative_to(root), file.read_text(encoding="utf-8"))
    ]


def of_file(file: Path, text: str) -> Iterator[str]:
    yield from (f"“{word}” says nothing" for part in file.parts for word in words(part) & VAGUE)
    yield from (f"{word} is left open" for word in LEFT_OPEN if word in text)
    if file.suffix == ".py":
        yield from of_module(text)


def words(name: str) -> set[str]:
    return set(name.lower().partition(".")[0].replace("-", "_").split("_"))


def of_module(text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines"
    tree = ast.parse(text)
    if not ast.get_docstring(tree):
        yield "does not open with what it answers for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from of_function(node)


def of_function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    if length(node) > LONGEST_FUNCTION:
        yield f"{node.name} has {length(node)} lines"


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring and decorators."""
    docstring = ast.get_docstring(node, clean=False)
    written = docstring.count("\n") + 1 if docstring else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - written


def test_the_house_keeps_its_style() -> None:
    assert findings(ROOT) == []


DOC = '"""Answers for a test."""\n'


@pytest.mark.parametrize(
    ("file", "text", "finding"),
    [
        ("almanac/units.py", "x = 1\n", "does not open with what it answers for"),
        ("almanac/units.py", DOC + "x = 1\n" * 300, "301 lines"),
        ("almanac/units.py", DOC + "def f():\n" + "    x = 1\n" * 40, "f has 41 lines"),
        ("almanac/units.py", DOC + "class A:\n  async def f():\n" + "    x = 1\n" * 40, "f has 41 lines"),
        ("almanac/units.py", DOC + "# TODO later\n", "TODO is left open"),
        ("almanac/units.py", DOC + "raise NotImplementedError\n", "NotImplementedError is left open"),
        ("almanac/cache_manager.py", DOC, "“manager” says nothing"),
        ("almanac/utils/money.py", DOC, "“utils” says nothing"),
        ("static/js/helpers.js", "", "“helpers” says nothing"),
        ("templates/page.html", "<!-- FIXME -->", "FIXME is left open"),
    ],
)
def test_a_breach_of_the_style_is_found(tmp_path: Path, file: str, text: str, finding: str) -> None:
    write(tmp_path / file, text)
    assert findings(tmp_path) == [f"{file}: {finding}"]


@pytest.mark.parametrize(
    "text",
    [
        DOC + "x = 1\n" * 299,
        DOC + "def f():\n" + "    x = 1\n" * 39,
        DOC + 'def f():\n    """One.\n\n    Two.\n    """\n' + "    x = 1\n" * 39,
        DOC + "common_ground = 1\n",
    ],
)
def test_what_stays_within_the_bounds_is_no_breach(tmp_path: Path, text: str) -> None:
    write(tmp_path / "almanac" / "units.py", text)
    assert findings(tmp_path) == []


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
