"""Wording: how sentences write names, money, dates and lists."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from almanac.catalogue.catalogue import OfferEntry
from almanac.units.dates import on_date
from almanac.units.money import dollars

when = on_date
"""Dates stand in answers as in every other sentence."""
_SIGNS = re.compile(r"([\\`*_\[\]<{!])")


def escaped(text: str) -> str:
    """Write a name as Markdown that shows just this name."""
    return _SIGNS.sub(r"\\\1", text)


def code(text: str) -> str:
    """Write an id or address as code; none that a record may hold has a backtick in it."""
    return f"`{text}`"


def money(value: Decimal) -> str:
    """Write an amount of US dollars."""
    return f"${dollars(value)}"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: one, two and three."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))


def both_sides(offer: OfferEntry) -> str:
    """Write a paid offer's own pair: `$0.10 per million input tokens and $0.40 per million output tokens`."""
    if isinstance(offer.input, Decimal) and isinstance(offer.output, Decimal):
        return f"{money(offer.input)} per million input tokens and {money(offer.output)} per million output tokens"
    return full_pair(offer)


def full_pair(offer: OfferEntry) -> str:
    """Write a paid offer's own pair with its unit said once: `$0.10 and $0.40 per million tokens in and out`."""
    return f"{short_pair(offer)} per million tokens{' in and out' if isinstance(offer.output, Decimal) else ''}"


def short_pair(offer: OfferEntry) -> str:
    """Write a paid offer's own pair without its unit: `$0.10 and $0.40`; what is priced by input alone has one side."""
    sides = [value for value in (offer.input, offer.output) if isinstance(value, Decimal)]
    return listed([money(value) for value in sides])


def less(part: Decimal, whole: Decimal) -> str:
    """Write how much less a part is than the whole: `75 % less`, `about 91 % less`; empty where that says nothing."""
    if not Decimal(0) < part < whole:
        return ""
    share = 100 - 100 * part / whole
    rounded = share.quantize(Decimal(1), ROUND_HALF_UP)
    if rounded in {0, 100}:
        return ""
    return f"{rounded} % less" if rounded == share else f"about {rounded} % less"
