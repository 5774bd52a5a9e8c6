"""Facts: what the routes of a model's own lab say of the model itself: limits, capabilities, modalities, endpoints."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from almanac.importers.amounts import count
from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.litellm.routes import Route
from almanac.records.traits import MODALITIES

CAPABILITIES: Mapping[str, str] = {
    "supports_function_calling": "function_calling",
    "supports_parallel_function_calling": "parallel_function_calling",
    "supports_tool_choice": "tool_choice",
    "supports_response_schema": "structured_output",
    "supports_native_streaming": "streaming",
    "supports_reasoning": "reasoning",
    "supports_web_search": "web_search",
    "supports_computer_use": "computer_use",
    "supports_code_execution": "code_execution",
    "supports_system_messages": "system_messages",
}
ENDPOINTS: Mapping[str, str] = {
    "/v1/responses": "responses",
    "/v1/chat/completions": "chat-completions",
    "/v1/completions": "completions",
    "/v1/batch": "batch",
    "/v1/embeddings": "embeddings",
    "/v1/images/generations": "images-generations",
    "/v1/images/edits": "images-edits",
    "/v1/images/variations": "images-variations",
    "/v1/audio/speech": "audio-speech",
    "/v1/audio/transcriptions": "audio-transcriptions",
    "/v1/realtime": "realtime",
    "/v1/ocr": "ocr",
}
_READERS = frozenset({"embedding", "rerank", "moderation"})
"""Modes without output in tokens: all that goes in is the context."""

_ASSISTANTS = frozenset({"chat", "realtime"})


def homes(routes: Iterable[Route]) -> Mapping[str, Route]:
    """Return for each model the route at its own lab that speaks for it: of the lab's first provider, undated."""
    found: dict[str, Route] = {}
    for route in routes:
        best = found.get(route.model)
        if route.is_plain and route.seller.is_home_of(route.model) and (best is None or _order(route) < _order(best)):
            found[route.model] = route
    return found


def _order(route: Route) -> tuple[int, int]:
    return route.seller.rank, len(route.variant)


def facts(route: Route, *, context: int | None) -> Iterator[Finding | Note]:
    """Yield what a lab's own route says of the model; `context` is the window that the model is known to have."""
    yield from _limits(route, context)
    found: dict[tuple[str, ...], Plain] = {}
    if route.mode != "chat":
        found["mode",] = route.mode
    found |= {("capabilities", name): value for name, value in _capabilities(route)}
    found |= {("modalities", name): words for name, words in _modalities(route)}
    endpoints = [word for path, word in ENDPOINTS.items() if path in _list(route, "supported_endpoints")]
    if endpoints:
        found["endpoints",] = endpoints
    yield from (Finding(f"models/{route.model}", steps, value, route.name) for steps, value in found.items())


def _limits(route: Route, context: int | None) -> Iterator[Finding | Note]:
    read, written = count(route.entry.get("max_input_tokens")), count(route.entry.get("max_output_tokens"))
    if route.mode in _READERS:
        limits = {"context": read or count(route.entry.get("max_tokens"))}
    elif route.mode in _ASSISTANTS:
        limits = {"max_input": read, "max_output": written or count(route.entry.get("max_tokens"))}
    else:
        return
    for name, value in limits.items():
        if value is None:
            continue
        subject = f"{route.name} limits.{name}"
        if name == "max_output" and value == read:
            yield Note("suspicious", subject, "the longest input, repeated as the longest output", str(value))
        elif name != "context" and context is not None and value > context:
            yield Note("suspicious", subject, f"above the context of {route.model}", f"{value} > {context}")
        else:
            yield Finding(f"models/{route.model}", ("limits", name), value, route.name)


def _capabilities(route: Route) -> Iterator[tuple[str, bool]]:
    if route.mode not in _ASSISTANTS:
        return
    for field, name in CAPABILITIES.items():
        value = route.entry.get(field)
        if isinstance(value, bool):
            yield name, value
    if "/v1/batch" in _list(route, "supported_endpoints"):
        yield "batch", True


def _modalities(route: Route) -> Iterator[tuple[str, Plain]]:
    read, written = _list(route, "supported_modalities"), _list(route, "supported_output_modalities")
    if read and route.entry.get("supports_pdf_input") is True:
        read = [*read, "file"]
    for name, words in (("input", read), ("output", written)):
        known = [word for word in MODALITIES if word in words]
        if known:
            yield name, known


def _list(route: Route, field: str) -> Sequence[object]:
    value = route.entry.get(field)
    return value if isinstance(value, list) else []
