"""Every result in the content is one of upstream's runs, and every run is in the content or has its reason."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
import yaml

from tests.importers.whole.figures import Texts, models
from tests.importers.whole.imports import Landed
from tests.support.upstream import AIDER, EPOCH, LLMSTATS, published, stated

pytestmark = pytest.mark.slow

SCALES = (1, 10, 100)
"""Fractions become per cent, those of MT-Bench points of ten; points stay."""
Run = tuple[Decimal, str, str]
"""The score in our unit, the day and the version or edit format."""


def written(landed: Landed, source: str, *names: str) -> set[tuple[Any, ...]]:
    """Return the score and some more of each result of a source."""
    return {
        (Decimal(one["score"]), *(one.get(name, "").split(" ")[0] for name in names))
        for record in models(landed.content).values()
        for one in record.get("results") or ()
        if one["source"] == source
    }


def of_epoch() -> Iterator[tuple[str, Run]]:
    """Yield the name of the model and the run of each row that succeeded: fractions as per cent."""
    for row in csv.DictReader(io.StringIO(published(EPOCH).decode("utf-8-sig"))):
        if row["Status"] == "Success" and row["Best score (across scorers)"]:
            begun = row["started_at"].rpartition(" ")[0]
            day = str(datetime.strptime(begun, "%d %B %Y").date()) if begun else ""  # noqa: DTZ007 - a day has no zone
            yield row["model"], (Decimal(row["Best score (across scorers)"]) * 100, day, row["task version"])


def of_aider() -> Iterator[tuple[str, Run]]:
    for row in yaml.load(published(AIDER), Texts):  # noqa: S506 - a safe loader that knows fewer types
        yield row["model"], (Decimal(row["pass_rate_2"]), row["date"], row["edit_format"])


@pytest.mark.parametrize(
    ("name", "source", "runs", "last"),
    [
        ("epoch", "epoch", of_epoch, "version"),
        ("aider", "aider-leaderboard", of_aider, "variant"),
    ],
)
def test_results_are_the_runs_of_upstream_and_all_of_them(
    landed: Landed, name: str, source: str, runs: Any, last: str
) -> None:
    theirs, ours = dict[Run, str](), written(landed, source, "date", last)
    theirs = {run: model for model, run in runs()}
    told = " ".join(f"{subject} {cause}" for subject, cause in landed.notes(name).items())
    assert ours - theirs.keys() == set(), "a result that upstream does not state"
    assert [model for run, model in theirs.items() if run not in ours and model not in told] == []
    assert len(ours & theirs.keys()) * 4 > len(theirs) * 3


def test_results_of_llm_stats_are_its_scores_and_all_of_them(landed: Landed) -> None:
    ours = {score for (score,) in written(landed, "llmstats")}
    told = " ".join(f"{subject} {cause}" for subject, cause in landed.notes("llmstats").items())
    stated_scores: dict[Decimal, set[str]] = {}
    for theirs, entry in stated(LLMSTATS).items():
        for one in entry["qualitative_metrics"]:
            for times in SCALES:
                stated_scores.setdefault(Decimal(one["score"]) * times, set()).add(theirs)
    assert ours - stated_scores.keys() == set()
    lost = [
        (theirs, one["dataset_name"], one["score"])
        for theirs, entry in stated(LLMSTATS).items()
        for one in entry["qualitative_metrics"]
        if not {Decimal(one["score"]) * times for times in SCALES} & ours
        and theirs not in told
        and one["dataset_name"] not in told
    ]
    assert lost == []


def whose(address: str) -> str:
    """Say who reported a figure that stands at an address, as somebody who looked at each of them would."""
    if "example.com" in address:
        return "republished"
    labs = ("CohereForAI", "MoonshotAI", "deepseek-ai", "openai.com", "arxiv.org")
    return "lab" if any(lab in address for lab in labs) else "independent"


def test_who_reported_a_score_of_llm_stats_is_kept(landed: Landed) -> None:
    """What it does not call self-reported stands on the labs' own pages all the same, or nowhere."""
    stated_by = {
        (Decimal(one["score"]) * times, "lab" if one["is_self_reported"] else whose(one["source_link"]))
        for entry in stated(LLMSTATS).values()
        for one in entry["qualitative_metrics"]
        for times in SCALES
    }
    ours = set(written(landed, "llmstats", "by"))
    assert ours - stated_by == set()
    assert {by for _, by in ours} == {"lab", "republished"}
