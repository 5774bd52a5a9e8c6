"""Everything: the one list of what the site publishes; a new kind of thing is one module and one line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from almanac import addresses
from almanac.catalogue.catalogue import Catalogue
from almanac.outputs import (
    about,
    api,
    assets,
    badges,
    benchmarks,
    calendar,
    changes,
    compare,
    faq,
    feeds,
    guides,
    headers,
    home,
    ids,
    labs,
    leaderboards,
    llms,
    manifest,
    models,
    notfound,
    offers,
    providers,
    quality,
    redirects,
    retirements,
    robots,
    search,
    sitemap,
    socialcard,
    sources,
)  # fmt: skip
from almanac.outputs.assets import Assets
from almanac.outputs.context import NOTHING, Context, Promised
from almanac.outputs.model import page as model
from almanac.outputs.output import Later, Output
from almanac.outputs.scales import scales
from almanac.outputs.shell import Page, Shell
from almanac.render.templates import Templates

Maker = Callable[[Context], Iterator[Output]]
MAKERS: tuple[Maker, ...] = (
    home.outputs, models.outputs, model.outputs, offers.outputs, providers.outputs, labs.outputs, benchmarks.outputs,
    compare.outputs, guides.outputs, changes.outputs, retirements.outputs, sources.outputs, quality.outputs,
    about.outputs, notfound.outputs, search.outputs, ids.outputs, redirects.outputs, feeds.outputs, calendar.outputs,
    api.outputs, llms.outputs, robots.outputs, headers.outputs, manifest.outputs, socialcard.outputs, badges.outputs,
    faq.outputs, leaderboards.outputs,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """What a site stands on beside its catalogue: where it will live, its templates, its assets and its promises."""

    place: addresses.Site
    templates: Path
    assets: Assets
    promised: Promised = NOTHING


def outputs(catalogue: Catalogue, ground: Ground) -> Iterator[Output]:
    """Yield every file of the site. The sitemap comes last, because it lists the pages before it."""
    shell = Shell(
        site=catalogue.site,
        place=ground.place,
        today=catalogue.today,
        css=ground.assets.css,
        script=ground.assets.script,
        modules=ground.assets.modules,
        icon=ground.assets.icon,
    )
    context = Context(catalogue, shell, Templates(ground.templates), scales(catalogue), ground.promised)
    yield from assets.outputs(ground.assets)
    pages = []
    for make in MAKERS:
        for output in make(context):
            if is_listed(output):
                pages.append((addresses.url_of(output.path), None))
            yield output
    yield from sitemap.outputs(context, pages)


def is_listed(output: Output) -> bool:
    """Say whether a search engine should know the output: a page that does not ask to be left out."""
    if not output.path.endswith(".html"):
        return False
    page = output.view if isinstance(output.view, Later) else getattr(output.view, "page", None)
    return isinstance(page, Page | Later) and not page.noindex
