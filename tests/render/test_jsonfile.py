import json
from decimal import Decimal

import pytest

from almanac.render.jsonfile import json_file


def test_keys_keep_the_order_in_which_they_were_given() -> None:
    assert json_file({"b": 1, "a": [True, "–"]}) == '{"b":1,"a":[true,"–"]}\n'.encode()


@pytest.mark.parametrize(
    ("value", "written"), [("80.10", "80.1"), ("128000", "128000"), ("-0.5", "-0.5"), ("1E+3", "1000")]
)
def test_a_decimal_becomes_a_number(value: str, written: str) -> None:
    assert json_file({"score": Decimal(value)}) == f'{{"score":{written}}}\n'.encode()


@pytest.mark.parametrize("value", ["]]>", "</script>", "\x00\x1f", "two\nlines", "\u202e", "🦙", '"\\'])
def test_any_text_comes_back(value: str) -> None:
    assert json.loads(json_file({"name": value})) == {"name": value}


def test_what_is_no_plain_data_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain data"):
        json_file({"x": object()})


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_file({"x": float("nan")})
