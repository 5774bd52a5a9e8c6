"""Routes: LiteLLM's ids as model, provider and offer key, and a note about each that is no offer of ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.importers.findings import Note
from almanac.importers.ground import Ground
from almanac.importers.labs import Route as Parts
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
_INVOKED, _TUNED = "invoke/", "ft:"
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
    key: str = ""
    """The offer key, `azure` or `amazon-bedrock@20250514.us`, once it is known which ids share a model."""

    @property
    def is_plain(self) -> bool:
        """Say whether the route is the offer itself, and not its price under a condition."""
        return not self.region and not self.tier


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A route that is an offer of a model that we do not know; `suggestion` is one that a looser reading finds."""

    name: str
    provider: str
    model_id: str
    suggestion: str | None

    def note(self) -> Note:
        """Return what the report says of it."""
        perhaps = f"perhaps {self.suggestion}" if self.suggestion else ""
        return Note("unmatched", self.name, f"no base model of ours, at {self.provider}", perhaps)


def read(entries: Mapping[str, object], ground: Ground) -> Iterator[Route | Unmatched | Note]:
    """Yield every route of the cost map that is an offer, and a note about each other one."""
    for name, entry in entries.items():
        if isinstance(entry, Mapping) and name != SAMPLE:
            yield _route(name, entry, ground)


def _route(name: str, entry: Entry, ground: Ground) -> Route | Unmatched | Note:
    mode = MODES.get(str(entry.get("mode", "")))
    if mode is None:
        return Note("unmapped", name, f"mode {entry.get('mode') or 'not stated'} is no model of ours")
    litellm_provider = str(entry.get("litellm_provider", ""))
    sold_by = seller(litellm_provider)
    if sold_by is None:
        return Note("unmapped", name, f"provider {litellm_provider} is not in the table of providers")
    parts = read_route(name, litellm_provider)
    if why := refusal(parts):
        return Note("dropped", name, why)
    model_id = parts.model_id.removeprefix(_INVOKED)
    identity = ground.resolve(model_id.removeprefix(_TUNED), provider=sold_by.id)
    if identity.model is None:
        return Unmatched(name, sold_by.id, model_id, identity.suggestion)
    words = [word for word in (identity.variant, sold_by.words.get(litellm_provider, "")) if word]
    return Route(
        name=name,
        entry=entry,
        mode=mode,
        seller=sold_by,
        model=identity.model,
        model_id=model_id.removeprefix(_TUNED),
        variant=".".join(words),
        region=parts.region,
        tier="fine-tuned" if model_id.startswith(_TUNED) else "",
    )


def refusal(parts: Parts) -> str:
    """Say why an id that was taken apart is no offer; the empty string where it may be one."""
    if parts.size:
        return "a price by the size or quality of a picture has no condition here"
    if parts.commitment:
        return "a price under a commitment of months has no condition here"
    if _CLASS.match(parts.model_id):
        return "a price of all models of a size, not of one model"
    return "" if _MODEL_ID.fullmatch(parts.model_id) else "an id that no provider's API takes"
