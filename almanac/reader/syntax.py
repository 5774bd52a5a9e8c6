"""Syntax: what libyaml found wrong with a text, said in plain sentences about the right place."""

from typing import Any

from almanac.problems import Place, Problem, problem
from almanac.reader.textfile import position

_QUOTE = "Put a text that holds such characters in quotes."
_SENTENCES = {
    "mapping values are not allowed": (
        "A colon begins a value here, where none can stand.",
        "Indent the keys of one mapping alike, and put a text that holds a colon and a space in quotes.",
    ),
    "did not find expected ',' or ']'": (
        'The list opened by "[" on line {line} is neither closed nor goes on after a comma here.',
        'Write "," or "]".',
    ),
    "did not find expected ',' or '}'": (
        'The mapping opened by "{{" on line {line} is neither closed nor goes on after a comma here.',
        'Write "," or "}}".',
    ),
    "did not find expected key": (
        "What stands here is neither a key of the mapping that begins on line {line} nor part of a value.",
        "Indent the keys of one mapping alike; a value in quotes or brackets ends with them.",
    ),
    "did not find expected '-' indicator": (
        'What stands here is no item of the list that begins on line {line}: it lacks its "-".',
        "Indent all items of a list alike.",
    ),
    "could not find expected ':'": ("This line is no key with a value: its colon is missing.", _QUOTE),
    "found unexpected end of stream": (
        "The quotes opened here are never closed.",
        "Close them; inside '…' an apostrophe is written twice.",
    ),
    "found unexpected document indicator": (
        "The quotes opened here are not closed before a line of ---.",
        "",
    ),
    "did not find expected node content": (
        "A value is missing here.",
        "Take out the comma or bracket too many.",
    ),
    "did not find expected <document start>": (
        "The file's one mapping has ended before this.",
        "Take out what stands here, or indent it as part of a value.",
    ),
    "block sequence entries are not allowed": (
        'A list item begins here, where none can stand: "-" stands on a line of its own under the key.',
        "Break the line after the colon, or write the list in brackets.",
    ),
    "unknown escape character": (
        "A backslash in double quotes begins an escape that YAML does not know.",
        "Use single quotes, or write the backslash twice.",
    ),
    "Unicode character escape code": ("This escape names no character.", ""),
    "hexdecimal number": ("This escape lacks its hexadecimal digits.", ""),
    "found a tab character": ("A tab stands where spaces indent.", "Indent with spaces."),
    "did not find expected comment or line break": (
        "Text stands on the line of > or |, where it must begin on the next.",
        "Break the line after the sign.",
    ),
}
_GENERAL = ("This cannot be read as YAML: {problem}.", _QUOTE)
_AT_CONTEXT = ("could not find expected ':'", "found unexpected end of stream", "document indicator")


def syntax_problem(error: Any, text: str, *, path: str, first_line: int) -> Problem:
    """Return the problem for an error of libyaml's scanner or parser."""
    context, said = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None)
    if opened and (mark is None or mark.index >= len(text) or said.startswith(_AT_CONTEXT) or "document ind" in said):
        mark = opened
    line, column = (mark.line + 1, mark.column + 1) if mark else position(text, len(text))
    place = Place(path, line + first_line - 1, column)
    code, message, hint = _sentence(said, context, _character(text, line, column))
    values = {"line": (opened.line if opened else 0) + first_line, "problem": said}
    return problem(code, place, message=message.format_map(values), hint=hint.format_map(values))


def _sentence(said: str, context: str, character: str) -> tuple[str, str, str]:
    if "tag" in context or "tag" in said:
        return "yaml-tag", "YAML tags are not read here.", 'Put a text that begins with "!" in quotes.'
    if "alias" in context or "anchor" in context:
        return (
            "yaml-anchor",
            "YAML anchors and aliases are not read here.",
            'Put a text with "*" or "&" in quotes.',
        )
    if "cannot start any token" in said:
        if character == "\t":
            return "yaml-syntax", *_SENTENCES["found a tab character"]
        return (
            "yaml-syntax",
            f'A text without quotes cannot begin with "{_escaped(character)}".',
            "Put it in quotes.",
        )
    found = next((words for part, words in _SENTENCES.items() if part in said), _GENERAL)
    return "yaml-syntax", *found


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n", line)
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""


def _escaped(character: str) -> str:
    return character.replace("{", "{{").replace("}", "}}")
