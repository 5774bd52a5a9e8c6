"""Epoch: its table of benchmark runs as results, effort as variant, the version of the task as version."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from almanac.importers.amounts import amount
from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.results import naming
from almanac.importers.results.naming import Meant
from almanac.importers.results.runs import Run, in_tenths, snapshot_in, told_apart
from almanac.importers.results.spellings import spelled

SOURCE = "epoch"
SCORE, STARTED = "Best score (across scorers)", "started_at"

FIELDS: Mapping[str, str] = {
    "task": "results.benchmark, and results.dataset",
    "model": "the model, and results.variant (effort)",
    SCORE: "results.score, from a fraction to per cent",
    STARTED: "results.date",
    "Status": "only runs that succeeded are carried over",
    "task version": "results.version",
    "id": "not carried over: Epoch's own number of the run",
    "Scores": "not carried over: of several scorers the best counts, with its error of about one in fifty",
    "log viewer": "not carried over: an address of one run",
    "logs": "not carried over: an address of one run",
    "job": "not carried over: an address of one run",
    "Manual evaluation": "not carried over: whether a person counted",
}
"""Every column: what it becomes, or why it is not carried over."""

_DAY = re.compile(r"(\d{1,2} \w+ \d{4})\b")
_HUNDRED = 100

Row = Mapping[str, str]


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return the runs that succeeded. A score is a fraction of one, as every scorer of these tasks gives it."""
    rows = [row for file in files for row in _rows(file)]
    read = [_run(row, ground) for row in rows]
    results = [*told_apart(one for one in read if isinstance(one, Run))]
    benchmarks = {run.benchmark: run.upstream for run in read if isinstance(run, Run)}
    met = sorted({name for row in rows for name in row})
    unknown = (Note("unmapped", name, "a column that nobody has looked at") for name in met if name not in FIELDS)
    return Harvest(
        source=SOURCE,
        findings=(*naming.findings(benchmarks), *(one for one in results if isinstance(one, Finding))),
        notes=(
            *dict.fromkeys(one for one in read if isinstance(one, Note)),
            *(one for one in results if isinstance(one, Note)),
            *unknown,
        ),
        fields={name: FIELDS.get(name, "not known") for name in met},
    )


def _rows(file: Upstream) -> Iterator[Row]:
    rows = file.data if isinstance(file.data, Sequence) and not isinstance(file.data, str) else ()
    for row in rows:
        if isinstance(row, Mapping):
            yield {str(name): str(value).strip() for name, value in row.items()}


def _run(row: Row, ground: Ground) -> Run | Note:
    task, name = row.get("task", ""), row.get("model", "")
    subject = f"{name}, {task}"
    if row.get("Status") != "Success":
        return Note("dropped", subject, f"its status is {row.get('Status') or 'not stated'}, not Success")
    meant = naming.meant(task, ground.library)
    if meant is None or not naming.exists(meant.benchmark, ground.library):
        return Note("unmapped", task, "a task that is in no table of benchmarks")
    identity = ground.resolve(spelled(name), benchmark=True)
    if identity.model is None:
        return Note("unmatched", name, "no base model of ours", identity.suggestion or "")
    score = amount(row.get(SCORE), times=_HUNDRED)
    if score is None or score.value > _HUNDRED:
        return Note("suspicious", subject, "its score is no fraction of one", row.get(SCORE, ""))
    return _described(row, meant, model=identity.model, effort=identity.effort, score=score.value)


def _described(row: Row, meant: Meant, *, model: str, effort: str, score: Decimal) -> Run:
    name = row.get("model", "")
    return Run(
        model=model,
        benchmark=meant.benchmark,
        score=in_tenths(score),
        by="independent",
        source=SOURCE,
        upstream=f"{name}, {row.get('task', '')}",
        snapshot=snapshot_in(name.partition("_")[0]),
        variant=effort,
        version=row.get("task version", ""),
        dataset=meant.says.get("dataset", ""),
        date=_day(row.get(STARTED, "")),
    )


def _day(stated: str) -> str:
    """Return `17 November 2025 4:28pm` as a date; "" where there is none, as for runs that a person counted."""
    match = _DAY.match(stated)
    if match is None:
        return ""
    try:
        return datetime.strptime(match[1], "%d %B %Y").date().isoformat()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return ""
