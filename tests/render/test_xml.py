from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.render.xml import document, element, lined, text

HOSTILE = [
    "]]>",
    "</title><script>alert(1)</script>",
    "<!--", "<![CDATA[", "&amp; & &#0;",
    '"><x y="', "'",
    "=cmd()",
    "🦙 and \u202eevil\u202c",
    "مرحبا",
    "two\nlines", "two\r\nlines", "a\rb", "\ttab",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_text_comes_back_as_it_was_given(value: str) -> None:
    root = ET.fromstring(document(element("a", value, attributes={"b": value})))
    assert root.text == value
    assert root.get("b") == value
    assert len(root) == 0


@given(st.text())
def test_any_text_makes_a_well_formed_document_that_says_the_same(value: str) -> None:
    root = ET.fromstring(document(element("a", value, attributes={"b": value})))
    allowed = "".join(char for char in value if is_allowed(char))
    assert (root.text or "") == allowed
    assert root.get("b") == allowed


def is_allowed(char: str) -> bool:
    """Say what XML 1.0 section 2.2 says."""
    code = ord(char)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_xml_forbids_are_dropped(char: str) -> None:
    assert document(element("a", f"x{char}y", attributes={"b": char})).endswith(b'<a b="">xy</a>\n')


def test_the_end_of_a_cdata_section_never_stands_in_text() -> None:
    assert text("]]>").written == "]]&gt;"


@pytest.mark.parametrize("name", ["", "a b", "1a", "a>", 'a"', "<a", "a:b:c", "a\n"])
def test_an_impossible_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        element(name)
    with pytest.raises(ValueError, match="cannot be the name"):
        element("a", attributes={name: "x"})


def test_an_element_that_is_already_written_is_not_escaped_again() -> None:
    assert element("a", element("b", "<"), "&").written == "<a><b>&lt;</b>&amp;</a>"


def test_an_empty_element_is_closed_at_once() -> None:
    assert element("xml:a").written == "<xml:a/>"


def test_rows_stand_each_on_a_line_of_its_own() -> None:
    assert element("a", lined([element("b"), element("c")])).written == "<a>\n<b/>\n<c/>\n</a>"


def test_a_document_declares_what_it_is() -> None:
    assert document(element("a", "–")) == '<?xml version="1.0" encoding="UTF-8"?>\n<a>–</a>\n'.encode()
