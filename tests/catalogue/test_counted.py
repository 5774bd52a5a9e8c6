"""What guides count in words of their own: a number that no call binds is the number that the records give."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.units.dates import Day, sort_key
from tests.catalogue.test_content import AFTER, CONTENT, catalogue

pytestmark = pytest.mark.slow

EARLIER, LATER = "litellm", "litellm-1-109-1"


def counted(guide: str, sentence: str) -> tuple[int, ...]:
    """Return the numbers that a guide's sentence gives; the sentence is a pattern with a group for each."""
    text = (CONTENT / "guides" / f"{guide}.md").read_text(encoding="utf-8")
    found = re.search(sentence, text)
    assert found, f"{guide} no longer says: {sentence}"
    return tuple(map(int, found.groups()))


def price(offer: OfferEntry) -> tuple[Decimal, Decimal] | None:
    """Return both prices of an offer that is sold today at prices in dollars."""
    match offer.input, offer.output:
        case Decimal() as read, Decimal() as written if offer.status.word != "retired":
            return read, written
        case _:
            return None


def blend(pair: tuple[Decimal, Decimal]) -> Decimal:
    return 3 * pair[0] + pair[1]


def sold_twice() -> list[tuple[ModelEntry, OfferEntry, OfferEntry]]:
    """Return the models sold by their own lab and by OpenRouter, each with both offers."""
    both = [
        (entry, entry.offers.get(entry.own or ""), entry.offers.get("openrouter"))
        for entry in catalogue(AFTER).models.values()
    ]
    return [(entry, own, router) for entry, own, router in both if own and router and price(own) and price(router)]


def test_the_guide_to_routers_counts_as_the_records_do() -> None:
    pairs = sold_twice()
    kinds: Counter[str] = Counter()
    for entry, own, router in pairs:
        at_lab, at_router = price(own), price(router)
        assert at_lab
        assert at_router
        if at_lab == at_router:
            kinds["same"] += 1
        elif blend(at_router) > blend(at_lab):
            kinds["more"] += 1
        else:
            is_open = bool(entry.record.weights and entry.record.weights.open)
            kinds["less"] += 1
            kinds["open" if is_open else "closed"] += 1
            kinds["alibaba"] += not is_open and entry.lab == "alibaba"
    said = counted(
        "router-or-direct",
        r"(\d+) models are sold at a price both by their own lab and by OpenRouter\. For (\d+) of them the two ask the "
        r"same, for (\d+) the router asks less, and for (\d+) it asks more\. Of the \d+, (\d+) have open weights on "
        r"record, which the router buys from hosts that undercut the lab\. Of the other (\d+), ",
    )
    assert said == (len(pairs), *(kinds[kind] for kind in ("same", "less", "more", "open", "closed")))
    assert kinds["alibaba"] == 9, "the guide says: nine are Alibaba's"


def test_the_guide_to_routers_counts_windows_as_the_records_do() -> None:
    windows = [
        (own.facts["limits.context"].value, router.facts["limits.context"].value)
        for _, own, router in sold_twice()
        if "limits.context" in own.facts and "limits.context" in router.facts
    ]
    smaller = sum(router < own for own, router in windows if isinstance(own, int) and isinstance(router, int))
    larger = sum(router > own for own, router in windows if isinstance(own, int) and isinstance(router, int))
    said = counted(
        "router-or-direct", r"(\d+) have a smaller window at OpenRouter than at their lab and (\d+) a larger"
    )
    assert said == (smaller, larger)


def lifetimes() -> list[float]:
    """Return how many months each chat model lasts whose release and last day at its own lab are known, in order."""
    found = []
    for entry in catalogue(AFTER).models.values():
        own = entry.offers.get(entry.own or "")
        last = (own.facts.get("retires") if own else None) or entry.facts.get("lifecycle.retires")
        first = entry.facts.get("lifecycle.released")
        match (first and first.value, last and last.value):
            case Day() as start, Day() as end if entry.record.mode == "chat":
                (year, month, day), (then, until, on) = sort_key(start), sort_key(end)
                found.append((then - year) * 12 + until - month + (on - day) / 30)
            case _:
                pass
    return sorted(found)


def test_the_guide_to_retirements_says_how_long_models_last_as_the_records_do() -> None:
    months = lifetimes()
    said = counted("planning-for-retirements", r"(\d+) chat models have a last day at their own lab on record")
    assert said == (len(months),)
    assert 15.5 < months[len(months) // 2] < 16.5, "the guide says: half of them last some sixteen months or less"
    assert months[len(months) // 4] <= 12.1, "the guide says: a quarter no longer than a year"


def test_in_all_offers_whose_date_moved_the_newer_list_has_the_later_date() -> None:
    moved = [
        (offer.facts["retires"].value, rival.value)
        for entry in catalogue(AFTER).models.values()
        for offer in entry.offers.values()
        if "retires" in offer.facts and (proof := offer.facts["retires"].proof) and proof.source == LATER
        for rival in offer.facts["retires"].rivals
        if rival.proof.source == EARLIER
    ]
    assert len(moved) == 9, "the guide says: for nine offers in this catalogue"
    assert all(str(now) > str(then) for now, then in moved)
