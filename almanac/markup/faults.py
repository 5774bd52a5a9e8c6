"""The sentences about what may not stand in a text: why it may not, and what to write instead."""

from almanac.markup import calls
from almanac.markup.findings import Fault, FaultCode
from almanac.markup.grammar import CELLS, COLUMNS, SIGNS
from almanac.markup.spots import Spot

EMPHASIS = 6

_REFUSALS: dict[str, tuple[FaultCode, str, str]] = {
    "call": ("markup-call", calls.MESSAGE, calls.HINT),
    "misplaced": (
        "markup-call",
        "A fact of the catalogue is bound in a guide only; here the braces would be shown as they are.",
        "Write the words, or put the braces in `code`.",
    ),
    "definition": (
        "markup-structure",
        "Addresses are not kept in a list of their own here.",
        "Write the address behind its words: [words](address). Sources go into refs and are cited as [1].",
    ),
    "zero": (
        "markup-citation",
        "References are counted from 1.",
        "Write [1] to cite the first of the guide's refs.",
    ),
    "cite": (
        "markup-citation",
        "This is not how a reference is cited here.",
        "Write one number in each pair of brackets, like [1][3]; [1] is the first of refs.",
    ),
    "image": (
        "markup-structure",
        "A guide holds no images: a page of this site makes no request to another.",
        "Write [words](address) to lead to the picture.",
    ),
    "wordless": (
        "markup-structure",
        "This link has no words, so nobody can tell where it leads.",
        "Write what it leads to between the square brackets.",
    ),
    "broken": (
        "markup-structure",
        "Here a link should have its address, but it does not end on its line, or another link stands in this one.",
        "Write [words](address) with the address and both parentheses on one line, and no link among the words.",
    ),
    "wide": (
        "markup-structure",
        f"A table holds at most {COLUMNS} columns; nobody can read more on a page.",
        "Split it into several tables.",
    ),
    "long": (
        "markup-structure",
        f"The tables of this text hold more than {CELLS:,} cells.",
        "Split it into several texts.",
    ),
    "lost": (
        "markup-structure",
        "This row of the table has more cells than its header, so the rest would be lost.",
        "Add the missing column to the header, or write \\| for a pipe in a cell.",
    ),
    "busy": (
        "markup-structure",
        f"This paragraph is very long, or holds more than {SIGNS} of the signs * _ and `.",
        "Split it into several paragraphs.",
    ),
    "nested": (
        "markup-structure",
        f"Emphasis is nested more than {EMPHASIS} deep in this paragraph.",
        "Take asterisks and underscores out, or write \\* and \\_ where they are meant as text.",
    ),
}


def refusal(kind: str, spot: Spot) -> Fault:
    """Return the fault of a kind at a place."""
    code, message, hint = _REFUSALS[kind]
    return Fault(spot, code, message, hint)
