"""Sellers: which provider of ours each of LiteLLM's provider names is, read off providers.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from almanac.importers.findings import Finding, Plain


@dataclass(frozen=True, slots=True)
class Seller:
    """A provider as LiteLLM knows it; `rank` is its place in the table, where a lab's own routes come first."""

    id: str
    name: str
    kind: str
    rank: int
    prefix: str = ""
    labs: tuple[str, ...] = ()
    """Whose models are at home here: facts about the model itself are read off these routes."""
    is_alone: bool = False
    """Nobody but LiteLLM lists it, so limits of its offers are read here too."""
    zero: str = "unknown"
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    """LiteLLM's name → the word of a variant that tells a second API of the same provider apart."""

    def is_home_of(self, model: str) -> bool:
        """Say whether a model's own lab sells it here."""
        return model.partition("/")[0] in self.labs


def seller(litellm_provider: str) -> Seller | None:
    """Return our provider for a name of LiteLLM's, or None where nobody has told us."""
    return _sellers().get(litellm_provider)


def findings(sellers: set[Seller]) -> Iterator[Finding]:
    """Yield what makes each provider's file: its name, its kind and LiteLLM's key for it."""
    for one in sorted(sellers, key=lambda seller: seller.rank):
        facts: dict[tuple[str, ...], Plain] = {("name",): one.name, ("kind",): one.kind}
        if one.prefix:
            facts["keys", "litellm"] = one.prefix
        if one.zero != "unknown":
            facts["zero_means",] = one.zero
        yield from (Finding(f"providers/{one.id}", steps, value, one.prefix) for steps, value in facts.items())


@cache
def _sellers() -> Mapping[str, Seller]:
    table = tomllib.loads((Path(__file__).parent / "providers.toml").read_text(encoding="utf-8"))
    found: dict[str, Seller] = {}
    for rank, (ours, row) in enumerate(table.items()):
        one = Seller(
            id=ours,
            name=row["name"],
            kind=row["kind"],
            rank=rank,
            prefix=row.get("prefix", ""),
            labs=tuple(row.get("labs", ())),
            is_alone=row.get("alone", False),
            zero=row.get("zero", "unknown"),
            words=row.get("words", {}),
        )
        found.update(dict.fromkeys(row["from"], one))
    return found
