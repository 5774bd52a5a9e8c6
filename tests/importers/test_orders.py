"""Orders and hands: any order of sources comes to the same bytes, and no edit of a person is lost."""

import difflib
import itertools
import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.importers.edits import rewrite
from almanac.importers.findings import Harvest
from almanac.reader.yamlfile import parse
from tests.importers.merging import BARE, ONE, Shelf, data_of, harvest

NAMES = ("modelsdev", "openrouter", "litellm")
KEYS = ("acme", "openrouter", "relay")
AMOUNTS = st.sampled_from([Decimal(text) for text in ("0.1", "0.13", "0.4", "1", "7", "100")])
BATCH = st.builds(lambda amount: {"when": {"tier": "batch"}, "input": amount}, AMOUNTS)
BY_STEPS: Mapping[str, st.SearchStrategy[Any]] = {
    "name": st.sampled_from(["Acme One", "One: it"]),
    "lifecycle released": st.sampled_from(["2026-01-15", "2026-01", "unknown", "2026-02-01"]),
    "lifecycle knowledge_cutoff": st.sampled_from(["2025-09", "2025-09-30", "2025-08"]),
    "limits context": st.sampled_from([1000, 2000]),
    "limits max_output": st.sampled_from([100, 200]),
    "modalities input": st.sampled_from([["text"], ["text", "image"], ["image", "text"]]),
    "capabilities reasoning": st.booleans(),
    "parameters": st.sampled_from([["seed"], ["seed", "top_p"], [f"parameter_{number}" for number in range(12)]]),
    **{f"offers {key} since": st.sampled_from(["2026-01-01", "2026-02-01"]) for key in KEYS},
    **{f"offers {key} limits context": st.sampled_from([500, 600]) for key in KEYS},
    **{f"offers {key} price cache_read": AMOUNTS for key in KEYS},
    **{f"offers {key} price_when tier=batch": BATCH for key in KEYS},
}
RESULT = st.builds(lambda score: {"benchmark": "riddles", "score": score, "by": "lab"}, st.integers(1, 3))


@st.composite
def harvests(draw: st.DrawFn, source: str, *, is_whole: bool = True) -> Harvest:
    """Draw what a source says: any facts, and for each offer a word, a pair, one amount or no price."""
    chosen = draw(st.lists(st.sampled_from(sorted(BY_STEPS)), max_size=8, unique=True))
    facts: dict[str, Any] = {
        steps: draw(BY_STEPS[steps]) for steps in (*(BARE if is_whole else ()), *chosen) if steps in BY_STEPS
    }
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        facts[f"offers {key} model_id"] = draw(st.sampled_from([f"{key}/one", f"{key}/1"]))
        kind = draw(st.sampled_from(["word", "pair", "input", "none"]))
        if kind == "word":
            facts[f"offers {key} price"] = draw(st.sampled_from(["free", "included"]))
        elif kind != "none":
            facts[f"offers {key} price input"] = draw(AMOUNTS)
        if kind == "pair":
            facts[f"offers {key} price output"] = draw(AMOUNTS)
    if draw(st.booleans()):
        facts[f"results riddles,{source}"] = draw(RESULT) | {"source": source}
    return harvest(source, facts)


PERSONS = (
    "name: Acme One   # by hand\n\nlifecycle: {released: 2026-01-15}\nlimits: {context: 1000}\n\noffers:\n  relay:\n"
    "    model_id: relay/one\n    price: {input: 0.10, output: 0.4}   # as listed\n  acme:\n    model_id: acme/1\n"
    "evidence:\n  limits: {source: acme-launch}\n"
)


@pytest.mark.slow
@settings(max_examples=100)
@given(st.data())
def test_any_order_of_sources_comes_to_the_same_bytes_and_a_second_run_to_none(draw: st.DataObject) -> None:
    said = [draw.draw(harvests(name, is_whole=draw.draw(st.booleans()))) for name in NAMES]
    texts = {ONE: PERSONS} if draw.draw(st.booleans()) else {}
    states = []
    for order in itertools.permutations(said):
        shelf = Shelf(dict(texts))
        for one in order:
            shelf.take(one)
        states.append(shelf.state)
        for one in order:
            shelf.take(one)
        assert shelf.state == states[-1], "a second run changed something"
    assert all(state == states[0] for state in states[1:])


@pytest.mark.slow
@settings(max_examples=60)
@given(st.data())
def test_a_next_upstream_settles_at_once_and_touches_nothing_of_a_person(draw: st.DataObject) -> None:
    shelf = Shelf({ONE: PERSONS})
    for name in NAMES:
        shelf.take(draw.draw(harvests(name)))
    again = draw.draw(harvests("modelsdev"))
    shelf.take(again, at="2026-07-01")
    state = shelf.state
    shelf.take(again, at="2026-07-01")
    assert shelf.state == state
    assert "   # by hand\n" in shelf.text
    assert "   # as listed\n" in shelf.text
    assert shelf.data["limits"]["context"] == 1000


EXPLAINED = ("  - {path:", "claims:", "evidence:", "by: import}")


def by_hand(text: str, chance: random.Random) -> str:
    """Return the text after one edit, deletion or comment of a person."""
    data = data_of(text)
    lines = text.splitlines(keepends=True)
    action = chance.choice(["comment", "note", "change", "delete"])
    number = chance.randrange(len(lines))
    if action == "comment":
        return "".join((*lines[:number], "# a person was here\n", *lines[number:]))
    if action == "note":
        lines[number] = lines[number].rstrip("\n") + "   # a note\n" if lines[number].strip() else lines[number]
        return "".join(lines)
    paths = [path for path in leaves(data) if path[-1] not in {"name", "released", "model_id", "tier", "path", "by"}]
    *within, last = chance.choice(paths)
    holder = data
    for step in within:
        holder = holder[step]
    if action == "delete":
        del holder[last]
    else:
        holder[last] = 12345 if not isinstance(holder[last], str) else "by-hand"
    return rewrite(text, prune(data), kind="models")


def leaves(data: Any) -> list[tuple[Any, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(key, *inner) for key, value in pairs for inner in (leaves(value) or [()])]


def prune(data: Any) -> Any:
    """Return data without what is empty: nobody leaves an empty mapping behind."""
    if isinstance(data, dict):
        return {key: kept for key, value in data.items() if (kept := prune(value)) not in ({}, [])}
    return [kept for value in data if (kept := prune(value)) != {}] if isinstance(data, list) else data


def is_subsequence(lines: list[str], others: list[str]) -> bool:
    rest = iter(others)
    return all(line in rest for line in lines)


@pytest.mark.slow
@settings(max_examples=250)
@given(st.data(), st.integers(0, 2**32))
def test_any_one_edit_of_a_person_survives_a_re_import_byte_for_byte(draw: st.DataObject, seed: int) -> None:
    said = [draw.draw(harvests(name)) for name in NAMES]
    shelf = Shelf({ONE: PERSONS} if seed % 2 else {})
    for one in said:
        shelf.take(one)
    machine = shelf.text
    edited = by_hand(machine, random.Random(seed))
    if not parse(edited, path="x").is_whole:
        return
    shelf.texts[ONE] = edited
    for one in random.Random(seed).sample(said, len(said)):
        shelf.take(one)
    after = shelf.text.splitlines()
    untouched = set(machine.splitlines())
    firm = [
        line
        for line in edited.splitlines()
        if line.strip() and not (line in untouched and any(word in line for word in EXPLAINED))
    ]
    assert is_subsequence(firm, after), "\n".join(difflib.unified_diff(edited.splitlines(), after, lineterm=""))
    added = [line for line in after if line.strip() and line not in edited.splitlines()]
    assert [line for line in added if not any(word in line for word in (*EXPLAINED, "    source: "))] == []
