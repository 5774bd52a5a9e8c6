"""Shapes: what each kind of upstream file looks like from the outside, so that names of files do not matter."""

from collections.abc import Callable, Iterable, Mapping, Sequence

Test = Callable[[object], bool]


def _values(data: object) -> Iterable[object]:
    return data.values() if isinstance(data, Mapping) else ()


def _rows(data: object) -> Sequence[object]:
    return data if isinstance(data, Sequence) and not isinstance(data, str) else ()


def _has(item: object, *keys: str) -> bool:
    return isinstance(item, Mapping) and all(key in item for key in keys)


def _all_values(*keys: str) -> Test:
    """Return a test for a filled object each of whose values is an object with these keys."""
    return lambda data: bool(data) and isinstance(data, Mapping) and all(_has(item, *keys) for item in _values(data))


def _some_values(*keys: str) -> Test:
    """Return a test for an object of objects of which at least one has all of these keys."""
    return lambda data: (
        all(isinstance(item, Mapping) for item in _values(data)) and any(_has(item, *keys) for item in _values(data))
    )


def _some_rows(*keys: str) -> Test:
    """Return a test for a list whose items are objects of which at least one has these keys."""
    return lambda data: any(_has(item, *keys) for item in _rows(data))


def _texts_to(is_text: Callable[[str], bool]) -> Test:
    """Return a test for an object from text to text, of which at least one value passes (a sample entry may not)."""
    return lambda data: (
        all(isinstance(item, str) for item in _values(data)) and any(is_text(str(item)) for item in _values(data))
    )


def _is_history(data: object) -> bool:
    return isinstance(data, Mapping) and _some_rows("provider", "model", "history")(data.get("routes"))


def _is_openrouter_models(data: object) -> bool:
    return isinstance(data, Mapping) and _some_rows("id", "pricing")(data.get("data"))


def _is_openrouter_endpoints(data: object) -> bool:
    return isinstance(data, Mapping) and _has(data.get("data"), "id", "endpoints")


def _is_date(text: str) -> bool:
    return text[:2] == "20" and text[4:5] == "-"


SHAPES: Mapping[str, Mapping[str, Test]] = {
    "modelsdev": {
        "price-history": _is_history,
        "modelsdev-api": _all_values("id", "models"),
        "modelsdev-models": _all_values("id", "limit", "name"),
        "modelsdev-pointers": _texts_to(lambda text: text.count("/") == 1),
    },
    "litellm": {
        "litellm-deprecations": _texts_to(_is_date),
        "litellm-prices": _some_values("litellm_provider", "mode"),
    },
    "openrouter": {
        "openrouter-models": _is_openrouter_models,
        "openrouter-endpoints": _is_openrouter_endpoints,
    },
    "aider": {"aider-polyglot": _some_rows("model", "edit_format")},
    "epoch": {"epoch-runs": _some_rows("task", "model", "Status")},
    "llmstats": {"llmstats-models": _some_values("name", "qualitative_metrics")},
}
"""The shapes that each source publishes, in the order in which they are tried."""
