"""Kinds: which badges a model has, by its profile, by what its record asks for and by what was once promised."""

from collections.abc import Iterable, Iterator, Mapping

from almanac.catalogue.catalogue import Catalogue, MeasurementEntry, ModelEntry, ResultEntry
from almanac.records import Site
from almanac.units.dates import Day

DEFAULT, ENDPOINT, PICTURE, SOCIAL = "default", "json", "png", "social"
CARD, DARK_CARD = "card", "card-dark"
FACTS = ("price", "context", "cheapest", "status")
LEAN = (DEFAULT, ENDPOINT, SOCIAL)
STANDARD = (*LEAN, *FACTS, PICTURE)
FULL = (*STANDARD, CARD, DARK_CARD)
PROFILES: Mapping[str, tuple[str, ...]] = {"lean": LEAN, "standard": STANDARD, "full": FULL}
ASKED = ("latency", "rank")
"""What a record may ask for besides."""
FEWEST_RIVALS = 5
"""A place among fewer says nothing of a model."""
SCORE = "score-"
"""A badge of one benchmark's result is of the kind `score-<benchmark>`."""


def profile_of(site: Site, model_id: str) -> str:
    """Return a model's profile: its own, else its lab's, else the site's."""
    badges = site.badges
    lab = model_id.partition("/")[0]
    return badges.models.get(model_id) or badges.labs.get(lab) or str(badges.profile)


def kinds_of(model: ModelEntry, *, site: Site, promised: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the kinds of a model in the order in which they are shown.

    A kind that was published once stays whatever the profile says now: its pictures stand on pages that we do not know.
    """
    asked = [kind for kind in model.record.badges if has_fact(model, kind)]
    return known({*PROFILES[profile_of(site, model.id)], *asked, *promised})


def known(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return those kinds that can be drawn, the usual ones first; no ledger of ours can promise another."""
    wanted = set(kinds)
    others = sorted(kind for kind in wanted if kind in ASKED or kind.startswith(SCORE))
    return (*(kind for kind in FULL if kind in wanted), *others)


def has_fact(model: ModelEntry, kind: str) -> bool:
    """Say whether there is something for a kind to say; a badge that never had a fact is not published."""
    if kind == "latency":
        return latency_of(model) is not None
    if kind == "rank":
        return rank_of(model) is not None
    if kind.startswith(SCORE):
        return score_of(model, kind.removeprefix(SCORE)) is not None
    return kind in FULL


def latency_of(model: ModelEntry) -> MeasurementEntry | None:
    """Return the median time to the first token at the cheapest paid offer that has one with its window and day."""
    paid = sorted(
        (offer for offer in model.offers.values() if offer.is_paid), key=lambda offer: (offer.blend, offer.key)
    )
    found = {entry.record.offer: entry for entry in reversed(model.measurements) if _is_latency(entry)}
    return next((found[offer.key] for offer in paid if offer.key in found), None)


def _is_latency(entry: MeasurementEntry) -> bool:
    record = entry.record
    is_median = record.metric == "ttft" and record.stat == "p50"
    return is_median and record.window != "unknown" and isinstance(record.at, Day)


def score_of(model: ModelEntry, benchmark: str) -> ResultEntry | None:
    """Return a model's result in a benchmark: an independent one if there is one, of the largest comparable group."""
    return max((entry for entry in model.results if entry.record.benchmark == benchmark), key=_weight, default=None)


def rank_of(model: ModelEntry) -> ResultEntry | None:
    """Return the ranked result that says most: an independent one if there is one, of the largest comparable group."""
    placed = (entry for entry in model.results if is_placed(entry) and entry.record.score)  # many share a score of 0
    return max(placed, key=_weight, default=None)


def is_placed(entry: ResultEntry) -> bool:
    """Say whether a result has a place among so many that it says something."""
    return bool(entry.rank) and entry.of >= FEWEST_RIVALS


def _weight(entry: ResultEntry) -> tuple[bool, int]:
    return entry.record.by == "independent", entry.of


def published(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the id and kind of every badge on the site, without the one copy that each other name of a model has."""
    site, models = catalogue.site, catalogue.models
    for model in models.values():
        yield from ((model.id, kind) for kind in kinds_of(model, site=site))
    for id_ in catalogue.tombstones:
        target = models.get(catalogue.other_names.get(id_, ""))
        yield from ((id_, kind) for kind in (kinds_of(target, site=site) if target else LEAN))
