"""The models table: sorted with unknown last, paginated, one source mark a row."""

import json
import re
from typing import Any

import pytest

from almanac.outputs.modelrows import shown_offer
from almanac.outputs.models import outputs
from almanac.outputs.models.data import STATUSES
from almanac.outputs.models.filters import filters
from almanac.outputs.models.orders import BY_NAME, ORDERS, in_order
from almanac.outputs.paging import ROWS
from almanac.records.traits import CAPABILITIES
from tests.outputs.press import MODELS, ROOT, TWO, context, file, files, shelf


def test_unknown_comes_last_in_every_order() -> None:
    built = context()
    for order in ORDERS:
        known = [order.key(built, model) is not None for model in in_order(built, order)]
        assert known == sorted(known, reverse=True), order.name


def test_the_table_begins_with_what_most_sell_as_its_script_does() -> None:
    many = (
        MODELS["acme/one"]
        .replace("name: One", "name: Widely sold")
        .replace("  poe:", "  bedrock: {model_id: b}\n  poe:")
    )
    built = context(shelf({**MODELS, "acme/wide": many}))
    first = ORDERS[0]
    assert [model.id for model in in_order(built, first)] == ["acme/wide", "acme/one", "acme/two"]
    script = (ROOT / "static/js/table.js").read_text(encoding="utf-8")
    assert f'const FIRST = {{ sort: "{first.name}", down: {str(first.descends).lower()} }};' in script
    html = file(outputs(built), "models/index.html").decode()
    assert f'<span id="order">{first.said}</span>' in html


def test_the_price_of_a_row_is_the_labs_own_where_it_sells_and_else_the_cheapest() -> None:
    models = shelf(today="2026-06-01").models
    assert getattr(shown_offer(models["acme/one"]), "key", "") == "acme"
    retired = shelf(today="2026-11-20").models
    assert getattr(shown_offer(retired["acme/one"]), "key", "") == "poe"


def test_every_order_has_its_pages_and_every_row_its_mark() -> None:
    made = files(outputs(context()))
    orders = {f"models/by-{order.name}/index.html" for order in ORDERS[1:]}
    assert orders == {path for path in made if re.fullmatch(r"models/by-[a-z-]+/index\.html", path)}
    html = made["models/index.html"].decode()
    body = html.split("<tbody>", 1)[1].rsplit("</tbody>", 1)[0]
    assert body.count("<tr") == body.count('class="s"') == 2
    assert "aria-sort" not in html, "the table's own order is no column"
    assert made["models/by-input/index.html"].decode().count('aria-sort="ascending"') == 1


def test_the_table_says_how_old_its_prices_are_on_every_page() -> None:
    made = files(outputs(context()))
    said = "Prices last checked on 30 May 2026, 2 days ago; of 1 the day is unknown."
    for path in ("models/index.html", "models/by-context/index.html"):
        assert said in made[path].decode()


def test_more_than_a_hundred_models_are_paginated() -> None:
    many = {f"acme/m{number}": TWO.replace("name: Two", f"name: M{number}") for number in range(ROWS + 5)}
    made = files(outputs(context(shelf({**MODELS, **many}))))
    second = made["models/page-2/index.html"].decode()
    assert made["models/index.html"].count(b"<tr") == ROWS + 1
    assert second.count("<tr") == 2 + 5 + 1
    assert "models/by-context-2/index.html" in made
    assert re.search(r'href="/almanac/models/page-2/" aria-current="page"', second)
    assert 'href="/almanac/models/by-context/"' in made["models/by-context-2/index.html"].decode()


def test_a_model_that_nobody_sells_still_has_its_row() -> None:
    bare = "name: Bare\nlifecycle: {released: unknown}\nsync: {source: register}\n"
    html = file(outputs(context(shelf({**MODELS, "acme/bare": bare}))), "models/index.html").decode()
    row = next(row for row in re.findall(r"<tr.*?</tr>", html) if ">Bare<" in row)
    assert "not stated" in row
    assert "nobody" in row


def _sold(offer: str) -> str:
    return f"name: One\nlifecycle: {{released: unknown}}\nsync: {{source: register}}\noffers: {{{offer}}}\n"


def test_numbers_stand_before_words_and_words_before_what_nobody_states() -> None:
    offers = {
        "acme/a": "poe: {model_id: a}",
        "acme/b": "poe: {model_id: b, price: included}",
        "acme/c": "poe: {model_id: c, price: {input: {usd: 0.01, per: page}}}",
        "acme/d": "poe: {model_id: d, price: free}",
        "acme/e": "poe: {model_id: e, price: {input: 9, output: 9}}",
        "acme/f": "poe: {model_id: f, price: {input: 1, output: 1}, ended: 2026-01-01}",
    }
    built = context(shelf({id_: _sold(offer) for id_, offer in offers.items()}))
    assert [model.id[-1] for model in in_order(built, BY_NAME["input"])] == ["e", "d", "b", "c", "a", "f"]


def test_only_the_first_page_of_the_table_has_filters_and_scripts() -> None:
    many = {f"acme/m{number}": TWO.replace("name: Two", f"name: M{number}") for number in range(ROWS + 5)}
    made = files(outputs(context(shelf({**MODELS, **many}))))
    with_filters = {path for path, page in made.items() if b'id="ask"' in page}
    with_scripts = {path for path, page in made.items() if b"/assets/table.js" in page}
    assert with_filters == with_scripts == {"models/index.html"}
    assert b'<a href="/almanac/models/">The whole table</a>' in made["models/page-2/index.html"]


def test_what_cannot_act_without_script_is_marked_so_that_it_is_not_shown() -> None:
    html = file(outputs(context()), "models/index.html").decode()
    for tag in re.findall(r"<(?:form|button|input|select)\b[^>]*>", html.partition("<main")[2].partition("</form>")[2]):
        before = html.partition(tag)[0]
        opened = max(before.rfind(f"<{name} ") for name in ("td", "div", "p", "form"))
        assert "data-script" in before[opened:], tag
    assert re.search(r"<form [^>]*data-script", html)


def _rows(name: str, made: dict[str, bytes]) -> list[dict[str, Any]]:
    (path,) = (path for path in made if re.fullmatch(rf"assets/{name}\.[0-9a-f]{{12}}\.json", path))
    columns = json.loads(made[path])["rows"]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_the_rows_of_the_script_hold_exact_money_and_say_unknown_by_leaving_it_empty() -> None:
    made = files(outputs(context()))
    one, two = _rows("models", made)
    assert (one["slug"], one["input"], one["output"], one["cached"]) == ("one", "0.1", "0.4", "0")
    assert (two["slug"], two["input"], two["output"], two["cached"]) == ("two", "0.02", "", "")
    assert (one["context"], one["longest"], two["context"], two["released"]) == (128000, 16000, 0, "")
    assert one["can"] & 1 << CAPABILITIES.index("vision")
    assert one["cannot"] & 1 << CAPABILITIES.index("reasoning")
    assert STATUSES[one["status"]] == "active"


def test_an_offer_takes_over_from_its_model_what_it_does_not_state() -> None:
    made = files(outputs(context()))
    offers = _rows("offers", made)
    lists = json.loads(made[next(path for path in made if path.startswith("assets/models."))])
    by_provider = {(lists["providers"][row["at"]][0], row["variant"]): row for row in offers}
    free = by_provider["relay", "free"]
    assert (free["input"], free["context"], free["longest"], free["model"]) == ("free", 32000, -1, 0)
    assert by_provider["azure", ""]["context"] == -1
    assert len(offers) == lists["offers"] == 5


def test_lists_stand_in_the_order_in_which_they_sort() -> None:
    made = files(outputs(context()))
    lists = json.loads(made[next(path for path in made if path.startswith("assets/models."))])
    names = [name.casefold() for _, name in lists["providers"]]
    assert names == sorted(names)


def test_the_marks_of_the_script_are_those_of_the_first_page() -> None:
    made = files(outputs(context()))
    html = made["models/index.html"].decode()
    lists = json.loads(made[next(path for path in made if path.startswith("assets/models."))])
    marks = dict(re.findall(r'<a href="/almanac/models/acme/(\w+)/">.*?<a class="s" href="#s(\d+)"', html))
    assert marks == {row["slug"]: str(row["source"]) for row in _rows("models", made)}
    assert {str(number) for number, *_ in lists["sources"]} >= set(marks.values())


@pytest.mark.parametrize(("name", "choices"), [("kinds", ("chat", "embedding")), ("statuses", ("active",))])
def test_only_what_the_catalogue_holds_can_be_chosen(name: str, choices: tuple[str, ...]) -> None:
    assert getattr(filters(context(), models="", offers="", compare=""), name) == choices
