"""What all tests share: where Chromium is, what happens without it, and a repeatable hypothesis."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_CHROMIUM = "There is no Chromium on this machine. Install it (Debian, Ubuntu: apt install chromium)."

# Slow machines pass too, and a failure found once is found again: HYPOTHESIS_PROFILE=search looks further.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def find_chromium() -> str | None:
    """Return the path of the system's Chromium or Chrome, if there is one."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever changed on purpose what is drawn write the golden files anew, and review them as a diff."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test where there is no Chromium; in CI a missing Chromium is a failure."""
    if item.get_closest_marker("browser") is None or find_chromium():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(NO_CHROMIUM, pytrace=False)
    pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One headless Chromium for all browser tests of a process; each test opens its own context."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only browser tests pay for it

    with sync_playwright() as playwright:
        # Without the sandbox, because CI containers run as root; the pages are our own.
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield chromium
        chromium.close()
