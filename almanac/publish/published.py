"""The published ids: what a catalogue makes public, written as the ledger writes it."""

from collections.abc import Iterator

from almanac import addresses
from almanac.catalogue.catalogue import Catalogue
from almanac.catalogue.pairs import NAMED
from almanac.outputs.badges.kinds import published


def published_ids(catalogue: Catalogue) -> Iterator[str]:
    """Yield every ledger line that the site of this catalogue answers for."""
    for model in catalogue.models.values():
        yield f"model {model.id}"
        yield from (f"offer {model.id} {key}" for key in model.offers)
        own_page = addresses.model(model.id)
        for kind, names in (("snapshot", model.record.ids.snapshots), ("alias", model.record.ids.aliases)):
            for name in names:
                if addresses.other_name(model.lab, name.id) != own_page:
                    yield f"{kind} {model.lab}/{name.id}"
    yield from (f"pair {one} {other}" for (one, other), why in catalogue.pairs.items() if why == NAMED)
    yield from (f"badge {id_} {kind}" for id_, kind in published(catalogue))
    for kind, ids in (
        ("lab", catalogue.labs),
        ("provider", catalogue.providers),
        ("benchmark", catalogue.benchmarks),
        ("guide", catalogue.guides),
    ):
        yield from (f"{kind} {id_}" for id_ in ids)
