"""Quoting: text with variables in it, written by the rule of each language."""

import json
import re
from collections.abc import Iterator

from almanac.render.samples.request import PLACEHOLDER

_SHELL = re.compile(r'([\\"$`])')


def shell_word(text: str) -> str:
    """Quote text for a POSIX shell; nothing in it is read as anything else."""
    return "'" + text.replace("'", "'\\''") + "'"


def shell(text: str) -> str:
    """Quote text for a POSIX shell with each `{NAME}` as the value of that variable."""
    if not PLACEHOLDER.search(text):
        return shell_word(text)
    said = (f"${{{part}}}" if is_name else _SHELL.sub(r"\\\1", part) for part, is_name in _parts(text))
    return f'"{"".join(said)}"'


def python(text: str) -> str:
    """Write a Python string with each `{NAME}` read from the environment."""
    parts = list(_parts(text))
    if len(parts) == 1 and parts[0][1]:
        return _environ(parts[0][0])
    if not any(is_name for _, is_name in parts):
        return json.dumps(text)
    said = (f"{{os.environ['{part}']}}" if is_name else _braced(json.dumps(part)[1:-1]) for part, is_name in parts)
    return f'f"{"".join(said)}"'


def _environ(name: str) -> str:
    return f'os.environ["{name}"]'


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def javascript(text: str) -> str:
    """Write a JavaScript string with each `{NAME}` read from the environment."""
    parts = list(_parts(text))
    if len(parts) == 1 and parts[0][1]:
        return f"process.env.{parts[0][0]}"
    if not any(is_name for _, is_name in parts):
        return json.dumps(text)
    said = (f"${{process.env.{part}}}" if is_name else _ticked(part) for part, is_name in parts)
    return f"`{''.join(said)}`"


def _ticked(text: str) -> str:
    return re.sub(r"([\\`]|\$(?=\{))", r"\\\1", text)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, each with whether it is the name of a variable; never none."""
    pieces = PLACEHOLDER.split(text)
    for number, piece in enumerate(pieces):
        if piece or len(pieces) == 1:
            yield piece, number % 2 == 1
