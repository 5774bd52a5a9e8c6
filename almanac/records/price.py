"""Prices: what one offer asks for each component, on which conditions, and what it asked before."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema, field_validator

from almanac.records.fields import (
    AsTuple,
    Count,
    Date,
    Flag,
    Money,
    Record,
    Text,
    Words,
    refuse,
    shape,
    shown,
    word_hint,
)
from almanac.records.fields import _money as money  # the same check, behind a union of three shapes
from almanac.units.money import WORDS

COMPONENTS = (
    "input", "output", "cache_read", "cache_write", "cache_write_1h", "reasoning", "audio_in", "audio_out",
    "cache_read_audio", "image_in", "image_out", "video_in", "web_search",
)  # fmt: skip
"""What a price may consist of, in the order it is shown; USD per 1M tokens unless a unit stands with it."""

UNITS = (
    "second", "minute", "hour", "image", "megapixel", "page", "request", "1000-requests", "1m-characters",
    "session",
)  # fmt: skip
TIERS = ("batch", "flex", "priority", "fast", "fine-tuned")


class UnitPrice(Record):
    """A price in another unit than a million tokens: {usd: 0.006, per: minute}."""

    usd: Money
    per: Words(*UNITS)  # type: ignore[valid-type]


def _amount(value: object) -> Decimal | str:
    return str(value) if value in WORDS and isinstance(value, str) else money(value)


_AMOUNT_SCHEMA = WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"enum": list(WORDS)}]})
Amount = Annotated[Decimal | str, PlainValidator(_amount), _AMOUNT_SCHEMA]
Component = Annotated[Annotated[UnitPrice, Tag("~mapping")] | Annotated[Amount, Tag("~scalar")], Discriminator(shape)]
"""One component: an amount per 1M tokens, a price word, or an amount in another unit."""


class Price(Record):
    """The components of a price, in US dollars (or the offer's currency) per 1M tokens; absent is unknown."""

    input: Component | None = None
    """Text tokens read; embedding and rerank models are priced by it."""
    output: Component | None = None
    """Text tokens written."""
    cache_read: Component | None = None
    """Input tokens found in the provider's prompt cache."""
    cache_write: Component | None = None
    """Input tokens written to the prompt cache for the provider's default time."""
    cache_write_1h: Component | None = None
    """Input tokens written to the prompt cache for one hour."""
    reasoning: Component | None = None
    """Hidden reasoning tokens, where they cost something else than output."""
    audio_in: Component | None = None
    audio_out: Component | None = None
    cache_read_audio: Component | None = None
    image_in: Component | None = None
    image_out: Component | None = None
    video_in: Component | None = None
    web_search: Component | None = None
    """The provider's own web search tool, in its own unit."""

    @field_validator("input", "output", mode="before")
    @classmethod
    def _never_zero(cls, value: object) -> object:
        amount = value.get("usd") if isinstance(value, Mapping) else value
        if not isinstance(amount, bool) and isinstance(amount, int | Decimal) and amount == 0:
            raise refuse(
                "price-zero",
                "0 does not say whether this is free, part of a plan or unknown.",
                "Write free, included, dynamic or on-request; leave the key out if it is unknown.",
            )
        return value

    def components(self) -> dict[str, Decimal | str | UnitPrice]:
        """Return the components that are stated, in the order they are shown."""
        return {name: value for name in COMPONENTS if (value := getattr(self, name)) is not None}


class When(Record):
    """The conditions under which a price row holds; all of them must."""

    tier: Words(*TIERS) | None = None  # type: ignore[valid-type]
    context_above: Count | None = None
    """Tokens in the request; the row then prices the whole request unless it is marginal."""
    marginal: Flag | None = None
    region: Text | None = None
    utc: Text | None = None
    """Hours of the day in UTC: "16:30-00:30"."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    until: Date | None = None


class PriceRow(Price):
    """Components that differ under some condition; those left out stay as in `price`."""

    when: When
    marginal: Flag | None = None


class HistoryRow(Price):
    """What the offer asked from a day on, until the next row."""

    from_: Annotated[Date, Field(alias="from")]
    price: Words("gone", *WORDS) | None = None  # type: ignore[valid-type]
    """A word for the whole price; `gone` while the offer was withdrawn."""


def _price_word(value: object) -> str:
    if isinstance(value, str) and value in WORDS:
        return value
    hint = word_hint(value) or f"Write {{input: …, output: …}}, or one of: {', '.join(WORDS)}."
    raise refuse("price-not-a-number", f"{shown(value)} is not a price.", hint)


WholePrice = Annotated[
    Annotated[Price, Tag("~mapping")]
    | Annotated[str, PlainValidator(_price_word), WithJsonSchema({"enum": list(WORDS)}), Tag("~scalar")],
    Discriminator(shape),
]
"""A price: its components, or one word for all of it."""
PriceRows = Annotated[tuple[PriceRow, ...], AsTuple]
HistoryRows = Annotated[tuple[HistoryRow, ...], AsTuple]
