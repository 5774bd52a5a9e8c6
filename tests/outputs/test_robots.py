from dataclasses import replace

import pytest

from almanac.outputs import robots
from tests.outputs.press import HOSTILE, context, files, named, shelf


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    assert files(robots.outputs(context()))["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://example.org/almanac/sitemap.xml",
    ]


def test_security_txt_names_a_contact_and_the_day_until_which_it_holds() -> None:
    assert files(robots.outputs(context()))[".well-known/security.txt"].decode().splitlines() == [
        "Contact: https://example.org/repository/issues",
        "Expires: 2027-11-20T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://example.org/almanac/.well-known/security.txt",
    ]


def test_a_repository_on_github_has_a_private_way_to_report() -> None:
    catalogue = shelf()
    site = catalogue.site.model_copy(update={"repository": "https://github.com/a/b/"})
    lines = files(robots.outputs(context(replace(catalogue, site=site))))[".well-known/security.txt"].decode()
    assert lines.startswith(
        "Contact: https://github.com/a/b/security/advisories/new\nContact: https://github.com/a/b/issues\n"
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_reaches_these_files(name: str) -> None:
    assert files(robots.outputs(context(named(shelf(), name)))) == files(robots.outputs(context()))
