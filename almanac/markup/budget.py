"""What a text may weigh before the parser sees it: python-markdown takes its time over some texts that are too much.

`LINES`, `COLUMNS` and `MARKS` bound the time, `DEPTH` the recursion. What can only be counted while reading (cells of
tables, signs of emphasis in one paragraph, levels of lists) is held where it is read.
"""

import re

from almanac.markup.findings import Fault
from almanac.markup.spots import Source, Spot

BYTES = 256 * 1024
LINES = 4_000
COLUMNS = 10_000
MARKS = 5_000
DEPTH = 8

_MARKS = re.compile(r"\*+|_+|`+|[][|{<>\\#&]")
_NESTED = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]))")
_RULE = re.compile(r"[ \t]*([-*])(?:[ \t]*\1)*[ \t]*")


def weigh(source: Source) -> Fault | None:
    """Return what is too much about a text, where it becomes too much; None when it may be read."""
    if len(source.text.encode("utf-8", "replace")) > BYTES:
        message = f"This text is over {BYTES // 1024} KiB."
        return Fault(Spot(1, 1, 1), "markup-size", message, "Split it into several texts.")
    lines = source.text.split("\n")
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
        if deep := _too_deep(source, number - 1):
            return deep
    return None


def _too_deep(source: Source, line: int) -> Fault | None:
    words = source.words(line)
    at = 0
    for _ in range(DEPTH):
        if not (sign := _NESTED.match(words, at)):
            return None
        at = sign.end()
    if not (sign := _NESTED.match(words, at)) or _RULE.fullmatch(words):
        return None
    message = f"Lists and quotes are nested more than {DEPTH} deep here."
    spot = source.rest(source.starts[line] + sign.end() - len(sign[0].lstrip(" \t")))
    return Fault(spot, "markup-structure", message, "Write it with fewer levels.")
