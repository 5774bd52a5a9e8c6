"""Aider: its polyglot leaderboard as results, by edit format; a run of two models is a result of neither."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from almanac.importers.amounts import amount
from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.results import naming
from almanac.importers.results.runs import Run, in_tenths, snapshot_in, told_apart
from almanac.importers.results.spellings import spelled
from almanac.units.dates import parse_day

SOURCE = "aider"
CATALOGUE = "aider-leaderboard"
"""The leaderboard's id in sources.yaml."""

BENCHMARK = "aider-polyglot"
_TOP = 100

FIELDS: Mapping[str, str] = {
    "model": "the model, and results.variant (effort)",
    "pass_rate_2": "results.score",
    "edit_format": "results.variant",
    "date": "results.date",
    "total_cost": "results.cost",
    "command": "not carried over: a way to run it, often under a moving name",
    "commit_hash": "not carried over: the state of Aider's own program",
    "completion_tokens": "not carried over: a sum over all exercises",
    "dirname": "not carried over: a folder of Aider's",
    "editor_edit_format": "not carried over: of a run of two models",
    "editor_model": "not carried over: of a run of two models",
    "error_outputs": "not carried over: how a run went, not how it ended",
    "exhausted_context_windows": "not carried over: how a run went, not how it ended",
    "indentation_errors": "not carried over: how a run went, not how it ended",
    "lazy_comments": "not carried over: how a run went, not how it ended",
    "num_malformed_responses": "not carried over: how a run went, not how it ended",
    "num_with_malformed_responses": "not carried over: how a run went, not how it ended",
    "pass_num_1": "not carried over: the same as a rate",
    "pass_num_2": "not carried over: the same as a rate",
    "pass_rate_1": "not carried over: the score counts the second try",
    "percent_cases_well_formed": "not carried over: how a run went, not how it ended",
    "prompt_tokens": "not carried over: a sum over all exercises",
    "reasoning_effort": "not carried over: the model's name says it too",
    "released": "not carried over: the model's own date",
    "seconds_per_case": "not carried over: of a machine that nobody knows",
    "syntax_errors": "not carried over: how a run went, not how it ended",
    "test_cases": "not carried over: the same for every run",
    "test_timeouts": "not carried over: how a run went, not how it ended",
    "thinking_tokens": "not carried over: the model's name says it too",
    "total_tests": "not carried over: the same for every run",
    "user_asks": "not carried over: how a run went, not how it ended",
    "versions": "not carried over: the version of Aider's own program",
    "_released": "not carried over: the model's own date",
}
"""Every field of the leaderboard: what it becomes, or why it is not carried over."""


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return the leaderboard's results: by somebody independent, the second try, in per cent."""
    rows = [row for file in files for row in _rows(file)]
    read = [_run(row, ground) for row in rows]
    said = [one for one in read if isinstance(one, Note)]
    said += [note for row in rows for note in _unknown_fields(row)]
    results = [*told_apart(one for one in read if isinstance(one, Run))]
    benchmarks = {BENCHMARK: BENCHMARK} if results else {}
    return Harvest(
        source=CATALOGUE,
        findings=(*naming.findings(benchmarks), *(one for one in results if isinstance(one, Finding))),
        notes=(*dict.fromkeys(said), *(one for one in results if isinstance(one, Note))),
        fields={name: FIELDS.get(name, "not known") for name in sorted({name for row in rows for name in row})},
    )


def _rows(file: Upstream) -> Iterator[Mapping[str, object]]:
    rows = file.data if isinstance(file.data, Sequence) and not isinstance(file.data, str) else ()
    yield from (row for row in rows if isinstance(row, Mapping))


def _unknown_fields(row: Mapping[str, object]) -> Iterator[Note]:
    yield from (Note("unmapped", name, "a field that nobody has looked at") for name in row if name not in FIELDS)


def _run(row: Mapping[str, object], ground: Ground) -> Run | Note:
    name, edit_format = str(row.get("model", "")), str(row.get("edit_format", ""))
    if edit_format == "architect" or row.get("editor_model"):
        return Note("dropped", name, "a run of two models is a result of neither")
    identity = ground.resolve(spelled(name), benchmark=True)
    if identity.model is None:
        return Note("unmatched", name, "no base model of ours", identity.suggestion or "")
    score = amount(row.get("pass_rate_2"))
    if score is None or score.value > _TOP:
        return Note("suspicious", name, "pass_rate_2 is no number from 0 to 100", str(row.get("pass_rate_2")))
    return Run(
        model=identity.model,
        benchmark=BENCHMARK,
        score=in_tenths(score.value),
        by="independent",
        source=CATALOGUE,
        upstream=name,
        snapshot=snapshot_in(name.partition(" (")[0]),
        variant=" ".join(word for word in (edit_format, _effort(identity.effort)) if word),
        date=_day(row.get("date")),
        cost=_cost(row.get("total_cost")),
    )


def _effort(word: str) -> str:
    return {"default": "thinking-default", "reasoner": "thinking", "chat": "no-thinking"}.get(word, word)


def _day(stated: object) -> str:
    try:
        return str(parse_day(str(stated)))
    except ValueError:
        return ""


def _cost(stated: object) -> Decimal | None:
    """Return what a run cost; Aider writes 0 where it does not know."""
    cost = amount(stated)
    return cost.value if cost is not None and cost.value else None
