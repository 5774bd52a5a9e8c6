"""A whole import into a folder: proved before a byte is written, written whole or not at all."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from almanac.importers.findings import Finding, Harvest, Note
from almanac.importers.proof import steps_at
from almanac.importers.run import Options, run
from almanac.importers.writing import write_all
from almanac.problems import MachineError, UsageError
from almanac.reader.yamlfile import parse
from almanac.units.dates import parse_day
from tests.importers.merging import BARE, findings, harvest, taken, tree
from tests.support.content import ContentTree

NEW = "models/acme/two"
TWO: dict[str, Any] = {
    "name": "Acme Two",
    "lifecycle released": "2026-02-01",
    "offers acme model_id": "acme-two",
    "offers acme price input": Decimal("0.3"),
    "offers acme price output": Decimal("0.9"),
}


def two(**more: Any) -> Harvest:
    facts = TWO | {steps.replace("__", " "): value for steps, value in more.items()}
    return Harvest("modelsdev", tuple(findings(facts, NEW)), frozenset({("acme/two", "acme")}))


def files(content: ContentTree) -> dict[str, bytes]:
    return {
        str(file.relative_to(content.root)): file.read_bytes() for file in content.root.rglob("*") if file.is_file()
    }


def data(content: ContentTree, path: str) -> Any:
    return parse((content.root / path).read_text(encoding="utf-8"), path=path).data


def test_an_import_writes_the_records_the_memory_and_the_days(tmp_path: Path) -> None:
    content = tree(tmp_path)
    outcome = taken(content, two(), at="2026-06-14")
    assert not outcome.is_refused
    assert outcome.report.files == ("models/acme/two.yaml", "site.yaml", "sources.yaml", ".sync/modelsdev.json")
    assert data(content, "models/acme/two.yaml")["name"] == "Acme Two"
    assert data(content, "site.yaml")["edition"] == "2026-06-14"
    assert data(content, "sources.yaml")["modelsdev"]["at"] == "2026-06-14"
    assert content.problems() == []


def test_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    content = tree(tmp_path)
    taken(content, two())
    before = files(content)
    assert taken(content, two()).report.files == ()
    assert files(content) == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    content = tree(tmp_path)
    before = files(content)
    assert len(taken(content, two(), dry_run=True).report.files) == 3
    assert files(content) == before


@pytest.mark.parametrize(
    ("bad", "code", "kept"),
    [
        ({"limits__context": 0}, "value-count", {}),
        ({"family": "nowhere"}, "ref-unresolved", {}),
        ({"offers__nobody__model_id": "x"}, "ref-unresolved", {}),
        (
            {"limits__context": 100, "limits__max_output": 200},
            "limits-output-above-context",
            {"limits": {"context": 100}},
        ),
        (
            {"results__nothing,modelsdev": {"benchmark": "nothing", "score": 1, "by": "lab", "source": "modelsdev"}},
            "ref-",
            {},
        ),
        ({"offers__acme__price__cache_read": Decimal("0.5")}, "price-cache-above-input", {}),
        ({"weights__open": "maybe"}, "value-type", {}),
        ({"ids__snapshots__a?b": {"id": "a?b"}}, "upstream-id", {}),
    ],
)
def test_a_statement_that_breaks_the_content_is_told_and_left_out(
    tmp_path: Path, bad: dict[str, Any], code: str, kept: dict[str, Any]
) -> None:
    content = tree(tmp_path)
    outcome = taken(content, two(**bad))
    assert not outcome.is_refused
    causes = [event.cause for event in outcome.report.events if event.kind == "suspicious"]
    assert any(cause.startswith(code) for cause in causes), causes
    written = data(content, "models/acme/two.yaml")
    price = {"input": Decimal("0.3"), "output": Decimal("0.9")}
    offers = {"acme": {"model_id": "acme-two", "price": price}}
    assert written == {
        "name": "Acme Two", "lifecycle": {"released": "2026-02-01"}, **kept, "offers": offers,
        "sync": {"source": "modelsdev"},
    }  # fmt: skip
    assert content.problems() == []
    before = files(content)
    taken(content, two(**bad))
    assert files(content) == before


def test_a_model_of_a_lab_without_a_record_is_left_out_whole(tmp_path: Path) -> None:
    content = tree(tmp_path)
    found = Harvest("modelsdev", tuple(findings(TWO, "models/nobody/two")))
    assert taken(content, found).report.files == ("sources.yaml", ".sync/modelsdev.json")
    assert not (content.root / "models/nobody").exists()


def test_a_new_lab_and_a_new_source_come_with_their_records(tmp_path: Path) -> None:
    content = tree(tmp_path)
    source = {
        "sources feed title": "Feed",
        "sources feed url": "https://feed.example",
        "sources feed kind": "catalogue",
    }
    told = (Finding("sources", tuple(steps.split(" ")[1:]), value, "x") for steps, value in source.items())
    found = Harvest("feed", (*findings(TWO, "models/else/two"), Finding("labs/else", ("name",), "Else", "x"), *told))
    taken(content, found)
    assert content.problems() == []
    assert data(content, "models/else/two.yaml")["sync"] == {"source": "feed"}
    assert data(content, "sources.yaml")["feed"]["at"] == "2026-06-01"


def test_an_import_from_an_unknown_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"sources\.yaml has no nowhere"):
        taken(tree(tmp_path), Harvest("nowhere", ()))


def test_an_error_that_nobody_stated_stops_the_import(tmp_path: Path) -> None:
    content = tree(tmp_path)
    before = files(content)
    outcome = taken(content, two(), at="2027-01-01")
    assert outcome.is_refused
    assert {problem.code for problem in outcome.problems} == {"date-after-edition"}
    assert files(content) == before


def test_an_error_that_was_there_before_stops_nothing(tmp_path: Path) -> None:
    content = tree(tmp_path).edit("models/acme/one.yaml", "source: acme-pricing", "source: nowhere")
    assert not taken(content, two()).is_refused


def test_more_than_one_offer_in_ten_gone_stops_the_import(tmp_path: Path) -> None:
    content = tree(tmp_path)
    offers = [f"acme@v{number}" for number in range(10)]
    taken(content, harvest("modelsdev", BARE, offers=[*offers]))
    before = files(content)
    outcome = taken(content, harvest("modelsdev", BARE, offers=offers[:8]))
    assert "2 of the 11 offers" in outcome.report.refusal
    assert files(content) == before
    assert not taken(content, harvest("modelsdev", BARE, offers=offers[:9])).is_refused


def test_a_waived_price_is_written(tmp_path: Path) -> None:
    content = tree(tmp_path)
    facts: dict[str, Any] = {
        f"offers acme@v{n} price {name}": 100 if n == 3 else 1 for n in range(4) for name in ("input", "output")
    }
    facts |= {f"offers acme@v{n} model_id": f"acme-v{n}" for n in range(4)}
    found = Harvest("modelsdev", tuple(findings({**TWO, **facts}, NEW)))
    taken(content, found)
    assert "price" not in data(content, "models/acme/two.yaml")["offers"]["acme@v3"]
    path = "models/acme/two#offers.acme@v3.price.input"
    content.write("waivers.yaml", f'- {{code: price-off-median, path: "{path}", why: It is so, until: 2026-12-31}}\n')
    taken(content, found)
    assert data(content, "models/acme/two.yaml")["offers"]["acme@v3"]["price"]["input"] == 100


def test_notes_of_the_harvest_reach_the_report(tmp_path: Path) -> None:
    note = Note("unmapped", "x", "because")
    found = Harvest("modelsdev", tuple(findings(TWO, NEW)), notes=(note,), fields={"a": "name"})
    report = taken(tree(tmp_path), found).report
    assert (report.notes, dict(report.fields)) == ((note,), {"a": "name"})


def options(content: ContentTree, *paths: str, source: str = "aider", at: str = "2026-06-01") -> Options:
    return Options(str(content.root), source, paths, parse_day(at), date(2026, 11, 21))


def test_a_run_reads_upstream_files_and_tells_its_stages(tmp_path: Path) -> None:
    content = tree(tmp_path).append(
        "sources.yaml", "aider-leaderboard: {title: Aider, url: https://aider.example, kind: independent}\n"
    )
    file = tmp_path / "board.yml"
    file.write_text(
        "- {model: nobody, pass_rate_2: 50, edit_format: whole, dirname: x, test_cases: 1}\n", encoding="utf-8"
    )
    stages: list[str] = []
    outcome = run(options(content, str(file)), lambda stage, _done, _total: stages.append(stage))
    assert not outcome.is_refused
    assert list(dict.fromkeys(stages)) == ["read", "merge", "check", "write"]
    assert json.loads((content.root / ".sync/aider-leaderboard.json").read_text(encoding="utf-8"))["records"] == {}


def test_content_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    content = tree(tmp_path).append("models/acme/one.yaml", "nmae: x\n")
    outcome = run(options(content), lambda *_: None)
    assert outcome.is_refused
    assert [problem.code for problem in outcome.problems] == ["key-unknown"]


def test_an_import_is_asked_for_in_words_that_mean_something(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no source nowhere"):
        run(options(tree(tmp_path), source="nowhere"), lambda *_: None)
    with pytest.raises(UsageError, match="2026-06 is a month"):
        run(options(tree(tmp_path), at="2026-06"), lambda *_: None)


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.yaml"
    old.write_bytes(b"old")
    wanted = {old: b"new", tmp_path / "deep/down/b.yaml": b"new", tmp_path / "c.yaml": b"new"}
    real, calls = os.replace, list[Path]()

    def fail_at_last(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail_at_last)
        with pytest.raises(MachineError, match="No space left"):
            write_all(wanted)
    assert {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == {"a.yaml": b"old"}
    assert not (tmp_path / "deep").exists()
    write_all(wanted)
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == {"a.yaml", "b.yaml", "c.yaml"}


def test_a_draft_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MachineError, match="Nothing was changed"):
        write_all({tmp_path / "a.yaml": b"x", tmp_path / "file" / "b.yaml": b"x"})
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("line", "column", "steps"),
    [
        (1, 1, ("name",)), (2, 10, ("limits", "context")),
        (4, 5, ("results", "mmlu,x")), (4, 34, ("results", "mmlu,x", "by")),
        (9, 1, ()),
    ],
)  # fmt: skip
def test_a_place_in_a_text_leads_to_a_fact(line: int, column: int, steps: tuple[str, ...]) -> None:
    text = "name: One\nlimits: {context: 1}\nresults:\n  - {benchmark: mmlu, source: x, by: lab}\n"
    assert steps_at(text, line, column) == steps
    assert steps_at("", 1, 1) == ()
