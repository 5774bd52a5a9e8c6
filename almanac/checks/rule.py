"""The rule: one small pure function that looks at the whole library and yields what it finds wrong."""

from collections.abc import Callable, Iterator

from almanac.problems import Problem
from almanac.reader.library import Library

Rule = Callable[[Library], Iterator[Problem]]
"""Its docstring says what it demands and why; each of its findings has one of the codes in `checks.toml`."""

Steps = tuple[str | int, ...]
"""Where in a record a fact stands: keys, and the numbers of list items."""
