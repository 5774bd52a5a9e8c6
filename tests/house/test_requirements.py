"""The pinned requirements: a name and a version a line, every dependency of pyproject.toml among them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"([A-Za-z0-9][\w.-]*)==(\d[\w.]*)")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def unpinned(text: str) -> list[str]:
    """Return the lines that are neither a pin, a comment nor the inclusion of the other file."""
    return [
        line
        for line in text.splitlines()
        if line and not line.startswith("#") and line != "-r requirements.txt" and not PIN.fullmatch(line)
    ]


def pins(*names: str) -> dict[str, str]:
    texts = ((ROOT / name).read_text(encoding="utf-8") for name in names)
    return {canonicalize_name(name): version for text in texts for name, version in PIN.findall(text)}


def unmet(wanted: list[str], pinned: dict[str, str]) -> Iterator[str]:
    """Yield the dependencies that no pin satisfies."""
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None or version not in requirement.specifier:
            yield str(requirement)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_a_name_and_a_version(name: str) -> None:
    assert unpinned((ROOT / name).read_text(encoding="utf-8")) == []


def test_what_the_program_needs_is_pinned() -> None:
    assert list(unmet(PROJECT["dependencies"], pins("requirements.txt"))) == []


def test_what_developing_needs_is_pinned() -> None:
    pinned = pins("requirements.txt", "requirements-dev.txt")
    assert list(unmet(PROJECT["optional-dependencies"]["dev"], pinned)) == []


def test_every_dependency_has_a_lower_bound() -> None:
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert [entry for entry in wanted if ">=" not in entry] == []


@pytest.mark.parametrize(
    "line",
    ["jinja2", "jinja2>=3", "jinja2==3.*", "jinja2 @ https://example.org/x.whl", "-r other.txt", "--pre"],
)
def test_a_line_that_pins_nothing_is_found(line: str) -> None:
    assert unpinned(f"# a comment\nnh3==0.3.7\n{line}\n") == [line]


def test_a_missing_and_an_old_pin_are_found() -> None:
    assert list(unmet(["jinja2>=3.1.6", "nh3>=0.3", "rich>=13"], {"nh3": "0.2.9", "rich": "15.0.0"})) == [
        "jinja2>=3.1.6",
        "nh3>=0.3",
    ]
