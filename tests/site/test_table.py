"""The table of all models in a real browser: narrowed, sorted, chosen from, shared by its address, and by keyboard."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
ROWS = "#table tbody tr"
PRICE = re.compile(r"[\d,.]+")


@pytest.fixture
def table(browser: Browser, origin: str) -> Iterator[Page]:
    """Return the table on a wide screen, and be sure that nothing went wrong in it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(10_000)
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.goto(f"{origin}/models/")
    yield opened
    context.close()
    assert errors == []


def settle(page: Page, query: str) -> None:
    """Wait until the address says what was asked for, and every row of it is drawn."""
    page.wait_for_function("query => decodeURIComponent(location.search) === query", arg=query)
    page.wait_for_function(
        """() => {
            if (document.getElementById("table").ariaBusy) return false;
            const many = Number(document.getElementById("count").textContent.split(" ")[0].replaceAll(",", ""));
            return document.querySelectorAll("#table tbody tr").length === Math.min(many, 100);
        }"""
    )


def choose(page: Page, name: str, value: str) -> None:
    """Fill a blank as a reader does: the long lists are there as soon as somebody turns to the sentence."""
    page.locator(f"[name={name}]").focus()
    page.select_option(f"[name={name}]", value)


def cells(page: Page, column: str, *, rows: str = ROWS) -> list[str]:
    """Return one column as it is shown."""
    place = page.locator("#table thead th").evaluate_all(
        "(heads, column) => heads.findIndex((head) => head.dataset.k === column)", column
    )
    return page.locator(f"{rows} > :nth-child({place + 1})").all_inner_texts()


def shown(page: Page) -> tuple[int, int]:
    """Return how many rows match, and of how many."""
    found = [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", page.inner_text("#count"))]
    return found[0], found[-1]


def head(page: Page, column: str) -> Locator:
    return page.locator(f'th[data-k="{column}"]')


def data(site: Path, name: str) -> dict[str, Any]:
    (file,) = site.glob(f"assets/{name}.*.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_the_script_draws_the_rows_that_the_program_drew(table: Page) -> None:
    drawn = table.locator("#table tbody").evaluate_all(
        "bodies => bodies.map((body) => body.innerText).join(String.fromCharCode(10))"
    )
    table.fill("[name=q]", "gemini")
    settle(table, "?q=gemini")
    table.fill("[name=q]", "")
    settle(table, "")
    again = table.locator("#table tbody").evaluate_all(
        "bodies => bodies.map((body) => body.innerText).join(String.fromCharCode(10))"
    )
    assert again.split() == drawn.split()


def test_a_text_narrows_the_table_down_and_the_count_is_told(table: Page) -> None:
    table.fill("[name=q]", "Claude Haiku")
    settle(table, "?q=Claude+Haiku")
    few, all_ = shown(table)
    assert 0 < few < all_
    assert all("haiku" in name.lower() for name in cells(table, "name"))
    assert table.get_attribute("#count", "role") == "status"


def test_blanks_narrow_it_down_together_and_unknown_meets_no_bound(table: Page, site: Path) -> None:
    table.select_option("[name=kind]", "chat")
    table.select_option("[name=can]", "function_calling")
    table.locator("[name=can]").nth(1).select_option("structured_output")
    table.fill("[name=context-from]", "200k")
    table.fill("[name=input-to]", "$0.50")
    table.locator("[name=input-to]").press("Tab")
    settle(table, "?kind=chat&can=function_calling&can=structured_output&context-from=200k&input-to=$0.50")
    columns, offers = data(site, "models"), data(site, "offers")["rows"]
    rows, can = columns["rows"], columns["can"]
    mask = 1 << can.index("function_calling") | 1 << can.index("structured_output")

    def told(name: str, place: int) -> int:
        own: int = offers[name][place]
        return own if own >= 0 else rows[name][offers["model"][place]]

    meeting = {
        offers["model"][place]
        for place in range(len(offers["model"]))
        if rows["mode"][offers["model"][place]] == columns["modes"].index("chat")
        and told("can", place) & mask == mask
        and told("context", place) >= 200_000
        and offers["sold"][place] == 1
        and (
            offers["input"][place] == "free"
            or (PRICE.fullmatch(offers["input"][place]) and float(offers["input"][place]) <= 0.5)
        )
    }
    expected = len(meeting)
    assert shown(table)[0] == expected > 0


def test_a_row_prices_an_offer_that_itself_meets_every_bound(table: Page, site: Path) -> None:
    """A model holds a million tokens at one seller and costs little at another: that is no cheap long context."""
    table.fill("[name=context-from]", "900k")
    table.locator("[name=context-from]").press("Tab")
    settle(table, "?context-from=900k")
    columns, offers = data(site, "models"), data(site, "offers")["rows"]
    providers = [name for _, name in columns["providers"]]
    names = columns["rows"]["name"]
    fitting = {
        (names[offers["model"][place]], providers[offers["at"][place]])
        for place in range(len(offers["model"]))
        if max(offers["context"][place], 0) >= 900_000
        or (offers["context"][place] < 0 and columns["rows"]["context"][offers["model"][place]] >= 900_000)
    }
    for row in table.locator("#table tbody tr").all()[:40]:
        name = row.locator("th a").inner_text()
        seller = row.locator("td.c-at").inner_text().partition(",")[0]
        assert (name, seller) in fitting


def test_a_models_row_says_the_models_status_whatever_narrows_it_down(table: Page, site: Path) -> None:
    """Its lab has ended it and others sell it: a bound on the price may not turn "retired" into "active"."""
    columns, offers = data(site, "models"), data(site, "offers")["rows"]
    status = columns["rows"]["status"]
    retired = columns["statuses"].index("retired")
    sold = {place for place, is_sold in zip(offers["model"], offers["sold"], strict=True) if is_sold}
    names = {columns["rows"]["name"][place] for place in sold if status[place] == retired}
    assert names
    table.select_option("[name=status]", "retired")
    table.fill("[name=input-to]", "0.2")
    table.locator("[name=input-to]").press("Tab")
    settle(table, "?input-to=0.2&status=retired")
    assert shown(table)[0] > 0
    assert set(cells(table, "name")) <= names
    assert set(cells(table, "status")) == {"retired"}
    table.select_option("[name=view]", "offers")
    # Of offers their own status is asked, and none that has ended is sold at any price.
    table.locator("#table .none").wait_for()
    assert shown(table)[0] == 0


def test_what_cannot_be_read_is_marked_and_narrows_nothing_down(table: Page) -> None:
    table.fill("[name=input-to]", "cheap")
    settle(table, "?input-to=cheap")
    assert table.get_attribute("[name=input-to]", "aria-invalid") == "true"
    assert shown(table)[0] == shown(table)[1]


@pytest.mark.parametrize("column", ["output", "context", "released", "lab", "weights"])
def test_unknown_comes_last_whichever_way_a_column_is_sorted(table: Page, column: str) -> None:
    choose(table, "provider", "groq")
    settle(table, "?provider=groq")
    for _ in range(2):
        head(table, column).locator("button").click()
        table.wait_for_function("column => document.querySelector(`th[data-k='${column}']`).ariaSort", arg=column)
        settle(table, table.evaluate("decodeURIComponent(location.search)"))
        known = [
            not re.match(r"not stated|–|free|included", text)
            for text in cells(table, column, rows=f"{ROWS}:not(.gone)")
        ]
        assert known == sorted(known, reverse=True)
    assert table.locator("th[aria-sort]").count() == 1


def test_prices_are_sorted_as_numbers_both_ways(table: Page) -> None:
    for query, descending in (("?sort=output", False), ("?sort=-output", True)):
        head(table, "output").locator("button").click()
        settle(table, query)
        known = [float(text.replace(",", "")) for text in cells(table, "output") if PRICE.fullmatch(text)]
        assert len(known) > 50
        assert known == sorted(known, reverse=descending)


def test_the_address_holds_the_state_and_the_back_button_takes_it_back(table: Page) -> None:
    whole = table.inner_text("#count")
    choose(table, "lab", "openai")
    settle(table, "?lab=openai")
    head(table, "context").locator("button").click()
    settle(table, "?lab=openai&sort=-context")
    first = cells(table, "name")
    table.reload()
    settle(table, "?lab=openai&sort=-context")
    assert cells(table, "name") == first
    table.go_back()
    settle(table, "?lab=openai")
    assert table.locator("th[aria-sort]").count() == 0
    table.go_back()
    settle(table, "")
    assert table.inner_text("#count") == whole
    table.go_forward()
    settle(table, "?lab=openai")
    assert table.input_value("[name=lab]") == "openai"


def test_typing_leaves_one_step_of_history_and_not_one_for_each_letter(table: Page) -> None:
    before = table.evaluate("history.length")
    table.locator("[name=q]").press_sequentially("mistral", delay=400)
    settle(table, "?q=mistral")
    assert table.evaluate("history.length") == before + 1


def test_offers_are_rows_of_their_own_and_lead_to_their_pages(table: Page, origin: str) -> None:
    models = shown(table)[1]
    table.select_option("[name=view]", "offers")
    settle(table, "?view=offers")
    assert shown(table)[1] > models
    table.fill("[name=q]", "gpt-4.1-nano azure")
    settle(table, "?view=offers&q=gpt-4.1-nano+azure")
    assert head(table, "at").inner_text() == "Sold by"
    link = table.locator(ROWS).first.get_by_role("link", name=re.compile("^Azure"))
    assert table.request.get(f"{origin}/models/{link.get_attribute('href')}index.html").ok


def test_a_provider_gives_models_its_own_price(table: Page) -> None:
    choose(table, "provider", "groq")
    settle(table, "?provider=groq")
    assert {text.partition(",")[0] for text in cells(table, "at")} == {"Groq"}


def test_columns_are_chosen_and_kept_in_the_address(table: Page) -> None:
    table.locator("#columns summary").click()
    table.locator("#columns").get_by_label("Longest output").uncheck()
    table.locator("#columns").get_by_label("Sellers").check()
    table.wait_for_function("location.search.includes('sellers')")
    assert head(table, "longest-output").count() == 0
    assert all(text.isdigit() for text in cells(table, "sellers"))
    table.reload()
    head(table, "sellers").wait_for()
    assert head(table, "longest-output").count() == 0


def test_the_tray_takes_two_to_six_models_and_leads_to_their_comparison(table: Page) -> None:
    boxes = table.locator(f"{ROWS} input")
    ids = [boxes.nth(place).get_attribute("value") for place in range(7)]
    assert not table.locator("#tray").is_visible()
    boxes.nth(0).check()
    assert table.locator("#tray a").count() == 0
    for place in range(1, 6):
        boxes.nth(place).check()
    assert boxes.nth(6).is_disabled()
    href = table.get_attribute("#tray a", "href") or ""
    assert href.endswith("/compare/?" + "&".join(f"m={id_}" for id_ in ids[:6]))
    table.fill("[name=q]", "gpt-4.1")
    table.wait_for_function("location.search.startsWith('?q=gpt-4.1&m=')")
    assert table.locator("#tray li").count() == 6
    table.locator("#tray li button").first.click()
    assert table.locator("#tray li").count() == 5
    table.reload()
    table.wait_for_function("document.querySelectorAll('#tray li').length === 5")
    assert "/" not in table.locator("#tray li").first.inner_text()


def test_csv_holds_what_is_shown_and_nothing_that_a_spreadsheet_would_run(table: Page) -> None:
    table.route("**/assets/models.*.json", lambda route: route.fulfill(body=_hostile(route.fetch().text())))
    table.fill("[name=q]", "cmd")
    settle(table, "?q=cmd")
    with table.expect_download() as download:
        table.click("#csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert rows[0][:5] == ["Id", "Model", "Lab", "Input, USD per 1M tokens", "Output, USD per 1M tokens"]
    assert rows[1][1] == '\'=cmd()|"x", A0'
    assert len(rows) == 1 + shown(table)[0] == 2
    assert "not stated" not in rows[1]


def _hostile(text: str) -> str:
    found = json.loads(text)
    found["rows"]["name"][0] = '=cmd()|"x", A0'
    return json.dumps(found)


def test_a_hundred_more_rows_are_shown_at_a_time_and_focus_goes_to_the_first(table: Page) -> None:
    table.get_by_role("button", name="Show 100 more").click()
    table.wait_for_function("document.querySelectorAll('#table tbody tr').length === 200")
    assert table.evaluate("document.activeElement.closest('tr') === document.querySelectorAll('#table tbody tr')[100]")
    assert len(set(table.locator(f"{ROWS} input").evaluate_all("boxes => boxes.map((box) => box.value)"))) == 200


def test_every_mark_leads_to_its_source_also_in_rows_that_the_script_drew(table: Page) -> None:
    table.select_option("[name=view]", "offers")
    settle(table, "?view=offers")
    table.fill("[name=q]", "azure")
    settle(table, "?view=offers&q=azure")
    table.wait_for_timeout(400)
    marks = set(table.locator(f"{ROWS} .s").evaluate_all("marks => marks.map((mark) => mark.hash)"))
    assert marks
    assert all(table.locator(f".sources li{mark}").count() == 1 for mark in marks)


def test_the_table_is_worked_by_keyboard_alone(table: Page) -> None:
    table.locator("[name=q]").focus()
    table.keyboard.type("haiku")
    settle(table, "?q=haiku")
    head(table, "released").locator("button").focus()
    table.keyboard.press("Enter")
    settle(table, "?q=haiku&sort=-released")
    assert table.evaluate("document.activeElement.closest('th')?.dataset.k") == "released"
    table.locator(f"{ROWS} input").first.focus()
    table.keyboard.press("Space")
    assert table.locator("#tray li").count() == 1
    table.locator(".ask [type=reset]").focus()
    table.keyboard.press("Enter")
    table.wait_for_function("!location.search.includes('q=')")
    assert table.evaluate("document.activeElement.name") == "q"


def test_without_script_no_control_is_shown_and_the_pages_are(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{origin}/models/")
    controls = opened.locator("main :is(button, input, select, summary)")
    assert controls.count() > 10
    assert not any(control.is_visible() for control in controls.all())
    assert opened.get_by_role("link", name="Page 2", exact=True).is_visible()
    opened.get_by_role("link", name="Context", exact=True).click()
    assert opened.url.endswith("/models/by-context/")
    context.close()


def test_the_rows_that_cannot_be_fetched_are_told_and_the_page_stays(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.route("**/assets/models.*.json", lambda route: route.abort())
    opened.goto(f"{origin}/models/")
    before = opened.locator(ROWS).count()
    opened.fill("[name=q]", "gemini")
    opened.wait_for_function("document.getElementById('count').textContent.includes('could not be fetched')")
    assert opened.locator(ROWS).count() == before
    context.close()


def test_nothing_scrolls_sideways_at_320_pixels_with_filters_columns_and_tray(page: Page, origin: str) -> None:
    columns = "lab.input.output.cached.at.context.longest-output.reads.writes.reasons.cutoff.sellers.mode.source"
    page.goto(f"{origin}/models/?q=gpt&view=offers&columns={columns}&m=openai/gpt-4.1-nano&m=openai/gpt-4.1-mini")
    page.locator("#tray a").wait_for()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
