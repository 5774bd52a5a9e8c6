"""Moved pairs: comparisons once published for ever of which a model has moved or was withdrawn lead to what is left."""

from collections.abc import Iterator

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.redirects import RedirectView
from almanac.outputs.shell import Link


def outputs(context: Context) -> Iterator[Output]:
    """Yield a page for each former pair that leads on."""
    draw = context.draw("pages/redirect.html")
    for one, other in context.catalogue.former_pairs:
        view = _view(context, one, other)
        yield Output(addresses.file_of(addresses.pair(one, other)), view, draw, f"the former pair {one} {other}")


def _view(context: Context, one: str, other: str) -> RedirectView:
    catalogue, names = context.catalogue, context.catalogue.other_names
    left = sorted({id_ for name in (one, other) if (id_ := names.get(name, name)) in catalogue.models})
    target, url = "all comparisons", addresses.COMPARE
    if len(left) == 1:
        target, url = catalogue.models[left[0]].record.name, addresses.model(left[0])
    if len(left) == 2 and (left[0], left[1]) in catalogue.pairs:  # noqa: PLR2004 - a pair is two
        target = " and ".join(catalogue.models[id_].record.name for id_ in left)
        url = addresses.pair(left[0], left[1])
    return RedirectView(
        title=f"{one} and {other} are no longer compared here",
        name=f"{one}, {other}",
        target=Link(target, context.shell.href(url)),
        canonical=context.shell.place.absolute(url),
    )
