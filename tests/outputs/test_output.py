"""A file of the site before it is rendered: what is made when, and what is known before."""

from almanac.outputs.output import Later, Output


def test_a_later_view_is_made_only_when_it_is_drawn_or_asked_for_its_fragments() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("once")
        return "text"

    output = Output("a/index.html", Later(make), str.encode, "test", lambda view: frozenset({view}))
    assert made == []
    assert output.draw() == b"text"
    assert output.fragments() == {"text"}
    assert made == ["once", "once"]


def test_a_view_that_is_there_is_drawn_as_it_is() -> None:
    output = Output("a.txt", "text", str.encode, "test", frozenset({"main"}))
    assert (output.draw(), output.fragments()) == (b"text", frozenset({"main"}))
