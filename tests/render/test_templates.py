"""Templates: strict, autoescaping, and told in a sentence where they are wrong."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from almanac.problems import UsageError
from almanac.render.templates import Templates


@dataclass(frozen=True, slots=True)
class View:
    """A view of one name."""

    name: str


def test_html_is_escaped_and_markdown_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ view.name }}")
    (tmp_path / "a.md").write_text("{{ view.name }}")
    templates = Templates(tmp_path)
    assert templates.page("a.html")(View("<é>")) == "&lt;é&gt;".encode()
    assert templates.page("a.md")(View("<é>")) == "<é>".encode()


def test_a_name_that_the_view_has_not_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ view.nam }}")
    with pytest.raises(UndefinedError):
        Templates(tmp_path).page("a.html")(View("x"))


def test_a_missing_template_and_a_broken_one_are_told_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("one\n{% if %}")
    with pytest.raises(UsageError, match=r"a\.html is missing"):
        Templates(tmp_path).page("a.html")
    with pytest.raises(UsageError, match=r"b\.html, line 2"):
        Templates(tmp_path).page("b.html")
