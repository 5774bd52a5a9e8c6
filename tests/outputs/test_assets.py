import re
from pathlib import Path

import pytest

from almanac.outputs.assets import outputs, read_assets, slim
from almanac.outputs.shell import Head
from almanac.problems import MachineError, UsageError
from tests.outputs.press import ROOT, context, files

STATIC = {
    "css/1-b.css": "b{}",
    "css/0-a.css": "a{}\n",
    "css/note.txt": "not a style",
    "js/every/copy.js": "copy();\nimport('x'), import(\"../one.js\");\n",
    "js/one.js": 'import { two } from "./two.js";\n',
    "js/two.js": "export const two = 2;\n",
    "favicon.svg": "<svg/>",
    "fonts/one.txt": "kept",
    ".hidden": "left out",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in STATIC.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text)
    return tmp_path


def test_styles_are_joined_in_the_order_of_their_names_each_on_lines_of_its_own(folder: Path) -> None:
    assets = read_assets(folder)
    assert dict(assets.files)[assets.css.removeprefix("/")] == b"a{}\nb{}\n"


def test_files_are_named_by_their_content(folder: Path) -> None:
    before = read_assets(folder)
    assert re.fullmatch(r"/assets/almanac\.[0-9a-f]{12}\.css", before.css)
    assert re.fullmatch(r"/assets/almanac\.[0-9a-f]{12}\.js", before.script)
    (folder / "js/every/copy.js").write_text("other();\n")
    after = read_assets(folder)
    assert after.css == before.css
    assert after.script != before.script


def test_scripts_and_styles_are_published_without_their_comments_and_indentation() -> None:
    assert slim(b"@layer a {\n  /* why */\n  b { c: d; } /* kept */\n}\n") == b"@layer a {\nb { c: d; } /* kept */\n}\n"
    assert slim(b'// Why.\nif (a) {\n  // And why.\n\tb("//"); // kept\n}\n') == b'if (a) {\nb("//"); // kept\n}\n'


def test_styles_are_published_without_spaces_that_part_nothing(folder: Path) -> None:
    (folder / "css/0-a.css").write_text('a > b { color: red; content: " x "; } /* kept */\n')
    assets = read_assets(folder)
    published = dict(assets.files)[assets.css.removeprefix("/")]
    assert published == b'a > b{color: red;content: " x ";}/* kept */\nb{}\n'


def test_every_other_file_is_published_as_it_is(folder: Path) -> None:
    found = files(outputs(read_assets(folder)))
    assert {path: data for path, data in found.items() if not path.startswith("assets/")} == {
        "favicon.svg": b"<svg/>",
        "fonts/one.txt": b"kept",
    }


def test_a_module_is_named_by_its_content_and_that_of_what_it_imports(folder: Path) -> None:
    before = read_assets(folder)
    name = before.modules["two"].removeprefix("/assets/")
    assert (
        dict(before.files)[before.modules["one"].removeprefix("/")] == f'import {{ two }} from "./{name}";\n'.encode()
    )
    assert (
        before.modules["one"].removeprefix("/assets/").encode() in dict(before.files)[before.script.removeprefix("/")]
    )
    (folder / "js/two.js").write_text("export const two = 3;\n")
    after = read_assets(folder)
    assert {name for name in before.modules if before.modules[name] != after.modules[name]} == {"one", "two"}
    assert before.script != after.script


@pytest.mark.parametrize("text", ['import "./one.js";', 'import "./none.js";'])
def test_scripts_that_import_in_a_circle_or_from_nowhere_are_a_wrong_use(folder: Path, text: str) -> None:
    (folder / "js/two.js").write_text(text)
    with pytest.raises(UsageError, match="import each other, or one that is missing"):
        read_assets(folder)


def test_a_script_of_every_page_imports_only_what_is_there(folder: Path) -> None:
    (folder / "js/every/copy.js").write_text('import "../none.js";')
    with pytest.raises(UsageError, match=r"imports none\.js, which is missing"):
        read_assets(folder)


def test_a_page_that_asks_for_a_script_which_is_not_there_is_a_wrong_use() -> None:
    with pytest.raises(UsageError, match=r"js/none\.js"):
        context().shell.page(Head(url="/", title="One", description="Two", scripts=("none",)))


def test_the_folder_of_the_project_is_whole() -> None:
    assets = read_assets(ROOT / "static")
    assert {assets.css, assets.script, assets.icon} <= {f"/{path}" for path, _ in assets.files}


@pytest.mark.parametrize("missing", ["css/0-a.css css/1-b.css", "js/every/copy.js", "favicon.svg"])
def test_a_folder_that_is_not_whole_is_a_wrong_use(folder: Path, missing: str) -> None:
    for name in missing.split():
        (folder / name).unlink()
    with pytest.raises(
        UsageError, match=r"--static must name a folder with css/\*\.css, js/every/\*\.js and favicon\.svg\."
    ):
        read_assets(folder)


def test_a_folder_that_is_not_there_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--static must name a folder"):
        read_assets(tmp_path / "none")


@pytest.mark.parametrize("name", ["css/2-c.css", "secret.txt", "fonts/secret.txt"])
def test_a_symbolic_link_is_refused(folder: Path, name: str) -> None:
    (folder / name).symlink_to("/etc/hostname")
    with pytest.raises(UsageError, match="symbolic link; put the file itself there"):
        read_assets(folder)


def test_a_file_that_the_disk_does_not_give_is_told_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(file: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(MachineError, match=r"could not be read: Input/output error\."):
        read_assets(folder)
