"""Reading the whole content folder: what the library holds, and what it still holds when something is wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from almanac.problems import render
from almanac.reader import Library, line_reader
from almanac.reader.document import Document, Entry
from almanac.reader.library import LedgerLine
from almanac.records import Price
from almanac.units.dates import Day
from tests.support.content import ContentTree

MODEL = "models/acme/one.yaml"


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    return ContentTree.tiny(tmp_path)


def half(tree: ContentTree) -> Library:
    """Read a content folder that has problems."""
    library, problems = tree.read()
    assert library is not None
    assert problems != []
    return library


def test_every_record_has_its_id_from_its_path(tree: ContentTree) -> None:
    library = tree.library()
    assert library.root == str(tree.root)
    assert library.site.record.title == "Tiny almanac"
    assert list(library.models) == ["acme/one"]
    assert (set(library.labs), set(library.providers)) == ({"acme"}, {"acme", "relay"})
    assert (set(library.benchmarks), set(library.guides)) == ({"riddles"}, {"choosing"})
    assert list(library.sources) == ["acme-pricing", "acme-launch", "register"]
    assert library.broken == frozenset()


def test_money_is_the_exact_decimal_of_its_text(tree: ContentTree) -> None:
    price = tree.library().models["acme/one"].record.offers["acme"].price
    assert isinstance(price, Price)
    assert str(price.input) == "0.10"
    assert price.cache_read == Decimal("0.025")


def test_dates_keep_their_precision(tree: ContentTree) -> None:
    lifecycle = tree.library().models["acme/one"].record.lifecycle
    assert lifecycle.released == Day(2026, 1, 15)
    assert lifecycle.knowledge_cutoff == Day(2025, 9)


def test_files_that_are_not_needed_may_be_missing_or_empty(tree: ContentTree) -> None:
    for name in ("scores", "workloads", "currencies", "parameters", "waivers"):
        tree.write(f"{name}.yaml", "# nothing yet\n")
    empty = tree.library()
    for name in ("scores", "workloads", "currencies", "parameters", "waivers"):
        tree.remove(f"{name}.yaml")
    missing = tree.remove("published.txt").library()
    for library in (empty, missing):
        assert library.scores.record.axes == {}
        assert (library.workloads, library.currencies, library.parameters) == ({}, {}, {})
        assert library.waivers == ()
    assert missing.ledger == ()
    assert missing.ledger_path == f"{tree.root}/published.txt"


def test_an_empty_scores_file_is_an_empty_record(tree: ContentTree) -> None:
    assert tree.write("scores.yaml", "").library().scores.record.version == 1


def test_the_optional_files_are_read(tree: ContentTree) -> None:
    recipe = "{benchmark: riddles, source: register, weight: 0.5}"
    tree.write("scores.yaml", f"axes: {{a: {{name: A, about: B, minimum: 1, inputs: [{recipe}]}}}}")
    tree.write("workloads.yaml", "chat: {title: Chat, about: A chat, requests: 1, input: 1000, output: 200}")
    tree.write("currencies.yaml", "CNY: {name: Renminbi, rates: [{on: 2026-01-01, usd: 0.14, source: register}]}")
    tree.write("parameters.yaml", "max_tokens: {type: integer, about: The most tokens to write}")
    tree.write(
        "waivers.yaml", "- {code: price-output-low, path: models/acme/one#limits, why: Checked, until: 2026-12-01}"
    )
    library = tree.library()
    assert library.scores.record.axes["a"].inputs[0].weight == Decimal("0.5")
    assert library.workloads["chat"].record.requests == 1
    assert library.currencies["CNY"].record.rates[0].usd == Decimal("0.14")
    assert library.parameters["max_tokens"].record.type == "integer"
    (waiver,) = library.waivers
    assert (waiver.id, waiver.record.until) == ("price-output-low,models/acme/one#limits", Day(2026, 12, 1))
    assert (waiver.place("until").line, waiver.place("until").column) == (1, 79)


def test_a_problem_in_one_waiver_leaves_the_others(tree: ContentTree) -> None:
    good = "- {code: a, path: b, why: c, until: 2026-12-01}\n"
    tree.write("waivers.yaml", good + good.replace("2026-12-01", "soon") + "- \n")
    assert tree.problems() == ["waivers.yaml:2:37 date-form", "waivers.yaml:3:2 value-mapping"]
    assert len(half(tree).waivers) == 1


def test_waivers_that_are_no_list_are_told(tree: ContentTree) -> None:
    assert tree.write("waivers.yaml", "code: a\n").problems() == ["waivers.yaml:1:1 value-list"]


def test_a_moved_model_is_a_tombstone(tree: ContentTree) -> None:
    tree.write("models/acme/old.yaml", "name: Old\nmoved_to: acme/one\n")
    tree.write("models/acme/gone.yaml", "name: Gone\nwithdrawn: {on: 2026-05-01, why: Never existed}\n")
    library = tree.library()
    assert set(library.models) == {"acme/one"}
    assert library.tombstones["acme/old"].record.moved_to == "acme/one"
    assert library.tombstones["acme/gone"].record.withdrawn is not None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: Old\nmoved_to: acme/one\nwithdrawn: {on: 2026-05-01, why: x}\n", "3:12 tombstone-key"),
        ("name: Old\nmoved_to: one\n", "2:11 model-id"),
        ("name: Old\nmoved_to: acme/one\nmovde: x\n", "3:1 key-unknown"),
        ("moved_to: acme/one\n", "1:1 key-missing"),
        ("name: Old\nmoved_to:\nlifecycle: {released: 2026-01-01}\n", "2:1 key-unknown"),
    ],
)
def test_a_tombstone_holds_its_name_and_one_reason(tree: ContentTree, text: str, problem: str) -> None:
    assert tree.write("models/acme/old.yaml", text).problems() == [f"models/acme/old.yaml:{problem}"]


def test_the_ledger_is_read_line_by_line(tree: ContentTree) -> None:
    assert tree.library().ledger[3] == LedgerLine("offer", ("acme/one", "relay@free"), 4)


def test_a_guide_comes_with_its_text_and_the_line_on_which_it_begins(tree: ContentTree) -> None:
    guide = tree.library().guide_texts["choosing"]
    assert guide.first_line == 11
    assert guide.text.startswith("\nRead the price list")
    assert [heading.text for heading in guide.outline.headings] == ["Prices"]
    assert guide.outline.calls[0].spot.line + guide.first_line - 1 == 16


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("providers/relay.yaml", "providers/relay"),
        (MODEL, "models/acme/one"),
        ("sources.yaml", "sources"),
        ("guides/choosing.md", "guides/choosing"),
        ("labs/acme.yaml", "labs/acme"),
    ],
)
def test_a_file_that_cannot_be_read_is_known_to_be_there(tree: ContentTree, path: str, name: str) -> None:
    assert half(tree.write(path, "name: [")).broken == {name}
    assert half(tree.write(path, b"\xff")).broken == {name}


def test_a_record_with_a_fault_is_left_out_and_known_to_be_there(tree: ContentTree) -> None:
    library = half(tree.edit("providers/relay.yaml", "kind: router", "kind: rooter"))
    assert set(library.providers) == {"acme"}
    assert library.broken == {"providers/relay"}
    assert library.is_broken("providers/relay")
    assert not library.is_broken("providers/acme")


def test_one_broken_source_leaves_the_others(tree: ContentTree) -> None:
    library = half(tree.edit("sources.yaml", "kind: primary}", "kind: primary, x: 1}"))
    assert set(library.sources) == {"acme-launch", "register"}
    assert library.broken == {"sources/acme-pricing"}


def test_what_lies_in_something_broken_is_broken(tree: ContentTree) -> None:
    library = half(tree.write("sources.yaml", "- x"))
    assert library.is_broken("sources/register")
    assert library.is_broken("sources")


def test_names_meant_by_misnamed_files_are_known(tree: ContentTree) -> None:
    tree.rename("providers/acme.yaml", "providers/acme.yml").rename("providers/relay.yaml", "providers/Relay.yaml")
    tree.rename("models/acme", "models/Acme")
    library = half(tree)
    assert library.is_broken("providers/acme")
    assert library.is_broken("providers/relay")
    assert library.is_broken("models/acme/one")


def test_a_mistake_beside_the_needed_settings_hides_nothing_else(tree: ContentTree) -> None:
    tree.edit("site.yaml", "edition:", "budgets: {files: many}\nedition:")
    library = half(tree)
    assert library.site.record.edition == Day(2026, 6, 1)
    assert library.site.record.budgets.files == 20_000
    assert tree.problems() == ["site.yaml:4:18 value-count"]


@pytest.mark.parametrize("text", ["title: x\n", "- a\n", "title: [\n", "", b"\xff"])
def test_without_the_needed_settings_there_is_no_library(tree: ContentTree, text: str | bytes) -> None:
    library, problems = tree.write("site.yaml", text).edit("labs/acme.yaml", "url:", "ulr:").read()
    assert library is None
    assert {"labs/acme.yaml", "site.yaml"} == {tree.brief(problem).partition(":")[0] for problem in problems}


def test_a_word_of_a_closed_list_needs_no_quotes(tree: ContentTree) -> None:
    tree.append("providers/acme.yaml", "data: {trains: no, source: register}\n")
    data = tree.library().providers["acme"].record.data
    assert data is not None
    assert data.trains == "no"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("family: one", "famly: no", ["2:1 key-unknown"]),
        ("limits: {context: 128000, max_output: 16000}", "limits: [no, 1e3]", ["10:9 value-mapping"]),
        ("tags: [efficient]", "tags: [no, 1:30]", ["3:8 yaml-implicit", "3:12 yaml-implicit"]),
        ("family: one", "family: one\nfamily: 5", ["3:1 yaml-duplicate-key"]),
        ("    model_id: acme-one\n", "    model_id: &a !x acme one\n", ["18:15 upstream-id", "18:15 yaml-anchor"]),
        ("price: {input: 0.10, output", "price: {<<: *x, input: 0, output", ["19:13 yaml-anchor"]),
        ("name: Acme One", "name: No", ["1:7 yaml-implicit"]),
        ("by: lab", "by: No", ["31:43 value-word"]),
    ],
)
def test_one_mistake_hides_what_follows_from_it_alone(
    tree: ContentTree, old: str, new: str, problems: list[str]
) -> None:
    assert tree.edit(MODEL, old, new).problems() == [f"{MODEL}:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        ("labs/acme.yaml", "families: {one:", "families: {no:", "4:12 yaml-implicit"),
        ("labs/acme.yaml", "provider: acme", "provider: acme\nyes: acme", "4:1 yaml-implicit"),
        ("sources.yaml", "register:", "on:", "3:1 yaml-implicit"),
        (MODEL, "keys: {register:", "keys: {~:", "8:10 yaml-implicit"),
    ],
)
def test_a_key_that_other_programs_misread_is_told(
    tree: ContentTree, path: str, old: str, new: str, problem: str
) -> None:
    assert tree.edit(path, old, new).problems() == [f"{path}:{problem}"]


def test_keys_that_records_have_need_no_quotes(tree: ContentTree) -> None:
    tree.edit(MODEL, "window: 7d,", "window: 7d, n: 20,")
    assert tree.library().models["acme/one"].record.measurements[0].n == 20


def test_two_mistakes_in_one_record_are_both_told(tree: ContentTree) -> None:
    tree.edit(MODEL, "family: one", "family: no").edit(MODEL, "by: lab", "by: me")
    assert tree.problems() == [f"{MODEL}:2:9 yaml-implicit", f"{MODEL}:31:43 value-word"]


def test_an_unknown_key_is_shown_in_a_frame_as_the_format_promises(tree: ContentTree) -> None:
    tree.edit(MODEL, "price: {input:", "price: {inptu:")
    text = render(tree.read()[1], "text", line_of=line_reader()).replace(str(tree.root), "content")
    assert text == (
        'content/models/acme/one.yaml:19:13: error[price-unknown-key]: "inptu" is not a price component. '
        'Did you mean "input"?\n'
        "   19 |     price: {inptu: 0.10, output: 0.40, cache_read: 0.025}\n"
        "      |             ^^^^^\n"
    )


def test_a_message_stays_on_one_line_and_short_whatever_it_quotes(tree: ContentTree) -> None:
    tree.edit(MODEL, "knowledge_cutoff: 2025-09", f'knowledge_cutoff: "{"x" * 5000}\n\n    y"')
    (problem,) = tree.read()[1]
    assert problem.code == "date-form"
    assert "\n" not in problem.message
    assert len(problem.message) < 1100


def test_a_document_names_the_fact_that_a_waiver_would_name() -> None:
    document = Document(
        "content/models/a/b.yaml", "models/a/b", "tags:\n- {name: x, value: 1}\n", {"tags": [{"name": "x"}]}
    )
    entry = Entry("a/b", None, document)
    problem = entry.problem("value-type", "tags", 0, "value", message="So.")
    assert (problem.line, problem.column, problem.fact) == (2, 20, "models/a/b#tags[x].value")
    assert entry.problem("value-type", message="So.").fact == "models/a/b"
    assert entry.problem("value-type", "tags", 7, message="So.").fact == "models/a/b#tags[]"


def test_missing_sources_are_told_once_and_nothing_follows(tree: ContentTree) -> None:
    library = half(tree.remove("sources.yaml"))
    (problem,) = tree.read()[1]
    assert (problem.path, problem.code) == (f"{tree.root}/sources.yaml", "file-missing")
    assert "sources" in problem.message
    assert library.is_broken("sources/register")


@pytest.mark.parametrize(
    ("old", "new", "record"),
    [("sources.yaml", "source.yaml", "sources/register"), ("labs", "lab", "labs/acme")],
)
def test_what_a_misspelt_name_would_hold_is_broken_and_not_missing(
    tree: ContentTree, old: str, new: str, record: str
) -> None:
    library = half(tree.rename(old, new))
    assert [problem.code for problem in tree.read()[1]] == ["path-unknown"]
    assert library.is_broken(record)


def test_a_misspelt_copy_beside_the_file_itself_breaks_nothing(tree: ContentTree) -> None:
    assert not half(tree.write("source.yaml", "")).is_broken("sources/register")
