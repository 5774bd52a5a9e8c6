"""Traits on models.dev: limits, modalities and capabilities of an entry, by the steps of our records."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from almanac.importers.amounts import count
from almanac.importers.cases import MACHINE
from almanac.importers.findings import Plain
from almanac.importers.untyped import as_flag, as_modalities, as_object
from almanac.paths import parse_path
from almanac.records import Model

Steps = tuple[str, ...]
Traits = Mapping[Steps, Plain]

LIMITS: Mapping[str, str] = {"context": "context", "input": "max_input", "output": "max_output"}
MODALITIES = ("input", "output")
CAPABILITIES: Mapping[str, str] = {
    "tool_call": "function_calling", "structured_output": "structured_output", "reasoning": "reasoning",
}  # fmt: skip
"""Upstream name of a trait to ours."""

_NO_TEXT_OUT = frozenset({"embedding", "rerank", "moderation"})
"""Modes in which an output limit counts something else: models.dev writes the length of a vector there."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A limit that does not fit into the context which the same entry states."""

    name: str
    value: int
    context: int

    @property
    def why(self) -> str:
        """The sentence for a claim."""
        return f"longer than the context of {self.context:,} that it states for this offer"


def traits(entry: Mapping[str, object], mode: str) -> tuple[dict[Steps, Plain], tuple[Contradiction, ...]]:
    """Return what an entry says of itself, and the limits that contradict its own context, left out of it."""
    limits, wrong = _limits(as_object(entry.get("limit")), mode)
    found: dict[Steps, Plain] = {("limits", name): value for name, value in limits.items()}
    for direction in MODALITIES:
        if stated := as_modalities(as_object(entry.get("modalities")).get(direction)):
            found["modalities", direction] = list(stated)
    for theirs, ours in CAPABILITIES.items():
        flag = as_flag(entry.get(theirs))
        if flag or (flag is False and mode == "chat"):
            found["capabilities", ours] = flag
    return found, wrong


def _limits(stated: Mapping[str, object], mode: str) -> tuple[dict[str, int], tuple[Contradiction, ...]]:
    found = {ours: known for theirs, ours in LIMITS.items() if (known := count(stated.get(theirs)))}
    if mode in _NO_TEXT_OUT:
        found.pop("max_output", None)
    context = found.get("context")
    if found.get("max_input") == context:  # as much as there is room for: no limit of its own
        found.pop("max_input", None)
    wrong = [
        Contradiction(name, found[name], context)
        for name in ("max_input", "max_output")
        if context and found.get(name, 0) > context
    ]
    return {name: value for name, value in found.items() if name not in {one.name for one in wrong}}, tuple(wrong)


def differing(offer: Traits, model: Traits) -> dict[Steps, Plain]:
    """Return the traits of an offer that are not the model's."""
    return {steps: value for steps, value in offer.items() if value != model.get(steps)}


def inherited(own: Traits, record: Model | None) -> Traits:
    """Return the traits that an offer has where it states none: upstream's, but a person's word comes before it."""
    firm = [parse_path(path) for path, entry in record.evidence.items() if entry.by != MACHINE] if record else []
    found = dict(own)
    for steps in own:
        if record and any(path == steps[: len(path)] for path in firm):
            found[steps] = _written(record, steps)
    return found


def _written(record: Model, steps: Steps) -> Plain:
    value = getattr(getattr(record, steps[0]), steps[1])
    return list(value) if isinstance(value, tuple) else value


def agreed(voices: Sequence[Traits]) -> dict[Steps, Plain]:
    """Return each trait as most say it; of two that equally many say, the first in the alphabet.

    Limits inside a context are those of the voices that state the agreed one: another seller's fit his own.
    """
    names = sorted({steps for voice in voices for steps in voice})
    found = {steps: most(voice[steps] for voice in voices if steps in voice) for steps in names}
    context = found.get(_CONTEXT)
    same = [voice for voice in voices if voice.get(_CONTEXT) == context]
    for steps in [steps for steps in names if steps[0] == "limits" and steps != _CONTEXT]:
        said = [voice[steps] for voice in same if steps in voice]
        if said:
            found[steps] = most(said)
        else:
            del found[steps]
    return found


_CONTEXT = ("limits", "context")


def most(values: Iterable[Plain]) -> Plain:
    """Return the value that is said most often; of several the one whose text comes first."""
    said = [(repr(value), value) for value in values]
    counted = Counter(text for text, _ in said)
    best = min(counted, key=lambda text: (-counted[text], text))
    return next(value for text, value in said if text == best)
