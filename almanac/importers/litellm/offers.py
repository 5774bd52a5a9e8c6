"""Offers: the routes of one model at one provider, joined into findings about one offer key."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from almanac.importers.amounts import count, with_zero_word
from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.litellm.fields import When
from almanac.importers.litellm.prices import Components, Sheet, differing, in_region, is_zero, sheet
from almanac.importers.litellm.routes import Route
from almanac.importers.plausible import doubts
from almanac.paths import item_name
from almanac.records.price import COMPONENTS
from almanac.units.dates import parse_day

Said = Finding | Note


def grouped(routes: Iterable[Route]) -> Mapping[tuple[str, str], tuple[Route, ...]]:
    """Return the routes of each offer, as (model, offer key)."""
    groups: dict[tuple[str, str], list[Route]] = {}
    for route in routes:
        groups.setdefault((route.model, route.key), []).append(route)
    return {offer: tuple(group) for offer, group in groups.items()}


def chosen(group: Iterable[Route]) -> tuple[Route | None, tuple[Note, ...]]:
    """Return the route that is the offer itself, and notes about others that are it once more."""
    plain = [route for route in group if route.is_plain]
    if not plain:
        return None, ()
    cause = f"the same offer as {plain[0].name}, listed twice"
    return plain[0], tuple(Note("dropped", other.name, cause) for other in plain[1:])


def offer(group: tuple[Route, ...], *, zero_means: str) -> Iterator[Said]:
    """Yield everything that LiteLLM says of one offer."""
    main, notes = chosen(group)
    yield from notes
    if main is None and any(not route.region for route in group):
        yield from (
            Note("dropped", route.name, "a fine-tuned model's price without the model's own") for route in group
        )
        return
    first = main or group[0]
    record, steps = f"models/{first.model}", ("offers", first.key)
    yield Finding(record, (*steps, "model_id"), first.model_id, first.name)
    listed = sheet(main.name, main.entry, main.mode) if main else Sheet()
    yield from listed.notes
    yield from _list_price(listed, first, zero_means=zero_means)
    seen: set[When] = set()
    for when, components, name in _rows(listed, group):
        if when in seen:
            yield Note("dropped", name, "a second price under the same condition: two of its regions are one of ours")
            continue
        seen.add(when)
        yield from _row(when, components, listed.base, route=first, upstream=name)
    if main:
        yield from _dates_and_limits(main)


def _list_price(listed: Sheet, route: Route, *, zero_means: str) -> Iterator[Said]:
    sound = doubts(listed.base, listed.base, subject=f"{route.model} {route.key}", mode=route.mode)
    yield from sound.notes
    price = with_zero_word(sound.sound, zero_means)
    record, steps = f"models/{route.model}", ("offers", route.key, "price")
    if isinstance(price, str):
        yield Finding(record, steps, price, route.name)
    elif isinstance(price, Mapping):
        for name in COMPONENTS:
            if name in price:
                yield Finding(record, (*steps, name), price[name], f"{route.name} {name}")
    elif sound.sound:
        yield Note("dropped", route.name, f"a price of 0, and nobody says what that means at {route.seller.id}", "0")


def _rows(listed: Sheet, group: tuple[Route, ...]) -> Iterator[tuple[When, Components, str]]:
    """Yield every conditional row of an offer: of its own route, of its regions, of its fine-tuned models."""
    plain, _ = chosen(group)
    for when, components in differing(listed, listed.base):
        yield when, components, plain.name if plain else ""
    for route in group:
        if route.region:
            yield from _regional(sheet(route.name, route.entry, route.mode), listed, route)
        elif route.tier:
            tuned = sheet(route.name, route.entry, route.mode).base
            yield (("tier", route.tier),), _unequal(tuned, listed.base), route.name


def _regional(found: Sheet, listed: Sheet, route: Route) -> Iterator[tuple[When, Components, str]]:
    if found.base != listed.base:
        yield in_region((), route.region), _unequal(found.base, listed.base), route.name
    for when, components in differing(found, listed.base):
        if found.base != listed.base or components != listed.rows.get(when):
            yield in_region(when, route.region), components, route.name


def _unequal(components: Components, other: Components) -> Components:
    return {name: value for name, value in components.items() if value != other.get(name)}


def _row(when: When, components: Components, base: Components, *, route: Route, upstream: str) -> Iterator[Said]:
    condition: dict[str, Plain] = dict(when)
    subject = f"{route.model} {route.key}"
    stated = {name: value for name, value in components.items() if not is_zero(value)}
    sound = doubts(stated, {**base, **stated}, subject=subject, when=condition, mode=route.mode)
    yield from sound.notes
    dear = {name for name, value in sound.sound.items() if _is_dear_batch(when, value, base.get(name))}
    for name in sorted(dear):
        cause = "price-batch-above-list: a batch costs more than the same without waiting"
        yield Note("suspicious", f"{subject} {name}", cause, str(sound.sound[name]))
    kept = {name: sound.sound[name] for name in COMPONENTS if name in sound.sound and name not in dear}
    if kept:
        row: Plain = {"when": condition, **kept}
        steps = ("offers", route.key, "price_when", item_name(row))
        yield Finding(f"models/{route.model}", steps, row, upstream)


def _is_dear_batch(when: When, value: Plain, listed: Plain) -> bool:
    is_batch = ("tier", "batch") in when and len(when) == 1
    return is_batch and isinstance(value, Decimal) and isinstance(listed, Decimal) and value > listed


def _dates_and_limits(route: Route) -> Iterator[Said]:
    record, steps = f"models/{route.model}", ("offers", route.key)
    yield from retirement(route, route.entry.get("deprecation_date"))
    if not route.seller.is_alone or route.mode != "chat":
        return
    context, longest = (count(route.entry.get(name)) for name in ("max_input_tokens", "max_output_tokens"))
    if context:
        yield Finding(record, (*steps, "limits", "context"), context, f"{route.name} max_input_tokens")
    if longest and longest != context:
        yield Finding(record, (*steps, "limits", "max_output"), longest, f"{route.name} max_output_tokens")


def retirement(route: Route, stated: object) -> Iterator[Said]:
    """Yield the day on which an offer ends, if one is stated that is in the calendar."""
    if stated is None:
        return
    try:
        day = parse_day(str(stated))
    except ValueError as error:
        yield Note("suspicious", f"{route.name} deprecation_date", str(error), str(stated))
    else:
        yield Finding(f"models/{route.model}", ("offers", route.key, "retires"), str(day), route.name)
