"""Traits that a model has and an offer may change: limits, modalities and capabilities."""

from typing import Annotated

from almanac.records.fields import AsTuple, Count, Flag, Record, Words

MODALITIES = ("text", "image", "audio", "video", "file")


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


CAPABILITIES = tuple(Capabilities.model_fields)
"""Every capability, in the order it is shown."""
