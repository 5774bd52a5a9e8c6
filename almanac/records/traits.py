"""Traits that a model has and an offer may change: limits, modalities, capabilities, and which follow from what."""

from collections.abc import Mapping
from typing import Annotated

from almanac.records.fields import AsTuple, Count, Flag, Record, Words
from almanac.records.price import Price

MODALITIES = ("text", "image", "audio", "video", "file")
READS: Mapping[str, str] = {"vision": "image", "audio_input": "audio", "video_input": "video", "pdf_input": "file"}
"""Each capability that is nothing but a modality of the input."""
WRITES: Mapping[str, str] = {"audio_output": "audio"}
"""Each capability that is nothing but a modality of the output."""
CACHING = "prompt_caching"
CACHE = ("cache_read", "cache_write", "cache_write_1h", "cache_read_audio")
"""The price components of which any proves prompt caching."""


class Limits(Record):
    """Exact token counts as the source states them."""

    context: Count | None = None
    """Tokens of input and output together, unless the source counts otherwise."""
    max_input: Count | None = None
    max_output: Count | None = None


class Modalities(Record):
    """What goes in and what comes out; a PDF is a file."""

    input: Annotated[tuple[Words(*MODALITIES), ...], AsTuple] = ()  # type: ignore[valid-type]
    output: Annotated[tuple[Words(*MODALITIES), ...], AsTuple] = ()  # type: ignore[valid-type]


class Capabilities(Record):
    """True, false, or absent where nobody says; the last six follow from modalities and prices."""

    function_calling: Flag | None = None
    parallel_function_calling: Flag | None = None
    tool_choice: Flag | None = None
    structured_output: Flag | None = None
    streaming: Flag | None = None
    reasoning: Flag | None = None
    web_search: Flag | None = None
    computer_use: Flag | None = None
    code_execution: Flag | None = None
    fine_tuning: Flag | None = None
    predicted_outputs: Flag | None = None
    batch: Flag | None = None
    system_messages: Flag | None = None
    prompt_caching: Flag | None = None
    vision: Flag | None = None
    audio_input: Flag | None = None
    audio_output: Flag | None = None
    video_input: Flag | None = None
    pdf_input: Flag | None = None


def over(general: Modalities, own: Modalities | None) -> Modalities:
    """Return an offer's modalities: a list that it states stands for the model's whole list."""
    if own is None:
        return general
    return Modalities(input=own.input or general.input, output=own.output or general.output)


def implied(modalities: Modalities) -> dict[str, bool]:
    """Return the capabilities that follow from modalities; nothing where the side they are about is not stated."""
    read = {name: kind in modalities.input for name, kind in READS.items()} if modalities.input else {}
    written = {name: kind in modalities.output for name, kind in WRITES.items()} if modalities.output else {}
    return {**read, **written}


def cache_component(price: Price | str | None) -> str:
    """Return the component of a price that proves prompt caching, or the empty string; its absence proves nothing."""
    if not isinstance(price, Price):
        return ""
    return next((name for name in CACHE if getattr(price, name) is not None), "")


CAPABILITIES = tuple(Capabilities.model_fields)
"""Every capability, in the order it is shown."""
