"""Endpoints at OpenRouter: who stands behind an offer and how many of them answer, from one model's endpoints file."""

from collections.abc import Iterator, Mapping

from almanac.importers.findings import Finding, Plain
from almanac.importers.ground import Ground
from almanac.importers.untyped import as_list, as_object, as_text
from almanac.paths import item_name
from almanac.problems import UsageError
from almanac.units.dates import Day

_WARNING = "SYNTHETIC"


def endpoint_findings(data: object, placed: Mapping[str, tuple[str, str]], ground: Ground) -> Iterator[Finding]:
    """Yield what an endpoints file says of the offer `placed` under its id; nothing where that offer is unknown.

    Raises UsageError for a sample that says that it is none of OpenRouter's answers.
    """
    answer = as_object(as_object(data).get("data"))
    if _WARNING in as_text(answer.get("description")):
        raise UsageError("This endpoints file says that it is synthetic. Import only what OpenRouter itself answered.")
    model_id = as_text(answer.get("id"))
    endpoints = [as_object(one) for one in as_list(answer.get("endpoints"))]
    if model_id not in placed or not endpoints:
        return
    model, key = placed[model_id]
    via = sorted({known for one in endpoints if (known := _provider(one, ground))})
    if via:
        yield Finding(f"models/{model}", ("offers", key, "via"), list(via), f"{model_id}/endpoints")
    item = _measurement(key, endpoints, ground.at)
    yield Finding(f"models/{model}", ("measurements", item_name(item)), item, f"{model_id}/endpoints")


def _provider(endpoint: Mapping[str, object], ground: Ground) -> str | None:
    """Return our provider behind an endpoint, by its tag (`azure/swedencentral`), if we have it."""
    name = as_text(endpoint.get("tag")).partition("/")[0]
    known = ground.provider("openrouter", name) if name else ""
    return known if known in ground.library.providers else None


def _measurement(key: str, endpoints: list[Mapping[str, object]], at: Day) -> dict[str, Plain]:
    up = sum(1 for one in endpoints if one.get("status") == 0)
    return {
        "offer": key,
        "metric": "endpoints_up",
        "stat": "mean",
        "value": up,
        "of": len(endpoints),
        "unit": "count",
        "window": "unknown",
        "at": str(at),
        "source": "openrouter",
    }
