import pytest

from almanac.outputs.paging import chunks, numbered, pager
from tests.outputs.press import context

SITE = context()


@pytest.mark.parametrize(
    ("groups", "pages"),
    [
        ([], [[]]),
        ([("a", [])], [[]]),
        ([("a", [1, 2])], [[("a", (1, 2))]]),
        ([("a", [1, 2, 3])], [[("a", (1, 2, 3))]]),
        ([("a", [1, 2, 3, 4])], [[("a", (1, 2, 3))], [("a", (4,))]]),
        ([("a", [1, 2]), ("b", [3, 4])], [[("a", (1, 2)), ("b", (3,))], [("b", (4,))]]),
        ([("a", [1, 2, 3]), ("b", []), ("c", [4])], [[("a", (1, 2, 3))], [("c", (4,))]]),
    ],
)
def test_groups_are_cut_into_pages_and_go_on_under_their_head(groups: list, pages: list) -> None:  # type: ignore[type-arg]
    assert [list(page) for page in chunks(groups, size=3)] == pages


def test_a_list_of_a_hundred_rows_is_one_page_and_one_more_is_two() -> None:
    assert len(chunks([("", range(100))])) == 1
    assert len(chunks([("", range(101))])) == 2


def test_a_single_page_has_no_links_to_pages() -> None:
    assert pager(SITE, "/changes/", number=1, count=1) is None


def test_the_first_page_keeps_the_address_of_the_list() -> None:
    first = pager(SITE, "/changes/", number=1, count=3)
    assert first is not None
    assert (first.said, first.before, first.after) == ("Page 1 of 3", "", "/almanac/changes/page-2/")
    assert [(link.text, link.href, link.current) for link in first.links] == [
        ("1", "/almanac/changes/", True),
        ("2", "/almanac/changes/page-2/", False),
        ("3", "/almanac/changes/page-3/", False),
    ]


def test_the_last_page_leads_back_and_no_further() -> None:
    last = pager(SITE, "/changes/", number=3, count=3)
    assert last is not None
    assert (last.before, last.after) == ("/almanac/changes/page-2/", "")


def test_of_many_pages_the_nearest_the_first_and_the_last_are_linked() -> None:
    middle = pager(SITE, "/changes/", number=20, count=50)
    assert middle is not None
    assert [link.text for link in middle.links] == ["1", "17", "18", "19", "20", "21", "22", "23", "50"]


def test_no_two_pages_of_a_list_have_one_title() -> None:
    assert numbered("Changes", 1) == "Changes"
    assert numbered("Changes", 2) == "Changes, page 2"
