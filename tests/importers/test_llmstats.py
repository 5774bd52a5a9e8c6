"""LLM Stats: its figures as results, and its facts of lower rank."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from almanac.importers.findings import Harvest
from almanac.importers.ground import Ground
from almanac.importers.llmstats import harvest
from almanac.importers.llmstats.methods import is_diamond
from almanac.importers.llmstats.methods import said as said_by
from almanac.importers.results import naming
from almanac.importers.results.runs import snapshot_in
from almanac.importers.results.spellings import spelled
from almanac.records import Benchmark
from tests.importers.harvests import causes, given, ground, made, said
from tests.support.content import ContentTree

MODELS = (
    "openai/gpt-4.1-nano", "openai/o1", "anthropic/claude-opus-4", "alibaba/qwen3-32b", "microsoft/phi-4",
    "meta/llama-3.3-70b-instruct", "nvidia/llama-3.1-nemotron-70b-instruct", "xai/grok-1.5v", "alibaba/qwen2.5-omni-7b",
)  # fmt: skip
BENCHMARKS = (
    "mmlu gpqa-diamond aider-polyglot openai-mrcr graphwalks-bfs multichallenge swe-bench-verified tau-bench-retail "
    "aime-2024 livecodebench bfcl"
)
METRIC = {
    "dataset_name": "MMLU", "analysis_method": "Accuracy", "score": Decimal("0.5"), "is_self_reported": True,
    "date_recorded": "2024-12-20", "source_link": "https://acme.example",
}  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("content"), *MODELS, benchmarks=BENCHMARKS)


@pytest.fixture(scope="module")
def found(known: Ground) -> Harvest:
    return harvest(given("llmstats", "models.json"), known)


def of(known: Ground, record: dict[str, Any] | None = None, **metric: object) -> Harvest:
    whole = {
        "name": "o1",
        "release_date": "2024-12-17",
        "qualitative_metrics": [{**METRIC, **metric}],
        **(record or {}),
    }
    return harvest(made("llmstats-models", {"openai/o1-2024-12-17": whole, "openai/text": "no record"}), known)


def results(found: Harvest, model: str = "openai/o1") -> dict[str, Any]:
    return {
        name.removeprefix("results "): value
        for name, value in said(found, f"models/{model}").items()
        if name.startswith("results ")
    }


def test_a_fraction_becomes_per_cent_by_the_lab_itself(found: Harvest) -> None:
    nano = results(found, "openai/gpt-4.1-nano")
    assert nano["mmlu,llmstats,2025-04-14"] == {
        "benchmark": "mmlu", "score": Decimal("80.1"), "by": "lab", "date": "2025-04-14", "source": "llmstats",
    }  # fmt: skip


def test_what_somebody_else_measured_is_independent(known: Ground) -> None:
    assert results(of(known, is_self_reported=False))["mmlu,llmstats,2024-12-20"]["by"] == "independent"


@pytest.mark.parametrize(
    ("address", "by"),
    [
        ("https://openai.com/index/hello-gpt-4o/", "lab"),
        ("https://cdn.openai.com/o1.pdf", "lab"),
        ("https://huggingface.co/openai/o1", "lab"),
        ("https://github.com/openai/o1", "lab"),
        ("https://openai.github.io/o1", "lab"),
        ("https://huggingface.co/deepseek-ai/DeepSeek-R1", "independent"),
        ("https://github.com/acme/openai", "independent"),
        ("https://openai.evil.example/o1", "independent"),
        ("https://example.com/benchmark-image", "republished"),
        ("", "republished"),
    ],
)
def test_a_page_of_the_labs_own_makes_a_figure_the_labs(known: Ground, address: str, by: str) -> None:
    read = of(known, is_self_reported=False, source_link=address)
    assert [one["by"] for one in results(read).values()] == [by]


@pytest.mark.parametrize(
    ("model", "result"),
    [
        ("openai/gpt-4.1-nano", "aider-polyglot,llmstats,diff,2025-04-14"),
        ("openai/gpt-4.1-nano", "openai-mrcr,llmstats,2 needles,128k,2025-04-14"),
        ("openai/gpt-4.1-nano", "graphwalks-bfs,llmstats,over 128k,2025-04-14"),
        ("openai/gpt-4.1-nano", "multichallenge,llmstats,gpt-4o grader,2025-04-14"),
        ("openai/gpt-4.1-nano", "multichallenge,llmstats,o3-mini grader,2025-04-14"),
        ("anthropic/claude-opus-4", "swe-bench-verified,llmstats,parallel attempts,2025-05-22"),
        ("anthropic/claude-opus-4", "tau-bench-retail,llmstats,thinking-64k,2025-05-22"),
        ("alibaba/qwen3-32b", "aime-2024,llmstats,64 samples,2025-04-29"),
        ("alibaba/qwen3-32b", "livecodebench,llmstats,v5,2025-04-29"),
        ("microsoft/phi-4", "mmlu,llmstats,simple-evals,2024-12-01"),
        ("meta/llama-3.3-70b-instruct", "bfcl,llmstats,v2,2024-12-06"),
        ("openai/o1", "gpqa-diamond,llmstats,biology"),
    ],
)
def test_names_and_methods_say_variant_version_harness_and_dataset(found: Harvest, model: str, result: str) -> None:
    assert result in results(found, model)


def test_plain_gpqa_is_the_diamond_set_only_where_that_is_known(found: Harvest, known: Ground) -> None:
    assert "gpqa-diamond,llmstats,2025-04-14" in results(found, "openai/gpt-4.1-nano")
    assert "gpqa-unstated,llmstats,simple-evals,2024-12-01" in results(found, "microsoft/phi-4")
    assert is_diamond("Diamond, Pass@1")
    assert not is_diamond("0-shot CoT")


def test_each_unit_is_told_by_its_benchmark(found: Harvest) -> None:
    assert results(found, "alibaba/qwen3-32b")["codeforces,llmstats,2025-04-29"]["score"] == Decimal(1977)
    nemotron = results(found, "nvidia/llama-3.1-nemotron-70b-instruct")
    assert nemotron["mt-bench,llmstats,2024-10-01"]["score"] == Decimal("8.99")
    assert nemotron["hellaswag,llmstats,2024-10-01"]["score"] == Decimal("85.58")


@pytest.mark.parametrize(("score", "written"), [("0.875", "8.75"), ("0.8", "8.0"), ("8.99", "8.99")])
def test_points_of_ten_are_read_as_a_fraction_or_as_they_stand(known: Ground, score: str, written: str) -> None:
    found = results(of(known, dataset_name="MT-Bench", score=Decimal(score)))
    assert str(found["mt-bench,llmstats,2024-12-20"]["score"]) == written


@pytest.mark.parametrize(
    ("name", "method", "key"),
    [
        ("MBPP+", "0-shot", "mbpp-plus,llmstats,2024-12-20"),
        ("MBPP EvalPlus (base)", "", "mbpp-plus,llmstats,base tests,2024-12-20"),
        ("LiveBench", "Coding", "livebench,llmstats,coding,2024-12-20"),
        ("LiveBench", "Score", "livebench,llmstats,2024-12-20"),
    ],
)
def test_a_part_of_a_test_is_never_the_whole(known: Ground, name: str, method: str, key: str) -> None:
    found = results(of(known, dataset_name=name, analysis_method=method))
    assert list(found) == [key]


def test_per_cent_stand_as_they_are(known: Ground) -> None:
    found = results(of(known, dataset_name="MBPP", score=Decimal("81.4")))
    assert found["mbpp,llmstats,2024-12-20"]["score"] == Decimal("81.4")


@pytest.mark.parametrize("score", [Decimal(0), Decimal(101), "much", None])
def test_a_score_of_zero_or_out_of_range_is_told(known: Ground, score: object) -> None:
    found = of(known, score=score)
    assert causes(found, "openai/o1") == ["no score above 0 in the range of the benchmark"]
    assert not results(found)


@pytest.mark.parametrize("date", ["2024-03-13", "2026-12-01", "long ago"])
def test_a_date_that_cannot_be_the_results_is_left_out(known: Ground, date: str) -> None:
    found = of(known, date_recorded=date)
    assert "mmlu,llmstats" in results(found)
    assert len(causes(found, "openai/o1-2024-12-17, MMLU")) == 1


def test_without_a_release_a_date_stands(known: Ground) -> None:
    assert "mmlu,llmstats,2023-01-01" in results(of(known, {"release_date": None}, date_recorded="2023-01-01"))


@pytest.mark.parametrize(
    ("metric", "subject", "cause"),
    [
        ({"dataset_name": "PhiBench"}, "PhiBench", "Microsoft's own, without a description"),
        ({"dataset_name": "FLEURS"}, "FLEURS", "speech and sound have no category here"),
        ({"dataset_name": "Chess"}, "Chess", "a benchmark that is in no table"),
        ({"mood": "good"}, "qualitative_metrics.mood", "a field that nobody has looked at"),
    ],
)
def test_what_is_not_carried_over_is_told(known: Ground, metric: dict[str, Any], subject: str, cause: str) -> None:
    assert cause in causes(of(known, **metric), subject)


def test_the_name_of_a_benchmark_and_the_method_are_told_together(known: Ground) -> None:
    whole = of(known, dataset_name="Aider-Polyglot", analysis_method="accuracy (whole, o4-mini-high)")
    edits = of(known, dataset_name="Aider-Polyglot Edit", analysis_method="accuracy (diff, o4-mini-high)")
    fenced = of(known, dataset_name="Aider-Polyglot Edit", analysis_method="Diff-Fenced")
    found = [one["variant"] for read in (whole, edits, fenced) for one in results(read).values()]
    assert found == ["whole high", "diff high", "diff-fenced"]


def test_a_model_is_known_by_another_spelling(tmp_path: Path) -> None:
    known = ground(tmp_path, "mistral/mistral-large-2407", benchmarks="mmlu")
    record = {"name": "Mistral Large 2", "release_date": "2024-07-24", "qualitative_metrics": [METRIC]}
    read = harvest(made("llmstats-models", {"mistral/mistral-large-2-2407": record}), known)
    assert list(results(read, "mistral/mistral-large-2407")) == ["mmlu,llmstats,2024-12-20"]


def test_an_unknown_model_is_told(known: Ground) -> None:
    found = harvest(made("llmstats-models", {"openai/nobody-1": {"qualitative_metrics": []}}), known)
    assert causes(found, "openai/nobody-1") == ["no base model of ours"]


def test_new_benchmarks_come_with_their_facts(found: Harvest) -> None:
    riddle = said(found, "benchmarks/hellaswag")
    assert (riddle["name"], riddle["category"], riddle["saturated"]) == ("HellaSwag", "intelligence", True)
    assert "about" in riddle
    assert "range" not in said(found, "benchmarks/codeforces")
    assert said(found, "benchmarks/codeforces")["unit"] == "elo"
    assert said(found, "benchmarks/arc-challenge")["aliases"] == ["ARC-C", "AI2 Reasoning Challenge (ARC)"]
    assert said(found, "benchmarks/mmlu") == {}


def test_every_benchmark_of_the_table_makes_a_valid_record() -> None:
    table = tomllib.loads((Path(naming.__file__).parent / "benchmarks.toml").read_text(encoding="utf-8"))
    made_ones = [name for name, row in table["benchmarks"].items() if "name" in row]
    for name in made_ones:
        facts: dict[str, Any] = {one.steps[0]: one.value for one in naming.findings({name: name})}
        facts |= {"range": [Decimal(end) for end in facts["range"]]} if "range" in facts else {}
        assert Benchmark.model_validate(facts).name
    assert len(made_ones) > 100


def test_a_file_in_content_names_a_benchmark_too(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path)
    tree.write(
        "benchmarks/riddles.yaml",
        "name: Riddles\ncategory: coding\nunit: elo\nhigher_is_better: true\naliases: [Puzzles]\n",
    )
    library = tree.library()
    puzzle = naming.meant("puzzles", library)
    assert puzzle is not None
    assert puzzle.benchmark == "riddles"
    assert naming.exists("riddles", library)
    assert naming.scale("riddles", library).top is None
    assert naming.scale("mmlu", library).top == Decimal(100)
    tree.write("benchmarks/riddles.yaml", "name: Riddles\ncategory: coding\nunit: percent\nhigher_is_better: true\n")
    assert naming.scale("riddles", tree.library()).top == Decimal(100)


def test_limits_cutoff_and_weights_are_facts(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    assert (nano["limits context"], nano["limits max_output"]) == (1047576, 32768)
    assert nano["weights open"] is False
    assert nano["lifecycle knowledge_cutoff"] == "2024-05-31"
    phi = said(found, "models/microsoft/phi-4")
    assert (phi["weights open"], phi["weights licence"], phi["weights parameters"]) == (True, "MIT", 14700000000)
    assert phi["weights url"] == "https://huggingface.co/microsoft/phi-4"
    assert "limits max_output" not in phi


def test_facts_are_those_of_the_newest_snapshot(known: Ground) -> None:
    records = {
        f"openai/o1-{day}": {"input_context_size": size, "qualitative_metrics": [METRIC]}
        for day, size in (("2024-12-17", 200000), ("2024-10-01", 100000))
    }
    found = harvest(made("llmstats-models", records), known)
    assert said(found, "models/openai/o1")["limits context"] == 200000
    assert set(results(found)) == {"mmlu,llmstats,2024-12-20", "mmlu,llmstats,2024-10-01,2024-12-20"}


@pytest.mark.parametrize(
    ("record", "weights"),
    [
        ({"license": None}, {}),
        ({"license": "apache-2.0", "weights_link": "javascript:alert(1)"}, {"open": True, "licence": "Apache-2.0"}),
        ({"license": "House licence", "param_count": 0}, {"open": True, "licence": "House licence"}),
    ],
)
def test_a_licence_is_spelled_as_spdx_where_it_has_an_id(
    known: Ground, record: dict[str, object], weights: dict[str, object]
) -> None:
    found = said(of(known, record), "models/openai/o1")
    assert {
        name.removeprefix("weights "): value for name, value in found.items() if name.startswith("weights")
    } == weights


@pytest.mark.parametrize(
    ("method", "says"),
    [
        ("0-shot CoT", {}),
        ("5-shot", {"variant": "5-shot"}),
        ("6-shot Chain-of-Thought", {"variant": "6-shot CoT"}),
        ("few-shot Accuracy", {"variant": "few-shot"}),
        ("Maj@32 5-shot CoT", {"variant": "majority of 32"}),
        ("5-shot, maj@1", {"variant": "5-shot"}),
        ("Pass@1", {}),
        ("Cons@64", {"variant": "majority of 64"}),
        ("Score, Reasoning Off", {"variant": "no-thinking"}),
        ("Pass@1, Reasoning", {"variant": "thinking"}),
        ("en test", {"dataset": "English"}),
        ("OLMES", {"harness": "OLMES"}),
        ("1M-pointwise", {"dataset": "1M", "variant": "pointwise"}),
        ("accuracy (with python + browsing)", {"variant": "python and browsing"}),
    ],
)
def test_a_method_says_what_sets_a_figure_apart(method: str, says: dict[str, str]) -> None:
    assert dict(said_by(method)) == says


@pytest.mark.parametrize(
    ("name", "snapshot"),
    [
        ("gpt-4o-2024-08-06", "2024-08-06"),
        ("claude-opus-4-20250514", "2025-05-14"),
        ("Gemini 2.5 Pro Preview 05-06", "preview-05-06"),
        ("gemini-1.5-pro-002", "002"),
        ("gpt-5", ""),
    ],
)
def test_a_dated_id_names_its_snapshot(name: str, snapshot: str) -> None:
    assert snapshot_in(name) == snapshot


@pytest.mark.parametrize(
    ("written", "known_as"),
    [
        ("Grok 3 Mini Beta (low)", "grok-3-mini (low)"),
        ("grok-3-mini-beta_high", "grok-3-mini_high"),
        ("DeepSeek Chat V3 (prev)", "deepseek-v3"),
        ("gpt-5 (high)", "gpt-5 (high)"),
        ("gpt-5", "gpt-5"),
        ("gpt-4.5", "gpt-4.5-preview"),
        ("gemini-1.5-pro-001", "gemini-1.5-pro"),
    ],
)
def test_a_name_that_no_rule_knows_is_spelled_for_it(written: str, known_as: str) -> None:
    assert spelled(written) == known_as
