"""Settling: each fact of a record decided by the tables of spec/import.md, from what stands and what sources say."""

from collections.abc import Mapping

from almanac.importers.cases import Case, Owner, agrees, rivals
from almanac.importers.findings import Plain
from almanac.importers.histories import fits, is_after_price
from almanac.importers.implausible import against, pair_of
from almanac.importers.layout import Steps, is_list, rank
from almanac.importers.owners import Group, group_of, has_moved, is_pair, owner_of, says, standing, stated, winner
from almanac.importers.statements import is_price

REQUIRED: Mapping[str, tuple[Steps, ...]] = {
    "models": (("name",), ("lifecycle", "released")),
    "providers": (("name",), ("kind",)),
    "labs": (("name",),),
    "benchmarks": (("name",), ("category",), ("unit",), ("higher_is_better",)),
}
"""Facts without which a record cannot begin."""


def settle(case: Case) -> None:
    """Write every fact that may be written, and note whose each is: ids first, then prices, then what rests on them."""
    for source, steps in case.refused:
        if source in case.now and steps in case.now[source].facts:
            case.now[source].held.add(steps)
    if case.original is None and not _is_complete(case):
        for said in case.now.values():
            said.held |= said.facts.keys()
        case.tell("suspicious", (), cause="incomplete: nobody states what a record of its kind cannot do without")
        return
    spoken_of = (*case.now.values(), *case.before.values())
    groups = {group_of(case.kind, steps) for said in spoken_of for steps in said.facts}
    for group in sorted(groups, key=_turn):
        if case.kind == "models" and group[0][0] == "offers":
            _hold_unfounded(case, group)
        _settle(case, group)
        if is_pair(group):
            _hold_implausible(case, group)


def _turn(group: Group) -> tuple[int, Group]:
    if group[0][0] != "offers":
        return 0, group
    return (1 if group[0][2:] == ("model_id",) else 2 if is_pair(group) else 3), group


def _is_complete(case: Case) -> bool:
    facts = {steps for said in case.now.values() for steps in said.facts if steps not in said.held}
    return all(steps in facts for steps in REQUIRED.get(case.kind, ()))


def _hold_unfounded(case: Case, group: Group) -> None:
    """Hold back what lacks its ground: an offer without an id, a part of another price, a history of another."""
    steps = group[0]
    key, part = steps[1], steps[2]
    if part == "model_id":
        return
    is_offer = case.draft.get(("offers", key, "model_id")) is not None
    for source, said in case.now.items():
        stated_here = [step for step in group if step in said.facts]
        if not stated_here:
            continue
        is_part = is_price(steps) and not is_pair(group) and not _belongs(case, source, steps)
        is_past = part == "price_history" and _is_misfit(case, source, steps)
        if not is_offer or ((is_part or is_past) and not _was_allowed(case, source, steps)):
            said.held.update(stated_here)


def _was_allowed(case: Case, source: str, steps: Steps) -> bool:
    """Say whether a part of a price was let in before a person set or took out the list price: then nobody moves it."""
    is_priced = any(fact in case.authors for fact in group_of("models", ("offers", steps[1], "price")))
    last = case.before.get(source)
    return last is not None and steps in last.facts and steps not in last.held and not is_priced


def _is_misfit(case: Case, source: str, steps: Steps) -> bool:
    """Say whether a row of history may not stand beside the price; it may while its source changes that."""
    if steps[1] in case.repriced:
        return False
    return is_after_price(case, source, steps) or not fits(case, source, steps[1])


def _belongs(case: Case, source: str, steps: Steps) -> bool:
    """Say whether a part of a price goes with the list price that stands: the source states the same one, or none.

    Beside a word there are no components.
    """
    price = steps[:3] if steps[2] == "price" else (*steps[:2], "price")
    if steps[2] == "price" and isinstance(case.draft.get(price), str):
        return False
    facts = case.now[source].facts
    own = {fact: facts[fact] for fact in group_of("models", price) if fact in facts}
    return all(agrees(case.draft.get(fact), value) for fact, value in own.items())


def _hold_implausible(case: Case, group: Group) -> None:
    """Hold back a list price that cannot be right beside the one that stands: it would be shown as a claim."""
    known = pair_of(case.draft.get(group[0]))
    for source, said in case.now.items():
        found = stated(said, group)
        cause = against(known, pair_of({steps[-1]: value for steps, value in found.items()})) if found else ""
        if cause:
            said.held.update(found)
            if source == case.run.source:
                case.tell("suspicious", group[0], case.draft.get(group[0]), _listed(found), cause=cause)


def _listed(found: Mapping[Steps, Plain]) -> Plain:
    return {steps[-1]: value for steps, value in found.items()}


def _settle(case: Case, group: Group) -> None:
    owner = owner_of(case, group)
    if owner is Owner.AGREED and has_moved(case, group):
        owner = Owner.MACHINE
    if owner is Owner.MACHINE and is_pair(group) and not _may_become_word(case, group):
        owner = Owner.PERSON
    if owner in {Owner.NOBODY, Owner.MACHINE}:
        _write(case, group, owner)
    elif owner is not Owner.REMOVED:
        _keep(case, group)


def _may_become_word(case: Case, group: Group) -> bool:
    """Say whether a word may take the place of components: not where one among them is a person's."""
    price = case.present(group[0])
    if group[0] not in winner(case, group, case.now)[1] or not isinstance(price, Mapping):
        return True
    others = [(*group[0], name) for name in price if (*group[0], name) not in group]
    return all(owner_of(case, (steps,)) is Owner.MACHINE for steps in others)


def _write(case: Case, group: Group, owner: Owner) -> None:
    """Write the word of the first source, or take out what no source stands for any more."""
    old, (source, new) = standing(case, group), winner(case, group, case.now)
    for said in case.now.values():
        said.found.difference_update(group)
    for steps in old.keys() - new.keys():
        case.draft.drop(steps)
        case.changed.add(steps)
    for steps, value in new.items():
        case.authors[steps] = source
        if not agrees(case.present(steps), value, is_item=_is_item(case, steps)):
            case.draft.put(steps, _merged(case, steps, value))
            case.changed.add(steps)
    if old and new and owner is Owner.MACHINE and _is_repriced(case, group, source):
        case.repriced.setdefault(group[0][1], case.present(("offers", group[0][1], "price")))
    _tell_written(case, old, new)


def _is_repriced(case: Case, group: Group, source: str) -> bool:
    """Say whether a part of a list price changed because its source changed it, not because another took over."""
    if source != case.run.source or group[0][0] != "offers" or group[0][2] != "price":
        return False
    before = stated(case.before[source], group) if source in case.before else {}
    return bool(before) and not says(case, group, standing(case, group), stated(case.now[source], group))


def _is_item(case: Case, steps: Steps) -> bool:
    return is_list(case.kind, steps[:-1])


def _merged(case: Case, steps: Steps, value: Plain) -> Plain:
    """Return an item of a list with the keys that people added to it; any other value as it is."""
    if not _is_item(case, steps) or not isinstance(value, Mapping):
        return value
    present = case.present(steps)
    ours = {key for said in case.before.values() for key in _keys(said.facts.get(steps))}
    added = {key: own for key, own in present.items() if key not in ours} if isinstance(present, Mapping) else {}
    whole = {**added, **value}
    return {key: whole[key] for key in sorted(whole, key=lambda key: rank(case.kind, steps, key))}


def _keys(value: Plain) -> frozenset[str]:
    return frozenset(value) if isinstance(value, Mapping) else frozenset()


def _tell_written(case: Case, old: Mapping[Steps, Plain], new: Mapping[Steps, Plain]) -> None:
    for steps in dict.fromkeys((*old, *new)):
        if steps not in new:
            case.tell("removed", steps, old[steps])
        elif steps not in old:
            case.tell("added", steps, None, new[steps])
        elif not agrees(old[steps], new[steps], is_item=_is_item(case, steps)):
            case.tell("updated", steps, old[steps], new[steps])


def _keep(case: Case, group: Group) -> None:
    """Leave a person's fact as it stands, and remember which source says the same."""
    present = standing(case, group)
    for source, said in case.now.items():
        found = stated(said, group)
        if not found or not says(case, group, present, found):
            said.found.difference_update(group)
        elif source == case.run.source and _is_news(case, source, found):
            said.found.update(found)
    ours = stated(case.now[case.run.source], group) if case.run.source in case.now else {}
    for steps, value in ours.items():
        is_item = _is_item(case, steps)
        if steps in present and rivals(present[steps], value) and not agrees(present[steps], value, is_item=is_item):
            case.tell("kept", steps, present[steps], value)


def _is_news(case: Case, source: str, found: Mapping[Steps, Plain]) -> bool:
    before = case.before[source].facts if source in case.before else {}
    return any(steps not in before or not agrees(before[steps], value) for steps, value in found.items())
