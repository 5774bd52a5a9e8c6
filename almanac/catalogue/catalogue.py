"""The catalogue: every record proved, joined and derived, as one frozen value that pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from almanac.catalogue.boards import Board
from almanac.catalogue.parts import (
    Amount,
    Change,
    Doubt,
    Fact,
    Neighbour,
    Proof,
    Quality,
    Question,
    Receipt,
    ReceiptLine,
    Rival,
    Similar,
    Status,
)  # fmt: skip
from almanac.reader.library import GuideText
from almanac.records import (
    Benchmark,
    Capabilities,
    Guide,
    HistoryRow,
    Lab,
    Measurement,
    Model,
    Offer,
    Price,
    PriceRow,
    Provider,
    Rate,
    Rating,
    Result,
    Scores,
    Site,
    Source,
    Tombstone,
    Workload,
)  # fmt: skip
from almanac.records.parameter import Parameter
from almanac.records.site import ParameterMeaning
from almanac.records.traits import Limits, Modalities

__all__ = [
    "Amount", "BenchmarkEntry", "Catalogue", "Change", "Doubt", "Fact", "Group", "GuideEntry", "LabEntry",
    "MeasurementEntry", "ModelEntry", "Neighbour", "OfferEntry", "Proof", "ProviderEntry", "Quality",
    "Question", "RatingEntry", "Receipt", "ReceiptLine", "ResultEntry", "Rival", "Similar", "Status",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfferEntry:
    """One offer joined with its model: what it leaves out is inherited. `key` is `provider` or `provider@variant`."""

    model_id: str
    key: str
    provider: str
    variant: str
    record: Offer
    status: Status
    limits: Limits
    modalities: Modalities
    capabilities: Capabilities
    parameters: tuple[Parameter, ...]
    price: Price | str | None
    is_own: bool
    """Sold by the lab that made the model."""
    blend: Decimal | None
    """Its own input and output price as one number, three to one, by which offers are compared; None without a pair."""
    is_paid: bool
    """Sold today, with an input and an output price in US dollars (embedding and rerank need no output)."""
    facts: Mapping[str, Fact]
    """Written path below the offer to fact: `price.input`, `limits.context`, `status`, `price_when[tier=batch].input`.

    What is inherited has the model's path and proof.
    """
    price_when: Mapping[str, PriceRow]
    """Conditional prices in US dollars, each by its name (`tier=batch`)."""
    price_history: tuple[HistoryRow, ...]
    """Recorded prices in US dollars, each at the rate of its day."""
    rate: Rate | None
    """The rate by which all of these were made US dollars; None where the offer asks dollars, or no rate is known."""
    rate_proof: Proof | None
    """Where the rate comes from; it ages as a price does."""

    @property
    def input(self) -> Amount | None:
        """The input price, or a word that stands for the whole price."""
        return self.price.input if isinstance(self.price, Price) else self.price

    @property
    def output(self) -> Amount | None:
        """The output price, or a word that stands for the whole price."""
        return self.price.output if isinstance(self.price, Price) else self.price

    @property
    def own_facts(self) -> tuple[Fact, ...]:
        """The facts that the offer itself states; what it inherits has the model's path."""
        return tuple(fact for fact in self.facts.values() if fact.path.startswith("offers."))

    @property
    def cache_read(self) -> Amount | None:
        """The price of cached input; unknown where a word stands for the whole price."""
        return self.price.cache_read if isinstance(self.price, Price) else None


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """One result with its proof and its place among comparable ones; `rank` is None where nothing compares."""

    model_id: str
    record: Result
    proof: Proof
    rank: int | None
    of: int
    path: str


@dataclass(frozen=True, slots=True)
class MeasurementEntry:
    """One measured figure with its proof and its written path."""

    record: Measurement
    proof: Proof
    path: str


@dataclass(frozen=True, slots=True)
class RatingEntry:
    """Another site's own score with its proof and its written path."""

    record: Rating
    proof: Proof
    path: str


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One base model, derived. `cheapest` and `own` are keys of `offers`: the lab's first, then by price and name."""

    id: str
    lab: str
    record: Model
    family_name: str
    status: Status
    sellers: int
    """How many providers have an offer that can be bought today."""
    offers: Mapping[str, OfferEntry]
    own: str | None
    cheapest: str | None
    capabilities: Capabilities
    """With those that follow from modalities and prices filled in."""
    facts: Mapping[str, Fact]
    """Written path to fact: `limits.context`, `lifecycle.released`, `modalities.input`, `status`, `family.name`."""
    other_claims: tuple[Fact, ...]
    """Claims about facts that the model does not state, or that no named place on its page shows."""
    results: tuple[ResultEntry, ...]
    measurements: tuple[MeasurementEntry, ...]
    ratings: tuple[RatingEntry, ...]
    receipts: tuple[Receipt, ...]
    questions: tuple[Question, ...]
    predecessors: tuple[str, ...]
    siblings: tuple[str, ...]
    """Other models of the same lab and family, newest first."""
    guides: tuple[str, ...]
    line: Mapping[str, int]
    """Written path to the line of the record that states it, for edit links; the empty path is line 1."""


@dataclass(frozen=True, slots=True)
class LabEntry:
    """One lab with the ids of its models, newest first."""

    id: str
    record: Lab
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """One provider with its offers as (model id, offer key), by model name."""

    id: str
    record: Provider
    offers: tuple[tuple[str, str], ...]
    lab: str | None
    """The lab whose own offers it sells."""
    data_proof: Proof | None
    """Where it says what it does with data; None where nothing is recorded of that."""


@dataclass(frozen=True, slots=True)
class Group:
    """Results that may be ranked together: all the fields below are the same in them. Best first.

    Of several dated results of one model only the newest has a rank.
    """

    source: str
    by: str
    version: str
    variant: str
    harness: str
    dataset: str
    results: tuple[ResultEntry, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkEntry:
    """One benchmark with all its results in comparable groups, the largest group first."""

    id: str
    record: Benchmark
    groups: tuple[Group, ...]
    models: int
    """How many models have a result."""


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One guide with its text and structure."""

    id: str
    record: Guide
    text: GuideText


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that pages are made from. `today` decides status and age; maps are in string order of their ids."""

    site: Site
    today: date
    models: Mapping[str, ModelEntry]
    tombstones: Mapping[str, Tombstone]
    labs: Mapping[str, LabEntry]
    providers: Mapping[str, ProviderEntry]
    benchmarks: Mapping[str, BenchmarkEntry]
    sources: Mapping[str, Source]
    guides: Mapping[str, GuideEntry]
    workloads: Mapping[str, Workload]
    """In the order of their file, which is the order in which they are shown."""
    scores: Scores
    boards: Mapping[str, Board]
    """Each axis of `scores` worked out, in the order of its file."""
    parameters: Mapping[str, ParameterMeaning]
    other_names: Mapping[str, str]
    """Every snapshot, alias and moved id, as `lab/name`, to the model id it leads to."""
    changes: tuple[Change, ...]
    """Newest first, nothing later than today."""
    upcoming: tuple[Change, ...]
    """The dated changes that today has not reached, soonest first."""
    quality: Quality
    similar: Mapping[str, Similar]
    """The alternatives to every model."""
    pairs: Mapping[tuple[str, str], str]
    """The pairs of models that have a page of their own, ids in string order, to why: named, succession, alternative.

    A named pair is in the ledger or enters it: its URL stays for ever.
    """
    former_pairs: tuple[tuple[str, str], ...]
    """Named pairs of which a model has moved or was withdrawn: their URLs lead to what is left."""
