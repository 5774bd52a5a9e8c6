"""Redirects: pages that lead from a snapshot, alias or moved id to its model, and those that say why one is gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.records import Tombstone
from almanac.records.model import Withdrawal
from almanac.render.cells import Cell
from almanac.units.dates import long_date


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page of a few words that leads to a model's."""

    title: str
    name: str
    target: Link
    canonical: str


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What a model's page says after it was withdrawn: why, and since when."""

    page: Page
    name: str
    lab: Link | None
    since: str
    why: Cell
    models: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of all other names, and those of withdrawn models."""
    draw = context.draw("pages/redirect.html")
    for url, (name, target) in redirects(context.catalogue).items():
        view = _redirect(context, name, target)
        yield Output(addresses.file_of(url), view, draw, f"models/{target}.yaml, its name {name}")
    yield from _offers(context)
    yield from _withdrawn(context)


def _offers(context: Context) -> Iterator[Output]:
    """Yield what answers where offers were published of a model that has moved or was withdrawn."""
    catalogue, draw = context.catalogue, context.draw("pages/redirect.html")
    for id_, tombstone in catalogue.tombstones.items():
        target = catalogue.models.get(catalogue.other_names.get(id_, ""))
        for key in context.promised.offers.get(id_, ()):
            url, text = addresses.model(target.id if target else id_), target.record.name if target else tombstone.name
            if target and key in target.offers:
                url, text = addresses.offer(target.id, key), f"{text} at {context.offer_name(target.offers[key])}"
            view = RedirectView(
                title=f"{id_} at {key} is {text}",
                name=f"{id_} at {key}",
                target=Link(text, context.shell.href(url)),
                canonical=context.shell.place.absolute(url),
            )
            path = addresses.file_of(addresses.offer(id_, key))
            yield Output(path, view, draw, f"models/{id_}.yaml, its former offer {key}")


def redirects(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """Return each URL that leads elsewhere, with the name that it folds and the id of the model it leads to.

    A name that folds to a model's own page, or to what several models claim, has no page: neither could be told apart.
    A moved id keeps its page whoever else claims it, for it was published under that name.
    """
    taken = {addresses.model(id_) for id_ in (*catalogue.models, *catalogue.tombstones)}
    claims: dict[str, dict[str, str]] = {}
    moved = {}
    for name, target in catalogue.other_names.items():
        lab, _, rest = name.partition("/")
        url = addresses.other_name(lab, rest)
        if name in catalogue.tombstones:
            moved[addresses.model(name)] = (name, target)
        elif url not in taken and addresses.fold(rest):
            claims.setdefault(url, {})[target] = rest
    claimed = {url: (found[target], target) for url, found in claims.items() if len(found) == 1 for target in found}
    return dict(sorted({**claimed, **moved}.items()))


def _redirect(context: Context, name: str, target: str) -> RedirectView:
    model = context.catalogue.models[target].record.name
    url = addresses.model(target)
    return RedirectView(
        title=f"{name} is {model}",
        name=name,
        target=Link(model, context.shell.href(url)),
        canonical=context.shell.place.absolute(url),
    )


def _withdrawn(context: Context) -> Iterator[Output]:
    draw = context.draw("pages/withdrawn.html")
    for id_, tombstone in context.catalogue.tombstones.items():
        reason = withdrawal(id_, context.catalogue.tombstones)
        if reason is not None:
            view = _withdrawn_view(context, id_, tombstone, reason)
            yield Output(addresses.file_of(addresses.model(id_)), view, draw, f"models/{id_}.yaml")


def withdrawal(id_: str, tombstones: Mapping[str, Tombstone]) -> Withdrawal | None:
    """Return why a model is gone, following it where it had moved before; None where it leads to one that is listed."""
    seen: set[str] = set()
    while id_ in tombstones and id_ not in seen:
        seen.add(id_)
        if tombstones[id_].withdrawn:
            return tombstones[id_].withdrawn
        id_ = tombstones[id_].moved_to or ""
    return None


def _withdrawn_view(context: Context, id_: str, tombstone: Tombstone, reason: Withdrawal) -> WithdrawnView:
    lab = id_.partition("/")[0]
    since = long_date(reason.on)
    head = Head(
        url=addresses.model(id_),
        title=f"{tombstone.name} is no longer listed",
        description=description(f"{tombstone.name} was withdrawn from the catalogue on {since}; this page says why."),
        section=addresses.MODELS,
        noindex=True,
    )
    known = lab in context.catalogue.labs
    return WithdrawnView(
        page=context.shell.page(head),
        name=tombstone.name,
        lab=Link(context.lab_name(lab), context.shell.href(addresses.lab(lab))) if known else None,
        since=since,
        why=prose(context, reason.why),
        models=context.shell.href(addresses.MODELS),
    )
