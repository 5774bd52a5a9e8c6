"""Parts: the small values of the catalogue: facts and their proofs, receipts, questions, changes and doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from almanac.paths import parse_path
from almanac.records import Price, UnitPrice
from almanac.units.dates import Day

Amount = Decimal | str | UnitPrice
"""One price component: USD per 1M tokens, a price word, or an amount in another unit."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a fact comes from and when that was checked. `age` is in days; both are None where the date is unknown."""

    source: str
    checked: Day | None
    age: int | None
    stale: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """What another source says about a fact: its value as plain data (None where it says only that ours is wrong)."""

    value: object
    proof: Proof
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One shown fact: its path in the model's file, its value, its proof (None if no source is named), its rivals."""

    path: str
    value: object
    proof: Proof | None
    rivals: tuple[Rival, ...] = ()
    derived: bool = False
    """No line of the record states it: it follows from other facts, and `proof` is theirs."""


@dataclass(frozen=True, slots=True)
class Status:
    """One of announced, preview, active, deprecated, retired, with the next date that will change it.

    `since` is the date that made it so. `next_word` is what comes at `next_date`: "retires", "is deprecated",
    "is released", "is offered", "enters preview" or "is announced".
    """

    word: str
    since: Day | None = None
    next_word: str = ""
    next_date: Day | None = None


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line of a receipt: tokens, what they are, the rate per 1M (None: not stated) and the sum (None: unknown)."""

    tokens: int
    what: str
    component: str
    rate: Amount | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A workload priced at one offer; a total is None as soon as one of its lines is unknown.

    `batch_total` is given where the job may wait and the offer lists a batch tier; `uncached_total` is what it costs
    when every cached token is read at the full price.
    """

    title: str
    about: str
    offer: str
    lines: tuple[ReceiptLine, ...]
    total: Decimal | None
    batch_total: Decimal | None
    uncached_total: Decimal | None
    fits: bool | None
    """Whether the longest request fits the context; None where one of them is unknown."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A model that could be taken instead of another, in per cent: its likeness, and each part (None where unknown)."""

    id: str
    likeness: int
    parts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Similar:
    """The alternatives to one model, nearest first, through each lens that shows any (overall, cheaper, longer)."""

    lenses: Mapping[str, tuple[Neighbour, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer in plain Markdown, and the sources that the answer rests on."""

    question: str
    answer: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One dated change: `kind` is price, released, announced, deprecated, retires, ended, offered, snapshot or result.

    `before` and `after` are prices (or a word, also "gone") where the kind is price; for the rest `note` is a sentence.
    """

    on: Day
    kind: str
    model_id: str
    offer: str
    note: str
    before: Price | str | None = None
    after: Price | str | None = None
    source: str = ""


def offer_of(path: str) -> str:
    """Return the key of the offer that a path of a model's record is about; empty where it is about none."""
    if not path.startswith(("offers.", "measurements[")):
        return ""
    _, name, *_ = parse_path(path)
    return name.partition(",")[0]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One fact that is stale, undated, unsourced, disputed, unknown or waived, with the file and line to edit."""

    kind: str
    record: str
    title: str
    path: str
    source: str
    age: int | None
    rivals: int
    file: str
    lines: Mapping[str, int] = field(repr=False, compare=False)
    """Written path to line, read only when the line is asked for: few of the doubts of a large catalogue ever are."""
    note: str = ""
    """What was waived, in the checker's words."""
    budget: int | None = None
    """After how many days a fact of its kind is stale."""
    fact: Fact | None = None
    """What is disputed, with every claim."""

    @property
    def line(self) -> int:
        """The line of the file to edit; of what no line states, that of the nearest part which would hold it."""
        path = self.path
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path, 1)

    @property
    def offer(self) -> str:
        """The key of the offer that it is about; empty for what is the model's own."""
        return offer_of(self.path)


@dataclass(frozen=True, slots=True)
class Quality:
    """How sure the catalogue is of itself: counts of shown facts, and the doubts, worst first."""

    facts: int
    sourced: int
    dated: int
    stale: tuple[Doubt, ...]
    undated: tuple[Doubt, ...]
    unsourced: tuple[Doubt, ...]
    disputed: tuple[Doubt, ...]
    waived: tuple[Doubt, ...]
    unknown: tuple[Doubt, ...] = ()
    """What a reader asks first of a model that is sold, and nobody states."""
