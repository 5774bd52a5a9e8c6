"""Models: one base model a file, with its facts, offers, results, evidence and rival claims."""

from typing import Annotated

from pydantic import Discriminator, Tag, ValidationInfo, field_validator

from almanac.records.fields import (
    AsTuple,
    Count,
    Date,
    DateOrUnknown,
    Flag,
    ModelId,
    OfferKey,
    Record,
    Slug,
    Text,
    Texts,
    UpstreamId,
    Url,
    Words,
    count,
    refuse,
)
from almanac.records.names import Name
from almanac.records.offer import Offer
from almanac.records.parameter import Parameters
from almanac.records.result import Claims, Evidence, Measurements, Ratings, Results
from almanac.records.traits import Capabilities, Limits, Modalities

MODES = (
    "chat", "embedding", "image", "video", "speech", "transcription", "rerank", "moderation", "ocr",
    "realtime", "router",
)  # fmt: skip


class Snapshot(Record):
    """A dated id of the model."""

    id: UpstreamId
    released: Date | None = None


class Alias(Record):
    """A moving name that leads to this model since a day."""

    id: UpstreamId
    since: Date
    note: Text | None = None


class Ids(Record):
    """The names under which others know the model; `keys` joins it to other catalogues."""

    snapshots: Annotated[tuple[Snapshot, ...], AsTuple] = ()
    aliases: Annotated[tuple[Alias, ...], AsTuple] = ()
    keys: dict[str, Texts] = {}
    """Upstream catalogue to its id, for importers only."""


class Lifecycle(Record):
    """The model's own dates; an offer may have others."""

    released: DateOrUnknown
    announced: Date | None = None
    preview: Date | None = None
    knowledge_cutoff: Date | None = None
    cutoff_kind: Words("reliable", "training") | None = None  # type: ignore[valid-type]
    deprecated: Date | None = None
    retires: Date | None = None
    successor: ModelId | None = None


class Weights(Record):
    """Whether anybody may download the weights, and on which terms."""

    open: Flag
    licence: Text | None = None
    """SPDX where one exists."""
    parameters: Count | None = None
    url: Url | None = None


Slugs = Annotated[
    Annotated[Slug, Tag("~scalar")] | Annotated[tuple[Slug, ...], AsTuple, Tag("~list")], Discriminator(count)
]


class Question(Record):
    """A question that a person answered; those that facts answer are generated."""

    q: Text
    a: Text
    source: Slugs | None = None


class Sync(Record):
    """The source of every fact that names none of its own."""

    source: Slug


class Model(Record):
    """One base model: one set of weights under one product name."""

    name: Name
    lifecycle: Lifecycle
    family: Slug | None = None
    tokenizer: Text | None = None
    tags: Annotated[tuple[Text, ...], AsTuple] = ()
    summary: Text | None = None
    mode: Words(*MODES) = "chat"  # type: ignore[valid-type]
    ids: Ids = Ids()
    limits: Limits = Limits()
    modalities: Modalities = Modalities()
    capabilities: Capabilities = Capabilities()
    weights: Weights | None = None
    endpoints: Annotated[tuple[Text, ...], AsTuple] = ()
    parameters: Parameters = ()
    offers: dict[OfferKey, Offer] = {}
    results: Results = ()
    measurements: Measurements = ()
    ratings: Ratings = ()
    evidence: dict[str, Evidence] = {}
    claims: Claims = ()
    faq: Annotated[tuple[Question, ...], AsTuple] = ()
    badges: Annotated[tuple[Text, ...], AsTuple] = ()
    """Badge kinds beyond the site's profile."""
    sync: Sync | None = None


class Withdrawal(Record):
    """Why a model is no longer listed, and since when."""

    on: Date
    why: Text


class Tombstone(Record):
    """What stays of a model that moved or was withdrawn, so that its URLs go on answering."""

    name: Name
    moved_to: ModelId | None = None
    withdrawn: Withdrawal | None = None

    @field_validator("withdrawn", mode="before")
    @classmethod
    def _one_of_two(cls, value: object, info: ValidationInfo) -> object:
        if value is not None and info.data.get("moved_to"):
            raise refuse("tombstone-key", "A model has either moved or been withdrawn.", "Keep one of the two.")
        return value
