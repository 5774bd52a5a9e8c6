"""Offers on models.dev: what one entry says, as the facts of one offer of ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.modelsdev.placing import Sold
from almanac.importers.modelsdev.prices import Priced, priced
from almanac.importers.modelsdev.traits import Contradiction, Traits, differing, traits
from almanac.paths import format_path, item_name

_QUANTISATION = re.compile(r"(?<![a-z0-9])((?:nv|mx)?fp(?:4|8|16)|bf16|int[48]|awq|gptq|[2-8]-?bit)(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Asked:
    """An offer with what it asks and what it says of itself."""

    sold: Sold
    price: Priced
    traits: Traits
    wrong: tuple[Contradiction, ...]


def asked(sold: Sold, mode: str, zero_means: str) -> Asked:
    """Read one entry. An id that says `free` is free where it costs nothing, whatever the provider's zeros mean."""
    words = sold.key.partition("@")[2].split(".")
    meaning = "free" if "free" in words else zero_means
    entry = sold.entry
    price = priced(entry.data, mode=mode, zero_means=meaning, subject=entry.subject)
    return Asked(sold, price, *traits(entry.data, mode))


def offer_findings(offer: Asked, model: Traits, *, doubt: str = "") -> Iterator[Finding | Note]:
    """Yield the facts of an offer; of its traits only those that are not the model's.

    `doubt` says why its price cannot be right: then the price stays out.
    """
    entry, key = offer.sold.entry, offer.sold.key
    yield from offer.price.notes
    facts: dict[tuple[str, ...], Plain] = {("model_id",): entry.model_id}
    if doubt:
        yield Note("suspicious", f"{entry.subject} price", doubt, _said(offer.price.price))
    else:
        facts |= _price(offer.price)
    if entry.ended:
        facts["ended",] = entry.ended
    own, wrong = _fitting(differing(offer.traits, model), offer, model)
    facts |= own
    if match := _QUANTISATION.search(entry.model_id.lower()):
        facts["quantisation",] = match[1].replace("-", "")
    for steps, value in facts.items():
        yield Finding(f"models/{offer.sold.model}", ("offers", key, *steps), value, entry.subject)
    for one in wrong:
        yield from _contradicted(offer.sold, one, is_stated=one.value != model.get(("limits", one.name)))


def _price(price: Priced) -> dict[tuple[str, ...], Plain]:
    facts: dict[tuple[str, ...], Plain] = {}
    if isinstance(price.price, Mapping):
        facts = {("price", name): value for name, value in price.price.items()}
    elif price.price is not None:
        facts["price",] = price.price
    return facts | {("price_when", item_name(row)): row for row in price.rows}


def _fitting(
    own: Mapping[tuple[str, ...], Plain], offer: Asked, model: Traits
) -> tuple[dict[tuple[str, ...], Plain], list[Contradiction]]:
    """Take out limits that do not fit the context of the model, which holds where the offer states none."""
    context = offer.traits.get(("limits", "context"), model.get(("limits", "context")))
    wrong = list(offer.wrong)
    for (group, *rest), value in own.items():
        if group == "limits" and isinstance(value, int) and isinstance(context, int) and value > context:
            wrong.append(Contradiction(rest[0], value, context))
    names = {one.name for one in wrong}
    return {steps: value for steps, value in own.items() if steps[0] != "limits" or steps[1] not in names}, wrong


def _contradicted(sold: Sold, wrong: Contradiction, *, is_stated: bool) -> Iterator[Finding | Note]:
    """A seller's own contradiction stays out of the facts and is shown as its claim, unless the model says the same."""
    claim: dict[str, Plain] = {"path": _limit(sold.key, wrong.name), "value": wrong.value, "source": "modelsdev"}
    claim |= {"verdict": "wrong", "why": wrong.why}
    if is_stated:
        yield Finding(f"models/{sold.model}", contradiction(sold.key, wrong.name), claim, sold.entry.subject)
    cause = "a limit longer than the context that the same entry states: carried as a claim"
    yield Note("suspicious", f"{sold.entry.subject} {wrong.name}", cause, f"{wrong.value} in {wrong.context}")


def contradiction(key: str, limit: str) -> tuple[str, str]:
    """Return the steps to the claim that stands where an offer's limit contradicts its own context."""
    return "claims", item_name({"path": _limit(key, limit), "source": "modelsdev"})


def _limit(key: str, name: str) -> str:
    return format_path(("offers", key, "limits", name))


def _said(price: Plain) -> str:
    return ", ".join(f"{name} {value}" for name, value in price.items()) if isinstance(price, Mapping) else str(price)
