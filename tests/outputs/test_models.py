"""The models table: sorted with unknown last, paginated, one source mark a row."""

import re

from almanac.outputs.modelrows import shown_offer
from almanac.outputs.models import ORDERS, PAGE, in_order, outputs
from tests.outputs.press import MODELS, TWO, context, file, files, shelf


def test_unknown_comes_last_in_every_order() -> None:
    built = context()
    for order in ORDERS:
        known = [order.key(model) is not None for model in in_order(built, order)]
        assert known == sorted(known, reverse=True), order.name


def test_the_price_of_a_row_is_the_labs_own_where_it_sells_and_else_the_cheapest() -> None:
    models = shelf(today="2026-06-01").models
    assert getattr(shown_offer(models["acme/one"]), "key", "") == "acme"
    retired = shelf(today="2026-11-20").models
    assert getattr(shown_offer(retired["acme/one"]), "key", "") == "poe"


def test_every_order_has_its_pages_and_every_row_its_mark() -> None:
    made = files(outputs(context()))
    assert {f"models/by-{order.name}/index.html" for order in ORDERS} <= set(made)
    html = made["models/index.html"].decode()
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    assert body.count("<tr") == body.count('class="s"') == 2
    assert html.count('aria-sort="ascending"') == 1


def test_more_than_a_hundred_models_are_paginated() -> None:
    many = {f"acme/m{number}": TWO.replace("name: Two", f"name: M{number}") for number in range(PAGE + 5)}
    made = files(outputs(context(shelf({**MODELS, **many}))))
    second = made["models/page-2/index.html"].decode()
    assert made["models/index.html"].count(b"<tr") == PAGE + 1
    assert second.count("<tr") == 2 + 5 + 1
    assert "models/by-context-2/index.html" in made
    assert re.search(r'href="/almanac/models/page-2/" aria-current="page"', second)


def test_a_model_that_nobody_sells_still_has_its_row() -> None:
    bare = "name: Bare\nlifecycle: {released: unknown}\nsync: {source: register}\n"
    html = file(outputs(context(shelf({**MODELS, "acme/bare": bare}))), "models/index.html").decode()
    row = next(row for row in re.findall(r"<tr.*?</tr>", html) if ">Bare<" in row)
    assert "not stated" in row
    assert "nobody" in row
