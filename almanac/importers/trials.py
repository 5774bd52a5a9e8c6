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
_TAIL = re.compile(r"-(maas|tee|hf|free|cloud|latest)$")
_MODE = re.compile(r"-([a-z]+)$")
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
        yield _with_what_it_says(trial)
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
    name, reading = trial.name, trial.reading
    if match := _FULL_DATE.search(name):
        digits = match[1].replace("-", "")
        reading = replace(reading, date=reading.date or digits)
        return replace(trial, name=name[: match.start()], reading=reading, rule="without its date")
    if match := _PREVIEW_DATE.search(name):
        reading = replace(reading, words=(*reading.words, match[1]))
        return replace(trial, name=name[: match.start()], reading=reading, rule="without its preview date")
    if (match := _REVISION.search(name)) and reading.is_dotted:
        reading = replace(reading, loose=(*reading.loose, "1-0"))
        return replace(trial, name=name[: match.start()], reading=reading, rule="without its revision")
    if match := _QUANTISATION.search(name):
        return replace(trial, name=name[: match.start()], rule="without its quantisation", is_quantised=True)
    if match := _TAIL.search(name):
        return replace(trial, name=name[: match.start()], reading=_tailed(reading, match[1]), rule="without its tail")
    for tail in naming().tails.get(provider, ()):
        if name.endswith(f"-{tail}"):
            return replace(trial, name=name.removesuffix(f"-{tail}"), rule="without its tail")
    match = _MODE.search(name)
    if match and match[1] in naming().modes and not trial.mode:
        reading = _in_mode(reading, match[1])
        return replace(trial, name=name[: match.start()], reading=reading, rule="without its mode", mode=match[1])
    return None


def _tailed(reading: Reading, tail: str) -> Reading:
    if tail == "free":
        return replace(reading, tier="free")
    return replace(reading, words=(*reading.words, tail)) if tail == "latest" else reading


def _in_mode(reading: Reading, word: str) -> Reading:
    if word == "fast":
        return replace(reading, tier="fast")
    mode = "thinking" if word == "think" else word
    has_budget = any(known.startswith(f"{mode}-") for known in reading.words)
    return reading if has_budget else replace(reading, words=(mode, *reading.words))


def _with_what_it_says(trial: Trial) -> Trial:
    """Add the date or `latest` that a name still has: a model that lists the whole name is found without taking it off."""
    reading = trial.reading
    if (match := _FULL_DATE.search(trial.name)) and not reading.date:
        reading = replace(reading, date=match[1].replace("-", ""))
    if trial.name.endswith(_LATEST) and "latest" not in reading.words:
        reading = replace(reading, words=(*reading.words, "latest"))
    return replace(trial, reading=reading)
