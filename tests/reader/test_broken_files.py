"""Broken files: what is refused by size, bytes, name and kind before anything in it is looked at."""

import os
from pathlib import Path

import pytest

from almanac.problems import MachineError, UsageError
from almanac.reader import read
from tests.support.content import FILES, LEDGER, MODEL, ContentTree

ONE = "models/acme/one.yaml"


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    return ContentTree.tiny(tmp_path)


def hint(tree: ContentTree) -> str:
    return tree.read()[1][0].hint


def test_a_record_over_256_kib_is_refused(tree: ContentTree) -> None:
    filling = "#" * (256 * 1024 - len(MODEL) - 1)
    assert tree.write(ONE, f"{MODEL}{filling}\n").problems() == []
    assert tree.write(ONE, f"{MODEL}{filling}#\n").problems() == [f"{ONE}:1:1 yaml-size"]


def test_a_guide_over_256_kib_is_refused(tree: ContentTree) -> None:
    assert tree.append("guides/choosing.md", "x" * 256 * 1024).problems() == ["guides/choosing.md:1:1 yaml-size"]


def test_the_ledger_may_be_larger_than_a_record(tree: ContentTree) -> None:
    line = f"snapshot z/{'z' * 190}"
    names = "".join(f"{line}{number:06}\n" for number in range(1500))
    assert tree.append("published.txt", names).problems() == []


def test_a_ledger_over_8_mib_is_refused(tree: ContentTree) -> None:
    assert tree.append("published.txt", "z" * 8 * 1024 * 1024).problems() == ["published.txt:1:1 yaml-size"]


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"name: Mod\xe8le\n", "1:10", "The byte E8 here is not UTF-8."),
        ("name: Modèle\nfamily: ".encode() + b"\xff\n", "2:9", "The byte FF here is not UTF-8."),
        ("name: Modèle".encode("utf-16"), "1:1", "This file is UTF-16."),
        (b"name: \xed\xa0\x80", "1:7", "The byte ED here is not UTF-8."),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_at_the_first_of_them(
    tree: ContentTree, data: bytes, place: str, said: str
) -> None:
    assert tree.write(ONE, data).problems() == [f"{ONE}:{place} yaml-encoding"]
    assert tree.read()[1][0].message == said


def test_a_byte_order_mark_is_refused_and_the_rest_is_read_with_true_columns(tree: ContentTree) -> None:
    tree.write(ONE, "\ufeff" + MODEL.replace("name: Acme", "nmae: Acme"))
    assert tree.problems() == [f"{ONE}:1:1 key-unknown", f"{ONE}:1:1 yaml-bom"]


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202a", "\u2066", "\ufeff", "\r", "\uffff"],
)
@pytest.mark.parametrize("path", [ONE, "guides/choosing.md", "published.txt"])
def test_a_control_character_is_refused_at_its_place(tree: ContentTree, path: str, character: str) -> None:
    text = FILES[path]
    line = text.count("\n") + 1
    assert tree.write(path, f"{text}# 𝒳{character}b").problems() == [f"{path}:{line}:4 yaml-control"]


def test_control_characters_are_told_once_a_line_and_twenty_times_a_file(tree: ContentTree) -> None:
    tree.write(ONE, "\x01\x01\n" * 100)
    assert tree.problems() == [f"{ONE}:{line}:1 yaml-control" for line in range(1, 21)]


def test_lines_that_end_as_on_windows_are_read(tree: ContentTree) -> None:
    for path, text in FILES.items():
        tree.write(path, text.replace("\n", "\r\n"))
    assert tree.problems() == []
    tree.write(ONE, MODEL.replace("input: 0.05", "inputs: 0.05").replace("\n", "\r\n"))
    assert tree.problems() == [f"{ONE}:21:31 price-unknown-key"]


@pytest.mark.parametrize(
    ("old", "new", "code", "hint_part"),
    [
        ("labs/acme.yaml", "labs/acme.yml", "path-unknown", 'Rename it to "acme.yaml".'),
        ("labs/acme.yaml", "labs/acme.YAML", "path-unknown", 'Rename it to "acme.yaml".'),
        ("labs/acme.yaml", "labs/acme", "path-unknown", 'Rename it to "acme.yaml".'),
        ("guides/choosing.md", "guides/choosing.markdown", "path-unknown", 'Rename it to "choosing.md".'),
        ("providers/acme.yaml", "providers/Acme.yaml", "path-name", 'Rename it to "acme.yaml".'),
        ("providers/acme.yaml", "providers/a--c.yaml", "path-name", "single hyphens"),
        ("providers/acme.yaml", "providers/index.yaml", "path-name", "lower case"),
        ("providers/acme.yaml", "providers/acme..yaml", "path-name", 'Rename it to "acme.yaml".'),
        ("providers/acme.yaml", "providers/ácme.yaml", "path-name", 'Rename it to "cme.yaml".'),
        ("models/acme", "models/Acme", "path-name", 'Rename it to "acme".'),
        ("labs", "lab", "path-unknown", 'Did you mean "labs"?'),
        ("sources.yaml", "source.yaml", "path-unknown", 'Did you mean "sources.yaml"?'),
        ("labs/acme.yaml", "models/acme.yaml", "path-unknown", "models/<lab>/<slug>.yaml"),
        ("labs/acme.yaml", "labs/more/acme.yaml", "path-unknown", "labs/<slug>.yaml"),
        ("models/acme/one.yaml", "models/acme/x/one.yaml", "path-unknown", "models/<lab>/<slug>.yaml"),
        ("labs/acme.yaml", "zebra.csv", "path-unknown", "Take it out"),
        ("labs/acme.yaml", "labs/acme.yaml~", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "labs/acme.yaml.bak", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "labs/acme.yaml.swp", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "labs/acme.yaml.orig", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "labs/#acme.yaml#", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "models/acme.yaml~", "path-unknown", "Delete it"),
        ("labs/acme.yaml", "site.yaml~", "path-unknown", "Delete it"),
    ],
)
def test_a_wrong_name_is_told_with_what_to_do(tree: ContentTree, old: str, new: str, code: str, hint_part: str) -> None:
    tree.rename(old, new)
    where = new.rpartition("/")[0] if new.count("/") > old.count("/") else new
    assert tree.problems() == [f"{where}:1:1 {code}"]
    assert hint_part in hint(tree)


def test_a_file_with_a_wrong_name_is_still_read_for_its_problems(tree: ContentTree) -> None:
    tree.rename("providers/acme.yaml", "providers/Acme.yaml").edit("providers/Acme.yaml", "kind: lab", "kind: lap")
    assert tree.problems() == ["providers/Acme.yaml:1:1 path-name", "providers/Acme.yaml:2:7 value-word"]
    library, _ = tree.read()
    assert library is not None
    assert set(library.providers) == {"relay"}


def test_a_folder_in_place_of_a_file_is_refused(tree: ContentTree) -> None:
    tree.remove("labs/acme.yaml").write("labs/acme.yaml/x", "")
    assert tree.problems() == ["labs/acme.yaml:1:1 path-unknown"]


def test_a_pipe_is_refused_and_not_waited_for(tree: ContentTree) -> None:
    os.mkfifo(tree.root / "labs" / "pipe.yaml")
    os.mkfifo(tree.root / "waivers.yaml")
    assert tree.problems() == ["labs/pipe.yaml:1:1 path-unknown", "waivers.yaml:1:1 path-unknown"]


@pytest.mark.parametrize(
    "path", ["labs/other.yaml", "guides/other.md", "models/other", "other.yaml", "models/acme/two.yaml"]
)
def test_a_link_is_refused_whatever_it_leads_to(tree: ContentTree, path: str) -> None:
    assert tree.link(path, str(tree.root / "labs" / "acme.yaml")).problems() == [f"{path}:1:1 path-symlink"]


def test_linked_folders_and_settings_are_refused(tree: ContentTree, tmp_path: Path) -> None:
    tree.rename("labs", "../labs").link("labs", str(tmp_path / "labs"))
    tree.rename("site.yaml", "../site.yaml").link("site.yaml", str(tmp_path / "site.yaml"))
    assert tree.problems() == ["labs:1:1 path-symlink", "site.yaml:1:1 path-symlink"]
    assert tree.read()[0] is None


def test_a_link_to_nothing_is_refused(tree: ContentTree) -> None:
    assert tree.link("labs/gone.yaml", "nowhere").problems() == ["labs/gone.yaml:1:1 path-symlink"]


def test_dot_files_are_left_alone(tree: ContentTree) -> None:
    tree.write(".sync/modelsdev.json", "{").write(".DS_Store", b"\xff").write("labs/.swp", "x").write(
        "models/acme/.x", "x"
    )
    assert tree.link(".linked", "/").problems() == []


def test_a_name_that_would_break_the_line_is_written_with_escapes(tree: ContentTree) -> None:
    tree.write("labs/a\nb\u202e.yaml", "name: B")
    tree.rename("labs/acme.yaml", os.fsdecode(b"labs/\xff.yaml"))
    assert tree.problems() == [
        "labs/\\xff.yaml:1:1 path-name",
        "labs/a\\nb\\u202e.yaml:1:1 path-name",
    ]


def test_a_missing_site_is_a_problem_of_its_own_beside_all_others(tree: ContentTree) -> None:
    tree.remove("site.yaml").edit("labs/acme.yaml", "name:", "nmae:")
    assert tree.problems() == ["labs/acme.yaml:1:1 key-unknown", "site.yaml:1:1 file-missing"]
    assert tree.read()[0] is None


def test_an_empty_content_folder_lacks_the_two_files_that_every_site_needs(tmp_path: Path) -> None:
    assert ContentTree(tmp_path).problems() == ["site.yaml:1:1 file-missing", "sources.yaml:1:1 file-missing"]


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_content_folder_that_is_none_is_wrong_usage(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="There is no folder"):
        read(str(tmp_path / name))


def test_a_file_that_the_disk_does_not_give_is_no_problem_of_the_content(
    tree: ContentTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(MachineError, match=r"benchmarks/riddles\.yaml could not be read"):
            tree.read()
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(MachineError, match="could not be opened: Permission denied"):
        tree.read()


@pytest.mark.parametrize("root", ["content", "content/", "./content", "../here/content"])
def test_paths_are_printed_as_the_folder_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str) -> None:
    ContentTree.tiny(tmp_path / "here").edit("published.txt", "lab acme\n", "")
    ContentTree(tmp_path / "here" / "content").edit("site.yaml", "title:", "titel:")
    monkeypatch.chdir(tmp_path / "here")
    assert {problem.path for problem in read(root)[1]} == {f"{root.rstrip('/')}/site.yaml"}


def test_the_ledger_of_the_tiny_content_is_in_order() -> None:
    assert LEDGER.splitlines() == sorted(LEDGER.splitlines())
