"""Descriptions: what a page says of itself in a list of results: whole sentences within the length that is shown."""

LONGEST = 170
"""Characters that search engines show of a description."""


def description(*sentences: str) -> str:
    """Join the sentences that fit, in order; the first is cut at a word where nothing fits."""
    said = ""
    for sentence in sentences:
        longer = f"{said} {sentence}".strip()
        if len(longer) <= LONGEST:
            said = longer
    return said or _cut(sentences[0])


def _cut(sentence: str) -> str:
    kept, _, _ = sentence[:LONGEST].rpartition(" ")
    return f"{kept.rstrip(',;:.')}…"
