"""Manifest: what a device that keeps the site beside its programs calls it and shows for it."""

from collections.abc import Iterator

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.shell import OG_IMAGE
from almanac.render.jsonfile import json_file

PAPER = "#fbf8f1"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the manifest."""
    yield Output("manifest.webmanifest", manifest(context), json_file, "the program")


def manifest(context: Context) -> dict[str, object]:
    """Return the manifest; its addresses lie under the base path, which is also how far it reaches."""
    site, href = context.shell.site, context.shell.href
    about = {"description": site.description} if site.description else {}
    return {
        "id": href(addresses.HOME),
        "name": site.title,
        **about,
        "lang": "en",
        "dir": "ltr",
        "start_url": href(addresses.HOME),
        "scope": href(addresses.HOME),
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{"src": href(context.shell.icon), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        "screenshots": [
            {"src": href(OG_IMAGE), "sizes": "1200x630", "type": "image/png", "form_factor": "wide"},
        ],
    }
