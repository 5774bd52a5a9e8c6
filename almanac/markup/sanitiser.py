"""The second lock: whatever the drawing did, only these tags, attributes and schemes leave this room."""

from functools import cache

import nh3

_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "rel"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "section": {"tabindex", "aria-label"},
    "th": {"scope"},
}
_CLASSES = {
    "blockquote": {"callout"},
    "section": {"scroll"},
    "th": {"r", "c"},
    "td": {"r", "c"},
}
_PLAIN = {"p", "ul", "li", "table", "thead", "tbody", "tr", "strong", "em", "code", "hr", "br"}


def sanitised(html: str) -> str:
    """Return the HTML without anything that we do not draw. Twice is the same as once."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_PLAIN | _ATTRIBUTES.keys() | _CLASSES.keys(),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes={"http", "https"},
        link_rel=None,
    )
