"""Robots: what crawlers may read, and whom people write to about a weakness of the site."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.render.lines import fields
from almanac.units.dates import first_day

ORIGIN = "the program"
SECURITY = "/.well-known/security.txt"
VALID = timedelta(days=365)
"""How long the contact holds without a newer edition; RFC 9116 section 2.5.5 asks for no more than a year."""
GITHUB = "github.com"


def outputs(context: Context) -> Iterator[Output]:
    """Yield robots.txt and security.txt."""
    robots = (("User-agent", "*"), ("Allow", "/"), ("Sitemap", context.shell.place.absolute(addresses.SITEMAP)))
    yield Output("robots.txt", robots, fields, ORIGIN)
    yield Output(addresses.file_of(SECURITY), tuple(_security(context)), fields, ORIGIN)


def _security(context: Context) -> Iterator[tuple[str, str]]:
    site = context.shell.site
    repository = str(site.repository).rstrip("/")
    if urlsplit(repository).hostname == GITHUB:
        yield "Contact", f"{repository}/security/advisories/new"
    yield "Contact", f"{repository}/issues"
    yield "Expires", f"{first_day(site.edition) + VALID}T00:00:00Z"
    yield "Preferred-Languages", "en"
    yield "Canonical", context.shell.place.absolute(SECURITY)
