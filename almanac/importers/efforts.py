"""Efforts: the words in a benchmark's name for a run that say how hard the model thought."""

import re

_TWO_MODELS = re.compile(r"\s\+\s")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_EDIT_FORMAT = re.compile(r"\s+(?:diff|whole|udiff|architect)(?:-fenced)?$")
_AT_END = re.compile(
    r"[-_](?P<level>low|medium|high|minimal|xhigh|none)$|_(?P<budget>\d+)K$|[-_](?P<think>thinking[-_]\d+k)$",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"(\d+k) think(?:ing)?(?: tokens)?")
_WORDS = {
    "low": "low",
    "medium": "medium",
    "high": "high",
    "minimal": "minimal",
    "xhigh": "xhigh",
    "max": "max",
    "no think": "no-thinking",
    "no thinking": "no-thinking",
    "default": "default",
    "default think": "thinking-default",
    "reasoner": "reasoner",
    "chat": "chat",
}


def names_two_models(text: str) -> bool:
    """Say whether a run was one of two models together, which is a result of neither."""
    return bool(_TWO_MODELS.search(text))


def plain_name(text: str) -> tuple[str, str]:
    """Return the name without what stands in brackets or after a comma, and the effort that stood there.

    A date or a word that we do not know stays in the name: `DeepSeek R1 (0528)` is `DeepSeek R1-0528`, other weights.
    """
    name, *notes = (part.strip() for part in text.split(","))
    found = [word for note in notes if (word := _effort(note))]
    if match := _BRACKETS.search(name):
        effort, name = _effort(match[1]), name[: match.start()]
        found += [effort] if effort else []
        name = name if effort else f"{name}-{match[1]}"
    return _EDIT_FORMAT.sub("", name), " ".join(found)


def without_effort(name: str) -> tuple[str, str]:
    """Return a name without the effort at its end, and that effort: `gpt-5_high`, `claude-opus-4-20250514_27K`."""
    match = _AT_END.search(name)
    if not match:
        return name, ""
    words = match["level"] or match["think"] or f"thinking-{match['budget']}k"
    return name[: match.start()], words.lower().replace("_", "-")


def _effort(note: str) -> str:
    text = note.strip().lower()
    budget = _BUDGET.fullmatch(text)
    return f"thinking-{budget[1]}" if budget else _WORDS.get(text, "")
