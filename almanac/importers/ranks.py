"""Ranks: whose word stands where two sources state the same fact (spec/import.md, Merging)."""

from collections.abc import Iterable, Sequence

RANKS = (
    "modelsdev", "openrouter", "litellm-1-109-1", "litellm", "aider", "aider-leaderboard", "epoch", "llmstats",
)  # fmt: skip
"""First the one whose word stands; a newer state of a source comes before the older one of the same."""

SELLERS = {"openrouter": "openrouter"}
"""Sources that are sellers themselves, to their provider: for their own offers nobody knows better."""


def ranked(sources: Iterable[str], steps: Sequence[str] = ()) -> list[str]:
    """Return the sources in the order in which their word counts at a path; unknown ones last, by name."""
    provider = steps[1].partition("@")[0] if len(steps) > 1 and steps[0] == "offers" else None
    return sorted(sources, key=lambda source: (SELLERS.get(source) != provider or provider is None, _rank(source)))


def _rank(source: str) -> tuple[int, str]:
    return (RANKS.index(source) if source in RANKS else len(RANKS)), source
