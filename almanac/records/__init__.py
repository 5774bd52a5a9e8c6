"""Records: one frozen, forbidding pydantic record for each kind of file in `content/`."""

from almanac.records.benchmark import Benchmark
from almanac.records.guide import Guide, Reference
from almanac.records.job import parse_job
from almanac.records.lab import Family, Lab
from almanac.records.model import Model, Tombstone
from almanac.records.offer import Offer
from almanac.records.price import COMPONENTS, HistoryRow, Price, PriceRow, UnitPrice, When
from almanac.records.provider import Provider
from almanac.records.result import Claim, Evidence, Measurement, Rating, Result
from almanac.records.site import Currency, ParameterMeaning, Rate, Scores, Site, Waiver, Workload
from almanac.records.source import Source
from almanac.records.traits import Capabilities

__all__ = [
    "COMPONENTS", "Benchmark", "Capabilities", "Claim", "Currency", "Evidence", "Family", "Guide",
    "HistoryRow", "Lab", "Measurement", "Model", "Offer", "ParameterMeaning", "Price", "PriceRow", "Provider",
    "Rate", "Rating", "Reference", "Result", "Scores", "Site", "Source", "Tombstone", "UnitPrice", "Waiver",
    "When", "Workload", "parse_job",
]  # fmt: skip
