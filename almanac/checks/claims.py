"""Claims and evidence: each speaks of a fact, by a path that leads to one."""

from collections.abc import Iterator

from almanac.checks.known import suggestion
from almanac.checks.rule import Rule
from almanac.paths import Steps, child, follow, parse_path
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model
from almanac.records.shape import is_derived, is_legal, keys_at

INHERITED = (("limits",), ("modalities",), ("capabilities",))
"""What an offer takes over from its model where it states nothing else."""


def evidence_proves_something(library: Library) -> Iterator[Problem]:
    """Evidence stands for a fact that the record states: evidence of nothing would freeze a path that nobody wrote."""
    for model in library.models.values():
        for path in model.record.evidence:
            steps = _steps(path)
            if not steps or follow(model.document.data, steps) is None:
                yield model.problem(
                    "evidence-path",
                    "evidence",
                    path,
                    message=f'This record states nothing at "{path}".',
                    hint=f"{_nearest_stated(model, steps)}Write the path of a fact that is there, or state the fact.",
                    on="key",
                )


def claims_speak_of_facts(library: Library) -> Iterator[Problem]:
    """A claim is about a fact that a model can have; the record itself may be silent about it, but has the offer."""
    for model in library.models.values():
        for index, claim in enumerate(model.record.claims):
            steps = _steps(claim.path)
            found = _nowhere(model, claim.path, steps)
            if found:
                yield model.problem("claim-path", "claims", index, "path", message=found[0], hint=found[1])


def _nowhere(model: Entry[Model], path: str, steps: Steps) -> tuple[str, str] | None:
    """Return a message and a hint where a path leads to nothing that a page could show."""
    if not (is_derived(steps) or is_legal(steps)):
        hint = f"{_nearest_key(steps)}Write the keys that lead to the fact, as in limits.context."
        return f'No model has a fact at "{path}".', hint
    offers = model.record.offers
    if steps[0] == "offers" and len(steps) > 1 and steps[1] not in offers:
        hint = f"{suggestion(steps[1], offers)}Write the key of an offer that is there, or add the offer."
        return f'This record has no offer "{steps[1]}", so nobody would see the claim.', hint
    return None


def claims_differ(library: Library) -> Iterator[Problem]:
    """A claim says something else than the record: one that agrees is no dispute, but looks like one."""
    for model in library.models.values():
        for index, claim in enumerate(model.record.claims):
            ours = shown(library, model, _steps(claim.path))
            if claim.value is not None and ours is not None and _plain(claim.value) == _plain(ours):
                yield model.problem(
                    "claim-same",
                    "claims",
                    index,
                    "value",
                    message=f"This claim says what the record says at {claim.path}.",
                    hint="Remove the claim; name its source in evidence if it is the better one.",
                )


def shown(library: Library, model: Entry[Model], steps: Steps) -> object:
    """Return the value that a page shows at a path, as plain data: an offer inherits what it leaves out."""
    if steps == ("family", "name"):
        lab = library.labs.get(model.id.partition("/")[0])
        family = lab.record.families.get(model.record.family or "") if lab else None
        return family.name if family else None
    data = model.document.data
    stated = follow(data, steps)
    is_inherited = stated is None and steps[:1] == ("offers",) and steps[2:3] in INHERITED
    return follow(data, steps[2:]) if is_inherited else stated


def _plain(value: object) -> object:
    """Return a value as it is compared: lists without their order, for ours may stand in another."""
    return sorted(map(str, value)) if isinstance(value, list | tuple) else value


def _steps(path: str) -> Steps:
    try:
        return parse_path(path)
    except ValueError:
        return ()


def _nearest_stated(model: Entry[Model], steps: Steps) -> str:
    """Suggest the key that the record has where the path first leads nowhere."""
    here: object = model.document.data
    for step in steps:
        below = child(here, step)
        if below is None:
            return suggestion(step, here) if isinstance(here, dict) else ""
        here = below
    return ""


def _nearest_key(steps: Steps) -> str:
    for number, step in enumerate(steps):
        if not is_legal(steps[: number + 1]):
            return suggestion(step, keys_at(steps[:number]))
    return ""


RULES: tuple[Rule, ...] = (evidence_proves_something, claims_speak_of_facts, claims_differ)
