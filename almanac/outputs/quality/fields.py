"""Fields: the few kinds of facts under which doubts are counted and listed, by the path of each."""

from dataclasses import dataclass
from functools import cache

from almanac.catalogue.evidence import below_offer


@dataclass(frozen=True, slots=True)
class Field:
    """One kind of fact: its name in the URL, what it is called, and the beginnings of the paths that are of it."""

    name: str
    title: str
    paths: tuple[str, ...]


FIELDS = (
    Field("prices", "Prices", ("price", "currency")),
    Field("conditional-prices", "Prices on conditions", ("price_when",)),
    Field("price-history", "Price history", ("price_history",)),
    Field("context", "Context window", ("limits.context", "limits.max_input")),
    Field("output", "Longest output", ("limits.max_output",)),
    Field("cutoff", "Knowledge cutoff", ("lifecycle.knowledge_cutoff", "lifecycle.cutoff_kind")),
    Field("release", "Release", ("lifecycle.released", "lifecycle.announced", "lifecycle.preview")),
    Field("retirement", "Retirement and status",
          ("retires", "deprecated", "ended", "since", "status", "lifecycle.retires", "lifecycle.deprecated",
           "lifecycle.successor")),
    Field("modalities", "What goes in and out", ("modalities",)),
    Field("capabilities", "Capabilities", ("capabilities",)),
    Field("weights", "Weights and licence", ("weights",)),
    Field("results", "Results", ("results",)),
    Field("measurements", "Measured figures", ("measurements",)),
    Field("other", "Ids and the rest", ()),
)  # fmt: skip
"""In the order in which a reader asks; the last takes what none of the others has."""

_BY_PATH = {path: field for field in FIELDS for path in field.paths}


@cache
def field_of(path: str) -> Field:
    """Return the kind of a fact by its path in the record of a model."""
    below = below_offer(path)
    while below:
        if found := _BY_PATH.get(below):
            return found
        below = below[: max(below.rfind("."), below.rfind("["), 0)]
    return FIELDS[-1]
