"""Identity: which base model of ours an upstream id means, by fixed rules; what they leave open is never guessed."""

from dataclasses import replace
from typing import TypedDict, Unpack

from almanac.importers.bases import base_of
from almanac.importers.efforts import names_two_models, plain_name, without_effort
from almanac.importers.folding import fold
from almanac.importers.identities import Identity
from almanac.importers.labs import known_lab
from almanac.importers.names import Names, loosened
from almanac.importers.naming import naming
from almanac.importers.readings import Reading, read_id
from almanac.importers.trials import Trial, spellings, trials
from almanac.importers.variants import variant_of

__all__ = ["Clues", "fold", "resolve"]


class Clues(TypedDict, total=False):
    """What else is known about an id: who sells it, whose model and which base model upstream says it is.

    `benchmark` says that the id is a name in a results table, where words of effort may stand in it.
    """

    provider: str | None
    pointer: str | None
    lab: str | None
    benchmark: bool


def resolve(names: Names, upstream_id: str, **clues: Unpack[Clues]) -> Identity:
    """Say what an upstream id means. Never fails: `model` is None where nothing of ours matches for sure."""
    provider = clues.get("provider") or ""
    reading = _with_lab(read_id(upstream_id), clues.get("lab"))
    excepted = naming().offers.get(f"{provider}/{upstream_id}")
    if excepted is not None:
        return _placed(excepted, reading, provider, rule="exception")
    if sold := names.sold.get((provider, upstream_id)):
        return _placed(sold, reading, provider, rule="known offer")
    if clues.get("benchmark"):
        return _resolve_run(names, upstream_id, clues.get("lab"))
    found = _match(names, reading, provider)
    pointer = clues.get("pointer")
    return _by_pointer(names, pointer, reading, found) if pointer and found.model is None else found


def _with_lab(reading: Reading, lab: str | None) -> Reading:
    known = known_lab(lab) if lab else None
    return replace(reading, labs=reading.labs | {known}) if known else reading


def _placed(model: str, reading: Reading, provider: str, *, rule: str) -> Identity:
    """Return the identity of an id whose model somebody else has decided; "" says that it has none."""
    if not model:
        return Identity(None, rule=rule)
    *_, last = (trial for trial in trials(reading, provider) if _is_mode(trial.mode, model))
    return _identity(model, last.reading, rule)


def _identity(model: str, reading: Reading, rule: str) -> Identity:
    return Identity(model, variant=variant_of(reading, model), tier=reading.tier, rule=rule)


def _match(names: Names, reading: Reading, provider: str) -> Identity:
    """Try the name as it is, then with less and less at its end; the first that means one model decides."""
    for trial in trials(reading, provider):
        for name, labs in spellings(trial, provider):
            models = names.look_up(name, labs)
            if len(models) > 1:
                return Identity(None, rule="several models have this name")
            if models and _is_mode(trial.mode, models[0]):
                return _checked(models[0], trial, labs)
    folded = trial.name
    return Identity(None, suggestion=names.suggest(folded, reading.labs), rule="no model has this name")


def _checked(model: str, trial: Trial, labs: frozenset[str]) -> Identity:
    """The lab in an id only checks; who publishes a quantisation of another lab's weights stands there too."""
    if labs and model.partition("/")[0] not in labs and not trial.is_quantised:
        return Identity(None, suggestion=model, rule="the id names another lab")
    return _identity(model, trial.reading, trial.rule)


def _is_mode(word: str, model: str) -> bool:
    return not word or model.partition("/")[0] in naming().modes[word]


def _by_pointer(names: Names, pointer: str, reading: Reading, found: Identity) -> Identity:
    """Follow upstream's own pointer only where the id says nothing that the model's names do not say too."""
    base = base_of(names, pointer)
    if base is None:
        return found
    *_, last = trials(reading, "")
    said = set(loosened(last.name).split("-"))
    if any(said <= set(name.split("-")) for name in names.names_of(base.model)):
        return _identity(base.model, last.reading, "upstream's pointer")
    return replace(found, suggestion=base.model, rule="upstream's pointer says more than the id")


def _resolve_run(names: Names, text: str, lab: str | None) -> Identity:
    """Resolve a name from a results table: as it is, else without the effort at its end."""
    if names_two_models(text):
        return Identity(None, rule="a run of two models")
    name, effort = plain_name(text)
    shorter, at_end = without_effort(name)
    whole = _match(names, _with_lab(read_id(name), lab), "")
    if whole.model is None and at_end:
        whole, effort = _match(names, _with_lab(read_id(shorter), lab), ""), effort or at_end
    words = whole.variant.split(".") if whole.variant else []
    version = [word for word in words if word.isdigit() or word.startswith("preview-")]
    mode = [word for word in words if word not in version]
    return replace(whole, variant=".".join(version), effort=effort or " ".join(mode))
