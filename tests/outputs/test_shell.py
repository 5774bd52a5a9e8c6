"""The shell: every page leads to the same sections, and says in which of them it lies."""

import re

import pytest

from almanac.outputs.shell import NAVIGATION, Head
from tests.outputs.press import context


def current(url: str, section: str = "") -> list[str]:
    """Return which entries of the masthead a page marks as its own."""
    page = context().shell.page(Head(url=url, title="A page", description="", section=section))
    return [link.text for link in page.navigation if link.current]


def test_what_readers_come_to_do_is_named_on_every_page() -> None:
    page = context().shell.page(Head(url="/about/", title="A page", description=""))
    assert [link.text for link in page.navigation] == [text for text, _ in NAVIGATION]
    assert {"Models", "Compare", "Leaderboards"} <= {link.text for link in page.navigation}


@pytest.mark.parametrize(
    ("url", "section", "said"),
    [
        ("/leaderboards/coding/", "/benchmarks/", ["Leaderboards"]),
        ("/compare/a/b/c/d/", "/compare/", ["Compare"]),
        ("/ids/azure/", "/providers/", ["Providers"]),
        ("/retirements/", "/changes/", ["Changes"]),
        ("/about/", "", []),
    ],
)
def test_a_page_lies_in_the_section_of_its_address_and_else_in_the_one_it_names(
    url: str, section: str, said: list[str]
) -> None:
    assert current(url, section) == said


def test_every_column_of_the_footer_has_a_heading_of_its_own() -> None:
    page = context().shell.page(Head(url="/about/", title="A page", description=""))
    assert len({column.id for column in page.footer}) == len(page.footer)
    assert all(re.fullmatch(r"f\d", column.id) for column in page.footer)
