"""How problems are printed."""

import json

from almanac.problems import Place, Problem, codes, problem, render
from almanac.problems.formats import as_github, as_text

PATH = "content/models/openai/gpt-4.1-nano.yaml"
LINE = "    price: {inptu: 0.10, output: 0.40}"
FOUND = problem(
    "price-unknown-key",
    Place(PATH, 24, 13, 5),
    message='"inptu" is not a price component.',
    hint='Did you mean "input"?',
)


def test_text_is_the_finding_with_the_line_and_carets_under_the_place() -> None:
    assert as_text(FOUND, lambda path, line: LINE if (path, line) == (PATH, 24) else None) == (
        f'{PATH}:24:13: error[price-unknown-key]: "inptu" is not a price component. Did you mean "input"?\n'
        "   24 |     price: {inptu: 0.10, output: 0.40}\n"
        "      |             ^^^^^"
    )


def test_text_without_the_line_is_the_finding_alone() -> None:
    assert as_text(FOUND, lambda _path, _line: None).count("\n") == 0


def test_carets_never_run_past_the_line_and_control_characters_are_not_printed() -> None:
    long = Problem(PATH, 1, 3, "error", "url-scheme", "Bad.", width=99)
    assert as_text(long, lambda *_: "ab\x1b[0m").endswith("    1 | ab [0m\n      |   ^^^^")


def test_github_annotations_are_escaped() -> None:
    nasty = Problem("a,b:c.yaml", 1, 2, "warning", "url-scheme", "50 %\nmore", "Do.", 3)
    assert as_github(nasty, lambda *_: None) == (
        "::warning file=a%2Cb%3Ac.yaml,line=1,col=2,endColumn=5,title=url-scheme::50 %25%0Amore Do."
    )


def test_json_is_one_object_a_line_with_exactly_the_promised_keys() -> None:
    lines = render([FOUND, FOUND], "json", line_of=lambda *_: None).splitlines()
    assert len(lines) == 2
    assert list(json.loads(lines[0])) == ["path", "line", "column", "severity", "code", "message", "hint"]


def test_every_code_has_a_whole_entry() -> None:
    for code in codes().values():
        assert code.severity in {"error", "warning"}
        for text in (code.meaning, code.action):
            assert text.endswith((".", "-")), f"{code.name}: {text}"
        assert code.bad, code.name
