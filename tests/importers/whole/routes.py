"""Routes: which entries of LiteLLM's cost map speak of an offer, and under which region or tier, by name alone."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import almanac.importers.litellm
from tests.importers.whole.amounts import Asked, of_litellm
from tests.support.upstream import LITELLM, stated

_REGION = re.compile(
    r"(?:^|[/.])((?:us-gov|us|eu|ap|apac|af|ca|sa|me|il|mx|cn|global|au|jp|uk)(?:-[a-z]+-\d)?)(?=[/.]|$)"
)
_PARTS = re.compile(r"(?:^|(?<=[/.:]))")

Route = tuple[str, str]
"""The name of a route, and what stands in it before the model's id."""


@cache
def sellers() -> Mapping[str, frozenset[str]]:
    """Return LiteLLM's names for each provider of ours, from the table that people wrote."""
    table = Path(almanac.importers.litellm.__file__).with_name("providers.toml")
    return {ours: frozenset(row["from"]) for ours, row in tomllib.loads(table.read_text(encoding="utf-8")).items()}


@cache
def _routes() -> Mapping[tuple[str, str], list[Route]]:
    """Return the routes of each provider of ours by every id that they may mean: what follows a slash or a point.

    LiteLLM writes `Phi-4` where the provider says `phi-4`, and points where it has dashes.
    """
    ours = {theirs: provider for provider, names in sellers().items() for theirs in names}
    found: dict[tuple[str, str], list[Route]] = {}
    for name, entry in stated(LITELLM).items():
        provider = ours.get(str(entry.get("litellm_provider")), "")
        for part in _PARTS.finditer(name):
            here = part.start()
            found.setdefault((provider, _even(name[here:])), []).append((name, name[:here]))
    return found


def routes_of(provider: str, model_id: str) -> list[Route]:
    """Return the routes that mean an id at a provider; where only the last part of the id is alike, those."""
    exact = _routes().get((provider, _even(model_id)), [])
    return exact or _routes().get((provider, _even(model_id.rpartition("/")[2])), [])


def asked_for(provider: str, model_id: str) -> Iterator[tuple[str, Asked]]:
    """Yield each route that is an offer, or its price in a region or for a tuned model: its name and what it asks."""
    for name, before in routes_of(provider, model_id):
        region = next(iter(reversed(_REGION.findall(before))), "")
        yield name, _asked(name, region, "fine-tuned" if "ft:" in before else "")


@cache
def _asked(name: str, region: str, tier: str) -> Asked:
    return of_litellm(stated(LITELLM)[name], region, tier)


def _even(text: str) -> str:
    return re.sub(r"[._]", "-", text.lower())
