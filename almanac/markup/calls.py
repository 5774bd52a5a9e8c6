"""The closed syntax by which a text asks for a fact: `{{ name("a", "b") }}` on one line, and nothing else."""

import re
from dataclasses import dataclass

# Possessive throughout: a text of half-written calls costs one look at each character.
_QUOTED = r'"[^"{}\n]*+"[ \t]*+'
_CALL = re.compile(
    rf"\{{\{{[ \t]*+([a-z][a-z0-9_]*+)[ \t]*+\([ \t]*+((?:{_QUOTED}(?:,[ \t]*+{_QUOTED})*+)?+)\)[ \t]*+\}}\}}"
)
_ARGUMENT = re.compile(r'"([^"]*)"')

MESSAGE = "Between {{ and }} stands one call and nothing else."
HINT = 'Write it on one line like {{ price("openai/gpt-5-nano", "input") }}, or show the braces in `code`.'


@dataclass(frozen=True, slots=True)
class Written:
    """A call as it stands in a text, with the offset behind its last brace."""

    name: str
    arguments: tuple[str, ...]
    end: int


def read_call(text: str, start: int = 0) -> Written | None:
    """Read the call whose first brace is at `start`; None when what stands there is no call."""
    if not (match := _CALL.match(text, start)):
        return None
    return Written(match[1], tuple(_ARGUMENT.findall(match[2])), match.end())
