"""What a text may weigh before anything reads it; how deep it may be built is held by the readers themselves.

Every reader of this room looks at each character a fixed number of times, so these bounds are bounds of
time too: what passes them is drawn in well under a second.
"""

import re

from almanac.markup.findings import Fault
from almanac.markup.spots import Spot

BYTES = 256 * 1024
LINES = 8_000
COLUMNS = 10_000
MARKS = 10_000

_MARKS = re.compile(r"\*+|_+|`+|[][|{<\\]")


def weigh(text: str) -> Fault | None:
    """Return what is too much about a text, where it becomes too much; None when it may be read."""
    if len(text.encode("utf-8", "replace")) > BYTES:
        message = f"This text is over {BYTES // 1024} KiB."
        return Fault(Spot(1, 1, 1), "markup-size", message, "Split it into several texts.")
    lines = text.split("\n")
    if len(lines) > LINES:
        message = f"This text has over {LINES:,} lines."
        return Fault(Spot(LINES + 1, 1, 1), "markup-structure", message, "Split it into several texts.")
    marks = 0
    for number, line in enumerate(lines, start=1):
        if len(line) > COLUMNS:
            message = f"This line is over {COLUMNS:,} characters long."
            return Fault(Spot(number, COLUMNS + 1, 1), "markup-structure", message, "Break it into paragraphs.")
        marks += len(_MARKS.findall(line))
        if marks > MARKS:
            message = f"Up to this line the text holds over {MARKS:,} marks such as * ` [ and |."
            return Fault(Spot(number, 1, 1), "markup-structure", message, "Split it into several texts.")
    return None


def admit(text: str) -> None:
    """Refuse with a ValueError what is over the budget, for those who have asked for no outline first."""
    if too_much := weigh(text):
        raise ValueError(too_much.message)
