"""JSON-LD and other data inside a page, escaped so that no text can end the script element it stands in."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup


def json_ld(*nodes: Mapping[str, Any]) -> Markup:
    """Return a schema.org graph for a script element; keys whose value is None or empty are left out."""
    graph = {"@context": "https://schema.org", "@graph": [_kept(node) for node in nodes]}
    return data_block(graph)


def data_block(data: object) -> Markup:
    """Return plain data as JSON for a script element that only data stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704 - escaped here


def _kept(value: Any) -> Any:  # noqa: ANN401 - plain JSON data
    if isinstance(value, Mapping):
        return {key: _kept(item) for key, item in value.items() if item not in (None, "", [], ())}
    return [_kept(item) for item in value] if isinstance(value, list | tuple) else value
