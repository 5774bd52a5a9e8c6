from pathlib import Path

import pytest

from almanac.checks.guides import calls_are_answered
from tests.checks.tinysite import SITE, changed, library, problems

GUIDE = "guides/small.md"
PRICE = '{{ price("acme/one", "input") }}'


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ('prize("acme/one")', 'There is no function "prize".', 'Did you mean "price"? The functions are: name, price,'),
        (
            'price("acme/one")',
            "price is called with one argument.",
            "Write price(model, component[, offer][, condition]).",
        ),
        ("price()", "price is called with nothing.", "Write price(model, component[, offer][, condition])."),
        ('name("acme/one", "a")', "name is called with 2 arguments.", "Write name(model)."),
        (
            'name("acme/onne")',
            '"acme/onne" is not a model of the catalogue.',
            'Did you mean "acme/one"? Write lab/slug,',
        ),
        ('name("acme/zero")', "acme/zero is no longer listed.", 'Write "acme/one".'),
        ('price("acme/one", "inptu")', '"inptu" is not a component of the catalogue.', 'Did you mean "input"? The'),
        (
            'price("acme/one", "input", "akme")',
            '"akme" is not an offer of the catalogue.',
            'Did you mean "acme"? Write',
        ),
        ('score("acme/one", "quizz")', '"quizz" is not a benchmark of the catalogue.', 'Did you mean "quiz"? Write'),
        (
            'score("acme/one", "quiz", "labs")',
            '"labs" is not an evaluator of the catalogue.',
            'Did you mean "lab"? Write',
        ),
        ('price("acme/one", "audio_in")', "The record of acme/one does not say this (price, audio_in).", "State it in"),
        ('price("acme/two", "cache_read", "acme")', "The record of acme/two does not say this", "State it in"),
        ('score("acme/two", "duel")', "The record of acme/two does not say this (score, duel).", "State it in"),
        ('score("acme/two", "quiz", "independent")', "The record of acme/two does not say this", "State it in"),
        ('max_output("acme/two")', "The record of acme/two does not say this (max_output).", "State it in"),
        ('cutoff("acme/two")', "The record of acme/two does not say this (cutoff).", "State it in"),
        ('retires("acme/two")', "The record of acme/two does not say this (retires).", "State it in"),
        ('released("acme/vectors")', "The record of acme/vectors does not say this (released).", "State it in"),
        (
            'context("acme/vectors", "acme")',
            "The record of acme/vectors does not say this (context, acme).",
            "State it",
        ),
        ('retires("acme/one", "route")', "The record of acme/one does not say this (retires, route).", "State it in"),
        (
            'price("acme/one", "input", "acme", "tier=bach")',
            '"tier=bach" is not a condition that the record knows here.',
            "There are: tier=batch, tier=priority,from=2026-01-01,until=2026-12-31.",
        ),
        ('price("acme/one", "cache_read", "acme", "tier=batch")', "The record of acme/one does not say this", "State"),
        (
            'cost("acme/one", "6 inputs", "acme")',
            '"6 inputs" is no job.',
            "Write what each request counts, like: 10,000",
        ),
        ('cost("acme/one", "5 cache_read", "route")', "The record of acme/one does not say this", "State it in"),
        (
            'cost("acme/one", "5 input", "acme", "tier=priority,from=2026-01-01,until=2026-12-31")',
            '"tier=priority,from=2026-01-01,until=2026-12-31" is not a condition',
            "There are: tier=batch.",
        ),
        (
            'score("acme/one", "quiz", "lab", "hard")',
            '"hard" is not a run that the record knows here.',
            "There are: ",
        ),
        ('table("acme/one", "acme/two")', "table draws a table, which cannot stand inside a line.", "Put the call"),
    ],
)
def test_a_call_that_cannot_be_answered_says_why_and_what_to_do(
    tmp_path: Path, call: str, message: str, hint: str
) -> None:
    (found,) = problems(tmp_path, changed(GUIDE, PRICE, f"{{{{ {call} }}}}"))
    assert (found.code, found.line, found.column) == ("guide-call", 10, 11)
    assert found.message.startswith(message)
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    "call",
    [
        'price("acme/one", "input", "acme", "tier=batch")',
        'cost("acme/one", "10 requests, 1K input, 500 cache_write, 20 cache_read, 7 output", "acme")',
        'cost("acme/one", "5 input, 5 output", "acme", "tier=batch")',
        'context("acme/one", "cloud@20250414.eu.batch")',
        'max_output("acme/one", "route")',
        'retires("acme/one", "acme")',
        'score("acme/one", "quiz", "launch")',
        'sellers("acme/two")',
    ],
)
def test_a_call_that_the_record_answers_is_passed(tmp_path: Path, call: str) -> None:
    assert problems(tmp_path, changed(GUIDE, PRICE, f"{{{{ {call} }}}}")) == ()


def test_a_withdrawn_model_is_to_be_taken_out_of_the_text(tmp_path: Path) -> None:
    stone = {"models/acme/zero.yaml": "name: Zero\nwithdrawn: {on: 2026-05-01, why: Gone.}\n"}
    (found,) = problems(tmp_path, stone | changed(GUIDE, PRICE, '{{ name("acme/zero") }}'))
    assert found.hint == "Take the sentence out."


def test_the_retirement_of_the_labs_own_offer_answers_for_the_model(tmp_path: Path) -> None:
    guide = changed(GUIDE, PRICE, '{{ retires("acme/two") }}')
    model = changed("models/acme/two.yaml", "model_id: two", "model_id: two\n    retires: 2027-01-01")
    assert problems(tmp_path, guide | model) == ()


@pytest.mark.parametrize(
    ("name", "text"), [("models/acme/one.yaml", "name: One\n"), ("benchmarks/quiz.yaml", "name: Quiz\n")]
)
def test_a_call_about_a_record_that_could_not_be_read_is_not_judged(tmp_path: Path, name: str, text: str) -> None:
    found = library(tmp_path, {name: text}, is_sound=False)
    assert list(calls_are_answered(found)) == []


@pytest.mark.parametrize(
    "broken",
    [{"labs/acme.yaml": 'name: "Acme\nprovider: acme\n'}, {"providers/acme.yaml": "name: [\n"}],
    ids=["lab", "provider"],
)
def test_nothing_is_said_of_a_retirement_that_rests_on_a_broken_file(tmp_path: Path, broken: dict[str, str]) -> None:
    guide = {GUIDE: SITE[GUIDE].replace(PRICE, '{{ retires("acme/two") }}')}
    assert list(calls_are_answered(library(tmp_path, {**guide, **broken}, is_sound=False))) == []


def test_a_fact_that_a_model_states_by_itself_is_missed_also_beside_a_broken_lab(tmp_path: Path) -> None:
    files = {GUIDE: SITE[GUIDE].replace(PRICE, '{{ cutoff("acme/two") }}'), "labs/acme.yaml": "name: [\n"}
    found = list(calls_are_answered(library(tmp_path, files, is_sound=False)))
    assert [problem.code for problem in found] == ["guide-call"]


def test_a_call_for_a_model_that_was_deleted_says_what_to_leave_behind(tmp_path: Path) -> None:
    ledger = "model acme/five\nmodel acme/one\n"
    found = problems(tmp_path, {**changed(GUIDE, PRICE, '{{ name("acme/five") }}'), "published.txt": ledger})
    said = [problem.hint for problem in found if problem.code == "guide-call"]
    assert said == [
        "Write lab/slug, as its file is named. A model is never deleted: leave a record with moved_to or withdrawn."
    ]
