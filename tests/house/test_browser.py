"""The rule for browser tests: they skip where there is no Chromium, except in CI, where they fail."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).parents[1] / "conftest.py"
A_BROWSER_TEST = "import pytest\n@pytest.mark.browser\ndef test_page() -> None: ...\n"


@pytest.mark.parametrize(("ci", "outcome"), [("", "skipped"), ("true", "errors")])
def test_without_chromium_a_browser_test_skips_except_in_ci(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: str
) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(A_BROWSER_TEST)
    pytester.makeini("[pytest]\nmarkers = browser")
    monkeypatch.setenv("PATH", str(pytester.path))
    monkeypatch.setenv("CI", ci)
    result = pytester.runpytest_inprocess("-rs", "-p", "no:cacheprovider")
    result.assert_outcomes(**{outcome: 1})
    result.stdout.fnmatch_lines("*There is no Chromium on this machine.*")


@pytest.mark.browser
def test_with_chromium_a_page_opens(browser: "Browser") -> None:
    page = browser.new_page()
    page.set_content("<h1>Almanac</h1>")
    assert page.inner_text("h1") == "Almanac"
    page.close()
