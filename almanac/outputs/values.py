"""Values: how each kind of fact is written, the same on every page."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from almanac.catalogue.catalogue import Amount
from almanac.records import UnitPrice
from almanac.records.parameter import Parameter
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, long_date, short_date
from almanac.units.money import dollars, exact, fraction_length
from almanac.units.tokens import exact_count

WORD_TEXT = {
    "free": "free",
    "included": "included",
    "dynamic": "dynamic",
    "on-request": "on request",
    "gone": "withdrawn",
}
FIRM = ("free", "included")
NOT_STATED = cells.word("not stated")
NO_CHARGE = cells.word("no charge", firm=True)
"""What a component of 0 says; input and output are never 0 (spec/content.md section 4)."""
UNIT_TEXT = {
    "1000-requests": "1,000 requests",
    "1m-characters": "1M characters",
}
COMPONENT_TEXT = {
    "input": "input", "output": "output", "cache_read": "cached input", "cache_write": "cache write",
    "cache_write_1h": "cache write for an hour", "reasoning": "reasoning", "audio_in": "audio in",
    "audio_out": "audio out", "cache_read_audio": "cached audio", "image_in": "image in",
    "image_out": "image out", "video_in": "video in", "web_search": "web search",
}  # fmt: skip
MODALITY_TEXT = {"text": "text", "image": "image", "audio": "audio", "video": "video", "file": "PDF"}


def amount(value: Amount | None, *, pad: int = 0) -> Cell:
    """Write one price component for a table cell: a number, a word, or not stated; never a zero for a gap."""
    match value:
        case None:
            return NOT_STATED
        case Decimal():
            return cells.number(dollars(value), pad=pad) if value else NO_CHARGE
        case UnitPrice():
            return cells.join((cells.number(dollars(value.usd)), cells.small(f"per {unit_text(value.per)}")))
        case _:
            return cells.word(WORD_TEXT[str(value)], firm=value in FIRM)


def unit_text(per: str) -> str:
    """Write a unit other than a million tokens."""
    return UNIT_TEXT.get(per, per)


def priced(value: Amount | None) -> str:
    """Write one price component inside a sentence: $0.10, free, $0.006 per minute."""
    match value:
        case None:
            return "not stated"
        case Decimal():
            return f"${dollars(value)}" if value else NO_CHARGE.text
        case UnitPrice():
            return f"${dollars(value.usd)} per {unit_text(value.per)}"
        case _:
            return WORD_TEXT[str(value)]


def column(values: Sequence[Amount | None]) -> tuple[Cell, ...]:
    """Write a column of prices so that its decimal points align."""
    lengths = [fraction_length(dollars(value)) if isinstance(value, Decimal) else 0 for value in values]
    longest = max(lengths, default=0)
    return tuple(amount(value, pad=longest - length) for value, length in zip(values, lengths, strict=True))


def tokens(value: int | None) -> Cell:
    """Write a token count exactly."""
    return NOT_STATED if value is None else cells.number(exact_count(value))


def day(value: Day | None) -> Cell:
    """Write a date for a table."""
    return NOT_STATED if value is None else cells.number(short_date(value))


def modalities(names: Iterable[str]) -> str:
    """Write a list of modalities."""
    return ", ".join(MODALITY_TEXT[name] for name in names)


def anything(value: object, path: str = "") -> str:
    """Write a claim's value, whatever it is, by what its path says it is."""
    match value:
        case None:
            said = "not stated"
        case bool():
            said = "yes" if value else "no"
        case Day():
            said = long_date(value)
        case int() | Decimal():
            said = _number(Decimal(value), path)
        case list() | tuple():
            said = ", ".join(anything(item, path) for item in value)
        case Parameter():
            said = value.name
        case dict():
            said = ", ".join(f"{key} {anything(item, path)}" for key, item in value.items())
        case _:
            said = str(value)
    return said


def _number(value: Decimal, path: str) -> str:
    if ".price" in path or path.startswith("price"):
        return f"${dollars(value)}"
    return exact_count(int(value)) if value == value.to_integral_value() else exact(value)


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: 1 model, 12 models."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # noqa: PLR2004
    return f"{number}{ending}"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: one, two and three."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
