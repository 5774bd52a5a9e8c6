"""The endpoint: the badge of a model in the words of shields.io, for pages that draw all their badges there."""

from collections.abc import Mapping

from almanac.render.badge import Badge
from almanac.render.textwidth import cleaned

SECONDS = 86_400
"""How long others may keep it: facts change once a day at most."""


def endpoint(badge: Badge) -> Mapping[str, object]:
    """Return a badge by the endpoint schema of shields.io, with none but its keys."""
    label, *messages = badge.segments
    return {
        "schemaVersion": 1,
        "label": cleaned(label.text),
        "message": " · ".join(cleaned(segment.text) for segment in messages),
        "color": messages[0].colour.removeprefix("#"),
        "labelColor": label.colour.removeprefix("#"),
        "cacheSeconds": SECONDS,
    }
