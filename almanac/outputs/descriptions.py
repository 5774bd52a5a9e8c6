"""Descriptions: what a page says of itself in a list of results: whole sentences within the length that is shown."""

LONGEST = 170
"""Characters that search engines show of a description."""


def description(*sentences: str) -> str:
    """Join the sentences that fit, in order; the first, which tells pages apart, is cut at a word where it does not."""
    first, *others = filter(None, sentences)
    said = first if len(first) <= LONGEST else _cut(first)
    for sentence in others:
        longer = f"{said} {sentence}"
        if len(longer) <= LONGEST:
            said = longer
    return said


def _cut(sentence: str) -> str:
    kept, _, _ = sentence[:LONGEST].rpartition(" ")
    return f"{kept.rstrip(',;:.')}…"
