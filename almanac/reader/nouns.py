"""Nouns: what a message calls each kind of record, and each mapping inside one."""

from collections.abc import Mapping
from types import MappingProxyType

from almanac.records.fields import Record

NOUNS: Mapping[str, str] = MappingProxyType({
    "Alias": "an alias",
    "Api": "a provider's api",
    "Axis": "an axis of scores",
    "Badges": "the badge settings",
    "Benchmark": "a benchmark",
    "Budgets": "the budgets",
    "Capabilities": "the capabilities",
    "Claim": "a claim",
    "Currency": "a currency",
    "Data": "a provider's data terms",
    "Evidence": "a piece of evidence",
    "Family": "a family",
    "Guide": "a guide's front matter",
    "HistoryRow": "a row of price history",
    "Ids": "a model's ids",
    "Lab": "a lab",
    "Lifecycle": "a lifecycle",
    "Limits": "the limits",
    "Measurement": "a measurement",
    "Modalities": "the modalities",
    "Model": "a model",
    "Offer": "an offer",
    "Parameter": "a parameter",
    "ParameterMeaning": "a parameter's meaning",
    "Price": "a price",
    "PriceRow": "a price row",
    "Provider": "a provider",
    "Question": "a question",
    "Rate": "an exchange rate",
    "Rating": "a rating",
    "RecipeVersion": "a version of the recipes",
    "Reference": "a reference",
    "Result": "a result",
    "ScoreInput": "an input of a score",
    "Scores": "the scores",
    "Similarity": "the recipe of likeness",
    "SimilarityPart": "a part of the likeness",
    "Site": "the site",
    "Snapshot": "a snapshot",
    "Source": "a source",
    "Stale": "the days until facts are stale",
    "Sync": "sync",
    "Tombstone": "a model that moved or was withdrawn",
    "UnitPrice": "a price in a unit of its own",
    "Waiver": "a waiver",
    "Weights": "a model's weights",
    "When": "the conditions of a price",
    "Withdrawal": "a withdrawal",
    "Workload": "a workload",
})  # fmt: skip


def noun(record: type[Record]) -> str:
    """Return the noun with its article."""
    return NOUNS[record.__name__]
