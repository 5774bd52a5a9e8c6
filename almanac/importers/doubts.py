"""Doubts: list prices of one model that cannot be right, beside what their source said before or beside the others."""

from collections.abc import Mapping

from almanac.importers.cases import Case, Event, Refused
from almanac.importers.findings import Plain
from almanac.importers.implausible import Pair, against, astray, pair_of
from almanac.importers.layout import Steps
from almanac.importers.owners import group_of
from almanac.importers.statements import Facts, is_price
from almanac.importers.sync import Said
from almanac.paths import follow, format_path


def implausible_changes(
    record: str, last: Said, new: Mapping[Steps, Plain], data: Mapping[str, Plain] | None
) -> tuple[Facts, list[Event]]:
    """Take out of a source's new word the prices that cannot follow its last ones; the last ones then still hold.

    A price that stands in the record is never in doubt: a person has looked at it.
    """
    facts, events = dict(new), list[Event]()
    for key in sorted({steps[1] for steps in new if is_price(steps)}):
        before, now = _pair(last.facts, key), _pair(new, key)
        cause = against(before, now)
        if not cause or _stands(now, data, key) or _is_held(last, key):
            continue
        for steps in [steps for steps in facts if is_price(steps) and steps[1] == key]:
            del facts[steps]
        price = format_path(("offers", key, "price"))
        events.append(Event("suspicious", record, price, _listed(before), _listed(now), cause))
    return facts, events


def _pair(facts: Mapping[Steps, Plain], key: str) -> Pair:
    price = ("offers", key, "price")
    return pair_of({name: facts.get((*price, name)) for name in ("input", "output")})


def _listed(pair: Pair) -> Plain:
    return {name: value for name in ("input", "output") if (value := getattr(pair, name)) is not None}


def _stands(pair: Pair, data: Mapping[str, Plain] | None, key: str) -> bool:
    return pair == pair_of(follow(data, ("offers", key, "price")))


def _is_held(last: Said, key: str) -> bool:
    """Say whether the last price was in doubt too: then it is no measure of the new one."""
    return any(steps in last.held for steps in group_of("models", ("offers", key, "price")))


def astray_in(case: Case) -> Refused:
    """Return the machine's list prices that cannot be right beside those of the model's other offers."""
    offers = case.draft.get(("offers",))
    if case.kind != "models" or not isinstance(offers, Mapping):
        return {}
    pairs = {
        key: pair_of(case.draft.get(("offers", key, "price")))
        for key, offer in offers.items()
        if isinstance(offer, Mapping) and offer.get("currency") in {None, "USD"}
    }
    found: dict[tuple[str, Steps], str] = {}
    for key, cause in astray(pairs).items():
        group = group_of("models", ("offers", key, "price"))
        fact = f"{case.record}#{format_path((*group[0], 'input'))}"
        if (cause.partition(":")[0], fact) in case.run.accepted:
            continue
        found |= {(case.authors[steps], steps): cause for steps in group if steps in case.authors}
    return found


def tell_refused(case: Case) -> None:
    """Note for the report what the source of this import says and may not be written."""
    facts = case.now[case.run.source].facts
    for (source, steps), cause in sorted(case.refused.items()):
        if source == case.run.source and steps in facts:
            case.tell("suspicious", steps, case.draft.get(steps), facts[steps], cause=cause)
