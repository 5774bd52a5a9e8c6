"""The real site, built once for all tests of this folder; ALMANAC_SITE names one that is built already."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from almanac.cli import main
from tests.site.pages import Html, read_page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    if given := os.environ.get("ALMANAC_SITE"):
        return ROOT / given
    folder = tmp_path_factory.mktemp("real") / "site"
    names = [f"--{name}={ROOT / name}" for name in ("content", "templates", "static")]
    assert main(["build", *names, f"--output={folder}", "--base-url=https://example.org/almanac"]) == 0
    return folder


@pytest.fixture(scope="session")
def base_url(pages: Mapping[str, Html]) -> str:
    """Return where the site says that it lives: its base path is tested with it, whichever it is."""
    return pages["index.html"].canonical.rstrip("/")


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, Html]:
    """Return every page of the site, site-relative path to what a parser finds in it."""
    return {str(file.relative_to(site)): read_page(file) for file in sorted(site.rglob("*.html"))}
