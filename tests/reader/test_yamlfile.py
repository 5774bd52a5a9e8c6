"""Guarded YAML: what a text is read into, what is refused, and how soon a text that was made to harm is given up."""

import time
from decimal import Decimal
from typing import Any

import pytest

from almanac.reader.yamlfile import MOST_NODES, parse


def data(text: str) -> Any:
    parsed = parse(text, path="x.yaml")
    assert parsed.problems == ()
    assert parsed.is_whole
    return parsed.data


def told(text: str, first_line: int = 1) -> list[str]:
    parsed = parse(text, path="x.yaml", first_line=first_line)
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in parsed.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 0.10", {"a": Decimal("0.10")}),
        ("a: 128000", {"a": 128000}),
        ("a: -1", {"a": -1}),
        ("a: true", {"a": True}),
        ("a: null\nb:\nc: ", {"a": None, "b": None, "c": None}),
        ("a: 2025-04-14\nb: 2025-04", {"a": "2025-04-14", "b": "2025-04"}),
        ("a: 'no'\nb: \"1e3\"\nc: '012'", {"a": "no", "b": "1e3", "c": "012"}),
        ("a: >-\n  one\n  two\nb: |\n  x\n", {"a": "one two", "b": "x\n"}),
        ("[1, [2, {a: 3}], {}]", [1, [2, {"a": 3}], {}]),
        ('{"": {"": [1]}}', {"": {"": [1]}}),
        ("- - a\n  - b\n-\n  c: d", [["a", "b"], {"c": "d"}]),
        ("", None),
        ("# only a comment\n", None),
        ("---\na: 1\n", {"a": 1}),
        ("plain", "plain"),
        ("'<<': 1", {"<<": 1}),
    ],
)
def test_a_text_is_read_into_plain_data(text: str, value: object) -> None:
    assert data(text) == value


def test_a_number_keeps_every_digit_of_its_text() -> None:
    assert str(data("a: 0.1000000000000000055511151231257827")["a"]) == "0.1000000000000000055511151231257827"


def test_a_word_that_other_programs_misread_is_a_doubt_at_its_path() -> None:
    parsed = parse("a: no\nb: [x, {c: 1:30}]\n", path="x.yaml")
    assert parsed.data == {"a": "no", "b": ["x", {"c": "1:30"}]}
    assert {path: (doubt.line, doubt.column) for path, doubt in parsed.doubts.items()} == {
        ("a",): (1, 4),
        ("b", 1, "c"): (2, 12),
    }


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3", ["3:1 yaml-duplicate-key"]),
        ("{a: 1, 'a': 2}", ["1:8 yaml-duplicate-key"]),
        ("1.5: 1", ["1:1 yaml-key"]),
        ("true: 1", ["1:1 yaml-key"]),
        ("? \n: 1", ["1:2 yaml-key"]),
        ("{[a]: 1, b: 2}", ["1:2 yaml-key"]),
        ("? {a: 1}\n: [2]\nb: 3", ["1:3 yaml-key"]),
        ("a: &x 1\nb: *x", ["1:4 yaml-anchor", "2:4 yaml-anchor"]),
        ("*x : 1\nb: 2", ["1:1 yaml-anchor"]),
        ("<<: *x\nb: 1", ["1:1 yaml-anchor"]),
        ("<<: [*x, *y]\nb: 1", ["1:1 yaml-anchor"]),
        ("a: !!python/object/apply:os.system [x]", ["1:4 yaml-tag"]),
        ("a: ! x", ["1:4 yaml-tag"]),
        ("!!map {a: 1}", ["1:1 yaml-tag"]),
        ("a: &x !t 1", ["1:4 yaml-anchor"]),
        ('a: "\\u0000"', ["1:4 yaml-control"]),
        ('"\\u202e": 1', ["1:1 yaml-control"]),
        ("a: 1\n---\nb: 2", ["2:1 yaml-syntax"]),
    ],
)
def test_what_is_refused_is_refused_at_its_place(text: str, problems: list[str]) -> None:
    assert told(text) == problems


def test_a_key_that_other_programs_misread_is_a_doubt_until_the_record_is_known() -> None:
    parsed = parse("a: {no: 1, on: x}", path="x.yaml")
    assert parsed.problems == ()
    assert set(parsed.key_doubts) == {("a", "no"), ("a", "on")}


def test_lines_are_counted_from_where_the_text_begins_in_its_file() -> None:
    assert told("a: 1\na: 2", first_line=2) == ["3:1 yaml-duplicate-key"]
    assert told("a: 1\nb: [", first_line=2) == ["3:4 yaml-syntax"]


def test_columns_are_characters_and_not_bytes() -> None:
    assert told("{é𝒳😀: 1, é𝒳😀: 2}") == ["1:10 yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("a: {b: 1, b: 2}", {("a", "b")}),
        ("a: [x, *y]", {("a", 1)}),
        ("a: {<<: *y, b: 1}", {("a",), ("a", "<<")}),
        ("a: {[1]: 2}", {("a",)}),
        ("a: !t 1", {("a",)}),
        ("{1: 2}", {("1",)}),
    ],
)
def test_what_a_problem_has_made_meaningless_is_marked(text: str, broken: set[tuple[object, ...]]) -> None:
    assert parse(text, path="x.yaml").broken == broken


def test_reading_goes_on_behind_a_key_that_is_no_text() -> None:
    assert parse("{[a, b]: {c: 1}, d: 2}", path="x.yaml").data["d"] == 2
    assert parse("{*a : {c: 1}, d: 2}", path="x.yaml").data["d"] == 2


def test_32_levels_are_read_and_33_are_not() -> None:
    assert told("[" * 32 + "]" * 32) == []
    assert told("[" * 33 + "]" * 33) == ["1:33 yaml-depth"]
    assert told("\n".join(f"{' ' * depth}a:" for depth in range(32))) == []
    assert told("\n".join(f"{' ' * depth}a:" for depth in range(33))) == ["33:33 yaml-depth"]


def test_a_file_of_too_many_values_is_given_up() -> None:
    assert told(f"[{'a,' * (MOST_NODES - 1)}]") == []
    assert told(f"[{'a,' * MOST_NODES}]") == [f"1:{2 * MOST_NODES} yaml-depth"]


BOMBS = {
    "nested brackets": ("[" * 25_000, "yaml-depth"),
    "nested braces": ("{" * 25_000, "yaml-depth"),
    "nested mappings in one line": ("{a: " * 40_000, "yaml-depth"),
    "nested mixed": ("[{" * 40_000, "yaml-depth"),
    "nested dashes": ("- " * 100_000, "yaml-depth"),
    "nested question marks": ("? " * 100_000, "yaml-depth"),
    "brackets with letters": ("[a" * 10_000, "yaml-syntax"),
    "lists with letters": ("[a, " * 10_000, "yaml-depth"),
    "anchors that double": (
        "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 60)), "yaml-anchor",
    ),
    "merge keys in one list": (f"a: &a {{b: 1}}\nc: {{<<: [{'*a, ' * 50_000}]}}", "yaml-anchor"),
    "quotes": ('"' * 250_000, "yaml-syntax"),
    "one long number": ("a: " + "1" * 250_000, None),
    "one long number with a tail": ("a: " + "1_" * 120_000 + "x", None),
    "colons": (":" * 250_000, "yaml-syntax"),
    "many keys": ("".join(f"k{n}: 1\n" for n in range(24_000)), None),
    "the same key": ("a: 1\n" * 24_000, "yaml-duplicate-key"),
    "spaces": (" " * 250_000, None),
    "a long key": ("? " + "k" * 250_000 + "\n: 1", None),
    "empty lists": ("[[],{}],\n" * 20_000, "yaml-syntax"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code"), BOMBS.values(), ids=BOMBS)
def test_a_text_made_to_harm_ends_within_a_second(text: str, code: str | None) -> None:
    began = time.process_time()
    parsed = parse(text, path="x.yaml")
    assert time.process_time() - began < 1
    assert code is None or code in {problem.code for problem in parsed.problems}
    assert code is not None or parsed.problems == ()


@pytest.mark.parametrize("text", ["{a: 1,200: b}", "{a: 1,20}", "{a: 1234,567}", "{a: 1, 200}"])
def test_what_only_looks_like_groups_of_digits_is_a_key(text: str) -> None:
    assert [problem.code for problem in parse(text, path="x.yaml").problems] == ["yaml-key"]


def test_groups_of_digits_are_told_once_with_the_number_that_is_meant() -> None:
    (problem,) = parse("limits: {context: 1,000,000, max_output: 3}", path="x.yaml").problems
    assert (problem.column, problem.width) == (19, 9)
    assert problem.hint == "Write every digit without separators: 1000000."


def test_two_numbers_in_a_list_are_two_numbers() -> None:
    assert parse("range: [0,100]", path="x.yaml").problems == ()
