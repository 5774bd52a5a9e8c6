"""Calendar: the retirements that lie ahead, as days that a calendar program can subscribe to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from almanac import addresses
from almanac.catalogue.catalogue import Change
from almanac.outputs.context import Context
from almanac.outputs.news import headline
from almanac.outputs.output import Output
from almanac.render.lines import calendar_text, content_lines
from almanac.units.dates import first_day, last_day, on_date

KIND = "retires"
FORM = "%Y%m%d"


@dataclass(frozen=True, slots=True)
class Event:
    """One retirement. `start` is its day and `end` the day after; a month without a day fills the whole month."""

    uid: str
    start: date
    end: date
    title: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """All events, soonest first; `stamp` is the edition, so that the same content gives the same file."""

    title: str
    stamp: date
    events: tuple[Event, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the calendar."""
    yield Output(addresses.file_of(addresses.CALENDAR), calendar(context), written, "the calendar")


def calendar(context: Context) -> Calendar:
    """Return the retirements that today has not reached."""
    site = context.shell.site
    ends = (change for change in context.catalogue.upcoming if change.kind == KIND)
    events = tuple(_event(context, change) for change in ends)
    return Calendar(f"{site.title}: retirements of language models", first_day(site.edition), events)


def _event(context: Context, change: Change) -> Event:
    has_offer = change.offer in context.catalogue.models[change.model_id].offers
    url = addresses.offer(change.model_id, change.offer) if has_offer else addresses.model(change.model_id)
    source = context.catalogue.sources.get(change.source)
    when = on_date(change.on)
    return Event(
        uid=_uid(context, change),
        start=first_day(change.on),
        end=last_day(change.on) + timedelta(days=1),
        title=headline(context, change),
        about=f"{when[:1].upper()}{when[1:]}.{f' Source: {source.title}.' if source else ''}",
        url=context.shell.place.absolute(url),
    )


def _uid(context: Context, change: Change) -> str:
    """Name the event by the offer and not by its date, so that a changed date moves it instead of adding one."""
    place = context.shell.place
    where = f"{urlsplit(place.base_url).hostname or ''}{place.base_path}"
    return "/".join(part for part in (change.model_id, change.offer, f"{change.kind}@{where}") if part)


def written(calendar: Calendar) -> bytes:
    """Write the calendar (RFC 5545)."""
    return content_lines(
        [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Almanac//Retirements//EN"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("NAME", calendar_text(calendar.title)),
            ("X-WR-CALNAME", calendar_text(calendar.title)),
            *(line for event in calendar.events for line in _lines(event, calendar.stamp)),
            ("END", "VCALENDAR"),
        ]
    )


def _lines(event: Event, stamp: date) -> Iterator[tuple[str, str]]:
    yield from (
        ("BEGIN", "VEVENT"),
        ("UID", calendar_text(event.uid)),
        ("DTSTAMP", f"{stamp:{FORM}}T000000Z"),
        ("DTSTART;VALUE=DATE", f"{event.start:{FORM}}"),
        ("DTEND;VALUE=DATE", f"{event.end:{FORM}}"),
        ("SUMMARY", calendar_text(event.title)),
        ("DESCRIPTION", calendar_text(event.about)),
        ("URL", event.url),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    )
