"""Routes: LiteLLM's ids as model, provider and offer key, and a note about each that is no offer of ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.importers.findings import Note
from almanac.importers.ground import Ground
from almanac.importers.identity import resolve
from almanac.importers.labs import read_route
from almanac.importers.litellm.sellers import Seller, seller

MODES: Mapping[str, str] = {
    "chat": "chat",
    "completion": "chat",
    "responses": "chat",
    "embedding": "embedding",
    "image_generation": "image",
    "image_edit": "image",
    "video_generation": "video",
    "audio_speech": "speech",
    "audio_transcription": "transcription",
    "rerank": "rerank",
    "moderation": "moderation",
    "ocr": "ocr",
    "realtime": "realtime",
}
"""LiteLLM's modes → ours; searches and vector stores are no models."""

SAMPLE = "sample_spec"
_CLASS = re.compile(r"(?:fireworks|together)-ai-(?:embedding-|moe-)?(?:[\d.]+[mb]-|up-to|above|default)")
_INVOKED = "invoke/"
_MODEL_ID = re.compile(r"[A-Za-z0-9@~][A-Za-z0-9._:/@~+-]{0,199}")

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Route:
    """One route of LiteLLM's that is an offer, or the price of one in a region or for a fine-tuned model."""

    name: str
    entry: Entry
    mode: str
    seller: Seller
    model: str
    model_id: str
    variant: str = ""
    region: str = ""
    tier: str = ""

    @property
    def key(self) -> str:
        """The offer key: `azure`, `amazon-bedrock@20250514.us`."""
        return f"{self.seller.id}@{self.variant}" if self.variant else self.seller.id

    @property
    def is_plain(self) -> bool:
        """Say whether the route is the offer itself, and not its price under a condition."""
        return not self.region and not self.tier


def read(entries: Mapping[str, object], ground: Ground) -> Iterator[Route | Note]:
    """Yield every route of the cost map that is an offer, and a note about each other one."""
    for name, entry in entries.items():
        if isinstance(entry, Mapping) and name != SAMPLE:
            yield _route(name, entry, ground)


def _route(name: str, entry: Entry, ground: Ground) -> Route | Note:
    mode = MODES.get(str(entry.get("mode", "")))
    if mode is None:
        return Note("unmapped", name, f"mode {entry.get('mode') or 'not stated'} is no model of ours")
    return placed(name, str(entry.get("litellm_provider", "")), ground, entry=entry, mode=mode)


def placed(name: str, litellm_provider: str, ground: Ground, *, entry: Entry, mode: str) -> Route | Note:
    """Return the route of a LiteLLM id, or a note that says why it is none."""
    sold_by = seller(litellm_provider)
    if sold_by is None:
        return Note("unmapped", name, f"provider {litellm_provider} is not in the table of providers")
    parts = read_route(name, litellm_provider)
    if why := _refusal(parts.model_id, size=parts.size, commitment=parts.commitment):
        return Note("dropped", name, why)
    model_id = parts.model_id.removeprefix(_INVOKED)
    identity = resolve(ground.names, model_id, provider=sold_by.id)
    if identity.model is None:
        suggestion = f"perhaps {identity.suggestion}" if identity.suggestion else ""
        return Note("unmatched", name, f"no base model of ours, at {sold_by.id}", suggestion)
    words = [word for word in (identity.variant, sold_by.words.get(litellm_provider, "")) if word]
    return Route(
        name=name,
        entry=entry,
        mode=mode,
        seller=sold_by,
        model=identity.model,
        model_id=model_id.removeprefix("ft:"),
        variant=".".join(words),
        region=parts.region,
        tier="fine-tuned" if model_id.startswith("ft:") else "",
    )


def _refusal(model_id: str, *, size: tuple[str, ...], commitment: str) -> str:
    if size:
        return "a price by the size or quality of a picture has no condition here"
    if commitment:
        return "a price under a commitment of months has no condition here"
    if _CLASS.match(model_id):
        return "a price of all models of a size, not of one model"
    return "" if _MODEL_ID.fullmatch(model_id) else "an id that no provider's API takes"
