"""Folding: one spelling for all the ways in which upstreams write one name; for comparing, never for showing."""

import re
from collections.abc import Callable, Iterable

from almanac.checks.identity import RESERVED

_VERSION_POINT = re.compile(r"(?<=\d)p(?=\d)")
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTER_DIGIT = re.compile(r"(?<=[a-z])(?=\d)")
_GLUED = re.compile(r"(?<![a-z0-9])(gpt|qwen|glm|llama|gemini|minimax-m|kimi-k|opus|sonnet|haiku)-([1-9])(\d)(?=-|$)")
_VERSION_FIRST = re.compile(r"(?<![a-z0-9])claude-(\d(?:-\d)?)-(opus|sonnet|haiku|fable)(?![a-z0-9])")
_STEPS: tuple[Callable[[str], str], ...] = (
    lambda text: text.lower().replace("+", "-plus-"),
    lambda text: _VERSION_POINT.sub("-", text),
    lambda text: _OTHER.sub("-", text).strip("-"),
    lambda text: _LETTER_DIGIT.sub("-", text),
    lambda text: _GLUED.sub(r"\1-\2-\3", text),
    lambda text: _VERSION_FIRST.sub(r"claude-\2-\1", text),
)
_NO_SLUG = re.compile(r"[^a-z0-9.]+")


def fold(text: str) -> str:
    """Return a name as it is compared: `GLM-4p6` is `glm-4-6`, `claude-4.5-sonnet` is `claude-sonnet-4-5`.

    Only `a-z 0-9 -` are left; a letter and the digit after it are parted (`llama3` → `llama-3`), a digit and the letter
    after it are not (`gpt-4o`, `70b`). A version written as one number is read as two (`gpt-55` → `gpt-5-5`).
    """
    before = None
    while text != before:  # a name may hold one pattern inside another; every step shortens what it can still change
        before = text
        for step in _STEPS:
            text = step(text)
    return text


def fold_slug(text: str) -> str:
    """Return a name as an id of ours (`MiniMax-M2.5` → `minimax-m2.5`); "" where nothing of it can be one."""
    slug = _NO_SLUG.sub("-", _VERSION_POINT.sub(".", text.lower())).strip("-.")
    return f"{slug}-model" if slug in RESERVED else slug


def reversed_table(table: dict[str, Iterable[str]]) -> dict[str, str]:
    """Return every folded name of a table `ours = [theirs, …]`, ours included, mapped to ours."""
    return {fold(name): ours for ours, theirs in table.items() for name in (ours, *theirs)}
