"""Trials: the names that are looked up for one reading, from the id as it is written to what is left of it at last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from almanac.importers.folding import fold
from almanac.importers.naming import naming
from almanac.importers.readings import Reading

_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_FULL_DATE = re.compile(rf"-(20\d\d-?{_MONTH}-?{_DAY}|2[2-9]{_MONTH}{_DAY})$")
_PREVIEW_DATE = re.compile(rf"-(preview-{_MONTH}-{_DAY})$")
_QUANTISATION = re.compile(
    r"-(?:(?:nv|mx)?fp-(?:4|8|16)(?:-dynamic)?|bf-16|int-[48]|awq|gptq|gguf|mlx|[2-8]bit|i?q-[2-8](?:-(?:k|m|s|xs|[01]))*)$"
)
_REVISION = re.compile(r"-v-(1)$")
_TAILS = ("maas", "tee", "hf", "free", "cloud", "latest")
_LAST_WORD = re.compile(r"-([a-z]+)$")
_LATEST = "-latest"


@dataclass(frozen=True, slots=True)
class Trial:
    """A folded name, and the reading with everything that was taken off the name; `rule` says what was taken last."""

    name: str
    reading: Reading
    rule: str = "name"
    mode: str = ""
    """A mode word was taken off: it must be one for the lab of the model that is found."""
    is_quantised: bool = False


def trials(reading: Reading, provider: str) -> Iterator[Trial]:
    """Yield at least one trial; each next one has one thing less at the end of its name."""
    trial: Trial | None = Trial(fold(reading.name), reading)
    while trial:
        trial = _with_what_it_says(trial)
        yield trial
        trial = _shorter(trial, provider)


def spellings(trial: Trial, provider: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the names to look up for a trial, and the labs that each is then known to name."""
    labs = trial.reading.labs
    yield trial.name, labs
    if trial.reading.is_dotted:
        yield from ((f"{fold(lab)}-{trial.name}", labs) for lab in sorted(labs))
    name = trial.name
    for prefix in naming().prefixes.get(provider, ()):
        if trial.name.startswith(f"{prefix}-"):
            name = trial.name.removeprefix(f"{prefix}-")
            yield name, labs
    words = name.split("-")
    for count in range(1, len(words)):
        if lab := naming().labs.get("-".join(words[:count])):
            yield "-".join(words[count:]), labs | {lab}


def _shorter(trial: Trial, provider: str) -> Trial | None:
    """Take one thing off the end of a name, in the order of spec/import.md; None where nothing is left to take."""
    shorter = (take(trial) for take in (_without_date, _without_preview, _without_revision, _without_quantisation))
    return next(filter(None, shorter), None) or _without_tail(trial, provider) or _without_mode(trial)


def _without_date(trial: Trial) -> Trial | None:
    match = _FULL_DATE.search(trial.name)
    return _cut(trial, match.start(), "without its date") if match else None  # the reading has the date already


def _without_preview(trial: Trial) -> Trial | None:
    match = _PREVIEW_DATE.search(trial.name)
    return _cut(trial, match.start(), "without its preview date", words=(match[1],)) if match else None


def _without_revision(trial: Trial) -> Trial | None:
    """Bedrock's `-v1` alone says nothing; elsewhere it may be the model's version."""
    match = _REVISION.search(trial.name) if trial.reading.is_dotted else None
    return _cut(trial, match.start(), "without its revision") if match else None


def _without_quantisation(trial: Trial) -> Trial | None:
    match = _QUANTISATION.search(trial.name)
    return replace(_cut(trial, match.start(), "without its quantisation"), is_quantised=True) if match else None


def _without_tail(trial: Trial, provider: str) -> Trial | None:
    """Take a word off that says where or how the same weights run: a known one, or one of this provider's own."""
    for tail in (*_TAILS, *naming().tails.get(provider, ())):
        if trial.name.endswith(f"-{tail}"):
            tier = "free" if tail == "free" else ""
            return _cut(trial, -len(tail) - 1, "without its tail", tier=tier)
    return None


def _without_mode(trial: Trial) -> Trial | None:
    match = _LAST_WORD.search(trial.name)
    if not match or match[1] not in naming().modes or trial.mode:
        return None
    mode = "thinking" if match[1] == "think" else match[1]
    if mode == "fast":
        shorter = _cut(trial, match.start(), "without its mode", tier=mode)
    else:
        has_budget = any(word.startswith(f"{mode}-") for word in trial.reading.words)
        shorter = _cut(trial, match.start(), "without its mode", words=() if has_budget else (mode,))
    return replace(shorter, mode=match[1])


def _cut(trial: Trial, end: int, rule: str, *, words: tuple[str, ...] = (), tier: str = "") -> Trial:
    reading = replace(trial.reading, words=(*words, *trial.reading.words), tier=tier or trial.reading.tier)
    return replace(trial, name=trial.name[:end], reading=reading, rule=rule)


def _with_what_it_says(trial: Trial) -> Trial:
    """Add a date or `latest` at the end to the words: said too where a model lists the whole name as its own."""
    reading = trial.reading
    if (match := _FULL_DATE.search(trial.name)) and not reading.date:
        reading = replace(reading, date=match[1].replace("-", ""))
    if trial.name.endswith(_LATEST) and "latest" not in reading.words:
        reading = replace(reading, words=("latest", *reading.words))
    return replace(trial, reading=reading)
