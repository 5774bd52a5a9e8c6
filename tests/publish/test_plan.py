import pytest

from almanac.outputs.output import Output
from almanac.publish import plan, urls
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.plan import PROGRAM, fold, url_of
from tests.publish.sites import encode, page


def collisions(*outputs: Output) -> list[str]:
    _, problems = plan(outputs)
    assert {problem.code for problem in problems} <= {"url-collision"}
    return [problem.message for problem in problems]


def test_a_plan_is_sorted_by_path_whatever_comes_first() -> None:
    planned, problems = plan([page("b/index.html"), page("a.xml"), page("b.svg"), page("B.svg2")])
    assert list(planned.outputs) == ["B.svg2", "a.xml", "b.svg", "b/index.html"]
    assert problems == []


def test_a_plan_cannot_be_changed() -> None:
    planned, _ = plan([page("a.xml")])
    with pytest.raises(TypeError):
        planned.outputs["b.xml"] = page("b.xml")  # type: ignore[index]


def test_an_index_answers_at_its_folder_and_by_its_name_with_its_anchors() -> None:
    answers = frozenset({"offers"})
    output = Output("models/x/index.html", "", encode, PROGRAM, anchors=answers)
    planned, _ = plan([output, page("index.html"), page("feed.xml"), page("notindex.html")])
    assert urls(planned) == {
        "/": frozenset(),
        "/index.html": frozenset(),
        "/feed.xml": frozenset(),
        "/notindex.html": frozenset(),
        "/models/x/": answers,
        "/models/x/index.html": answers,
    }


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.html", "/"), ("a/index.html", "/a/"), ("a/b.svg", "/a/b.svg"), ("404.html", "/404.html")],
)
def test_a_file_is_known_by_its_url(path: str, url: str) -> None:
    assert url_of(path) == url


def test_two_claimants_of_one_url_are_both_named() -> None:
    problem = plan([page("x/index.html", origin="content/b.yaml"), page("x/index.html", origin="content/a.yaml")])[1]
    assert [(found.code, found.path, found.line, found.column) for found in problem] == [
        ("url-collision", "content/b.yaml", 1, 1)
    ]
    assert problem[0].message == "content/a.yaml and content/b.yaml both claim /x/."


def test_a_third_claimant_is_a_second_problem() -> None:
    found = collisions(*(page("x.svg", origin=f"content/{name}.yaml") for name in "cab"))
    assert found == [
        "content/a.yaml and content/b.yaml both claim /x.svg.",
        "content/a.yaml and content/c.yaml both claim /x.svg.",
    ]


def test_one_record_that_claims_a_url_twice_is_named_once() -> None:
    assert collisions(page("x.svg", origin="a.yaml"), page("x.svg", origin="a.yaml")) == ["a.yaml claims /x.svg twice."]


def test_a_collision_with_the_program_is_shown_in_the_record() -> None:
    problems = plan([page("x.svg", origin="content/a.yaml"), page("x.svg", origin=PROGRAM)])[1]
    assert [problem.path for problem in problems] == ["content/a.yaml"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("models/x.svg", "models/X.svg"),
        ("caf\u00e9.svg", "cafe\u0301.svg"),
        ("stra\u00dfe.svg", "STRASSE.svg"),
        ("\u212b.svg", "\u00e5.svg"),
    ],
)
def test_paths_that_some_disks_take_for_one_collide(one: str, other: str) -> None:
    found = collisions(page(one, origin="a.yaml"), page(other, origin="b.yaml"))
    assert len(found) == 1
    assert "some disks and hosts cannot tell them apart" in found[0]
    assert url_of(one) in found[0]
    assert url_of(other) in found[0]


def test_folders_that_some_disks_take_for_one_collide_once() -> None:
    outputs = [page(path, origin=path) for path in ("models/x.svg", "Models/y.svg", "Models/z.svg", "models/w.svg")]
    said = "Models/y.svg claims /Models/y.svg and models/w.svg claims /models/w.svg: "
    assert collisions(*outputs) == [f"{said}some disks and hosts cannot tell them apart."]


@pytest.mark.parametrize(("file", "inside"), [("x", "x/y.svg"), ("x", "X/y.svg"), ("x", "x/y/z/index.html")])
def test_a_file_that_would_also_be_a_folder_is_a_collision(file: str, inside: str) -> None:
    found = collisions(page(file, origin="a.yaml"), page(inside, origin="b.yaml"))
    assert found == [f"a.yaml claims the file /x, and b.yaml needs a folder there for {url_of(inside)}."]


@pytest.mark.parametrize("path", [MANIFEST, f"{MANIFEST}/x", MANIFEST.upper()])
def test_the_place_of_the_manifest_is_taken(path: str) -> None:
    planned, problems = plan([page(path, origin="a.yaml")])
    assert [problem.path for problem in problems] == ["a.yaml"]
    assert PROGRAM in problems[0].message
    assert MANIFEST not in planned.outputs


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "a part of it is empty"),
        ("/etc/passwd", "a part of it is empty"),
        ("models/lab//index.html", "a part of it is empty"),
        ("models/", "a part of it is empty"),
        ("../x", "points out"),
        ("a/../../x", "points out"),
        ("a/./x", "points out"),
        ("a\\b", "a backslash"),
        ("a\nb", "a control character"),
        ("a\x00b", "a control character"),
        ("a\x7fb", "a control character"),
        ("a\u202eb", "a control character"),
        ("a\u2028b", "a control character"),
        ("a\ud800b", "a control character"),
        ("a" * 256, "longer than 255 bytes"),
        ("é" * 128, "longer than 255 bytes"),
    ],
)
def test_a_path_that_is_no_file_of_the_site_is_refused_and_left_out(path: str, reason: str) -> None:
    planned, problems = plan([page(path, origin="content/a.yaml"), page("b.svg")])
    assert list(planned.outputs) == ["b.svg"]
    assert [problem.path for problem in problems] == ["content/a.yaml"]
    assert reason in problems[0].message
    assert problems[0].message.isprintable()


@pytest.mark.parametrize("path", ["a b.svg", "…", "日本/語.html", ".well-known/security.txt", "a" * 255, "..x/y.."])
def test_an_unusual_path_is_allowed(path: str) -> None:
    assert list(plan([page(path)])[0].outputs) == [path]


@pytest.mark.parametrize("path", ["Models/X", "\u1e9e\u0345\u00c5", "caf\u00e9"])
def test_folding_twice_changes_nothing(path: str) -> None:
    assert fold(fold(path)) == fold(path)
