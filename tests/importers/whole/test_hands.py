"""What people do to imported files survives the next import of every source, and nothing else changes."""

from collections.abc import Iterable, Mapping

import pytest

from tests.importers.whole.hands import COMMENT, FILES, NOTE, edited
from tests.importers.whole.imports import STEPS, Landed, texts

pytestmark = pytest.mark.slow

MACHINES = ("  - {path: ", "claims:", "evidence:", "by: import}")
"""What the lines hold in which a machine explains itself."""


@pytest.fixture(scope="module")
def before(landed: Landed) -> dict[str, bytes]:
    return texts(landed.content)


@pytest.fixture(scope="module")
def after(afterwards: Mapping[str, Landed]) -> dict[str, bytes]:
    return texts(afterwards["by-hand"].content)


def test_a_second_run_of_all_sources_changes_no_byte_of_what_nobody_touched(
    landed: Landed, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    touched = edited(landed.content).keys()
    others = {name for name in before if name not in touched and not name.startswith(".sync/")}
    assert len(touched) == FILES
    assert {name for name in others if after.get(name) != before[name]} == set()
    assert after.keys() == before.keys()


def test_every_edit_survives_byte_for_byte(landed: Landed, after: dict[str, bytes]) -> None:
    kinds = set()
    for name, text in edited(landed.content).items():
        wanted, found = _firm(text.splitlines()), _firm(after[name].decode().splitlines())
        assert found == wanted, name
        kinds |= {sign for sign in (COMMENT, NOTE, "by hand") if sign in text}
    assert kinds == {COMMENT, NOTE, "by hand"}


def _firm(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not any(sign in line for sign in MACHINES)]


def test_a_changed_price_is_claimed_by_its_sources(landed: Landed, afterwards: Mapping[str, Landed]) -> None:
    reports = afterwards["by-hand"].reports
    kept = {event["record"] for name in STEPS for event in reports[name]["events"] if event["kind"] == "kept"}
    assert kept, "somebody changed a price, and no report says so"
