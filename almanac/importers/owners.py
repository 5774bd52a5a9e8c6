"""Owners: whose a fact is that stands in a record: a machine's where it is what a source's `.sync` file last wrote."""

from collections.abc import Mapping

from almanac.importers.cases import UNKNOWN, Case, Owner, agrees
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_list
from almanac.importers.sync import Said

Group = tuple[Steps, ...]
"""Facts that one source decides together: input, output and the word that stands for both; else a single one."""

_PAIR = ("input", "output")


def group_of(kind: str, steps: Steps) -> Group:
    """Return the facts that stand or fall with one."""
    if kind == "models" and steps[0] == "offers" and steps[2:3] == ("price",) and steps[3:4] in ((), *zip(_PAIR)):
        price = steps[:3]
        return (price, *((*price, name) for name in _PAIR))
    return (steps,)


def is_pair(group: Group) -> bool:
    """Say whether it is the list price of an offer."""
    return len(group) > 1


def stated(said: Said, group: Group) -> dict[Steps, Plain]:
    """Return what a source says of a group; nothing where its word may not be written."""
    found = {steps: said.facts[steps] for steps in group if steps in said.facts}
    return {} if any(steps in said.held for steps in found) else found


def standing(case: Case, group: Group) -> dict[Steps, Plain]:
    """Return what stands of a group in the record as it was."""
    found = {steps: case.present(steps) for steps in group}
    return {
        steps: value
        for steps, value in found.items()
        if value is not None and not (is_pair(group) and steps == group[0] and isinstance(value, dict))
    }


def owner_of(case: Case, group: Group) -> Owner:
    """Return whose the facts of a group are."""
    present = standing(case, group)
    if any(case.is_frozen(steps) for steps in group):
        return Owner.PERSON
    last = winner(case, group, case.before)[1]
    if not last:
        if not present and any(case.is_removed(steps) for steps in group):
            return Owner.REMOVED
        return Owner.PERSON if present else Owner.NOBODY
    if not present:
        return Owner.REMOVED
    if _agreed(case, group, present):
        return Owner.AGREED
    return Owner.MACHINE if _is_same(case, group, present, last) else Owner.PERSON


def winner(case: Case, group: Group, words: Mapping[str, Said]) -> tuple[str, dict[Steps, Plain]]:
    """Return whose word counts for a group, and that word; empty where nobody's does."""
    unknowing: tuple[str, dict[Steps, Plain]] = ("", {})
    for source in case.ranked(group[0]):
        found = stated(words[source], group) if source in words else {}
        if found.get(group[0]) == UNKNOWN:
            unknowing = unknowing if unknowing[0] else (source, found)
        elif found:
            return source, found
    return unknowing


def _agreed(case: Case, group: Group, present: dict[Steps, Plain]) -> list[str]:
    """Return the sources that were found to say what a person had written, while it is still the same."""
    return [
        source
        for source, said in case.before.items()
        if any(steps in said.found for steps in group) and says(case, group, present, stated(said, group))
    ]


def has_moved(case: Case, group: Group) -> bool:
    """Say whether a source that agreed with a person now says something else."""
    present = standing(case, group)
    return any(
        stated(case.now[source], group) and not says(case, group, present, stated(case.now[source], group))
        for source in _agreed(case, group, present)
    )


def says(case: Case, group: Group, present: dict[Steps, Plain], found: dict[Steps, Plain]) -> bool:
    """Say whether a source states what stands, as far as it states anything."""
    is_item = is_list(case.kind, group[0][:-1])
    return bool(found) and all(
        steps in present and agrees(present[steps], value, is_item=is_item) for steps, value in found.items()
    )


def _is_same(case: Case, group: Group, present: dict[Steps, Plain], last: dict[Steps, Plain]) -> bool:
    return present.keys() == last.keys() and says(case, group, present, last)
