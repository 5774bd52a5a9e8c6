"""Harvest: every figure of LLM Stats as a result in the unit of its benchmark, by the lab or by somebody else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from almanac.importers.amounts import amount, shortest
from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.llmstats.facts import facts
from almanac.importers.llmstats.fields import FIELDS, names
from almanac.importers.llmstats.methods import is_diamond, joined, said
from almanac.importers.results import naming
from almanac.importers.results.naming import Meant
from almanac.importers.results.pages import is_labs_page, is_placeholder
from almanac.importers.results.runs import Run, in_tenths, snapshot_in, told_apart
from almanac.importers.results.spellings import spelled
from almanac.units.dates import Day, first_day, last_day, parse_day

SOURCE = "llmstats"
GPQA, DIAMOND = "gpqa-unstated", "gpqa-diamond"
_DIAMOND_LABS = frozenset({"anthropic", "google", "openai", "xai"})
"""Labs whose plain "GPQA" is the Diamond set, as their own pages say; others ran the whole set or the main one."""

_EARLY = timedelta(days=90)
"""A figure may be this much older than the release, for labs announce with figures; an older date is a mistake."""

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Subject:
    """A model of ours under LLM Stats' id, with its release there and the day on which the file was fetched."""

    id: str
    model: str
    released: str
    at: Day


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return its figures. A score of 1 or less is a fraction, for so it writes them; a few stand in per cent."""
    records = {
        name: record
        for file in files
        for name, record in (file.data.items() if isinstance(file.data, Mapping) else ())
        if isinstance(record, Mapping)
    }
    found = [_subject(name, record, ground) for name, record in records.items()]
    subjects = sorted((one for one in found if isinstance(one, Subject)), key=lambda one: snapshot_in(one.id))
    newest = {one.model: one.id for one in subjects}
    said_of: list[Finding | Note | Run] = [one for one in found if isinstance(one, Note)]
    for one in subjects:
        said_of += _read(one, records[one.id], ground, is_newest=newest[one.model] == one.id)
    runs = [one for one in said_of if isinstance(one, Run)]
    said_of += told_apart(runs)
    benchmarks = {run.benchmark: run.upstream.partition(", ")[2] for run in runs}
    met = sorted({field for record in records.values() for field in names(record)})
    unknown = (Note("unmapped", name, "a field that nobody has looked at") for name in met if name not in FIELDS)
    return Harvest(
        source=SOURCE,
        findings=(*naming.findings(benchmarks), *(one for one in said_of if isinstance(one, Finding))),
        notes=(*dict.fromkeys(one for one in said_of if isinstance(one, Note)), *unknown),
        fields={name: FIELDS.get(name, "not known") for name in met},
    )


def _subject(name: str, record: Entry, ground: Ground) -> Subject | Note:
    lab, _, slug = name.partition("/")
    identity = ground.resolve(spelled(slug), lab=lab, benchmark=True)
    if identity.model is None:
        return Note("unmatched", name, "no base model of ours", identity.suggestion or "")
    return Subject(name, identity.model, str(record.get("release_date") or ""), ground.at)


def _read(subject: Subject, record: Entry, ground: Ground, *, is_newest: bool) -> Iterator[Finding | Note | Run]:
    if is_newest:
        yield from facts(record, model=subject.model, upstream=subject.id)
    metrics = record.get("qualitative_metrics")
    for metric in metrics if isinstance(metrics, Sequence) else ():
        if isinstance(metric, Mapping):
            yield from _figure(metric, subject, ground)


def _figure(metric: Entry, subject: Subject, ground: Ground) -> Iterator[Note | Run]:
    dataset, method = str(metric.get("dataset_name", "")), str(metric.get("analysis_method", ""))
    if why := naming.left_out(dataset):
        yield Note("dropped", dataset, why)
        return
    meant = naming.meant(dataset, ground.library)
    if meant is None or not naming.exists(meant.benchmark, ground.library):
        yield Note("unmapped", dataset, "a benchmark that is in no table")
        return
    meant = _which_gpqa(meant, method, subject)
    upstream = f"{subject.id}, {dataset}"
    score = _score(metric.get("score"), naming.scale(meant.benchmark, ground.library).top)
    if score is None:
        yield Note("suspicious", upstream, "no score above 0 in the range of the benchmark", str(metric.get("score")))
        return
    date = _date(metric.get("date_recorded"), subject)
    if not date:
        cause = "dated long before the release, or after the file: carried over without the date"
        yield Note("suspicious", upstream, cause, str(metric.get("date_recorded")))
    says = joined(meant.says, said(method))
    yield Run(
        model=subject.model,
        benchmark=meant.benchmark,
        score=score,
        by=_by(metric, subject.model),
        source=SOURCE,
        upstream=upstream,
        snapshot=snapshot_in(subject.id),
        variant=says.get("variant", ""),
        version=says.get("version", ""),
        harness=says.get("harness", ""),
        dataset=says.get("dataset", ""),
        date=date,
    )


def _by(metric: Entry, model: str) -> str:
    """Say who measured. What LLM Stats does not call self-reported is the lab's all the same on a page of the lab."""
    url = str(metric.get("source_link") or "")
    if metric.get("is_self_reported") is True or is_labs_page(url, model):
        return "lab"
    return "republished" if is_placeholder(url) else "independent"


def _which_gpqa(meant: Meant, method: str, subject: Subject) -> Meant:
    """Tell the Diamond set from GPQA, which few pages name in full."""
    is_said = is_diamond(method) or subject.model.partition("/")[0] in _DIAMOND_LABS
    return Meant(DIAMOND, meant.says) if meant.benchmark == GPQA and is_said else meant


def _score(stated: object, top: Decimal | None) -> Decimal | None:
    """Return a score in the unit of its benchmark: a fraction as its part of the range, anything else as it stands."""
    read = amount(stated)
    if read is None or not read.value:
        return None
    value = read.value
    if top is not None and value <= 1:
        value *= top
    if top is not None and value > top:
        return None
    return shortest(value) if top is None else in_tenths(shortest(value))


def _date(stated: object, subject: Subject) -> str:
    try:
        day = parse_day(str(stated))
    except ValueError:
        return ""
    if first_day(day) > last_day(subject.at):
        return ""
    try:
        released = parse_day(subject.released)
    except ValueError:
        return str(day)
    return "" if last_day(day) < first_day(released) - _EARLY else str(day)
