"""Validation: plain data against its record class, every fault told once, in our words, at its own place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from almanac.problems import Place, Problem, problem
from almanac.problems.suggestions import did_you_mean, nearest
from almanac.reader.document import Document
from almanac.reader.nouns import noun
from almanac.reader.yamlfile import Parsed, Steps
from almanac.records import COMPONENTS, Model, Price, Tombstone
from almanac.records.fields import Record, shown
from almanac.records.shape import fields, keys_at, records_at, words_at

R = TypeVar("R", bound=Record)

_TAGS = frozenset({"~mapping", "~scalar", "~list"})
_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Subject(Generic[R]):
    """What is validated: the value at the end of `prefix` in a document, against a record class."""

    kind: type[R]
    document: Document
    parsed: Parsed
    prefix: Steps = ()

    @property
    def data(self) -> Any:
        """The plain data of the value."""
        return _below(self.document.data, self.prefix)


def validate(subject: Subject[R]) -> tuple[R | None, list[Problem]]:
    """Return the record, or None and what is wrong with it; what reading has said already is not said again."""
    record, errors = _validated(subject)
    misspelt = {_meant(subject, error) for error in errors if error["type"] == "extra_forbidden"}
    errors = [error for error in errors if error["type"] != "missing" or _steps(error) not in misspelt]
    said = {path for path in subject.parsed.broken if _is_related(path, subject.prefix)}
    doubts = {**_key_doubts(subject), **_doubts(subject, errors)}
    muted = said | doubts.keys()
    problems = [
        _problem(subject, error)
        for error in errors
        if not any(_leads_to(path, (*subject.prefix, *_steps(error))) for path in muted)
    ]
    problems += doubts.values()
    return (None if problems or said else record), _without_more_of("tombstone-key", problems)


def _validated(subject: Subject[R]) -> tuple[R | None, list[Mapping[str, Any]]]:
    try:
        return subject.kind.model_validate(subject.data), []
    except ValidationError as error:
        return None, [dict(found) for found in error.errors(include_url=False)]


def _meant(subject: Subject[R], error: Mapping[str, Any]) -> Steps:
    """Return the path that a key would have if it were spelt like the nearest known one."""
    *within, key = _steps(error)
    return (*within, nearest(str(key), keys_at(within, root=subject.kind)) or key)


def _doubts(subject: Subject[R], errors: list[Mapping[str, Any]]) -> dict[Steps, Problem]:
    """Return the doubtful scalars that no list of words allows, and that lie in nothing that is wrong as a whole."""
    wrong = {(*subject.prefix, *_steps(error)): error["type"] == "extra_forbidden" for error in errors}
    return {
        path: doubt
        for path, doubt in subject.parsed.doubts.items()
        if _leads_to(subject.prefix, path)
        and not words_at(path[len(subject.prefix) :], root=subject.kind)
        and not any(_leads_to(steps, path if is_key else path[:-1]) for steps, is_key in wrong.items())
    }


def _key_doubts(subject: Subject[R]) -> dict[Steps, Problem]:
    """Return the doubtful keys that the record does not have: `on` and `n` are some that records do."""
    length = len(subject.prefix)
    return {
        path: doubt
        for path, doubt in subject.parsed.key_doubts.items()
        if _leads_to(subject.prefix, path[:-1]) and path[-1] not in keys_at(path[length:-1], root=subject.kind)
    }


def _problem(subject: Subject[R], error: Mapping[str, Any]) -> Problem:
    steps = _steps(error)
    match error["type"]:
        case "almanac":
            return _told(subject, steps, error)
        case "extra_forbidden":
            return _unknown_key(subject, steps)
        case "missing" if isinstance(steps[-1], str):
            return _missing_key(subject, steps)
        case "missing" | "too_long" | "too_short":
            message = "This list has another number of items than it needs."
            return _at(subject, steps, "value-list", message, "Write [lowest, highest].")
        case "model_type" | "dict_type":
            return _no_mapping(subject, steps, error["input"])
    message = f"{_capital(shown(error['input']))} is not what is meant here."
    return _at(subject, steps, "value-type", message, "Write it as one line of text.")


def _without_more_of(code: str, problems: list[Problem]) -> list[Problem]:
    """Keep the first problem of a code: all the keys of a model that a word turned into a tombstone are one mistake."""
    first = next((found for found in problems if found.code == code), None)
    return [found for found in problems if found.code != code or found is first]


def _told(subject: Subject[R], steps: Steps, error: Mapping[str, Any]) -> Problem:
    """Return the problem that a field's own check has named."""
    context = error["ctx"]
    said = "A value is missing here." if error["input"] is None else _capital(context["message"])
    hint = did_you_mean(context["given"], context["words"]) if "words" in context else ""
    place = _place(subject, steps, is_key=error["loc"][-1] == _KEY)
    return problem(context["code"], place, message=said, hint=hint or context["hint"])


def _unknown_key(subject: Subject[R], steps: Steps) -> Problem:
    key, within = str(steps[-1]), steps[:-1]
    known = keys_at(within, root=subject.kind)
    record = next(iter(records_at(within, root=subject.kind)), subject.kind)
    place = _place(subject, steps, is_key=True)
    if issubclass(record, Price):
        hint = did_you_mean(key, known) or f"A price may hold {', '.join(COMPONENTS)}."
        return problem("price-unknown-key", place, message=f"{shown(key)} is not a price component.", hint=hint)
    if record is Tombstone and key in fields(Model):
        hint = "Take the other keys out, or the word that it moved or was withdrawn."
        message = f'"{key}" cannot stand beside moved_to or withdrawn: only the name can.'
        return problem("tombstone-key", place, message=message, hint=hint)
    hint = did_you_mean(key, known) or f"Its keys are {', '.join(known)}."
    return problem("key-unknown", place, message=f"{shown(key)} is not a key of {noun(record)}.", hint=hint)


def _missing_key(subject: Subject[R], steps: Steps) -> Problem:
    """Point at the first key of the mapping that lacks one."""
    within, key = steps[:-1], str(steps[-1])
    first = next(iter(_below(subject.data, within) or ()), None)
    place = _place(subject, (*within, first), is_key=True) if first else _place(subject, within)
    record = next(iter(records_at(within, root=subject.kind)), subject.kind)
    message = f'The key "{key}" is missing here, and {noun(record)} cannot do without it.'
    return problem("key-missing", place, message=message, hint=f'Write "{key}: …".')


def _no_mapping(subject: Subject[R], steps: Steps, value: object) -> Problem:
    record = next(iter(records_at(steps, root=subject.kind)), None)
    meant = f"the keys of {noun(record)} are" if record else "keys with values are"
    message = f"{_capital(shown(value))} stands where {meant} meant."
    return _at(subject, steps, "value-mapping", message, "Write key: value, each on a line of its own.")


def _at(subject: Subject[R], steps: Steps, code: str, message: str, hint: str) -> Problem:
    return problem(code, _place(subject, steps), message=message, hint=hint)


def _place(subject: Subject[R], steps: Steps, *, is_key: bool = False) -> Place:
    return subject.document.place((*subject.prefix, *steps), on="key" if is_key else "value")


def _steps(error: Mapping[str, Any]) -> Steps:
    return tuple(step for step in error["loc"] if step not in _TAGS and step != _KEY)


def _below(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _leads_to(path: Steps, steps: Steps) -> bool:
    return steps[: len(path)] == path


def _is_related(one: Steps, other: Steps) -> bool:
    return _leads_to(one, other) or _leads_to(other, one)


def _capital(text: str) -> str:
    """Begin a sentence, unless with a value that is quoted as written."""
    return text[:1].upper() + text[1:] if text.startswith(("a ", "nothing")) else text
