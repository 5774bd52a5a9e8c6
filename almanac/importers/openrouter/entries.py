"""Entries of OpenRouter's list: what one says about its model and about the offer, as facts at their steps."""

from collections.abc import Mapping
from datetime import UTC, datetime

from almanac.importers.amounts import count
from almanac.importers.findings import Plain
from almanac.importers.folding import fold_slug
from almanac.importers.untyped import as_date, as_modalities, as_object, as_text, as_texts
from almanac.records import Model
from almanac.records.fields import broken_url

Steps = tuple[str, ...]

PARAMETERS = (
    "temperature", "top_p", "top_k", "top_a", "min_p", "max_tokens", "max_completion_tokens", "stop", "seed",
    "frequency_penalty", "presence_penalty", "repetition_penalty", "logit_bias", "logprobs", "top_logprobs",
    "response_format", "structured_outputs", "tools", "tool_choice", "parallel_tool_calls", "reasoning",
    "include_reasoning", "reasoning_effort", "verbosity", "web_search_options",
)  # fmt: skip
"""Parameters in the order in which they are shown; one that is new to us stands at the end."""

_NO_TOKENIZERS = frozenset({"other", "router"})


def model_facts(entry: Mapping[str, object], record: Model) -> dict[Steps, Plain]:
    """Return what an entry says about the weights behind it."""
    facts: dict[Steps, Plain] = {("ids", "keys", "openrouter"): as_text(entry.get("id"))}
    tokenizer = fold_slug(as_text(as_object(entry.get("architecture")).get("tokenizer")))
    if tokenizer and tokenizer not in _NO_TOKENIZERS:
        facts["tokenizer",] = tokenizer
    if parameters := _parameters(entry):
        facts["parameters",] = parameters
    if cutoff := as_date(entry.get("knowledge_cutoff")):
        facts["lifecycle", "knowledge_cutoff"] = cutoff
    return facts | _weights(entry, record)


def _weights(entry: Mapping[str, object], record: Model) -> dict[Steps, Plain]:
    """Return where weights lie, and with it that they are open; no such place is stated for none that are closed."""
    stated = as_text(entry.get("hugging_face_id"))
    link = f"https://huggingface.co/{stated}"
    if not stated or broken_url(link):
        return {}
    is_closed = record.weights is not None and not record.weights.open
    return {("weights", "open"): True} | ({} if is_closed else {("weights", "url"): link})


def _parameters(entry: Mapping[str, object]) -> list[Plain]:
    stated = set(as_texts(entry.get("supported_parameters")))
    return [*(name for name in PARAMETERS if name in stated), *sorted(stated - set(PARAMETERS))]


def offer_facts(entry: Mapping[str, object], record: Model) -> dict[Steps, Plain]:
    """Return what an entry says about the offer, its price apart; modalities only where not the model's.

    Limits always: where this list and another differ, the seller's own word counts, also when it is the model's limit.
    """
    facts: dict[Steps, Plain] = {("model_id",): as_text(entry.get("id"))}
    facts |= {("limits", name): value for name, value in _limits(entry).items()}
    architecture = as_object(entry.get("architecture"))
    for direction in ("input", "output"):
        stated = as_modalities(architecture.get(f"{direction}_modalities"))
        if stated and set(stated) != set(getattr(record.modalities, direction)):
            facts["modalities", direction] = list(stated)
    if created := _day(entry.get("created")):
        facts["since",] = created
    if ends := as_date(entry.get("expiration_date")):
        facts["retires",] = ends
    return facts


def _limits(entry: Mapping[str, object]) -> dict[str, int]:
    """Return the limits of the endpoint that answers first: its context, where the list has a longer one."""
    top = as_object(entry.get("top_provider"))
    context = count(top.get("context_length")) or count(entry.get("context_length"))
    output = count(top.get("max_completion_tokens"))
    found = {"context": context, "max_output": output}
    return {name: value for name, value in found.items() if value}


def contradiction(entry: Mapping[str, object]) -> tuple[int, int] | None:
    """Return an output limit that does not fit the context of its own entry, with that context."""
    limits = _limits(entry)
    context, output = limits.get("context"), limits.get("max_output")
    return (output, context) if context and output and output > context else None


def _day(value: object) -> str | None:
    """Return the day of a time in seconds, in UTC; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < _LATEST:
        return None
    return datetime.fromtimestamp(value, UTC).date().isoformat()


_LATEST = 4_102_444_800
"""The first second of the year 2100: a larger number is no time in seconds."""
