"""Syntax: each way in which a text can be no YAML is said in a plain sentence, where a person would look."""

import pytest

from almanac.reader.yamlfile import parse

CASES = [
    ("a: b: c", "1:5", "A colon begins a value here"),
    ("a: 1\n b: 2", "2:3", "A colon begins a value here"),
    ("a: [1, 2\nb: 3", "2:2", 'The list opened by "[" on line 1'),
    ("a: [1, 2", "1:4", "What is opened here is never closed."),
    ("a: {b: 1\n\n\n", "1:4", "What is opened here is never closed."),
    ("a: {b: 1\nc: 2", "2:2", 'The mapping opened by "{" on line 1'),
    ("a: [", "1:4", "The text ends here in the middle of a value."),
    ("a: [1, 2,", "1:9", "The text ends here in the middle of a value."),
    ('a: "x\nb: 1', "1:4", "The quotes opened here are never closed."),
    ("a: 'x\n---\n", "1:4", "The quotes opened here are not closed before a line of ---."),
    ("a: @x", "1:4", 'A text without quotes cannot begin with "@".'),
    ("a: `x", "1:4", 'A text without quotes cannot begin with "`".'),
    ("a:\n\tb: 1", "2:1", "A tab stands where spaces indent."),
    ("a: |\n\tx", "2:1", "A tab stands where spaces indent."),
    ("- a\nb: 1", "2:1", "What stands here is no item of the list that begins on line 1"),
    ("a: *", "1:4", "YAML anchors and aliases are not read here."),
    ("a: * bold", "1:4", "YAML anchors and aliases are not read here."),
    ("a: !e!x", "1:4", "YAML tags are not read here."),
    ("a: !<x", "1:4", "YAML tags are not read here."),
    ("%FOO\na: 1", "1:5", "This cannot be read as YAML: found unknown directive name."),
    ("a: 1\n...\nb: 1", "3:1", "The file's one mapping has ended before this."),
    ('a: "\\q"', "1:5", "A backslash in double quotes begins an escape that YAML does not know."),
    ('a: "\\ud800"', "1:7", "This escape names no character."),
    ('a: "\\x1"', "1:7", "This escape lacks its hexadecimal digits."),
    ("a: |x\n  a", "1:5", "Text stands on the line of > or |"),
    ("a: ]", "1:4", "A value is missing here."),
    ("a: [b, , c]", "1:8", "A value is missing here."),
    ("a: >\n b\nc", "3:1", "This line is no key with a value: its colon is missing."),
    ("a: - b", "1:4", "A list item begins here, where none can stand"),
    ("a: 1\n]", "2:1", "What stands here is neither a key of the mapping that begins on line 1"),
    ("a: 'it's'", "1:8", "What stands here is neither a key of the mapping that begins on line 1"),
    ("a: \x00", "1:1", "This cannot be read as YAML"),
]


@pytest.mark.parametrize(("text", "place", "said"), CASES)
def test_a_text_that_is_no_yaml_is_told_in_a_plain_sentence(text: str, place: str, said: str) -> None:
    (problem,) = parse(text, path="x.yaml").problems
    assert f"{problem.line}:{problem.column}" == place
    assert problem.message.startswith(said)


def test_lines_in_a_message_are_those_of_the_file() -> None:
    (problem,) = parse("a: [1, 2\nb: 3", path="x.md", first_line=2).problems
    assert problem.line == 3
    assert "on line 2" in problem.message


def test_a_place_behind_the_end_is_that_of_the_last_character() -> None:
    (problem,) = parse("a: {b: [\n  \n\n", path="x.yaml").problems
    assert (problem.line, problem.column) == (1, 8)
