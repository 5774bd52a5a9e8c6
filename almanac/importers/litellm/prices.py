"""Prices: one route of LiteLLM's as a price and its conditional rows, in our components and units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from almanac.checks.prices import NEVER
from almanac.importers.amounts import Amount, amount, rounding_note
from almanac.importers.findings import Note, Plain
from almanac.importers.litellm.fields import PriceField, When, ordered, price_field

Components = dict[str, Plain]
_PICTURE_AT_LEAST: Mapping[str, Decimal] = {"image_in": Decimal("0.00001"), "image_out": Decimal("0.001")}
"""US dollars; a cheaper picture is a price per token in the wrong field (gpt-realtime reads one for 0.000005,
gemini-3.1-pro-preview draws one for 0.00012)."""

_SHOWN, _DRAWN = "input_cost_per_image", "output_cost_per_image"
_SEARCH = "search_context_cost_per_query"
_TIERED = "tiered_pricing"
_TIMES = "provider_specific_entry"
_MULTIPLIED: Mapping[str, When] = {"fast": (("tier", "fast"),), "us": (("region", "us"),)}
_THOUSAND = 1000


@dataclass(slots=True)
class Sheet:
    """All prices of one route: the list price, and the rows that hold under a condition."""

    base: Components = field(default_factory=dict)
    rows: dict[When, Components] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def sheet(name: str, entry: Mapping[str, object], mode: str) -> Sheet:
    """Return the prices of an entry of the cost map; zeros stay, for what they say is the provider's affair."""
    found = Sheet()
    for field_name, stated in entry.items():
        reading = _reading(field_name, entry, mode)
        if reading is None:
            continue
        _add(found, reading, stated, subject=f"{name} {field_name}")
    _add_tiers(found, entry.get(_TIERED), name=name, mode=mode)
    _add_search(found, entry.get(_SEARCH), subject=f"{name} {_SEARCH}")
    _add_multiples(found, entry.get(_TIMES))
    for components in (found.base, *found.rows.values()):
        _without_the_unusual(components, mode)
    return found


def _reading(name: str, entry: Mapping[str, object], mode: str) -> PriceField | None:
    """Read a price field beside the others: a picture going in is not one coming out where both have a price."""
    reading = price_field(name, mode)
    drawn = entry.get(_DRAWN)
    if reading and name == _SHOWN and isinstance(drawn, Decimal | int) and drawn and drawn != entry[name]:
        return replace(reading, component="image_in")
    return reading


def _add(found: Sheet, reading: PriceField, stated: object, *, subject: str) -> None:
    read = amount(stated, times=reading.times)
    if read is None:
        if stated is not None:
            found.notes.append(Note("suspicious", subject, "not an amount of 0 or more", str(stated)))
        return
    if reading.per == "image" and 0 < read.value < _PICTURE_AT_LEAST[reading.component]:
        found.notes.append(Note("suspicious", subject, "a picture that costs next to nothing", str(stated)))
        return
    components = found.rows.setdefault(reading.when, {}) if reading.when else found.base
    if _is_known(components.get(reading.component)):
        if read.value and components[reading.component] != _written(reading, read):
            cause = f"a second price for {reading.component}, which can have one"
            found.notes.append(Note("dropped", subject, cause, str(stated)))
        return
    components[reading.component] = _written(reading, read)
    found.notes.extend(rounding_note(read, subject))


def _written(reading: PriceField, read: Amount) -> Plain:
    return read.value if reading.per is None else {"usd": read.value, "per": reading.per}


def _is_known(value: Plain) -> bool:
    return value is not None and not is_zero(value)


def is_zero(value: Plain) -> bool:
    """Say whether a component is stated as nothing."""
    figure = value.get("usd") if isinstance(value, Mapping) else value
    return isinstance(figure, Decimal | int) and not isinstance(figure, bool) and figure == 0


def _add_tiers(found: Sheet, tiers: object, *, name: str, mode: str) -> None:
    """Read `tiered_pricing`: the first range is the list price, each later one begins above a number of tokens."""
    for tier in tiers if isinstance(tiers, list) else []:
        above = _lower_end(tier)
        if above is None:
            continue
        for field_name, stated in tier.items():
            reading = price_field(field_name, mode)
            if reading is not None:
                when: When = (("context_above", above),) if above else ()
                conditioned = PriceField(reading.component, reading.times, reading.per, when)
                _add(found, conditioned, stated, subject=f"{name} {_TIERED} {field_name}")


def _lower_end(tier: object) -> int | None:
    """Return the tokens above which a tier holds; None for tiers by something else than tokens."""
    ends = tier.get("range") if isinstance(tier, Mapping) else None
    if not isinstance(ends, list) or not ends or not isinstance(ends[0], Decimal | int):
        return None
    return int(ends[0])


def _add_search(found: Sheet, sizes: object, *, subject: str) -> None:
    """Read the price of a web search where it hangs on nothing; by the size of what it brings it has no condition."""
    if not isinstance(sizes, Mapping) or not sizes:
        return
    prices = set(sizes.values())
    read = amount(next(iter(sizes.values())), times=_THOUSAND)
    if len(prices) > 1:
        found.notes.append(
            Note("dropped", subject, "a search priced by the size of what it brings has no condition here")
        )
    elif read is not None and read.value:
        found.base["web_search"] = {"usd": read.value, "per": "1000-requests"}


def _add_multiples(found: Sheet, multiples: object) -> None:
    """Read `{us: 1.1, fast: 6}`: under this condition every price of a token is so many times the list price."""
    for word, factor in multiples.items() if isinstance(multiples, Mapping) else ():
        when = _MULTIPLIED.get(str(word))
        if when is None or not isinstance(factor, Decimal | int):
            continue
        priced = ((name, value) for name, value in found.base.items() if isinstance(value, Decimal) and value)
        scaled = ((name, amount(value * factor)) for name, value in priced)
        found.rows[when] = {name: read.value for name, read in scaled if read is not None}


def _without_the_unusual(components: Components, mode: str) -> None:
    """Take out what says nothing: zeros where none is ever asked, and reasoning tokens at the price of all output."""
    for name in [*components]:
        value = components[name]
        if is_zero(value) and (name not in {"input", "output"} or name in NEVER.get(mode, ())):
            del components[name]
    if "reasoning" in components and components["reasoning"] == components.get("output"):
        del components["reasoning"]


def differing(found: Sheet, list_price: Components) -> Iterator[tuple[When, Components]]:
    """Yield the rows that say something else than the list price, each with only what differs from it."""
    for when, components in found.rows.items():
        other = {name: value for name, value in components.items() if value != list_price.get(name)}
        within = found.rows.get(_wider(when)) if _wider(when) != when else None
        if other and not (
            within is not None and _says_no_more(other, within) and not _differs(found, when, list_price)
        ):
            yield when, other


def _wider(when: When) -> When:
    return tuple(condition for condition in when if condition[0] != "tier")


def _says_no_more(components: Components, within: Components) -> bool:
    return all(within.get(name) == value for name, value in components.items())


def _differs(found: Sheet, when: When, list_price: Components) -> bool:
    """Say whether the tier of a row has another price for short requests too."""
    tier = tuple(condition for condition in when if condition[0] == "tier")
    return any(value != list_price.get(name) for name, value in found.rows.get(tier, {}).items())


def in_region(when: When, region: str) -> When:
    """Return conditions with a region added."""
    return ordered({**dict(when), "region": region})
