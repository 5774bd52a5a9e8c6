"""The harvest of models.dev: api.json, models.json and the recorded prices, put together and said in our terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from almanac.importers.accounts import file_tables, new_fields, told_fields
from almanac.importers.families import families_of, family_of
from almanac.importers.findings import Disbelief, Finding, Harvest, Note, Plain, Upstream
from almanac.importers.folding import fold
from almanac.importers.ground import Ground
from almanac.importers.modelsdev.entries import Entry, entries
from almanac.importers.modelsdev.labs import Member, family_findings, lab_findings
from almanac.importers.modelsdev.models import (
    Listed,
    chief,
    instances,
    mode_for,
    model_findings,
    own_traits,
    weights_findings,
)
from almanac.importers.modelsdev.offers import asked, contradiction, offer_findings
from almanac.importers.modelsdev.placeholders import believed, believed_bases, unsettled
from almanac.importers.modelsdev.placing import Placed, Sold, place
from almanac.importers.modelsdev.providers import provider_findings, provider_id, zero_means
from almanac.importers.modelsdev.results import Benchmarks, benchmark_findings, benchmarks, result_findings
from almanac.importers.modelsdev.traits import inherited, most
from almanac.importers.modelsdev.weights import heard
from almanac.importers.plausible import astray
from almanac.importers.pricehistory import Rows, gone_entries, history_findings, routes
from almanac.importers.untyped import as_object, as_text
from almanac.problems import UsageError
from almanac.reader.library import Library
from almanac.records import Model

SOURCE = "modelsdev"

Said = Finding | Note | Disbelief


@dataclass(frozen=True, slots=True)
class _Work:
    """What every step needs: the ground, the placed entries, and the files by shape."""

    placed: Placed
    bases: Mapping[str, object]
    meanings: Mapping[str, str]
    """What a price of 0 says, by provider."""
    recorded: Mapping[tuple[str, str], Rows]

    @property
    def ground(self) -> Ground:
        return self.placed.ground


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return everything that models.dev says; UsageError where api.json is not among the files."""
    by_shape = {file.shape: file.data for file in files}
    if "modelsdev-api" not in by_shape:
        raise UsageError("models.dev's api.json is not among the files, and all offers are in it. Name it too.")
    api = as_object(by_shape["modelsdev-api"])
    bases, untold = believed_bases(as_object(by_shape.get("modelsdev-models")))
    recorded = routes(by_shape.get("price-history"), ground.at)
    listed = list(_entries(api, recorded))
    sold = [one for one in listed if isinstance(one, Entry)]
    pointers = as_object(by_shape.get("modelsdev-pointers"))
    placed = place(ground, sold, bases=bases, pointers=pointers, sellers=_sellers(api, ground))
    work = _Work(placed, bases, _meanings(api, ground), recorded)
    fields = told_fields(files, file_tables("almanac.importers.modelsdev"))
    said: list[Said] = [*untold, *(one for one in listed if isinstance(one, Note)), *placed.notes, *new_fields(fields)]
    said += (
        finding for provider in map(as_object, api.values()) for finding in provider_findings(provider, "api.json")
    )
    said += _model_parts(work)
    said += lab_findings(placed, _providers(said))
    return Harvest(
        source=SOURCE,
        findings=tuple(one for one in said if isinstance(one, Finding)),
        offers=frozenset(
            (offer.model, offer.key) for sold in placed.sold.values() for offer in sold if not offer.entry.ended
        ),
        notes=tuple(one for one in said if isinstance(one, Note)),
        fields=fields,
        disbelieved=frozenset(one for one in said if isinstance(one, Disbelief)),
    )


def _entries(api: Mapping[str, object], recorded: Mapping[tuple[str, str], Rows]) -> Iterator[Entry | Note]:
    """Yield every entry that is listed or was, without what sellers fill in for want of knowledge."""
    listed = list(entries(api))
    yield from (said for one in listed for said in (believed(one) if isinstance(one, Entry) else (one,)))
    yield from gone_entries(recorded, tuple(one for one in listed if isinstance(one, Entry)))


def _sellers(api: Mapping[str, object], ground: Ground) -> set[str]:
    """Return what all providers and labs are called."""
    names = {as_text(as_object(upstream).get("name")) for upstream in api.values()} - {""}
    names |= {entry.record.name for entry in ground.library.providers.values()}
    return names | {entry.record.name for entry in ground.library.labs.values()}


def _meanings(api: Mapping[str, object], ground: Ground) -> dict[str, str]:
    """Return what 0 means at each provider: as its file says, else as a person decided for new ones."""
    found: dict[str, str] = {}
    for theirs, upstream in sorted(api.items()):
        ours = provider_id(theirs)
        record = ground.library.providers.get(ours)
        written = record.document.data.get("zero_means") if record else None
        found.setdefault(ours, str(written or zero_means(as_object(upstream))))
    return found


def _providers(said: Iterable[Said]) -> dict[str, dict[tuple[str, ...], Plain]]:
    found: dict[str, dict[tuple[str, ...], Plain]] = {}
    for one in said:
        if isinstance(one, Finding) and one.record.startswith("providers/"):
            found.setdefault(one.record.removeprefix("providers/"), {})[one.steps] = one.value
    return found


def _model_parts(work: _Work) -> Iterator[Said]:
    known = benchmarks(work.ground.library)
    members: list[Member] = []
    used: set[str] = set()
    by_model = sorted(_listed(work).items())
    sold = work.placed.sold
    told = [case for model, listed in by_model for case in instances(model, chief(listed), sold.get(model, ()))]
    sellers = heard(told)
    for model, listed in by_model:
        said = list(_one_model(model, listed, work, known, sellers))
        yield from said
        yield from _disbeliefs(model, sold.get(model, ()), said)
        names = {one.steps: one.value for one in said if isinstance(one, Finding)}
        used |= {str(as_object(value).get("benchmark")) for steps, value in names.items() if steps[0] == "results"}
        members.append(Member(model, str(names["name",]), _family(model, listed, work)))
    members = _in_families(members, work.ground.library)
    for member in members:
        if member.family:
            yield Finding(f"models/{member.model}", ("family",), member.family, f"family of {member.model}")
    yield from family_findings(members, work.placed)
    yield from benchmark_findings(known, frozenset(used), "models.json")


def _listed(work: _Work) -> dict[str, list[Listed]]:
    """Return every model that is listed or sold, with the entries of models.json that are it."""
    found: dict[str, list[Listed]] = {model: [] for model in work.placed.sold}
    for theirs, base in sorted(work.placed.bases.items()):
        found.setdefault(base.model, []).append(Listed(theirs, base, as_object(work.bases[theirs])))
    return found


def _disbeliefs(model: str, sold: Iterable[Sold], said: Iterable[Said]) -> Iterator[Disbelief]:
    """Yield what is decided anew of a model and its offers, and is said of them no more."""
    record, living = f"models/{model}", [offer for offer in sold if not offer.entry.ended]
    steps = set(unsettled(offer.entry for offer in living))
    offered = [one for one in steps if one[0] != "lifecycle"]
    steps |= {("offers", offer.key, *one) for offer in living for one in offered}
    steps |= {contradiction(offer.key, one[1]) for offer in living for one in offered if one[0] == "limits"}
    if any("open_weights" in offer.entry.data for offer in living):
        steps.add(("weights", "open"))
    stated = {one.steps for one in said if isinstance(one, Finding) and one.record == record}
    yield from (Disbelief(record, one) for one in sorted(steps - stated))


def _one_model(
    model: str, listed: list[Listed], work: _Work, known: Benchmarks, sellers: frozenset[str]
) -> Iterator[Said]:
    sold, first = work.placed.sold.get(model, ()), chief(listed)
    record = work.ground.library.models.get(model)
    mode = mode_for(model, first, sold)  # never the file's: what a source says hangs on its own files alone
    offers = [asked(offer, mode, work.meanings[offer.entry.provider]) for offer in sold]
    own = own_traits(model, first, offers, mode)
    for one in model_findings(model, listed, sold, own, mode=mode):
        yield _as_written(one, record.record) if record and isinstance(one, Finding) else one
    yield from weights_findings(model, first, sold, sellers)
    basis = inherited(own, record.record if record else None)
    doubts = astray({offer.sold.key: offer.price.price for offer in offers})
    for offer in offers:
        doubt = doubts.get(offer.sold.key, "")
        yield from offer_findings(offer, basis, doubt=doubt)
        if not doubt:
            entry = offer.sold.entry
            rows = work.recorded.get((entry.theirs, entry.model_id), ())
            yield from history_findings(rows, offer, mode=mode, zero_means=work.meanings[entry.provider])
    yield from _results(model, listed, first, known)


def _as_written(finding: Finding, record: Model) -> Finding:
    """Return a name as the file writes it where upstream's differs in signs and capitals alone.

    In a file that another source began, small letters without a space are an id that stood in for the name.
    """
    name = record.name
    is_stand_in = record.sync is not None and record.sync.source != SOURCE and name == name.lower() and " " not in name
    is_same = finding.steps == ("name",) and fold(str(finding.value)) == fold(name)
    return replace(finding, value=name) if is_same and not is_stand_in else finding


def _results(model: str, listed: list[Listed], first: Listed | None, known: Benchmarks) -> Iterator[Said]:
    """Yield the results of all entries that are one model, each once; those of a snapshot name it."""
    seen: set[tuple[str, ...]] = set()
    for one in sorted(listed, key=lambda one: one is not first):
        variant = one.base.snapshot if one is not first else ""
        for said in result_findings(model, one.data, known, subject=one.theirs, variant=variant):
            if isinstance(said, Finding) and said.steps in seen:
                continue
            if isinstance(said, Finding):
                seen.add(said.steps)
            yield said


def _family(model: str, listed: list[Listed], work: _Work) -> str:
    """Return the family that upstream states, if it does."""
    stated = [as_text(one.data.get("family")) for one in listed]
    stated = stated or [as_text(offer.entry.data.get("family")) for offer in work.placed.sold.get(model, ())]
    named = [text for text in stated if text]
    return str(most(named)) if named else ""


def _in_families(members: list[Member], library: Library) -> list[Member]:
    """Return the models with a family of their lab instead of the one that upstream states."""
    known = families_of(library, ((member.model, member.family) for member in members))
    return [replace(member, family=family_of(library, member.model, member.family, known)) for member in members]
