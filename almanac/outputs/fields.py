"""Fields: what a fact is called in words, by its path in the record: "Azure, retirement", "Result on MMLU"."""

from collections.abc import Sequence

from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.outputs.context import Context
from almanac.outputs.model.disputes import LABELS
from almanac.outputs.model.offers import occasion
from almanac.outputs.traits import capability_text
from almanac.outputs.values import COMPONENT_TEXT
from almanac.paths import parse_path

WORDS = {
    "model_id": "id", "price": "price", "price_when": "conditional price", "price_history": "price history",
    "retires": "retirement", "deprecated": "deprecation", "ended": "last day", "since": "first day",
    "max_output": "longest output", "max_input": "longest input", "context": "context window",
    "via": "providers behind it", "rate_limits": "rate limits", "name": "name",
}  # fmt: skip
METRIC_TEXT = {
    "ttft": "time to first token", "output_speed": "output speed", "error_rate": "error rate", "uptime": "uptime",
    "tokens_week": "traffic", "endpoints_up": "endpoints up",
}  # fmt: skip
MORE_LABELS = {
    "ids.snapshots": "Snapshots", "ids.aliases": "Aliases", "lifecycle.cutoff_kind": "Kind of knowledge cutoff",
    "endpoints": "Endpoints", "parameters": "Request parameters", "weights.url": "Address of the weights",
}  # fmt: skip


def field_text(context: Context, model: ModelEntry | None, path: str) -> str:
    """Return what the fact at a path is called; a path nobody has words for is shown by its own last step."""
    match parse_path(path) if path else ():
        case ():
            said = "The whole record"
        case ("offers", key, *rest):
            offer = model.offers.get(key) if model else None
            said = f"{_offer(context, model, key)}, {_below(rest, offer)}"
        case ("results", name, *_):
            said = f"Result on {_benchmark(context, name)}"
        case ("measurements", name, *_):
            said = f"Measured {_measured(context, model, name)}"
        case ("ratings", name, *_):
            said = f"Rating “{name.partition(',')[0]}”"
        case ("capabilities", name):
            said = capability_text(name)
        case steps:
            said = LABELS.get(path) or MORE_LABELS.get(path) or _upper(_below(steps))
    return said


def _offer(context: Context, model: ModelEntry | None, key: str) -> str:
    offer = model.offers.get(key) if model else None
    if offer is not None:
        return context.offer_name(offer)
    provider = context.catalogue.providers.get(key.partition("@")[0])
    return provider.record.name if provider else key


def _benchmark(context: Context, name: str) -> str:
    id_, _, rest = name.partition(",")
    found = context.catalogue.benchmarks.get(id_)
    source = context.catalogue.sources.get(rest.partition(",")[0])
    said = found.record.name if found else id_
    return f"{said}, by {source.title}" if source else said


def _measured(context: Context, model: ModelEntry | None, name: str) -> str:
    offer, metric, *rest = (*name.split(","), "", "")
    stat = f" {rest[0]}" if rest and rest[0] else ""
    return f"{METRIC_TEXT.get(metric, metric)}{stat} at {_offer(context, model, offer)}"


def _below(steps: Sequence[str], offer: OfferEntry | None = None) -> str:
    """Say what a path below an offer means: "input price", "output price (batch)"."""
    if not steps:
        return "the offer"
    head, last = steps[0], steps[-1]
    if head in {"price", "price_when", "price_history"}:
        return _price(steps, offer)
    if head == "capabilities" and len(steps) > 1:
        return capability_text(steps[1])
    return WORDS.get(last, last.replace("_", " "))


def _price(steps: Sequence[str], offer: OfferEntry | None) -> str:
    named = f"{COMPONENT_TEXT[steps[-1]]} price" if steps[-1] in COMPONENT_TEXT else WORDS[steps[0]]
    if steps[0] == "price" or len(steps) == 1:
        return named
    row = offer.price_when.get(steps[1]) if offer and steps[0] == "price_when" else None
    # A comma parts the name of the offer from that of the fact: none stands inside the latter.
    return f"{named} ({occasion(row).replace(', ', ' and ') if row else steps[1]})"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
