"""Weights on models.dev: whether anybody may download them, by the word of those sellers who are known to mean it.

`open_weights` is required upstream, and who does not know writes false: some sellers write it of every model. A false
counts only where its seller tells the two apart, as the models show whose weights models.json or their own lab states.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac.importers.findings import Note
from almanac.importers.untyped import as_flag

FEWEST = 3
PER_CENT = 83
"""On how many cases a seller is judged, and how many of them must be right, both for open models and for its no.

On 2026-06-14 there are 24 that pass: openrouter with 80 of 81, kilo as the last with 61 of 71. Of the others that say
no of three models or more, amazon-bedrock comes next with 20 of 26 open ones, then vercel with 26 of 62 and so on to
nano-gpt with 9 of 139; or they sell hardly any closed model, and their no is a slip (nvidia's in 2 of 3). Where sellers
alone judge the 193 models that models.json knows, 178 come out right, 3 wrong and 12 unjudged; by the majority of all
sellers 178 right and 15 wrong.
"""


@dataclass(frozen=True, slots=True)
class Instance:
    """What a seller says of a model of which it is known whether its weights are open."""

    seller: str
    is_open: bool
    says_open: bool


def heard(instances: Iterable[Instance]) -> frozenset[str]:
    """Return the sellers whose no means something."""
    counts = Counter((one.seller, one.is_open, one.says_open) for one in instances)
    sellers = {seller for seller, _, _ in counts}
    return frozenset(seller for seller in sellers if _tells_apart(seller, counts))


def _tells_apart(seller: str, counts: Mapping[tuple[str, bool, bool], int]) -> bool:
    yes, slips = counts.get((seller, True, True), 0), counts.get((seller, True, False), 0)
    noes = counts.get((seller, False, False), 0)
    return _is_most(yes, yes + slips) and _is_most(noes, noes + slips)


def _is_most(right: int, whole: int) -> bool:
    return whole >= FEWEST and right * 100 >= whole * PER_CENT


Words = Sequence[tuple[str, bool]]
"""What each entry of a model says, with its seller."""


def judged(words: Words, sellers: frozenset[str]) -> bool | None:
    """Return what most say of those whose word counts: every yes, and the no of `sellers`; None where none do."""
    yes = sum(says_open for _, says_open in words)
    no = sum(not says_open and seller in sellers for seller, says_open in words)
    return None if yes == no else yes > no


def unjudged(words: Words, subject: str) -> Iterator[Note]:
    """Yield a note about a model of which nothing is stated although sellers speak of its weights."""
    if not words:
        return
    is_tie = any(says_open for _, says_open in words)
    alone = "said to be closed, by sellers alone of whom nobody knows that they mean it"
    cause = "said to be open by as many sellers as closed" if is_tie else alone
    yield Note("suspicious", f"{subject} weights", cause, ", ".join(sorted({seller for seller, _ in words})))


def words_of(entries: Iterable[tuple[str, Mapping[str, object]]]) -> Words:
    """Return what entries say of the weights, each with its seller; those that say nothing are left out."""
    flags = ((seller, as_flag(entry.get("open_weights"))) for seller, entry in entries)
    return [(seller, flag) for seller, flag in flags if flag is not None]
