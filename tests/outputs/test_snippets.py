import json
import re
from html.parser import HTMLParser

import markdown
import pytest

from almanac.outputs.badges.snippets import LANGUAGES, Placed, alt, snippets
from tests.outputs.press import HOSTILE

ONE = Placed(
    image="https://example.org/embed/acme/one.svg",
    page="https://example.org/models/acme/one/",
    alt="One: price and context, by Almanac",
    size=(149, 20),
    endpoint="https://example.org/embed/acme/one.json",
)


def written(placed: Placed = ONE) -> dict[str, str]:
    return {snippet.language: snippet.text for snippet in snippets(placed)}


class Reader(HTMLParser):
    """Collects the elements of a text with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_badge_is_written_in_six_languages() -> None:
    assert written() == {
        "HTML": '<a href="https://example.org/models/acme/one/" rel="noopener"><img '
        'src="https://example.org/embed/acme/one.svg" width="149" height="20" '
        'alt="One: price and context, by Almanac"></a>',
        "Markdown": "[![One: price and context, by Almanac](https://example.org/embed/acme/one.svg)]"
        "(https://example.org/models/acme/one/)",
        "reStructuredText": ".. image:: https://example.org/embed/acme/one.svg\n"
        "   :target: https://example.org/models/acme/one/\n"
        "   :alt: One: price and context, by Almanac\n   :width: 149\n   :height: 20",
        "AsciiDoc": 'image:https://example.org/embed/acme/one.svg["One: price and context, by Almanac",149,20,'
        'link="https://example.org/models/acme/one/",opts="noopener"]',
        "BBCode": "[url=https://example.org/models/acme/one/][img width=149 height=20]"
        "https://example.org/embed/acme/one.svg[/img][/url]",
        "shields.io": "[![One: price and context, by Almanac](https://img.shields.io/endpoint?url="
        "https%3A%2F%2Fexample.org%2Fembed%2Facme%2Fone.json)](https://example.org/models/acme/one/)",
    }


def test_a_badge_without_an_endpoint_is_not_drawn_elsewhere() -> None:
    other = Placed(ONE.image, ONE.page, ONE.alt, ONE.size)
    assert "shields.io" not in written(other)


@pytest.mark.parametrize("name", [*HOSTILE, "[x](javascript:alert(1))", "{page} {alt}", "`code` *and* _more_", "a\\b"])
def test_any_name_stays_the_words_of_a_picture(name: str) -> None:
    words = alt(name, "price", "Almanac")
    texts = written(Placed(ONE.image, ONE.page, words, ONE.size))
    for text in (texts["HTML"], markdown.markdown(texts["Markdown"])):
        links = [(tag, given) for tag, given in Reader(text).found if tag != "p"]
        assert [tag for tag, _ in links] == ["a", "img"]
        assert links[0][1]["href"] == ONE.page
        assert (links[1][1]["src"], links[1][1]["alt"]) == (ONE.image, words)
    assert len(texts["reStructuredText"].splitlines()) == 5
    inner = re.fullmatch(r'image:\S+\["(.*)",149,20,link="[^"]*",opts="noopener"\]', texts["AsciiDoc"])
    assert inner is not None
    assert re.sub(r'\\(["\]{])', r"\1", inner[1]) == words
    assert re.search(r'(?<!\\)["\]{]', inner[1]) is None


def test_the_patterns_can_be_handed_to_a_script() -> None:
    for language in LANGUAGES:
        assert json.loads(json.dumps(language.escapes)) == language.escapes
        assert set(re.findall(r"\{(\w+)\}", language.pattern)) <= {
            "page",
            "image",
            "alt",
            "width",
            "height",
            "endpoint",
        }
