"""Front matter: a guide's two halves, the YAML between its lines of --- and the text below them."""

from dataclasses import dataclass

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Halves:
    """The YAML and the text of a guide, each with the line of the file on which it begins."""

    yaml: str
    text: str
    text_line: int
    yaml_line: int = 2


def split(text: str) -> Halves | None:
    """Take a guide apart; None where it does not begin with a line of --- or no second one follows."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        return None
    return Halves("\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2)
