"""Methods: what LLM Stats' free text on how a figure was found says of its variant, harness, version or dataset."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_SHOTS = re.compile(r"\b(\d+(?:-\d+)?|few)[- ]?shot", re.IGNORECASE)
_CHAIN = re.compile(r"\bcot\b|chain[- ]of[- ]thought", re.IGNORECASE)

Found = re.Match[str]


@dataclass(frozen=True, slots=True)
class Says:
    """One phrase: what it says of which key. An empty word says nothing, and that nothing else is said either."""

    key: str
    phrase: re.Pattern[str]
    word: str | Callable[[Found], str]


def _says(key: str, phrase: str, word: str | Callable[[Found], str]) -> Says:
    return Says(key, re.compile(phrase, re.IGNORECASE), word)


def _samples(match: Found) -> str:
    """pass@1 is how everybody counts; more tries are another test."""
    return "" if match[1] == "1" else f"{match[1]} samples"


def _majority(match: Found) -> str:
    return "" if match[1] == "1" else f"majority of {match[1]}"


_PHRASES = (
    _says("harness", r"simple-evals", "simple-evals"),
    _says("harness", r"\bOLMES\b", "OLMES"),
    _says("version", r"^(v\d+)$", lambda match: match[1].lower()),
    _says("dataset", r"06/01/2024 - 10/05/2024", "2024-06 to 2024-10"),
    _says("dataset", r"8/1/24.2/1/25", "2024-08 to 2025-02"),
    _says("dataset", r"\b3K-token subset", "3K tokens"),
    _says("dataset", r"\b(128k|1M)\b", lambda match: match[1]),
    _says("dataset", r"^(en|cn) test$", lambda match: {"en": "English", "cn": "Chinese"}[match[1].lower()]),
    _says("dataset", r"^Main,", "main"),
    _says("dataset", r"^coding$", "coding"),
    _says("variant", r"parallel (?:attempts|test-time compute)", "parallel attempts"),
    _says("variant", r"extended thinking.*?up to (\d+)k", lambda match: f"thinking-{match[1]}k"),
    _says("variant", r"mini[ -]high", "high"),
    _says("variant", r"(gpt-4o|o3-mini) grader", lambda match: f"{match[1].lower()} grader"),
    _says("variant", r"\bdiff-fenced\b", "diff-fenced"),
    _says("variant", r"\bdiff\b", "diff"),
    _says("variant", r"\bwhole\b", "whole"),
    _says("variant", r"reasoning off", "no-thinking"),
    _says("variant", r"\breasoning(?: on)?$", "thinking"),
    _says("variant", r"with python \+ browsing", "python and browsing"),
    _says("variant", r"with python tool", "python"),
    _says("variant", r"\bpointwise\b", "pointwise"),
    _says("variant", r"\b(?:cons|maj|majority)@(\d+)", _majority),
    _says("variant", r"\bpass ?@ ?(\d+)", _samples),
)
_DIAMOND = re.compile(r"\bdiamond\b", re.IGNORECASE)


def said(method: str) -> Mapping[str, str]:
    """Return what a method says, by key: variant, harness, version, dataset. The first phrase of a key counts."""
    found: dict[str, str] = {}
    for one in _PHRASES:
        match = one.phrase.search(method)
        if match and one.key not in found:
            found[one.key] = one.word if isinstance(one.word, str) else one.word(match)
    if not found.get("variant"):
        found["variant"] = _shots(method)
    return {key: word for key, word in found.items() if word}


def joined(name: Mapping[str, str], method: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the name of a benchmark and a method say together: `whole` of the one, `high` of the other."""
    both = {**name, **method}
    first, then = name.get("variant", ""), method.get("variant", "")
    if first and then and not then.startswith(first):
        both["variant"] = f"{first} {then}"
    return both


def is_diamond(method: str) -> bool:
    """Say whether a method names the Diamond set of GPQA."""
    return bool(_DIAMOND.search(method))


def _shots(method: str) -> str:
    """Return `5-shot`, with the chain of thought beside it; without examples is how everybody asks now."""
    match = _SHOTS.search(method)
    if match is None or match[1] == "0":
        return ""
    return f"{match[1].lower()}-shot{' CoT' if _CHAIN.search(method) else ''}"
