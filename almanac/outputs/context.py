"""The context: the catalogue, the shell and the templates that every output module draws from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from almanac.catalogue.catalogue import Catalogue, OfferEntry
from almanac.outputs.marks import Marks
from almanac.outputs.scales import Scales
from almanac.outputs.shell import Shell
from almanac.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Promised:
    """What the ledger promises of each model, by its id: the kinds of its badges, and the keys of its offers."""

    badges: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOTHING = Promised()


@dataclass(frozen=True, slots=True)
class Context:
    """What output modules are given. Nothing of it reaches a template but through a declared view."""

    catalogue: Catalogue
    shell: Shell
    templates: Templates
    scales: Scales
    promised: Promised = NOTHING
    """What was published before and must go on answering."""

    def marks(self) -> Marks:
        """Start the numbered sources of one page."""
        return Marks(self.catalogue.sources)

    def draw(self, template: str) -> Callable[[Any], bytes]:
        """Return the renderer of one template."""
        return self.templates.page(template)

    def lab_name(self, lab: str) -> str:
        """Return what a lab is called."""
        return self.catalogue.labs[lab].record.name

    def provider_name(self, provider: str) -> str:
        """Return what a provider is called."""
        return self.catalogue.providers[provider].record.name

    def offer_name(self, offer: OfferEntry) -> str:
        """Return what an offer is called: its provider, and its variant where it has one."""
        name = self.provider_name(offer.provider)
        return f"{name}, {offer.variant.replace('.', ' ')}" if offer.variant else name
