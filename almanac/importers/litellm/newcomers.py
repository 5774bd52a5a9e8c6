"""Newcomers: models that the catalogue lacks and that both OpenRouter and another provider sell, by LiteLLM's map."""

from collections.abc import Iterable, Iterator

from almanac.importers.findings import Finding
from almanac.importers.litellm.routes import Unmatched
from almanac.importers.names import Names
from almanac.importers.readings import read_id
from almanac.importers.stubs import Stub, Unplaced, conceive

_LISTED = "openrouter"
_MOVING = ("auto", "latest", "router")
"""Last words of names that mean now one model, now another."""


def newcomers(unmatched: Iterable[Unmatched], names: Names) -> tuple[Stub, ...]:
    """Return the models to make: those that OpenRouter lists, with its lab, and a second provider too."""
    unplaced = [Unplaced(one.provider, one.model_id) for one in unmatched if _is_name(one.model_id)]
    stubs, _ = conceive(names, dict.fromkeys(unplaced))
    return tuple(stub for stub in stubs if _is_listed_twice(stub))


def _is_name(model_id: str) -> bool:
    return read_id(model_id).name.rpartition("-")[2] not in _MOVING


def _is_listed_twice(stub: Stub) -> bool:
    sellers = {one.provider for one in stub.ids}
    return _LISTED in sellers and len(sellers) > 1


def findings(models: Iterable[Stub]) -> Iterator[Finding]:
    """Yield the least that a new model's file says: its name, and that nobody has told its release."""
    for one in models:
        record = f"models/{one.known.model}"
        upstream = next(id_.model_id for id_ in one.ids if id_.provider == _LISTED)
        yield Finding(record, ("name",), read_id(upstream).name, upstream)
        yield Finding(record, ("lifecycle", "released"), "unknown", upstream)
