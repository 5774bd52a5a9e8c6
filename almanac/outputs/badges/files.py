"""Files: every badge of every id that ever had one: of models, of their other names, and of those that are gone."""

from collections.abc import Iterator

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.badges.drawn import of_model, of_withdrawn
from almanac.outputs.badges.kinds import DEFAULT, LEAN, kinds_of, known
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.redirects import redirects, withdrawal


def outputs(context: Context) -> Iterator[Output]:
    """Yield the badges of all models, then the copies under other ids, then what withdrawn ones say."""
    for model in context.catalogue.models.values():
        yield from (of_model(context, model, kind) for kind in kinds_in(context, model))
    yield from _copies(context)
    yield from _withdrawn(context)


def kinds_in(context: Context, model: ModelEntry) -> tuple[str, ...]:
    """Return the kinds of a model's badges, those that were published before among them."""
    return kinds_of(model, site=context.catalogue.site, promised=context.promised.badges.get(model.id, ()))


def _copies(context: Context) -> Iterator[Output]:
    """Yield the bytes of a model's badge under each other name of it: proxies of pictures follow no page that leads on.

    A name that was a model once goes on with all the badges that it had; one that moved has all of where it leads, too.
    """
    catalogue = context.catalogue
    for url, (name, target) in redirects(catalogue).items():
        id_, model = url.removeprefix(addresses.MODELS).strip("/"), catalogue.models[target]
        own = kinds_in(context, model) if name in catalogue.tombstones else (DEFAULT,)
        kinds = known({*own, *context.promised.badges.get(id_, ())})
        yield from (of_model(context, model, kind, at=id_) for kind in kinds)


def _withdrawn(context: Context) -> Iterator[Output]:
    """Yield what the badges of a withdrawn model say: the least that a model has, and all that this one ever had."""
    tombstones = context.catalogue.tombstones
    for id_, tombstone in tombstones.items():
        reason = withdrawal(id_, tombstones)
        if reason is not None:
            kinds = known({*LEAN, *context.promised.badges.get(id_, ())})
            yield from (of_withdrawn(context, id_, kind, gone=(tombstone, reason)) for kind in kinds)
