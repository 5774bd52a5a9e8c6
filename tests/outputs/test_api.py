import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs import api
from almanac.outputs.api.lists import COLUMNS
from tests.outputs.press import HOSTILE, ONE, change, context, file, files, named, shelf

PAGE = "https://example.org/almanac/models/acme/one/"
YUAN = 'CNY: {name: Yuan, rates: [{"on": 2026-01-01, usd: 0.14, source: other}]}'


def published(catalogue: Catalogue | None = None) -> dict[str, bytes]:
    return files(api.outputs(context(catalogue)))


def document(path: str, catalogue: Catalogue | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file(api.outputs(context(catalogue)), f"api/v1/{path}"))
    return found


def table(catalogue: Catalogue | None = None) -> list[dict[str, str]]:
    text = file(api.outputs(context(catalogue)), "api/v1/offers.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_promised_file_is_there() -> None:
    names = {output.path.removeprefix("api/v1/") for output in api.outputs(context())}
    assert {"index.json", "models.json", "ids.json", "changes.json", "offers.csv"} <= names
    assert {"models/acme/one.json", "models/acme/old.json", "models/acme/gone.json"} <= names
    assert {"providers/wafer.ai.json", "benchmarks/riddles.json", "schemas/model.schema.json"} <= names


def test_a_model_begins_with_what_we_add_and_goes_on_as_its_record() -> None:
    found = document("models/acme/one.json")
    assert list(found) == [
        "id", "lab", "url", "status", "badges", "name", "lifecycle", "family", "summary", "mode", "ids", "limits",
        "modalities", "capabilities", "parameters", "offers", "results", "claims", "sync",
    ]  # fmt: skip
    assert [found[key] for key in ("id", "lab", "url", "status")] == ["acme/one", "acme", PAGE, "active"]
    assert found["lifecycle"] == {"released": "2026-01-15", "knowledge_cutoff": "2025-09"}
    assert found["limits"] == {"context": 128000, "max_input": 120000, "max_output": 16000}
    assert found["capabilities"] == {"reasoning": False}


def test_offers_stand_under_their_keys_in_the_order_of_the_record() -> None:
    offers = document("models/acme/one.json")["offers"]
    assert list(offers) == ["azure", "acme", "relay@free", "poe"]
    assert offers["relay@free"] == {
        "id": "relay@free",
        "url": f"{PAGE}relay--free/",
        "status": "active",
        "model_id": "@acme/one:free",
        "price": "free",
        "limits": {"context": 32000},
    }
    assert offers["azure"]["retires"] == "2026-09-01"
    assert offers["azure"]["checked"] == "unknown"


def test_money_is_the_exact_decimal_as_text_and_scores_are_numbers() -> None:
    found = document("models/acme/one.json")
    acme = found["offers"]["acme"]
    assert acme["price"] == {
        "input": "0.1",
        "output": "0.4",
        "cache_read": "0",
        "web_search": {"usd": "10", "per": "1000-requests"},
    }
    assert acme["price_when"] == [{"when": {"tier": "batch"}, "input": "0.05", "output": "0.2"}]
    assert list(acme["price_when"][0]) == ["when", "input", "output"]
    assert acme["price_history"][0] == {"from": "2026-01-15", "input": "0.2", "output": "0.8"}
    assert found["results"][0] == {
        "benchmark": "riddles", "score": 80.1, "by": "lab", "source": "lab-page", "date": "2026-01-15", "cost": "1.5",
    }  # fmt: skip


@pytest.mark.parametrize("amount", ["0.000035", "1234567.891", "0.1000000001", "12", "30.00"])
def test_no_digit_of_a_price_is_lost(amount: str) -> None:
    text = ONE.replace("{input: 0.09, output: 0.36}", f"{{input: {amount}, output: 0.36}}")
    found = document("models/acme/one.json", shelf({"acme/one": text}))["offers"]["poe"]["price"]["input"]
    assert found == (amount.rstrip("0").rstrip(".") if "." in amount else amount)


def test_a_claim_about_money_is_text_and_one_about_a_limit_a_number() -> None:
    claims = document("models/acme/one.json")["claims"]
    assert [(claim["path"], claim["value"]) for claim in claims] == [
        ("limits.context", 64000),
        ("offers.azure.price.input", "0.2"),
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("offers.acme.price_when[tier=batch].input", "0.2"),
        ("offers.acme.price_history[2026-01-15].input", "0.2"),
        ("results[riddles,lab-page].cost", "0.2"),
        ("results[riddles,lab-page].score", 0.2),
        ("offers.acme.price_notes", 0.2),
    ],
)
def test_the_path_of_a_claim_says_whether_it_is_about_money(path: str, value: object) -> None:
    catalogue = shelf()
    one = catalogue.models["acme/one"]
    claim = one.record.claims[1].model_copy(update={"path": path})
    record = one.record.model_copy(update={"claims": (claim,)})
    models = {**catalogue.models, "acme/one": replace(one, record=record)}
    assert document("models/acme/one.json", replace(catalogue, models=models))["claims"][0]["value"] == value


def test_nothing_unknown_is_written_as_null_zero_or_an_empty_thing() -> None:
    def walk(value: Any) -> None:
        assert value is not None
        assert value not in ("", [])
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)

    for path in ("models/acme/one.json", "models/acme/two.json", "models.json", "providers/poe.json"):
        walk(document(path))
    assert document("models/acme/one.json")["parameters"] == [
        "seed",
        {"name": "top_p", "type": "float", "default": 0.5},
        {"name": "max_tokens", "type": "integer"},
    ]


def test_the_badges_of_the_api_are_those_that_a_model_has_by_kind_and_address() -> None:
    assert document("models/acme/one.json")["badges"] == {
        "default": "https://example.org/almanac/embed/acme/one.svg",
        "json": "https://example.org/almanac/embed/acme/one.json",
        "social": "https://example.org/almanac/og/acme/one.png",
    }


def test_a_model_that_is_gone_says_why() -> None:
    assert document("models/acme/old.json") == {
        "id": "acme/old",
        "lab": "acme",
        "url": "https://example.org/almanac/models/acme/old/",
        "name": "Old",
        "moved_to": "acme/one",
    }
    assert document("models/acme/gone.json")["withdrawn"] == {"on": "2026-03-01", "why": "It never came out."}


def test_the_list_of_models_has_a_line_for_each() -> None:
    assert document("models.json") == {
        "edition": "2026-11-20",
        "models": [
            {
                "id": "acme/one",
                "name": "One",
                "lab": "acme",
                "status": "active",
                "released": "2026-01-15",
                "context": 128000,
                "max_output": 16000,
                "input": "0.1",
                "output": "0.4",
                "cheapest": {"offer": "poe", "input": "0.09", "output": "0.36"},
                "modalities": {"input": ["text", "image"], "output": ["text"]},
            },
            {
                "id": "acme/two",
                "name": "Two",
                "lab": "acme",
                "status": "active",
                "cheapest": {"offer": "wafer.ai", "input": "0.02"},
            },
        ],
    }


@pytest.mark.parametrize(
    ("price", "shown"),
    [
        ("free", {"input": "free", "output": "free"}),
        (
            "{input: {usd: 0.006, per: minute}, output: included}",
            {"input": {"usd": "0.006", "per": "minute"}, "output": "included"},
        ),
    ],
)
def test_a_word_or_another_unit_stands_as_it_is(price: str, shown: dict[str, object]) -> None:
    text = f"{{name: One, lifecycle: {{released: 2026-01-01}}, offers: {{acme: {{model_id: one, price: {price}}}}}}}"
    (row,) = document("models.json", shelf({"acme/three": text}))["models"]
    assert {key: row[key] for key in ("input", "output")} == shown
    assert "cheapest" not in row


def test_a_provider_lists_its_offers_with_their_models() -> None:
    found = document("providers/acme.json")
    assert list(found)[:5] == ["id", "lab", "page", "name", "kind"]
    assert found["page"] == "https://example.org/almanac/providers/acme/"
    assert found["api"]["base_url"] == "https://api.acme.example/v1"
    assert [(offer["model"], offer["id"], offer["price"]["input"]) for offer in found["offers"]] == [
        ("acme/one", "acme", "0.1")
    ]
    assert document("providers/bedrock.json")["offers"] == []


def test_a_benchmark_lists_its_results_with_their_models() -> None:
    found = document("benchmarks/riddles.json")
    assert found["page"] == "https://example.org/almanac/benchmarks/riddles/"
    assert [(result["model"], result["score"]) for result in found["results"]] == [("acme/one", 80.1)]


def test_every_id_leads_to_its_model() -> None:
    found = document("ids.json")
    assert found["providers"]["relay"] == {"@acme/one:free": {"model": "acme/one", "offer": "relay@free"}}
    assert found["snapshots"] == {"acme/One-2026-03-01": "acme/one"}
    assert found["aliases"] == {"acme/one-latest": "acme/one"}
    assert found["moved"] == {"acme/old": "acme/one"}
    assert "bedrock" not in found["providers"]


def test_changes_are_told_with_both_prices() -> None:
    found = document("changes.json")
    assert found["changes"][0] == {
        "on": "2026-05-01",
        "kind": "price",
        "model": "acme/one",
        "offer": "acme",
        "title": "Acme lowered One to $0.10 in, $0.40 out",
        "before": {"input": "0.2", "output": "0.8"},
        "after": {"input": "0.1", "output": "0.4", "cache_read": "0"},
        "source": "register",
    }
    assert [coming["on"] for coming in found["upcoming"]] == ["2026-09-01", "2026-10"]


def test_a_change_to_a_word_is_told_with_the_word() -> None:
    catalogue = replace(shelf(), changes=(change(offer="poe", before="free", after="gone"),))
    (found,) = document("changes.json", catalogue)["changes"]
    assert (found["before"], found["after"]) == ("free", "gone")
    assert "source" not in found


def test_the_index_leads_to_every_file_and_names_what_ids_stand_for() -> None:
    found, paths = document("index.json"), {output.path for output in api.outputs(context())}
    base = "https://example.org/almanac/"
    assert {url.removeprefix(base) for url in [*found["files"].values(), *found["schemas"].values()]} <= paths
    assert found["patterns"]["model"].format(id="acme/one").removeprefix(base) in paths
    assert found["patterns"]["provider"].format(id="acme").removeprefix(base) in paths
    assert found["patterns"]["benchmark"].format(id="golf").removeprefix(base) in paths
    assert found["counts"] == {"models": 2, "offers": 5, "providers": 6, "benchmarks": 2, "labs": 2, "sources": 4}
    assert found["sources"]["register"]["at"] == "2026-05-30"
    assert found["labs"]["acme"]["page"] == "https://example.org/almanac/labs/acme/"
    assert found["labs"]["acme"]["families"] == {"one": {"name": "One"}}


def test_the_table_of_offers_has_the_promised_header() -> None:
    assert file(api.outputs(context()), "api/v1/offers.csv").decode().split("\r\n")[0] == (
        "edition,model,offer,provider,model_id,status,input,output,cache_read,cache_write,context,max_output,source,checked"
    )


def test_a_row_has_one_offers_prices_its_limits_and_the_proof_of_the_price() -> None:
    found = {row["offer"]: tuple(row[column] for column in COLUMNS) for row in table()}
    assert found["acme"] == (
        "2026-11-20", "acme/one", "acme", "acme", "one", "active", "0.1", "0.4", "0", "", "128000", "16000",
        "register", "2026-05-30",
    )  # fmt: skip
    assert found["azure"][-2:] == ("other", "")
    assert found["wafer.ai"][6:12] == ("0.02", "", "", "", "", "")


def test_an_id_that_a_spreadsheet_would_run_gets_an_apostrophe() -> None:
    (row,) = [row for row in table() if row["offer"] == "relay@free"]
    assert row["model_id"] == "'@acme/one:free"
    assert (row["input"], row["output"], row["cache_read"]) == ("free", "free", "")


def test_prices_in_another_currency_stand_in_dollars_in_the_lists_and_as_written_in_the_record() -> None:
    text = (
        "{name: Three, lifecycle: {released: 2026-01-01}, offers: {acme: {model_id: three, currency: CNY, "
        "price: {input: 1.50, output: {usd: 0.006, per: minute}, cache_read: included}}}}"
    )
    catalogue = shelf({"acme/three": text}, currencies=YUAN)
    (row,) = table(catalogue)
    assert (row["input"], row["output"], row["cache_read"]) == ("0.21", "0.006 per minute", "included")
    (model,) = document("models.json", catalogue)["models"]
    assert model["input"] == "0.21"
    offer = document("models/acme/three.json", catalogue)["offers"]["acme"]
    assert (offer["currency"], offer["price"]["input"]) == ("CNY", "1.5")


def test_an_offer_without_a_price_or_a_source_has_empty_cells() -> None:
    text = "{name: Three, lifecycle: {released: unknown}, offers: {acme: {model_id: three}}}"
    (row,) = table(shelf({"acme/three": text}))
    assert (row["input"], row["context"], row["source"], row["checked"]) == ("", "", "", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    catalogue = named(shelf(), name)
    assert document("models/acme/one.json", catalogue)["name"] == name
    assert document("index.json", catalogue)["labs"]["acme"]["name"] == name
    assert len(table(catalogue)) == len(table())


def test_the_same_content_gives_the_same_bytes() -> None:
    assert published() == published()


def test_a_model_that_nobody_sells_has_no_offers() -> None:
    catalogue = shelf({"acme/three": "{name: Three, lifecycle: {released: 2026-01-01}}"})
    assert "offers" not in document("models/acme/three.json", catalogue)
