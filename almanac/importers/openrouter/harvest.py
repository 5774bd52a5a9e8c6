"""The harvest of OpenRouter: each entry of its list is an offer of its own, never the price of the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.importers.accounts import file_tables, new_fields, told_fields
from almanac.importers.findings import Finding, Harvest, Note, Plain, Upstream
from almanac.importers.ground import Ground
from almanac.importers.modes import mode_of
from almanac.importers.openrouter.endpoints import endpoint_findings
from almanac.importers.openrouter.entries import contradiction, model_facts, offer_facts
from almanac.importers.openrouter.prices import priced
from almanac.importers.snapshots import snapshot_findings
from almanac.importers.untyped import as_list, as_modalities, as_object, as_text
from almanac.paths import format_path, item_name

SOURCE = "openrouter"
PROVIDER = "openrouter"
"""Our id of the seller whose list this is."""

Said = Finding | Note


@dataclass(frozen=True, slots=True)
class _Sold:
    """An entry of the list with its base model and the key of its offer."""

    entry: Mapping[str, object]
    model: str
    key: str

    @property
    def model_id(self) -> str:
        return as_text(self.entry.get("id"))


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return everything that OpenRouter's files say about models that we have; the rest is reported."""
    listed = [
        as_object(entry)
        for file in files
        if file.shape == "openrouter-models"
        for entry in as_list(as_object(file.data).get("data"))
    ]
    sold, said = _place({as_text(entry.get("id")): entry for entry in listed}, ground)
    for one in sold:
        said += _one(one, ground)
        said += snapshot_findings(one.model, [one.model_id], upstream=one.model_id)
    placed = {one.model_id: (one.model, one.key) for one in sold} | _known(ground)
    for file in files:
        if file.shape == "openrouter-endpoints":
            said += endpoint_findings(file.data, placed, ground)
    fields = told_fields(files, file_tables("almanac.importers.openrouter"))
    return Harvest(
        source=SOURCE,
        findings=tuple(one for one in said if isinstance(one, Finding)),
        offers=frozenset((one.model, one.key) for one in sold),
        notes=(*(one for one in said if isinstance(one, Note)), *new_fields(fields)),
        fields=fields,
    )


def _known(ground: Ground) -> dict[str, tuple[str, str]]:
    return {
        offer.model_id: (model, key)
        for model, entry in ground.library.models.items()
        for key, offer in entry.record.offers.items()
        if key.partition("@")[0] == PROVIDER
    }


def _place(entries: Mapping[str, Mapping[str, object]], ground: Ground) -> tuple[list[_Sold], list[Said]]:
    """Find the base model of each id: it must stand in the library, for a router alone makes no model."""
    identities = {model_id: ground.resolve(model_id, provider=PROVIDER) for model_id in sorted(entries)}
    notes: list[Said] = []
    for model_id, identity in identities.items():
        if identity.model is None:
            kind = "unmatched" if identity.suggestion else "unmapped"
            hint = f"perhaps {identity.suggestion}" if identity.suggestion else ""
            notes.append(Note("unmatched" if kind == "unmatched" else "unmapped", model_id, identity.rule, hint))
    matched = {
        model_id: identity
        for model_id, identity in identities.items()
        if identity.model is not None and identity.model in ground.library.models
    }
    keys = ground.offer_keys(PROVIDER, matched)
    sold = [_Sold(entries[model_id], identity.model or "", keys[model_id]) for model_id, identity in matched.items()]
    return sold, notes


def _one(sold: _Sold, ground: Ground) -> Iterator[Said]:
    record = ground.library.models[sold.model].record
    facts: dict[tuple[str, ...], Plain] = {}
    if sold.key == PROVIDER:
        facts |= model_facts(sold.entry, record)
    offer = offer_facts(sold.entry, record)
    if too_long := contradiction(sold.entry):
        offer.pop(("limits", "max_output"), None)
        yield from _contradicted(sold, *too_long)
    meaning = _zero_means(sold.key, ground)
    pricing = as_object(sold.entry.get("pricing"))
    output = as_modalities(as_object(sold.entry.get("architecture")).get("output_modalities"))
    mode = mode_of(sold.model.partition("/")[2], output)
    price = priced(pricing, mode=mode, zero_means=meaning, subject=f"{PROVIDER}/{sold.model_id}")
    yield from price.notes
    if isinstance(price.price, Mapping):
        offer |= {("price", name): value for name, value in price.price.items()}
    elif price.price is not None:
        offer["price",] = price.price
    facts |= {("offers", sold.key, *steps): value for steps, value in offer.items()}
    yield from (Finding(f"models/{sold.model}", steps, value, sold.model_id) for steps, value in facts.items())


def _contradicted(sold: _Sold, output: int, context: int) -> Iterator[Said]:
    path = format_path(("offers", sold.key, "limits", "max_output"))
    why = f"longer than the context of {context:,} that it states for this offer"
    claim: dict[str, Plain] = {"path": path, "value": output, "source": SOURCE, "verdict": "wrong", "why": why}
    yield Finding(f"models/{sold.model}", ("claims", item_name(claim)), claim, sold.model_id)
    cause = "a limit longer than the context that the same entry states: carried as a claim"
    yield Note("suspicious", f"{PROVIDER}/{sold.model_id} max_output", cause, f"{output} in {context}")


def _zero_means(key: str, ground: Ground) -> str:
    if "free" in key.partition("@")[2].split("."):
        return "free"
    record = ground.library.providers.get(PROVIDER)
    return str(record.record.zero_means) if record else "unknown"
