import re

import pytest

from almanac.outputs import headers
from tests.outputs.press import HOSTILE, context, files, named, shelf


def rules() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in files(headers.outputs(context()))["_headers"].decode().splitlines():
        if line and not line.startswith(" "):
            pattern = line
            found[pattern] = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            found[pattern][name] = value
    return found


def test_the_policy_allows_only_the_site_itself_and_nothing_inline() -> None:
    policy = rules()["/*"]["Content-Security-Policy"]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_every_answer_is_taken_for_what_it_says_it_is() -> None:
    assert rules()["/*"]["X-Content-Type-Options"] == "nosniff"
    assert rules()["/*"]["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_only_files_named_by_their_content_are_kept_for_ever() -> None:
    kept = {pattern for pattern, found in rules().items() if "immutable" in found.get("Cache-Control", "")}
    assert kept == {"/assets/*"}


@pytest.mark.parametrize("pattern", ["/embed/*", "/og/*"])
def test_pictures_for_other_sites_are_asked_for_again_and_kept_from_no_page(pattern: str) -> None:
    assert rules()[pattern]["Cache-Control"] == "public, max-age=14400, stale-while-revalidate=604800"
    assert rules()[pattern]["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("pattern", ["/api/*", "/embed/*"])
def test_data_and_badges_may_be_fetched_from_any_site(pattern: str) -> None:
    assert rules()[pattern]["Access-Control-Allow-Origin"] == "*"


def test_no_header_stands_under_two_patterns_that_match_one_path() -> None:
    everywhere = set(rules()["/*"])
    assert all(not everywhere & set(found) for pattern, found in rules().items() if pattern != "/*")


def test_rules_are_rooted_at_the_site_and_not_under_its_base_path() -> None:
    assert b"almanac" not in files(headers.outputs(context()))["_headers"]


def test_a_moved_model_leads_to_where_it_lives_now_and_a_withdrawn_one_nowhere() -> None:
    lines = files(headers.outputs(context()))["_redirects"].decode().splitlines()
    assert "/models/acme/old/ /models/acme/one/ 301" in lines
    assert not [line for line in lines if "gone" in line]


def test_feeds_are_found_where_programs_look_by_custom() -> None:
    lines = files(headers.outputs(context()))["_redirects"].decode().splitlines()
    assert "/rss.xml /feed.xml 301" in lines
    assert all(re.fullmatch(r"/\S+ /\S+ 30[12]", line) for line in lines)


def test_github_pages_is_told_to_leave_the_files_alone() -> None:
    assert files(headers.outputs(context()))[".nojekyll"] == b""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_reaches_these_files(name: str) -> None:
    assert files(headers.outputs(context(named(shelf(), name)))) == files(headers.outputs(context()))
