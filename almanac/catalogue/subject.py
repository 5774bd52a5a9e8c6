"""The subject: one model's record with everything that its entry is derived from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from almanac.catalogue.evidence import Dossier
from almanac.catalogue.prices import Exchange
from almanac.reader.document import Document
from almanac.records import Lab, Model, Provider


@dataclass(frozen=True, slots=True)
class Subject:
    """One model before it is derived. `id` is `lab/slug`."""

    id: str
    model: Model
    document: Document
    dossier: Dossier
    lab: Lab
    providers: Mapping[str, Provider]
    exchange: Exchange

    @property
    def today(self) -> date:
        """The day by which states and ages are told."""
        return self.exchange.today

    @property
    def family_name(self) -> str:
        """What the lab calls the model's family; the empty string where it has none."""
        family = self.lab.families.get(self.model.family or "")
        return family.name if family else ""

    @property
    def own(self) -> str | None:
        """The key of the lab's own offer: the plain one, else its first variant."""
        keys = (key for key in self.model.offers if provider_of(key) == self.lab.provider)
        return min(keys, default=None)


def provider_of(key: str) -> str:
    """Return the provider of an offer key: `openrouter` of `openrouter@free`."""
    return key.partition("@")[0]
