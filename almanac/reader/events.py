"""Events: the stream in which libyaml reads a text, one at a time, so that a reader may stop at any of them."""

from collections.abc import Iterator
from typing import Any

from yaml._yaml import CParser


def events(text: str) -> Iterator[Any]:
    """Yield the YAML events of a text; raises yaml.YAMLError at the first thing that is no YAML.

    The parser keeps its state on the heap, so that no depth of brackets harms it; only composing recurses.
    """
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event
