"""Questions about what a model takes and how it is called: context, images, PDF files, the first request."""

import re
from collections.abc import Iterator

from almanac.catalogue.catalogue import Fact, OfferEntry, Question
from almanac.catalogue.questions.counts import is_same
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.wording import code, listed
from almanac.catalogue.variables import variable
from almanac.units.tokens import exact_count

KINDS = {"text": "text", "image": "images", "audio": "audio", "video": "video", "file": "PDF files"}
STYLES = {"openai": "OpenAI", "anthropic": "Anthropic", "google": "Google"}
WRITING = frozenset({"chat", "ocr", "realtime"})
"""Modes whose answer is counted in tokens."""
READING = frozenset({"embedding", "rerank", "moderation"})
"""Modes that read texts of some length; of all others the limit is one of prompts, or upstream's filler."""
FEW = 3
"""As many offers are named in one sentence; of more, only their number."""

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def is_told(path: str, mode: str) -> bool:
    """Say whether a limit means what its name says in a model of this mode; what is no limit always does."""
    if path == "limits.context":
        return mode in WRITING | READING
    return mode in WRITING or not path.startswith("limits.")


def context(asked: Asked) -> Question | None:
    """Answer how long the context window is, and who cuts it short, of a model that reads texts of some length."""
    fact, longest, mode = asked.fact("limits.context"), asked.fact("limits.max_output"), asked.entry.record.mode
    if fact is None or not isinstance(fact.value, int) or not is_told("limits.context", mode):
        return None
    said = [f"{exact_count(fact.value)} tokens."]
    if longest and isinstance(longest.value, int) and is_told("limits.max_output", mode):
        said.append(f"One answer can be up to {exact_count(longest.value)} tokens long.")
    shorter = [offer for offer in asked.sellers() if _is_shorter(offer.limits.context or fact.value, fact.value)]
    said.extend(_shorter(asked, shorter))
    facts = [offer.facts["limits.context"] for offer in shorter[:FEW]]
    return answered(f"How long is the context window of {asked.name}?", " ".join(said), fact, longest, *facts)


def _is_shorter(limit: int, whole: int) -> bool:
    return limit < whole and not is_same(limit, whole)


def _shorter(asked: Asked, offers: list[OfferEntry]) -> Iterator[str]:
    limits = [(offer, offer.limits.context) for offer in offers]
    if len(offers) > FEW:
        least = min(limit for _, limit in limits if limit is not None)
        yield f"{len(offers)} providers allow less, one of them {exact_count(least)}."
    elif offers:
        stops = [f"{asked.seller(offer)} ({exact_count(limit)})" for offer, limit in limits if limit is not None]
        yield f"{listed(stops)} {'allows' if len(stops) == 1 else 'allow'} less."


def images(asked: Asked) -> Question | None:
    """Answer whether the model reads images."""
    vision, reads, writes = (
        asked.fact(path) for path in ("capabilities.vision", "modalities.input", "modalities.output")
    )
    record = asked.entry.record
    if vision is None or record.mode != "chat" or not record.modalities.input or not record.modalities.output:
        return None
    taken = listed([KINDS[kind] for kind in record.modalities.input])
    given = listed([KINDS[kind] for kind in record.modalities.output])
    answer = f"{'Yes' if vision.value else 'No'}. It reads {taken}, and answers in {given}."
    return answered(f"Does {asked.name} read images?", f"{answer}{_doubt(vision, reads)}", vision, reads, writes)


def pdf(asked: Asked) -> Question | None:
    """Answer whether the model takes PDF files."""
    fact = asked.fact("capabilities.pdf_input")
    if fact is None or asked.entry.record.mode != "chat":
        return None
    answer = "Yes, it takes PDF files." if fact.value else "No, PDF files are not among its inputs."
    return answered(
        f"Can {asked.name} read PDF files?", f"{answer}{_doubt(fact, asked.fact('modalities.input'))}", fact
    )


def _doubt(*facts: Fact | None) -> str:
    rivals = [rival for fact in facts if fact for rival in fact.rivals if rival.verdict != "wrong"]
    return " Not every source agrees." if rivals else ""


def call(asked: Asked) -> Question | None:
    """Answer where requests go, under which id and with which key; what is told here is how to chat."""
    if asked.entry.record.mode != "chat":
        return None
    offer = _callable(asked)
    api = asked.providers[offer.provider].api if offer else None
    if offer is None or api is None or api.base_url is None:
        return None
    how = f"send requests in the form of {STYLES[api.style]}’s API to {code(api.base_url)}"
    said = [f"At {asked.seller(offer)}, {how}, with {code(offer.record.model_id)} as the model."]
    said += [f"Put your own value in place of {code(f'{{{name}}}')}." for name in _PLACEHOLDER.findall(api.base_url)]
    if api.key:
        said.extend(_kept(api.key))
    return answered(f"How do I call {asked.name}?", " ".join(said), offer.facts["model_id"])


def _kept(key: str) -> Iterator[str]:
    yield f"Keep the key in the environment variable {code(variable(key))}."
    if variable(key) != key:
        yield f"The provider calls it {code(key)}, but no shell allows a name that begins with a digit."


def _callable(asked: Asked) -> OfferEntry | None:
    """Return the offer that the page has code for, the first that samples fit; else the first with an API."""
    living = [offer for offer in asked.entry.offers.values() if offer.status.word != "retired"]
    sampled = (offer for offer in living if _has_samples(asked, offer))
    return next(sampled, None) or next((offer for offer in asked.sold() if _has_api(asked, offer)), None)


def _has_samples(asked: Asked, offer: OfferEntry) -> bool:
    api = asked.providers[offer.provider].api
    return api is not None and api.base_url is not None and api.key is not None and api.style != "own"


def _has_api(asked: Asked, offer: OfferEntry) -> bool:
    api = asked.providers[offer.provider].api
    return api is not None and api.base_url is not None and api.style in STYLES
