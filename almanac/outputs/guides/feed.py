"""The feed of guides: what was written and what was revised, as Atom and JSON Feed, apart from the changes."""

from collections.abc import Iterator

from almanac import addresses
from almanac.catalogue.catalogue import GuideEntry
from almanac.outputs.context import Context
from almanac.outputs.feeds import MOST, Entry, Feed, atom, json_feed, midnight, tag
from almanac.outputs.guides.index import changed_on, newest_first
from almanac.outputs.output import Output
from almanac.outputs.prose import prose

ORIGIN = "the feed of guides"
ABOUT = "Guides to choosing and using language models, new ones and revised ones."


def outputs(context: Context) -> Iterator[Output]:
    """Yield the feed in both forms; an almanac without guides has a feed without entries."""
    for url, write in ((addresses.GUIDES_FEED, atom), (addresses.GUIDES_JSON_FEED, json_feed)):
        yield Output(addresses.file_of(url), _feed(context, url), write, ORIGIN)


def _feed(context: Context, url: str) -> Feed:
    place, site = context.shell.place, context.shell.site
    newest = newest_first(context)[:MOST]
    return Feed(
        id=tag(place, url),
        title=f"{site.title}: guides",
        about=ABOUT,
        url=place.absolute(url),
        page=place.absolute(addresses.GUIDES),
        at=midnight(changed_on(newest[0]) if newest else site.edition),
        author=site.title,
        entries=tuple(_entry(context, guide) for guide in newest),
    )


def _entry(context: Context, guide: GuideEntry) -> Entry:
    """Return a guide as an entry: its id names the guide, so that a revision is the same entry on a later day."""
    place, record, url = context.shell.place, guide.record, addresses.guide(guide.id)
    return Entry(
        id=tag(place, url),
        title=record.title,
        url=place.absolute(url),
        at=midnight(changed_on(guide)),
        text=prose(context, record.summary).text,
        kind="guide",
        published=midnight(record.published),
    )
