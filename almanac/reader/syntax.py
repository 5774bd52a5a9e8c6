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
_UNCLOSED = ("What is opened here is never closed.", "Close the brackets or quotes where they end.")
_ENDED = ("The text ends here in the middle of a value.", "Close its brackets, or write the value.")
_TAG = ("YAML tags are not read here.", 'Put a text that begins with "!" in quotes.')
_ANCHOR = ("YAML anchors and aliases are not read here.", 'Put a text that begins with "&" or "*" in quotes.')
_SIGNS = ("an alias", "an anchor", "a tag")
_AT_CONTEXT = ("could not find expected ':'", "found unexpected end of stream", "found unexpected document indicator")


def syntax_problem(error: Any, text: str, *, path: str, first_line: int) -> Problem:
    """Return the problem for an error of libyaml's scanner or parser."""
    context, said = (getattr(error, name, None) or "" for name in ("context", "problem"))
    found, opened = _index(error, "problem_mark") or 0, _index(error, "context_mark")
    last = max(0, len(text.rstrip()) - 1)
    is_earlier = said.startswith(_AT_CONTEXT) or context.endswith(_SIGNS)
    offset = min(opened if opened is not None and is_earlier else found, last)
    code, (message, hint) = _sentence(said, context, text[offset : offset + 1])
    if found > last and "flow" in context:
        is_closed = opened is None or opened > last
        message, hint = _ENDED if is_closed else _UNCLOSED
        offset = last if is_closed else min(opened or 0, last)
    line, column = position(text, offset)
    begun = position(text, opened)[0] if opened is not None else line
    values = {"line": begun + first_line - 1, "problem": said}
    place = Place(path, line + first_line - 1, column)
    return problem(code, place, message=message.format_map(values), hint=hint.format_map(values))


def _index(error: Any, name: str) -> int | None:
    mark = getattr(error, name, None)  # an error of the reader of characters has none
    return mark.index if mark else None


def _sentence(said: str, context: str, character: str) -> tuple[str, tuple[str, str]]:
    if "tag" in context or "tag" in said:
        return "yaml-tag", _TAG
    if "alias" in context or "anchor" in context:
        return "yaml-anchor", _ANCHOR
    if "cannot start any token" in said:
        return "yaml-syntax", _no_beginning(character)
    return "yaml-syntax", next((words for part, words in _SENTENCES.items() if part in said), _GENERAL)


def _no_beginning(character: str) -> tuple[str, str]:
    if character == "\t":
        return _SENTENCES["found a tab character"]
    shown = character.replace("{", "{{").replace("}", "}}")
    return f'A text without quotes cannot begin with "{shown}".', "Put it in quotes."
