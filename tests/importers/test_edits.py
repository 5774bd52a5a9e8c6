"""Byte-exact edits: what is asked for changes, and not one byte more."""

import copy
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.importers.edits import rewrite, same
from almanac.importers.emission import written
from almanac.reader.yamlfile import parse

CONTENT = Path(__file__).parents[2] / "content"
REAL = sorted(CONTENT.glob("models/*/*.yaml")) + sorted(CONTENT.glob("labs/*.yaml")) + [CONTENT / "sources.yaml"]


def read(text: str) -> Any:
    parsed = parse(text, path="x.yaml")
    assert parsed.is_whole, parsed.problems
    assert parsed.problems == ()
    return parsed.data


def edited(text: str, change: Callable[[Any], object], kind: str = "models") -> str:
    data = read(text)
    change(data)
    after = rewrite(text, data, kind=kind)
    assert same(read(after), data)
    return after


BASE = """\
# A comment on top
name: One      # its name
limits: {context: 128000, max_output: 4096}   # tokens

offers:
  acme:
    model_id: one            # the id
    price: {input: 0.10, output: 0.40}
    price_when:
      - {when: {tier: batch}, input: 0.05}
  # a comment between two offers
  relay:
    model_id: acme/one
    price: free   # not 0
tags: [
  a,  # the first
  b
]
summary: >-
  Some text
  on two lines

evidence: {}   # nothing yet
"""


def put(*steps: str, to: object) -> Callable[[Any], object]:
    def change(data: Any) -> None:
        for step in steps[:-1]:
            data = data[step]
        data[steps[-1]] = to

    return change


def drop(*steps: str) -> Callable[[Any], object]:
    def change(data: Any) -> None:
        for step in steps[:-1]:
            data = data[step]
        del data[steps[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (put("limits", "context", to=200000), "context: 128000", "context: 200000"),
        (put("name", to="Two: x"), "name: One ", 'name: "Two: x" '),
        (put("offers", "acme", "price", "input", to=Decimal("0.0350")), "input: 0.10,", "input: 0.035,"),
        (put("offers", "acme", "price", "cache_read", to=Decimal(1)), "output: 0.40}", "output: 0.40, cache_read: 1}"),
        (put("offers", "relay", "price", to={"input": Decimal(2)}), "price: free ", "price: {input: 2} "),
        (put("offers", "acme", "price", to="free"), "{input: 0.10, output: 0.40}", "free"),
        (drop("offers", "acme", "price", "output"), ", output: 0.40}", "}"),
        (drop("offers", "acme", "price", "input"), "{input: 0.10, output", "{output"),
        (drop("offers", "acme", "price_when"), "    price_when:\n      - {when: {tier: batch}, input: 0.05}\n", ""),
        (drop("evidence"), "\nevidence: {}   # nothing yet\n", ""),
        (put("offers", "relay", "ended", to="2026-01-01"), "# not 0\n", "# not 0\n    ended: 2026-01-01\n"),
        (
            put("evidence", to={"name": {"source": "a"}, "tags": {"source": "b"}}),
            "evidence: {}   # nothing yet\n",
            "evidence:   # nothing yet\n  name: {source: a}\n  tags: {source: b}\n",
        ),
        (put("tags", to=["a", "b", "c"]), "  b\n]", "  b, c\n]"),
        (put("tags", to=["b"]), "  a,  # the first\n  b", "  b"),
        (put("tags", to=["a"]), "  a,  # the first\n  b\n", "  a  # the first\n\n"),
        (put("tags", to=["x", "a", "b"]), "  a,  #", "  x, a,  #"),
        (put("tags", to=["x", "z"]), "[\n  a,  # the first\n  b\n]", "[x, z]"),
        (put("summary", to="short"), ">-\n  Some text\n  on two lines", "short"),
        (drop("summary"), "summary: >-\n  Some text\n  on two lines\n", ""),
        (
            put("results", to=[{"benchmark": "mmlu", "score": 1}]),
            "evidence: {}   # nothing yet\n",
            "evidence: {}   # nothing yet\n\nresults:\n  - {benchmark: mmlu, score: 1}\n",
        ),
        (drop("offers", "relay"), "  relay:\n    model_id: acme/one\n    price: free   # not 0\n", ""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_change_touches_nothing_else(change: Callable[[Any], object], old: str, new: str, newline: str) -> None:
    text = BASE.replace("\n", newline)
    old, new = old.replace("\n", newline), new.replace("\n", newline)
    assert text.count(old) == 1
    assert edited(text, change) == text.replace(old, new)


def test_new_keys_stand_where_the_data_has_them() -> None:
    data = {"name": "One", "mode": "image", **{key: value for key, value in read(BASE).items() if key != "name"}}
    assert rewrite(BASE, data, kind="models") == BASE.replace("limits:", "mode: image\nlimits:")
    first = {"family": "f", **read(BASE)}
    assert rewrite(BASE, first, kind="models") == BASE.replace("name:", "family: f\nname:")


def test_items_are_added_changed_and_taken_out_one_by_one() -> None:
    first = "claims:\n  - {path: a, source: x, value: 1}   # one\n  # two\n"
    text = f"{first}  - {{path: b, source: x}}\n  - {{path: c, source: x}}\n"

    def change(data: Any) -> None:
        data["claims"][0]["value"] = 2
        del data["claims"][1]
        data["claims"] += [{"path": "d", "source": "x"}]

    expected = text.replace("value: 1", "value: 2").replace("  - {path: b, source: x}\n", "")
    assert edited(text, change) == f"{expected}  - {{path: d, source: x}}\n"


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("a: 1", put("b", to=2), "a: 1\nb: 2"),
        ("a: 1\nb: 2", drop("b"), "a: 1\n"),
        ("a:\nb: 2\n", put("a", to="x"), "a: x\nb: 2\n"),
        ("a:  # nothing\n", put("a", to="x"), "a: x  # nothing\n"),
        ("a: {b: , c: 1}\n", put("a", "b", to=2), "a: {b: 2 , c: 1}\n"),
        ("a:\n  b: 1\n  c: 2\n", put("a", to="x"), "a: x\n"),
        ("a:\n  - b: 1\n    c: 2\n", lambda data: data["a"][0].pop("b"), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", lambda data: data["a"][0].update(d=3), "a:\n  - b: 1\n    c: 2\n    d: 3\n"),
        ("a:\n  - b: 1\n", lambda data: data["a"].insert(0, {"x": 1}), "a:\n  - {x: 1}\n  - b: 1\n"),
        ("a:\n- 1\n-\n- 3\n", lambda data: data["a"].pop(1), "a:\n- 1\n- 3\n"),
        ("a:\n- 1\n-\n- 3\n", lambda data: data["a"].append(4), "a:\n- 1\n-\n- 3\n- 4\n"),
        ("a:\n  - - 1\n    - 2\n", lambda data: data["a"][0].append(3), "a: [[1, 2, 3]]\n"),
        ("a:\n  - - 1\n    - 2\n  - 4\n", lambda data: data["a"].append(5), "a:\n  - - 1\n    - 2\n  - 4\n  - 5\n"),
        ("{a: 1, b: 2}\n", put("c", to=3), "{a: 1, b: 2, c: 3}\n"),
        ("a: [1, # one\n  2]\n", put("a", to=[1]), "a: [1 # one\n]\n"),
        ("a: [1, 2,]\n", put("a", to=[1, 2, 3]), "a: [1, 2, 3,]\n"),
        ("a: [1, 2, 3]\n", put("a", to=[3]), "a: [3]\n"),
        ('"a": "1"\n', put("a", to="2"), '"a": "2"\n'),
        ("a: é😀\nb: é\n", put("b", to="ü"), "a: é😀\nb: ü\n"),
        ("ids:\n  x: {y: 1}\n", put("ids", "z", to=[]), "ids:\n  x: {y: 1}\n  z: []\n"),
    ],
)
def test_unusual_forms_are_edited_too(text: str, change: Callable[[Any], object], expected: str) -> None:
    assert edited(text, change) == expected


def test_a_first_key_behind_a_dash_gets_another_before_it() -> None:
    data = {"a": [{"x": 0, "b": 1, "c": 2}]}
    assert rewrite("a:\n  - b: 1\n    c: 2\n", data, kind="models") == "a:\n  - x: 0\n    b: 1\n    c: 2\n"


def test_a_long_list_of_words_is_broken_again_as_it_was() -> None:
    words = [f"parameter_{number}" for number in range(12)]
    text = written({"name": "One", "parameters": words}, kind="models", schema="s")
    assert "parameters:\n  [parameter_0," in text
    more = [*words[:3], "temperature", *words[3:]]
    fresh = written({"name": "One", "parameters": more}, kind="models", schema="s")
    assert edited(text, put("parameters", to=more)) == fresh
    assert edited(fresh, put("parameters", to=["seed"])) == written(
        {"name": "One", "parameters": ["seed"]}, kind="models", schema="s"
    )


def test_a_text_that_holds_no_mapping_is_not_edited() -> None:
    for text in ("", "- a\n", "a\n"):
        with pytest.raises(ValueError, match="mapping"):
            rewrite(text, {"a": 1}, kind="models")


TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=30),
    st.sampled_from(
        [
            "no",
            "1e3",
            "012",
            "1:30",
            "~",
            "null",
            "true",
            "- a",
            "a: b",
            "a #b",
            "@x",
            "x,y",
            "[a",
            "a:",
            "'",
            '"',
            "=",
            "2.0",
        ]
    ),
)
SCALARS = st.one_of(TEXTS, st.booleans(), st.integers(-(10**12), 10**12), st.decimals(0, 10**6, places=4))
WORD = st.from_regex(r"[a-z][a-z0-9_.@-]{0,8}", fullmatch=True)
VALUES: Any = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORD, inner, max_size=3)),
    max_leaves=5,
)


IDENTITY = {"context_above"}
"""Keys that name the item they stand in: with another value it is another item."""


def containers(data: Any) -> list[Any]:
    found = [data] if isinstance(data, dict | list) else []
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return found + [container for value in inner for container in containers(value)]


def change_at_random(data: Any, draw: Any, number: int) -> None:
    """Change, add or take out one thing anywhere in the data."""
    container = draw(st.sampled_from(containers(data)))
    keys = list(container) if isinstance(container, dict) else list(range(len(container)))
    action = draw(st.sampled_from(["change", "add", "remove"]))
    if action == "add" or not keys:
        value, place = draw(VALUES), draw(st.integers(0, len(keys)))
        if isinstance(container, list):
            container.insert(place, value)
        else:
            items = [*container.items()]
            items.insert(place, (f"{draw(WORD)}{number}", value))
            container.clear()
            container.update(items)
    elif action == "change":
        container[draw(st.sampled_from(keys))] = draw(VALUES)
    elif len(keys) > 1 or container is not data:
        del container[draw(st.sampled_from(keys))]


@pytest.mark.slow
@settings(max_examples=150)
@given(st.data())
def test_any_edits_of_a_real_file_give_what_was_meant_and_nothing_else(draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(REAL))
    text = file.read_text(encoding="utf-8")
    if draw.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    data = copy.deepcopy(read(text))
    for number in range(draw.draw(st.integers(1, 3))):
        change_at_random(data, draw.draw, number)
    after = rewrite(text, data, kind=file.relative_to(CONTENT).parts[0].removesuffix(".yaml"))
    assert same(read(after), data)
    if "\r\n" in text:
        assert "\n" not in after.replace("\r\n", "")


@pytest.mark.slow
@settings(max_examples=100)
@given(st.data())
def test_a_changed_scalar_changes_only_its_own_characters(draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(REAL))
    text = file.read_text(encoding="utf-8")
    data = copy.deepcopy(read(text))
    leaves = [
        (container, key)
        for container in containers(data)
        for key in (container if isinstance(container, dict) else range(len(container)))
        if isinstance(container[key], int | Decimal) and key not in IDENTITY and not isinstance(container[key], bool)
    ]
    if not leaves:
        return
    container, key = draw.draw(st.sampled_from(leaves))
    container[key] = Decimal("77777.125")
    after = rewrite(text, data, kind="models")
    start = next(index for index, (one, other) in enumerate(zip(text, after, strict=False)) if one != other)
    end = after.index("77777.125") + len("77777.125")
    assert after.count("77777.125") == 1
    assert text.endswith(after[end:])
    assert text[: after.index("77777.125")] == after[: after.index("77777.125")]
    assert start >= after.index("77777.125")
    assert len(text) - len(after[end:]) - after.index("77777.125") < 20


@pytest.mark.slow
@settings(max_examples=300)
@given(st.dictionaries(WORD, VALUES, min_size=1, max_size=4))
def test_whatever_is_written_anew_is_read_back(data: dict[str, Any]) -> None:
    for kind in ("models", "labs", "sources"):
        assert same(read(written(data, kind=kind, schema="s")), data)


@pytest.mark.slow
def test_rewriting_with_the_same_data_changes_no_byte() -> None:
    for file in REAL:
        text = file.read_text(encoding="utf-8")
        assert rewrite(text, read(text), kind="models") == text


def test_whole_reading_order_does_not_matter_to_a_mapping() -> None:
    data = read(BASE)
    keys = list(data)
    random.Random(1).shuffle(keys)
    assert rewrite(BASE, {key: data[key] for key in keys}, kind="models") == BASE


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (1, True, False), (1, Decimal("1.0"), True), ("1", 1, False), (None, "", False), ([1], (1,), True),
        ({"a": 1}, {"a": Decimal(1)}, True), ({"a": 1}, {"b": 1}, False), ([1], [1, 2], False), ("a", "a", True),
    ],
)  # fmt: skip
def test_same_is_of_one_type_and_one_value(one: Any, other: Any, is_same: bool) -> None:
    assert same(one, other) is is_same
