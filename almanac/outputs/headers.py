"""Headers: what hosts that read `_headers` and `_redirects` answer with; both are rooted at the site's own root."""

from collections.abc import Iterator

from almanac import addresses
from almanac.outputs.assets import FOLDER
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.render.lines import header_rules, redirect_rules

ORIGIN = "the program"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Everything from the site itself and nothing inline; JSON-LD in a page is data, which no policy blocks."""
OPEN = (("Access-Control-Allow-Origin", "*"),)
PICTURE = (
    ("Cache-Control", "public, max-age=14400, stale-while-revalidate=604800"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
"""Pictures on other people's pages: hours old at most where proxies ask again, and never kept from a page's readers."""
RULES = (
    (
        "/*",
        (
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ),
    ),
    (f"/{FOLDER}/*", (("Cache-Control", "public, max-age=31536000, immutable"),)),
    ("/api/*", OPEN),
    ("/embed/*", (*OPEN, *PICTURE)),
    ("/og/*", PICTURE),
)
"""No header stands under two patterns that match one path: hosts differ in how they join them."""
SHORTCUTS = (
    ("/favicon.ico", "/favicon.svg", 302),
    ("/security.txt", "/.well-known/security.txt", 302),
    ("/atom.xml", addresses.FEED, 301),
    ("/rss.xml", addresses.FEED, 301),
)
"""Where programs look by custom."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield the files that speak to hosts."""
    yield Output("_headers", RULES, header_rules, ORIGIN)
    yield Output("_redirects", (*SHORTCUTS, *moved(context)), redirect_rules, ORIGIN)
    yield Output(".nojekyll", b"", bytes, ORIGIN)


def moved(context: Context) -> Iterator[tuple[str, str, int]]:
    """Yield where each moved model lives now; hosts that read no `_redirects` show the page that leads there."""
    names = context.catalogue.other_names
    for old, tombstone in context.catalogue.tombstones.items():
        if tombstone.moved_to is not None and old in names:
            yield addresses.model(old), addresses.model(names[old]), 301
