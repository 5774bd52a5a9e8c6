"""Facts: everything that a model's page shows as stated or derived, each with its proof and its rivals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from almanac.catalogue.catalogue import Fact
from almanac.catalogue.evidence import Dossier, Origin
from almanac.paths import Steps, follow, parse_path
from almanac.records import Model, Offer, Price, PriceRow
from almanac.records.fields import Record
from almanac.records.traits import CACHING, READS, cache_component, implied
from almanac.units.dates import Day, parse_day

GROUPS = ("lifecycle", "limits", "modalities", "capabilities", "weights")
LISTS = ("endpoints", "parameters", "tokenizer")
OFFER_GROUPS = ("limits", "modalities", "capabilities")
OFFER_FACTS = (
    "since", "deprecated", "retires", "ended", "currency", "price_history", "via", "quantisation", "rate_limits",
    "endpoints", "parameters",
)  # fmt: skip
INHERITED = ("limits.", "modalities.")


def model_facts(dossier: Dossier, model: Model, *, family_name: str, caching: Mapping[str, Offer]) -> dict[str, Fact]:
    """Return the model's own facts by path, status excepted. `caching` holds the offer that proves prompt caching."""
    stated = dict(_stated(model, GROUPS)) | {name: value for name in LISTS if (value := getattr(model, name))}
    stated |= {f"ids.{name}": value for name in ("snapshots", "aliases") if (value := getattr(model.ids, name))}
    facts = {path: dossier.fact(path, value) for path, value in stated.items()}
    if family_name:
        facts["family.name"] = dossier.derived("family.name", family_name, proof=dossier.proof("family"))
    return facts | _implied(model, dossier, caching)


def _stated(record: Model | Offer, groups: Iterable[str]) -> Iterator[tuple[str, object]]:
    for group in groups:
        part: Record | None = getattr(record, group)
        if part is not None:
            yield from ((f"{group}.{name}", value) for name, value in part if value is not None and value != ())


def _implied(model: Model, dossier: Dossier, caching: Mapping[str, Offer]) -> dict[str, Fact]:
    facts = {}
    for name, value in implied(model.modalities).items():
        if getattr(model.capabilities, name) is None:
            side = "modalities.input" if name in READS else "modalities.output"
            facts[f"capabilities.{name}"] = dossier.derived(f"capabilities.{name}", value, proof=dossier.proof(side))
    for key, offer in caching.items():
        if model.capabilities.prompt_caching is None:
            proof = dossier.of_offer(key, offer).proof(f"price.{cache_component(offer.price)}")
            facts[f"capabilities.{CACHING}"] = dossier.derived(f"capabilities.{CACHING}", value=True, proof=proof)
    return facts


def offer_facts(
    dossier: Dossier, offer: Offer, *, price: Price | str | None, rows: Mapping[str, PriceRow]
) -> dict[str, Fact]:
    """Return an offer's own facts by their path below it, status excepted.

    Its price and its conditional prices, by name, are given in US dollars.
    """
    stated: dict[str, object] = {"model_id": offer.model_id}
    if price is not None:
        stated["price"] = price
    if isinstance(price, Price):
        stated |= {f"price.{name}": value for name, value in price.components().items()}
    stated |= dict(_conditional(rows))
    stated |= dict(_stated(offer, OFFER_GROUPS)) | {
        name: value for name in OFFER_FACTS if (value := getattr(offer, name))
    }
    return {below: dossier.fact(below, value) for below, value in stated.items()}


def _conditional(rows: Mapping[str, PriceRow]) -> Iterator[tuple[str, object]]:
    for name, row in rows.items():
        yield f"price_when[{name}]", row
        yield from ((f"price_when[{name}].{component}", value) for component, value in row.components().items())


def inheritable(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return the facts of a model that its offers take over, without what others say of the model itself."""
    return {path: replace(fact, rivals=()) for path, fact in facts.items() if path.startswith(INHERITED)}


def inherited(facts: Mapping[str, Fact], dossier: Dossier, *, without: Iterable[str] = ()) -> dict[str, Fact]:
    """Return what one offer takes over: the model's paths and proofs, with the rivals of this offer alone."""
    found = {path: fact for path, fact in facts.items() if path not in without} if without else dict(facts)
    for path, fact in list(found.items()):
        if rivals := dossier.claims.get(f"{dossier.prefix}{path}"):
            found[path] = replace(fact, path=f"{dossier.prefix}{path}", rivals=rivals, derived=True)
    return found


def other_claims(dossier: Dossier, facts: Iterable[Fact], *, data: object) -> tuple[Fact, ...]:
    """Return the claims that none of the facts carries, each with what the record says there, so that none is lost."""
    shown = {fact.path for fact in facts}
    return tuple(_claimed(path, dossier, data) for path in sorted(dossier.claims) if path not in shown)


def _claimed(path: str, dossier: Dossier, data: object) -> Fact:
    steps = parse_path(path)
    value = follow(data, steps)
    origin = _nearest(data, steps)
    proof = dossier.proof_of(path, origin) if origin else dossier.proof(path)
    return Fact(path=path, value=value, proof=None if value is None else proof, rivals=dossier.claims[path])


def _nearest(data: object, steps: Steps) -> Origin | None:
    """Return the source that the innermost offer, result or measurement on the way names."""
    found = None
    for length in range(1, len(steps) + 1):
        here = follow(data, steps[:length])
        if isinstance(here, Mapping) and "source" in here:
            checked = here.get("checked", here.get("at"))
            found = Origin(str(here["source"]), None if checked is None else _day(str(checked)))
    return found


def _day(text: str) -> Day | str:
    return text if text == "unknown" else parse_day(text)
