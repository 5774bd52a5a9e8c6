"""Ground: what an importer stands on: the content as it is, the day of the upstream files, and what ids mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Unpack

from almanac.importers.bases import Base, introduce
from almanac.importers.folding import fold_slug
from almanac.importers.identities import Identity
from almanac.importers.identity import Clues, resolve
from almanac.importers.labs import fold_provider, providers_by_key
from almanac.importers.names import Known, Names
from almanac.importers.variants import offer_keys
from almanac.reader.library import Library
from almanac.units.dates import Day


@dataclass(frozen=True, slots=True)
class Ground:
    """What exists, as of the day `at`, and the names by which it is known."""

    library: Library
    at: Day
    names: Names

    @classmethod
    def of(cls, library: Library, at: Day) -> "Ground":
        """Return the ground that the content alone gives."""
        return cls(library, at, Names.of(library))

    def introduce(self, upstream: Iterable[Known]) -> tuple["Ground", Mapping[str, Base]]:
        """Return the ground with another catalogue's base models, and what each of its ids is for us."""
        names, bases = introduce(self.names, upstream)
        return replace(self, names=names), bases

    def resolve(self, upstream_id: str, **clues: Unpack[Clues]) -> Identity:
        """Say which base model an upstream id means; see `identity.resolve`."""
        return resolve(self.names, upstream_id, **clues)

    def provider(self, catalogue: str, key: str) -> str:
        """Return our id of another catalogue's provider: the one whose file lists the key, else the key, folded."""
        listed = providers_by_key(self.library, catalogue)
        known = listed.get(key) or listed.get(f"{key}/")
        return known or (fold_provider(key) if catalogue == "litellm" else fold_slug(key))

    def offer_keys(self, provider: str, identities: Mapping[str, Identity]) -> dict[str, str]:
        """Return the offer key of each matched id of a provider; offers that stand already keep theirs."""
        kept = {
            offer.model_id: key
            for model in {identity.model or "" for identity in identities.values()} & self.library.models.keys()
            for key, offer in self.library.models[model].record.offers.items()
            if key.partition("@")[0] == provider and offer.model_id in identities
            if identities[offer.model_id].model == model
        }
        return offer_keys(provider, identities, kept=kept)
