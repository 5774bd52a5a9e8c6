"""What is refused: each fault with its code and its place."""

import pytest

from almanac.markup import Spot, objection, outline

FAULTS = [
    ("a [b](javascript:c) d", "url-scheme", Spot(1, 7, 12)),
    ("a [b](JaVaScRiPt:c)", "url-scheme", Spot(1, 7, 12)),
    ("[b](data:text/html,x)", "url-scheme", Spot(1, 5, 16)),
    ("[b](mailto:a@b.c)", "url-scheme", Spot(1, 5, 12)),
    ("[b](//evil.org/)", "url-scheme", Spot(1, 5, 11)),
    ("[b](https://u:p@e.org/)", "url-scheme", Spot(1, 5, 18)),
    ('[b](https://e.org/ "title")', "url-scheme", Spot(1, 5, 22)),
    ("[b]()", "url-scheme", Spot(1, 5, 1)),
    ("[b](guide.md)", "url-scheme", Spot(1, 5, 8)),
    ("<https://a@e.org/>", "url-scheme", Spot(1, 2, 16)),
    ("see ![b](https://e.org/i.png)", "markup-structure", Spot(1, 5, 4)),
    ("x [](/a)", "markup-structure", Spot(1, 3, 2)),
    ("x [a](/b c", "markup-structure", Spot(1, 5, 2)),
    ("a\n[b]: https://e.org", "markup-structure", Spot(2, 1, 18)),
    ("a\n\n  ```py\nb", "markup-structure", Spot(3, 3, 5)),
    ("|a|b|\n|-|-|\n|c|d| e e |", "markup-structure", Spot(3, 7, 3)),
    ("> " * 9 + "a", "markup-structure", Spot(1, 17, 3)),
    ("- " * 9 + "a", "markup-structure", Spot(1, 17, 3)),
    ("x [a [b](/c) d](/e)", "markup-structure", Spot(1, 15, 2)),
    ("a `b` " + "*a" * 201, "markup-structure", Spot(1, 1, 408)),
    ("a\n\n- `b` " + "*a" * 201, "markup-structure", Spot(3, 1, 408)),
    ("- **a**\n" + "b" * 9_000 + "\n" + "b" * 9_000 + "\n" + "b" * 9_000, "markup-structure", Spot(1, 1, 7)),
    ("".join(f"{' ' * 2 * level}- a\n" for level in range(9)), "markup-structure", Spot(9, 17, 3)),
    ("a\n\n" + "|a" * 2 + "\n|-|-\n" + "|c|d\n" * 2_001, "markup-structure", Spot(3, 1, 4)),
    ("> " + "```\n> a\n\nb", "markup-structure", Spot(1, 3, 3)),
    ("*" * 20 + "a" + "*" * 20, "markup-structure", Spot(1, 1, 41)),
    ("|" * 34 + "\n" + "|-" * 33 + "|", "markup-structure", Spot(1, 1, 34)),
    ("{{ }}", "markup-call", Spot(1, 1, 5)),
    ("a {{ b }} c", "markup-call", Spot(1, 3, 7)),
    ("a {{ b('c') }}", "markup-call", Spot(1, 3, 12)),
    ('{{ b("c" "d") }}', "markup-call", Spot(1, 1, 16)),
    ('{{ b("c",) }}', "markup-call", Spot(1, 1, 13)),
    ('{{ b("c" }}', "markup-call", Spot(1, 1, 11)),
    ('{{ b("c") | safe }}', "markup-call", Spot(1, 1, 19)),
    ('{{ b(c("d")) }}', "markup-call", Spot(1, 1, 15)),
    ('{{ b("c{d") }}', "markup-call", Spot(1, 1, 2)),
    ("{{ B() }}", "markup-call", Spot(1, 1, 9)),
    ("{{ b.c() }}", "markup-call", Spot(1, 1, 11)),
    ("a {{ b(\n) }}", "markup-call", Spot(1, 3, 2)),
    ("a [0]", "markup-citation", Spot(1, 3, 3)),
    ("a [1, 3]", "markup-citation", Spot(1, 3, 6)),
    ("a [1-3]", "markup-citation", Spot(1, 3, 5)),
    ("a [^1]", "markup-citation", Spot(1, 3, 4)),
    ("# a", "markup-heading", Spot(1, 1, 3)),
    ("a\n===", "markup-heading", Spot(1, 1, 1)),
    ("### a", "markup-heading", Spot(1, 1, 5)),
    ("## a\n#### b", "markup-heading", Spot(2, 1, 6)),
    ("## a\n### b\n#### c\n##### d", "markup-heading", Spot(4, 1, 7)),
    ("a\n## ##", "markup-heading", Spot(2, 1, 5)),
    ("> ## a", "markup-heading", Spot(1, 3, 4)),
    ("1. a\n\n   ## b", "markup-heading", Spot(3, 4, 4)),
    ("a\n" + "b" * 10_001, "markup-structure", Spot(2, 10_001, 1)),
    ("a\n" * 4_001, "markup-structure", Spot(4_001, 1, 1)),
    ("a\n" + "[a " * 3_000 + ("\n\n" + "[a " * 3_000) * 6, "markup-structure", Spot(4, 1, 1)),
    ("é" * (128 * 1024 + 1), "markup-size", Spot(1, 1, 1)),
]


@pytest.mark.parametrize(("text", "code", "spot"), FAULTS, ids=[repr(text[:24]) for text, _, _ in FAULTS])
def test_a_fault_has_its_code_and_its_place(text: str, code: str, spot: Spot) -> None:
    faults = outline(text).faults
    assert [(fault.code, fault.spot) for fault in faults] == [(code, spot)]
    assert faults[0].message.endswith(".")
    assert faults[0].hint.endswith(".")


def test_all_faults_come_at_once_in_the_order_of_the_text() -> None:
    text = "# a\n\n[b](ftp://c) and [1, 2]\n\n### d\n\n- {{ e }}\n\n```"
    assert [fault.code for fault in outline(text).faults] == [
        "markup-heading",
        "url-scheme",
        "markup-citation",
        "markup-heading",
        "markup-call",
        "markup-structure",
    ]


def test_what_is_inside_a_refused_link_is_read_all_the_same() -> None:
    found = outline("![a [1] {{ b }}](c)")
    assert [fault.code for fault in found.faults] == ["markup-structure", "markup-call"]
    assert found.citations[0].number == 1
    assert [(link.href, link.text, link.image) for link in found.links] == [("c", "a [1] {{ b }}", True)]


def test_a_text_within_every_bound_has_no_fault() -> None:
    text = "> " * 8 + "[" * 32 + "\n\n" + "*" * 12 + "a" + "*" * 12 + "\n\n" + "b" * 10_000
    assert outline(text).faults == ()


@pytest.mark.parametrize(
    "href",
    [
        "https://e.org",
        "HTTP://E.ORG:8080/a?b#c",
        "https://e.org/@user/a:b/ü",
        "/models/",
        "/",
        "#a",
        "https://e.org?x@y",
    ],
)
def test_an_address_of_the_web_or_of_this_site_is_welcome(href: str) -> None:
    assert objection(href) == ""


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("", "no address"),
        ("#", "neither"),
        ("a/b", "neither"),
        ("?a", "neither"),
        ("vbscript:a", "vbscript:"),
        ("java\tscript:a", "spaces"),
        ("\x01javascript:a", "control"),
        ("/\\evil.org", "backslashes"),
        ("https://e.org/\u2028", "spaces"),
        ("https://e.org/\u00a0", "spaces"),
        ("///evil.org", "//"),
        ("https://a@b.org", "user name"),
        ("https://", "host"),
        ("https:///a", "host"),
        ("https://-a.org", "host"),
        ("https://a..org", "host"),
        ("https://e.org:port", "host"),
        ("https://еxample.org", "host"),
        ("https://[::1]/", "host"),
    ],
)
def test_any_other_address_is_refused_with_its_reason(href: str, why: str) -> None:
    assert why in objection(href)
