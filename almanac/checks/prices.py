"""Prices: amounts that no provider asks, each compared with the offer's own other amounts."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from almanac.checks.pricelines import PriceLine, conditions, dollars_of, lines, list_line, row_lines
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, UnitPrice
from almanac.units.money import exact

HIGHEST = {"input": Decimal(200), "output": Decimal(700)}
"""US dollars per 1M tokens above which an amount is a slip of unit (spec/content.md section 7)."""

_TEXT_ONLY = frozenset({"output", "reasoning", "audio_out", "image_out"})
NEVER = {
    "embedding": _TEXT_ONLY,
    "rerank": _TEXT_ONLY,
    "transcription": frozenset({"audio_out", "image_in", "image_out"}),
    "speech": frozenset({"image_in", "image_out", "video_in"}),
    "ocr": frozenset({"audio_in", "audio_out", "cache_read_audio"}),
    "image": frozenset({"audio_out"}),
}
"""Components that a mode has no use for: embedding and rerank models are priced by what they read."""

_TOKEN_MODES = frozenset({"chat", "embedding", "realtime"})
_TIMES_AND_PICTURES = frozenset({"second", "minute", "hour", "image", "megapixel", "page"})


def amounts_are_possible(line: PriceLine, library: Library) -> Iterator[Problem]:
    """No token price is above what anybody asks: such a figure is per 1,000 tokens read as per million, or in cents."""
    for component, highest in HIGHEST.items():
        amount = dollars_of(library, line, component)
        if component in line.stated and amount is not None and amount > highest:
            yield line.model.problem(
                "price-too-high",
                *line.steps,
                component,
                message=f"${exact(amount)} per 1M tokens is above ${exact(highest)}: no {component} costs that.",
                hint="Write the price per 1M tokens, in the currency of the offer.",
            )


def batches_are_cheaper(library: Library) -> Iterator[Problem]:
    """A batch costs no more than the same without waiting: otherwise two columns were exchanged."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            if offer.price_when:
                yield from _dear_batches(model, key)


def _dear_batches(model: Entry[Model], key: str) -> Iterator[Problem]:
    rows = list(zip(model.record.offers[key].price_when, row_lines(model, key), strict=True))
    plain = {conditions(row): line for row, line in rows if row.when.tier is None}
    for row, line in rows:
        if row.when.tier != "batch":
            continue
        usual = plain.get(conditions(row, without="tier")) or list_line(model, key)
        for component in line.stated:
            amount, listed = line.tokens(component), usual.tokens(component)
            if amount is not None and listed is not None and amount > listed:
                yield model.problem(
                    "price-batch-above-list",
                    *line.steps,
                    component,
                    message=f"In a batch {component} costs {exact(amount)}, and {exact(listed)} without waiting.",
                    hint="Compare both with the source; a batch is never dearer.",
                )


def modes_fit(line: PriceLine, _library: Library) -> Iterator[Problem]:
    """A price has only what the model's mode can be asked for: an embedding price on a chat model is another's."""
    mode = line.model.record.mode
    for component, amount in line.stated.items():
        if component in NEVER.get(mode, ()) and not isinstance(amount, str):
            yield _wrong_mode(line, component, f"A model of the mode {mode} has no price for {component}.")
        elif mode in _TOKEN_MODES and component in HIGHEST and _is_timed(amount):
            said = f"The {component} of a model of the mode {mode} is not priced by time or picture."
            yield _wrong_mode(line, component, said)


def _is_timed(amount: object) -> bool:
    return isinstance(amount, UnitPrice) and amount.per in _TIMES_AND_PICTURES


def _wrong_mode(line: PriceLine, component: str, said: str) -> Problem:
    hint = "Remove the price, or correct the mode of the model."
    return line.model.problem("price-wrong-mode", *line.steps, component, message=said, hint=hint, on="key")


def cached_input_is_cheaper(line: PriceLine, _library: Library) -> Iterator[Problem]:
    """Reading from the cache costs no more than reading anew: nobody would cache otherwise."""
    cached, fresh = line.tokens("cache_read"), line.tokens("input")
    if cached is not None and fresh is not None and cached > fresh and "cache_read" in line.stated:
        yield line.model.problem(
            "price-cache-above-input",
            *line.steps,
            "cache_read",
            message=f"Cached input costs {exact(cached)}, and fresh input {exact(fresh)}.",
            hint="Compare both with the source; cache_read is the price of a hit, cache_write that of filling it.",
        )


def output_is_dearer(line: PriceLine, _library: Library) -> Iterator[Problem]:
    """Output below a tenth of input is rarer than two columns in the wrong order."""
    read, written = line.tokens("input"), line.tokens("output")
    if read is None or written is None or "output" in NEVER.get(line.model.record.mode, ()):
        return  # where output has no price at all, its amount is another rule's finding
    if written < read / 10 and "output" in line.stated:
        yield line.model.problem(
            "price-output-low",
            *line.steps,
            "output",
            message=f"Output costs {exact(written)}, less than a tenth of input at {exact(read)}.",
            hint="Compare both with the source; the two may have changed places.",
        )


LineRule = Callable[[PriceLine, Library], Iterator[Problem]]
LINE_RULES: tuple[LineRule, ...] = (amounts_are_possible, modes_fit, cached_input_is_cheaper, output_is_dearer)


def lines_hold(library: Library) -> Iterator[Problem]:
    """Every price line stands up to every rule about a line by itself; one pass, for there are many lines."""
    for line in lines(library):
        for rule in LINE_RULES:
            yield from rule(line, library)


RULES: tuple[Rule, ...] = (lines_hold, batches_are_cheaper)
