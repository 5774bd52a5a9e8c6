from pathlib import Path

import pytest

from almanac.checks.references import names_resolve
from tests.checks.tinysite import SITE, changed, library, problems, seen

ONE = "models/acme/one.yaml"
NEVER_DELETED = "A model is never deleted: leave a record with moved_to or withdrawn."


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            ONE,
            "via: [acme, cloud]",
            "via: [acme, clod]",
            (
                'There is no provider "clod".',
                'Did you mean "cloud"? Write providers/clod.yaml, or name one that is there.',
            ),
        ),
        (
            ONE,
            "sync: {source: feed}",
            "sync: {source: xyz}",
            ('There is no source "xyz".', "Add it to sources.yaml, or name one that is there."),
        ),
        (
            ONE,
            "family: wit",
            "family: humour",
            ('Acme Labs has no family "humour".', "Add it to families in labs/acme.yaml."),
        ),
        (
            "models/acme/zero.yaml",
            "acme/one",
            "acme/onne",
            (
                'There is no model "acme/onne".',
                f'Did you mean "acme/one"? Write models/acme/onne.yaml, or name one that is there. {NEVER_DELETED}',
            ),
        ),
        (
            "site.yaml",
            "title: Tiny\n",
            "title: Tiny\npairs: [[acme/one, acme/onne]]\n",
            (
                'There is no model "acme/onne".',
                f'Did you mean "acme/one"? Write models/acme/onne.yaml, or name one that is there. {NEVER_DELETED}',
            ),
        ),
        (
            ONE,
            "successor: acme/two",
            "successor: zeta/two",
            (
                'There is no model "zeta/two".',
                'Did you mean "acme/two"? Write models/zeta/two.yaml, or name one that is there.',
            ),
        ),
    ],
)
def test_a_wrong_name_is_told_with_what_to_do(
    tmp_path: Path, name: str, old: str, new: str, said: tuple[str, str]
) -> None:
    found = problems(tmp_path, changed(name, old, new))
    assert [(problem.message, problem.hint) for problem in found] == [said]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("providers/cloud.yaml", "nam: Cloud\n"),
        ("benchmarks/quiz.yaml", "- no record\n"),
        ("sources.yaml", "{\n"),
        ("sources.yaml", SITE["sources.yaml"].replace("pricing: {title: Pricing", "pricing: {titel: Pricing")),
        ("labs/acme.yaml", "name: [Acme]\n"),
        ("currencies.yaml", "CNY: {name: Yuan}\n"),
        ("models/acme/two.yaml", "name: Two\n"),
    ],
)
def test_a_record_that_could_not_be_read_causes_no_second_problem(tmp_path: Path, name: str, text: str) -> None:
    found = library(tmp_path, {name: text}, is_sound=False)
    assert list(names_resolve(found)) == []


def test_a_circle_of_moves_is_told_once_at_its_last_file(tmp_path: Path) -> None:
    files = {
        "models/acme/zero.yaml": "name: Zero\nmoved_to: acme/nil\n",
        "models/acme/nil.yaml": "name: Nil\nmoved_to: acme/void\n",
        "models/acme/void.yaml": "name: Void\nmoved_to: acme/nil\n",
    }
    found = problems(tmp_path, files)
    assert [(one.path, one.code) for one in seen(found, tmp_path)] == [("models/acme/void.yaml", "moved-cycle")]
    assert "acme/nil → acme/void → acme/nil" in found[0].message


def test_a_chain_of_moves_that_ends_is_no_circle(tmp_path: Path) -> None:
    files = {
        "models/acme/zero.yaml": "name: Zero\nmoved_to: acme/nil\n",
        "models/acme/nil.yaml": "name: Nil\nmoved_to: acme/one\n",
    }
    assert problems(tmp_path, files) == ()


def test_a_model_that_the_ledger_knows_was_deleted_and_is_not_misspelt(tmp_path: Path) -> None:
    files = {**changed(ONE, "successor: acme/two", "successor: acme/too"), "published.txt": "model acme/too\n"}
    found = problems(tmp_path, files)
    said = [problem.hint for problem in found if problem.code == "ref-unresolved"]
    assert said == [f"Write models/acme/too.yaml, or name one that is there. {NEVER_DELETED}"]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("successor: acme/one", "This model names itself as its own successor."),
        ("successor: acme/two", None),
    ],
)
def test_a_model_does_not_succeed_itself(tmp_path: Path, new: str, said: str | None) -> None:
    found = problems(tmp_path, changed(ONE, "successor: acme/two", new))
    assert [problem.message for problem in found] == ([said] if said else [])


def test_a_router_does_not_pass_on_to_itself(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(ONE, "via: [acme, cloud]", "via: [acme, route]"))
    assert (found.code, found.message) == ("ref-self", "Offer route names its own provider among those behind it.")


@pytest.mark.parametrize(
    ("other", "meant"),
    [
        ("wit-5.1-nano", ""),
        ("wit-4.1", ""),
        ("wit-4.1-mini", ""),
        ("witt-4.1-nnao", 'Did you mean "acme/witt-4.1-nnao"? '),
        ("wit-4.1-nana", 'Did you mean "acme/wit-4.1-nana"? '),
    ],
)
def test_another_number_or_word_is_another_model_and_not_a_misspelling(tmp_path: Path, other: str, meant: str) -> None:
    model = "name: X\nlifecycle: {released: unknown}\nsync: {source: feed}\n"
    files = {**changed(ONE, "successor: acme/two", "successor: acme/wit-4.1-nano"), f"models/acme/{other}.yaml": model}
    (found,) = problems(tmp_path, files)
    assert found.hint == f"{meant}Write models/acme/wit-4.1-nano.yaml, or name one that is there. {NEVER_DELETED}"
