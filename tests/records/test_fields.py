"""Fields: what each kind of value takes, and what it says of a value that it refuses."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from almanac.records import Claim, Model, Price, UnitPrice
from almanac.records.fields import (
    Date,
    EnvName,
    ModelId,
    Money,
    OfferKey,
    Slug,
    Text,
    Texts,
    Url,
    Whole,
    broken_url,
    shown,
    slug_fault,
)
from almanac.records.names import Name
from almanac.records.parameter import Default
from almanac.records.price import Amount, WholePrice
from almanac.records.site import FullDate


def refused(kind: Any, value: object) -> str:
    """Return the code and message with which a value is refused."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    context = caught.value.errors()[0]["ctx"]
    return f"{context['code']}: {context['message']}"


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Text, 4, "value-type: Text is meant here, and 4 is not text."),
        (Whole, -1, "value-count: -1 is not a whole number from 0 upward."),
        (Whole, True, "value-count: true is not a whole number from 0 upward."),
        (Money, Decimal("-0.0"), "price-negative: -0.0 is below zero."),
        (Money, Decimal(12345678901), "price-digits: 12345678901 has more than 10 significant digits."),
        (Date, Decimal("2025.1"), "date-form: 2025.1 is not a date."),
        (Url, "https://[", 'url-scheme: "https://[" cannot be read as an address.'),
        (Url, "https://a.example:x/", 'url-scheme: "https://a.example:x/" cannot be read as an address.'),
        (Url, "https:///x", 'url-scheme: "https:///x" names no host.'),
        (Url, "https://localhost/", 'url-scheme: "https://localhost/" names no host.'),
        (Url, "https://a.example\\b", 'url-scheme: "https://a.example\\b" holds a space or a character'),
        (Slug, "page", 'path-name: "page" is a word that our URLs use themselves.'),
        (Slug, "a.", 'path-name: "a." ends in a dot.'),
        (Slug, "MMLU", 'path-name: "MMLU" holds capitals, which no id may hold.'),
        (OfferKey, "Poe", 'offer-key: "Poe" holds capitals, which no id may hold.'),
        (ModelId, "OpenAI/gpt-5", 'model-id: "OpenAI/gpt-5" holds capitals, which no id may hold.'),
        (ModelId, "OpenAI", 'model-id: "OpenAI" cannot be an id here.'),
        (EnvName, "POE-KEY", 'env-name: "POE-KEY" is not the name of an environment variable.'),
        (FullDate, "2026-11", 'date-form: "2026-11" is a month, and a whole day is meant here.'),
        (FullDate, "soon", 'date-form: "soon" is not a date.'),
        (Name, "", "value-empty: The text is empty."),
        (Name, "a " * 61, "value-long: This name has 122 characters, and 120"),
        (Name, f"GPT {'x' * 61}", "value-long: This name holds 61 characters without a space, and"),
        (Texts, {}, "value-type: Text is meant here, and a group of keys is not text."),
    ],
)
def test_a_value_is_refused_in_a_sentence(kind: Any, value: object, said: str) -> None:
    assert refused(kind, value).startswith(said)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"), (True, "true"), (5, "5"), (Decimal("1E-8"), "0.00000001"), ("x", '"x"'), ([], "a list"),
        ((), "a list"), ({}, "a group of keys"), ("x" * 61, f'"{"x" * 60}…"'),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_was_written(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("text", ["a", "gpt-4.1-nano", "01-ai", "a.b-c", "page-2", "indexes"])
def test_an_id_may_hold_letters_digits_dots_and_hyphens(text: str) -> None:
    assert slug_fault(text) == ""


@pytest.mark.parametrize(
    "text", ["", "A", "-a", ".a", "a--b", "a.", "index", "page", "category", "a_b", "ä", "a/b", "a\n"]
)
def test_an_id_may_hold_nothing_else(text: str) -> None:
    assert slug_fault(text)


def test_a_host_without_a_dot_is_public_to_nobody() -> None:
    assert broken_url("http://localhost:8080/v1", public=False) == ""
    assert broken_url("http://localhost:8080/v1") == "names no host"


def test_one_text_and_several_are_both_texts() -> None:
    adapter = TypeAdapter[Any](Texts)
    assert adapter.validate_python("a") == "a"
    assert adapter.validate_python(["a", "b"]) == ("a", "b")


def test_a_default_is_kept_exactly_as_written() -> None:
    adapter = TypeAdapter[Any](Default)
    for value in ("1", 1, Decimal("0.70"), True, None):
        kept = adapter.validate_python(value)
        assert (kept, type(kept)) == (value, type(value))


def test_a_claim_may_be_about_a_list() -> None:
    claim = Claim.model_validate({"path": "modalities.input", "source": "x", "value": ["text", "image"]})
    assert claim.value == ("text", "image")


def test_a_price_lists_its_components_in_the_order_they_are_shown() -> None:
    price = Price.model_validate({"output": 4, "cache_write": 0, "input": {"usd": Decimal("0.006"), "per": "minute"}})
    assert price.components() == {
        "input": UnitPrice(usd=Decimal("0.006"), per="minute"),
        "output": Decimal(4),
        "cache_write": Decimal(0),
    }


def test_a_record_cannot_be_changed() -> None:
    model = Model.model_validate({"name": "A", "lifecycle": {"released": "unknown"}})
    with pytest.raises(ValidationError):
        model.name = "B"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (Slug, "MMLU", 'Write "mmlu".'),
        (OfferKey, "Poe@EU", 'Write "poe@eu".'),
        (ModelId, "OpenAI/GPT-5", 'Write "openai/gpt-5".'),
        (Money, "Free", 'Did you mean "free"?'),
        (Amount, "On-Request", 'Did you mean "on-request"?'),
        (WholePrice, "Free", 'Did you mean "free"?'),
        (WholePrice, "gratis", "Write {input: …, output: …}, or one of: free, included, dynamic, on-request."),
        (Money, "gratis", "Write a plain decimal, or free, included, dynamic, on-request."),
        (FullDate, "2026-11", "Write YYYY-MM-DD: a build needs one day."),
    ],
)
def test_a_value_in_the_wrong_case_is_told_the_right_one(kind: Any, value: object, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert caught.value.errors()[0]["ctx"]["hint"] == hint


def test_a_name_may_be_long_where_it_has_words() -> None:
    adapter = TypeAdapter[Any](Name)
    assert adapter.validate_python("x" * 60) == "x" * 60
    assert len(adapter.validate_python("word " * 24)) == 120
