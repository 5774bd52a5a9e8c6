"""The merge: the tables of spec/import.md, one row after the other."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from almanac.importers.findings import Disbelief, Finding, Harvest
from tests.importers.merging import BARE, ONE, Shelf, data_of, hand_made, harvest

OFFER = "offers:\n  acme:\n    model_id: acme-one\n    price: {input: 0.10, output: 0.40}   # a comment\n"
SYNC = "sync: {source: modelsdev}\n"
PRICE = {"offers acme price input": Decimal("0.1"), "offers acme price output": Decimal("0.4")}
DEARER = {"offers acme price input": Decimal("0.2"), "offers acme price output": Decimal("0.8")}


def test_what_is_new_is_added_and_written_as_people_write() -> None:
    batch = {"when": {"tier": "batch"}, "input": Decimal("0.05")}
    shelf = Shelf().say(
        "modelsdev",
        {
            **PRICE,
            "offers acme price_when tier=batch": batch,
            "limits": {"context": 128000},
            "capabilities reasoning": False,
            "results riddles,modelsdev": {"source": "modelsdev", "by": "lab", "score": 80, "benchmark": "riddles"},
        },
    )
    assert shelf.text == (
        "# yaml-language-server: $schema=../../../schema/model.schema.json\n"
        "name: Acme One\n"
        "\n"
        "lifecycle: {released: 2026-01-15}\n"
        "limits: {context: 128000}\n"
        "capabilities:\n"
        "  reasoning: false\n"
        "\n"
        "offers:\n"
        "  acme:\n"
        "    model_id: acme-one\n"
        "    price: {input: 0.1, output: 0.4}\n"
        "    price_when:\n"
        "      - {when: {tier: batch}, input: 0.05}\n"
        "\n"
        "results:\n"
        "  - {benchmark: riddles, score: 80, by: lab, source: modelsdev}\n"
        "sync: {source: modelsdev}\n"
    )


def test_a_value_that_its_source_wrote_follows_its_source() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 1000}).say("modelsdev", {"limits context": 2000})
    assert shelf.data["limits"] == {"context": 2000}
    assert shelf.told("updated") == ["limits.context"]
    assert "claims" not in shelf.data


def test_a_persons_edit_is_kept_and_the_source_becomes_a_claim_that_is_refreshed() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 1000}).edit("context: 1000", "context: 1024")
    shelf.say("modelsdev", {"limits context": 2000})
    assert shelf.data["limits"] == {"context": 1024}
    assert shelf.data["claims"] == [{"path": "limits.context", "value": 2000, "source": "modelsdev"}]
    assert shelf.told("kept") == ["limits.context"]
    shelf.say("modelsdev", {"limits context": 3000})
    assert shelf.data["claims"] == [{"path": "limits.context", "value": 3000, "source": "modelsdev"}]
    shelf.say("modelsdev", {"limits context": 1024})
    assert "claims" not in shelf.data


def test_what_a_persons_evidence_names_is_frozen() -> None:
    evidence = "evidence:\n  limits: {source: acme-launch}\n"
    shelf = hand_made(limits="limits: {context: 1000}\n", evidence=evidence, sync=SYNC)
    shelf.say("modelsdev", {"limits context": 1000}).say("modelsdev", {"limits context": 2000})
    assert shelf.data["limits"] == {"context": 1000}
    assert shelf.data["claims"] == [{"path": "limits.context", "value": 2000, "source": "modelsdev"}]
    shelf.edit("{source: acme-launch}", "{source: acme-launch, by: import}")
    assert shelf.say("modelsdev", {"limits context": 2000}).data["limits"] == {"context": 1000}


def test_what_a_person_wrote_and_a_source_confirmed_follows_the_source() -> None:
    shelf = hand_made(limits="limits: {context: 1000}\n", sync=SYNC)
    before = shelf.text
    shelf.say("modelsdev", {"limits context": 1000})
    assert shelf.text == before.replace("sync", "\noffers:\n  acme:\n    model_id: acme-one\nsync")
    assert shelf.say("modelsdev", {"limits context": 2000}).data["limits"] == {"context": 2000}


def test_a_persons_value_stays_though_a_lower_source_once_said_the_same() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 1200}).say("litellm", {"limits context": 1000})
    shelf.edit("{context: 1200}", "{context: 1000}")
    shelf.say("modelsdev", {"limits context": 1200}).say("litellm", {"limits context": 1000})
    assert shelf.say("litellm", {"limits context": 900}).data["limits"] == {"context": 1000}


REMOVED = [
    ("limits: {context: 1000}\n", ""),
    ("{context: 1000}", "{max_input: 5}"),
    (
        "  relay:\n    model_id: acme/one\n    price: free\n",
        "",
    ),
    ("    price_when:\n      - {when: {tier: batch}, input: 0.05}\n", ""),
    ("\nresults:\n  - {benchmark: riddles, score: 80, by: lab, source: modelsdev}\n", "\n"),
    ("sync: {source: modelsdev}\n", ""),
]


@pytest.mark.parametrize(("old", "new"), REMOVED)
def test_what_a_person_removed_stays_removed(old: str, new: str) -> None:
    facts = {
        **PRICE,
        "limits context": 1000,
        "offers relay model_id": "acme/one",
        "offers relay price": "free",
        "offers acme price_when tier=batch": {"when": {"tier": "batch"}, "input": Decimal("0.05")},
        "results riddles,modelsdev": {"benchmark": "riddles", "score": 80, "by": "lab", "source": "modelsdev"},
    }
    shelf = Shelf().say("modelsdev", facts).edit(old, new)
    expected = shelf.text
    more = {
        **facts,
        "limits max_output": 500,
        "offers relay since": "2026-01-01",
        "results riddles,modelsdev": {"benchmark": "riddles", "score": 81, "by": "lab", "source": "modelsdev"},
    }
    assert shelf.say("modelsdev", facts).text == expected
    shelf.say("modelsdev", more)
    gone = [line for line in old.splitlines() if line not in new and line.strip()]
    assert not set(gone) & set(shelf.text.splitlines())


def test_a_file_that_a_person_removed_stays_removed() -> None:
    shelf = Shelf().say("modelsdev", {})
    del shelf.texts[ONE]
    assert ONE not in shelf.say("modelsdev", {}).say("litellm", {}).texts


def test_a_claim_or_evidence_that_a_person_removed_stays_removed() -> None:
    shelf = (
        Shelf().say("modelsdev", {"limits context": 1000}).say("litellm", {"limits": {"context": 9, "max_output": 8}})
    )
    shelf.edit("  - {path: limits.context, value: 9, source: litellm}\n", "").edit("claims:\n", "")
    shelf.edit("\nevidence:\n  limits.max_output: {source: litellm, by: import}\n", "")
    expected = shelf.text
    shelf.say("litellm", {"limits": {"context": 9, "max_output": 8}}).say("modelsdev", {"limits context": 1000})
    assert shelf.text == expected


def test_a_claim_that_a_person_explained_is_left_alone() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 1000}).say("litellm", {"limits context": 9})
    shelf.edit("source: litellm}", "source: litellm, verdict: wrong}")
    assert shelf.say("litellm", {"limits context": 10}).data["claims"][0]["value"] == 10
    shelf.edit("value: 10", "value: 11")
    shelf.say("litellm", {"limits context": 12}).say("litellm", {"limits context": 1000})
    assert shelf.data["claims"] == [{"path": "limits.context", "value": 11, "source": "litellm", "verdict": "wrong"}]


def test_a_persons_claim_of_the_same_source_is_not_repeated() -> None:
    claims = "claims:\n  - {path: limits.context, value: 7, source: litellm, why: as I read it}\n"
    shelf = hand_made(limits="limits: {context: 1000}\n", claims=claims, sync=SYNC)
    expected = shelf.say("litellm", {}).text
    assert shelf.say("litellm", {"limits context": 9}).text == expected


@pytest.mark.parametrize(
    ("first", "second", "value", "claim"),
    [
        ("litellm", "modelsdev", 2, ("litellm", 1)),
        ("modelsdev", "litellm", 1, ("litellm", 2)),
        ("llmstats", "litellm", 2, ("llmstats", 1)),
        ("openrouter", "modelsdev", 2, ("openrouter", 1)),
    ],
)
def test_the_higher_source_is_written_and_the_other_is_a_claim(
    first: str, second: str, value: int, claim: tuple[str, int]
) -> None:
    shelf = Shelf().say(first, {"limits context": 1}).say(second, {"limits context": 2})
    assert shelf.data["limits"] == {"context": value}
    assert shelf.data["claims"] == [{"path": "limits.context", "value": claim[1], "source": claim[0]}]


def test_a_seller_knows_its_own_offers_best() -> None:
    facts = {"offers openrouter model_id": "acme/one", "offers openrouter limits context": 1}
    shelf = Shelf().say("modelsdev", facts).say("openrouter", {**facts, "offers openrouter limits context": 2})
    offer = shelf.data["offers"]["openrouter"]
    assert (offer["limits"], offer["source"]) == ({"context": 2}, "openrouter")
    assert shelf.data["claims"][0]["source"] == "modelsdev"


def test_a_source_that_says_the_same_changes_nothing() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 1, **PRICE})
    before = shelf.text
    assert shelf.say("litellm", {"limits context": 1, **PRICE}).text == before


def test_dates_that_differ_only_in_precision_are_no_dispute_and_not_knowing_is_none() -> None:
    shelf = Shelf().say("modelsdev", {"lifecycle knowledge_cutoff": "2025-09", "lifecycle released": "unknown"})
    shelf.say("litellm", {"lifecycle knowledge_cutoff": "2025-09-30"})
    assert shelf.data["lifecycle"] == {"released": "2026-01-15", "knowledge_cutoff": "2025-09"}
    assert "claims" not in shelf.data
    assert shelf.say("llmstats", {"lifecycle knowledge_cutoff": "2025-10"}).data["claims"][0]["value"] == "2025-10"


def test_lists_in_another_order_are_no_dispute() -> None:
    shelf = Shelf().say("modelsdev", {"modalities input": ["text", "image"]})
    assert "claims" not in shelf.say("litellm", {"modalities input": ["image", "text"]}).data
    claims = shelf.say("llmstats", {"modalities input": ("text",)}).data["claims"]
    assert claims == [{"path": "modalities.input", "value": ["text"], "source": "llmstats"}]


def test_facts_of_another_source_than_their_offer_or_file_carry_evidence() -> None:
    shelf = Shelf().say("modelsdev", {**PRICE, "limits context": 1})
    batch = {"when": {"tier": "batch"}, "input": Decimal("0.05")}
    facts = {**PRICE, "limits max_output": 2, "offers acme retires": "2027-01-01", "offers relay model_id": "x/one"}
    shelf.say("litellm", {**facts, "offers acme price_when tier=batch": batch, "offers relay since": "2026-01-01"})
    assert shelf.data["evidence"] == {
        "limits.max_output": {"source": "litellm", "by": "import"},
        "offers.acme.price_when": {"source": "litellm", "by": "import"},
        "offers.acme.retires": {"source": "litellm", "by": "import"},
    }
    assert shelf.data["offers"]["relay"]["source"] == "litellm"
    flex = {"when": {"tier": "flex"}, "input": Decimal("0.07")}
    rows = {"offers acme price_when tier=batch": batch, "offers acme price_when tier=flex": flex}
    shelf.say("modelsdev", {**PRICE, "offers acme price_when tier=flex": flex, "limits max_output": 2})
    assert shelf.data["evidence"] == {
        "offers.acme.price_when[tier=batch]": {"source": "litellm", "by": "import"},
        "offers.acme.retires": {"source": "litellm", "by": "import"},
    }
    assert shelf.say("modelsdev", {**PRICE, **rows}).data["evidence"].keys() == {"offers.acme.retires"}


def test_evidence_of_a_fact_that_a_person_took_out_goes_too() -> None:
    shelf = Shelf().say("modelsdev", {}).say("litellm", {"limits max_output": 2})
    shelf.edit("limits: {max_output: 2}\n", "").say("litellm", {"limits max_output": 2})
    assert "evidence" not in shelf.data
    assert "limits" not in shelf.data


def test_a_new_fact_of_an_offer_that_a_person_checked_is_not_theirs() -> None:
    offer = f"{OFFER}    source: modelsdev\n    checked: 2026-01-01\n"
    shelf = hand_made(offers=offer, sync=SYNC).say("modelsdev", PRICE).say("modelsdev", DEARER)
    assert shelf.data["offers"]["acme"]["price"] == {"input": Decimal("0.2"), "output": Decimal("0.8")}
    assert shelf.data["evidence"] == {"offers.acme.price": {"source": "modelsdev", "by": "import"}}


def test_a_changed_price_adds_to_the_history_and_touches_only_its_figures() -> None:
    shelf = hand_made(offers=OFFER, sync=SYNC).say("modelsdev", PRICE)
    shelf.say("modelsdev", DEARER)
    assert "    price: {input: 0.2, output: 0.8}   # a comment\n    price_history:\n" in shelf.text
    rows = shelf.data["offers"]["acme"]["price_history"]
    assert [row["from"] for row in rows] == ["2026-05-01", "2026-06-01"]
    assert rows[0] == {"from": "2026-05-01", "input": Decimal("0.10"), "output": Decimal("0.40")}
    shelf.last_at = "2026-06-01"
    shelf.say("modelsdev", {"offers acme price": "free"}, at="2026-07-01")
    assert shelf.data["offers"]["acme"]["price"] == "free"
    assert shelf.data["offers"]["acme"]["price_history"][-1] == {"from": "2026-07-01", "price": "free"}
    shelf.say("modelsdev", PRICE, at="2026-07-01")
    assert len(shelf.data["offers"]["acme"]["price_history"]) == 3
    assert shelf.data["offers"]["acme"]["price_history"][-1]["input"] == Decimal("0.1")


def test_another_source_that_takes_over_is_no_change_of_price() -> None:
    shelf = Shelf().say("litellm", PRICE).say("modelsdev", DEARER)
    assert "price_history" not in shelf.data["offers"]["acme"]


def test_a_history_that_a_person_answers_for_freezes_the_price() -> None:
    history = "    price_history:\n      - {from: 2026-01-01, input: 0.10, output: 0.40}\n"
    evidence = "evidence:\n  offers.acme.price_history: {source: acme-pricing}\n"
    shelf = hand_made(offers=OFFER + history, evidence=evidence, sync=SYNC)
    shelf.say("modelsdev", PRICE).say("modelsdev", DEARER)
    assert shelf.data["offers"]["acme"]["price"] == {"input": Decimal("0.1"), "output": Decimal("0.4")}
    assert [claim["path"] for claim in shelf.data["claims"]] == ["offers.acme.price.input", "offers.acme.price.output"]


ROWS = {
    "offers acme price_history 2026-01-01": {"from": "2026-01-01", "input": Decimal("0.3"), "output": Decimal("0.9")},
    "offers acme price_history 2026-02-01": {
        "from": "2026-02-01",
        "input": Decimal("0.1"),
        "output": Decimal("0.4"),
    },
}


def test_a_history_stands_only_where_it_ends_in_the_price() -> None:
    assert len(Shelf().say("modelsdev", PRICE | ROWS).data["offers"]["acme"]["price_history"]) == 2
    assert "price_history" not in Shelf().say("modelsdev", DEARER | ROWS).data["offers"]["acme"]
    kept = hand_made(offers=OFFER, sync=SYNC).say("modelsdev", PRICE | ROWS)
    assert [row["from"] for row in kept.data["offers"]["acme"]["price_history"]] == ["2026-01-01", "2026-02-01"]
    assert kept.edit("input: 0.10", "input: 0.15").say("modelsdev", PRICE | ROWS).text.count("{from:") == 2


def test_input_and_output_are_never_of_two_sources() -> None:
    shelf = Shelf().say("modelsdev", {"offers acme price input": Decimal("0.1")}).say("litellm", DEARER)
    assert shelf.data["offers"]["acme"]["price"] == {"input": Decimal("0.1")}
    edited = Shelf().say("modelsdev", PRICE).edit("input: 0.1", "input: 0.15").say("modelsdev", DEARER)
    assert edited.data["offers"]["acme"]["price"] == {"input": Decimal("0.15"), "output": Decimal("0.4")}
    assert [claim["path"] for claim in edited.data["claims"]] == ["offers.acme.price.input", "offers.acme.price.output"]


def test_a_part_of_another_list_price_is_not_mixed_in() -> None:
    batch = {"offers acme price_when tier=batch": {"when": {"tier": "batch"}, "input": Decimal("0.05")}}
    more = {"offers acme price cache_read": Decimal("0.02"), **batch}
    shelf = Shelf().say("modelsdev", PRICE).say("litellm", PRICE | more)
    assert shelf.data["offers"]["acme"].keys() == {"model_id", "price", "price_when"}
    assert shelf.data["offers"]["acme"]["price"]["cache_read"] == Decimal("0.02")
    shelf.say("modelsdev", DEARER)
    assert "price_when" not in shelf.data["offers"]["acme"]
    assert shelf.data["offers"]["acme"]["price"].keys() == {"input", "output"}


def test_a_word_stands_against_components() -> None:
    shelf = Shelf().say("modelsdev", {"offers acme price": "free"}).say("litellm", PRICE)
    assert shelf.data["offers"]["acme"]["price"] == "free"
    assert [claim["value"] for claim in shelf.data["claims"]] == [Decimal("0.1"), Decimal("0.4")]
    other = Shelf().say("modelsdev", PRICE).say("litellm", {"offers acme price": "free"})
    assert other.data["claims"] == [{"path": "offers.acme.price", "value": "free", "source": "litellm"}]
    mine = hand_made(offers=OFFER.replace("output: 0.40", "output: 0.40, cache_read: 0.01"), sync=SYNC)
    mine.say("modelsdev", PRICE).say("modelsdev", {"offers acme price": "free"})
    assert mine.data["offers"]["acme"]["price"].keys() == {"input", "output", "cache_read"}


def test_a_part_of_a_price_that_its_source_no_longer_states_goes() -> None:
    cached = {**PRICE, "offers acme price cache_read": Decimal("0.02")}
    shelf = Shelf().say("modelsdev", {**cached, "limits context": 5}).say("modelsdev", PRICE)
    assert shelf.data["offers"]["acme"]["price"].keys() == {"input", "output"}
    assert shelf.data["limits"] == {"context": 5}
    assert shelf.told("removed") == ["offers.acme.price.cache_read"]


def test_what_is_no_longer_believed_goes_and_another_source_has_the_word() -> None:
    spoken = {"limits context": 5, "weights open": False, "offers acme limits context": 4}
    shelf = Shelf().say("modelsdev", spoken).say("litellm", {"limits context": 7})
    doubted = frozenset(Disbelief(ONE, tuple(steps.split(" "))) for steps in spoken)
    shelf.take(replace(harvest("modelsdev", BARE), disbelieved=doubted))
    assert shelf.data["limits"] == {"context": 7}
    assert shelf.data["evidence"]["limits.context"] == {"source": "litellm", "by": "import"}
    assert "weights" not in shelf.data
    assert "limits" not in shelf.data["offers"]["acme"]
    assert "claims" not in shelf.data
    assert shelf.told("removed") == ["weights.open", "offers.acme.limits.context"]
    state = shelf.state
    assert shelf.take(replace(harvest("modelsdev", BARE), disbelieved=doubted)).state == state


def test_what_is_no_longer_believed_but_a_persons_stays() -> None:
    shelf = Shelf().say("modelsdev", {"limits context": 5, "limits max_output": 3}).edit("context: 5", "context: 6")
    doubted = frozenset({Disbelief(ONE, ("limits", "context")), Disbelief(ONE, ("limits", "max_output"))})
    shelf.take(replace(harvest("modelsdev", BARE), disbelieved=doubted))
    assert shelf.data["limits"] == {"context": 6}


def test_what_is_disbelieved_and_stated_all_the_same_is_stated() -> None:
    doubted = frozenset({Disbelief(ONE, ("limits", "context"))})
    shelf = Shelf().take(replace(harvest("modelsdev", {**BARE, "limits context": 5}), disbelieved=doubted))
    assert shelf.data["limits"] == {"context": 5}


def test_a_component_that_vanishes_everywhere_was_renamed_and_is_kept() -> None:
    def facts(*names: str) -> dict[str, Any]:
        offers = {f"offers p{number} model_id": f"m{number}" for number in range(5)}
        return offers | {f"offers p{number} price {name}": 1 for number in range(5) for name in names}

    shelf = Shelf().say("modelsdev", facts("input", "cache_read")).say("modelsdev", facts("input"))
    assert all("cache_read" in offer["price"] for key, offer in shelf.data["offers"].items() if key != "acme")
    assert shelf.last is not None
    assert [note.subject for note in shelf.last.notes] == ["price.cache_read"]


def test_a_component_that_was_renamed_stays_in_conditional_rows_too() -> None:
    def facts(**row: Decimal) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for number in range(5):
            told |= {f"offers p{number} model_id": f"m{number}", f"offers p{number} price input": 1}
            told |= {f"offers p{number} price cache_read": Decimal("0.1")} if "cache_read" in row else {}
            told |= {f"offers p{number} price_when tier=flex": {"when": {"tier": "flex"}, **row}} if row else {}
        return told

    half, tenth = Decimal("0.5"), Decimal("0.05")
    shelf = Shelf().say("modelsdev", facts(input=half, cache_read=tenth)).say("modelsdev", facts(input=Decimal("0.6")))
    rows = [offer["price_when"] for key, offer in shelf.data["offers"].items() if key != "acme"]
    assert rows == [[{"when": {"tier": "flex"}, "input": Decimal("0.6"), "cache_read": tenth}]] * 5
    alone = Shelf().say("modelsdev", facts(cache_read=tenth)).say("modelsdev", facts())
    assert [offer["price_when"][0]["cache_read"] for key, offer in alone.data["offers"].items() if key != "acme"] == [
        tenth
    ] * 5


def test_a_price_in_a_unit_of_its_own_is_one_value_and_claimed_key_by_key() -> None:
    def unit(usd: int, per: str) -> dict[str, Any]:
        return {"offers acme price web_search": {"usd": usd, "per": per}}

    shelf = Shelf().say("modelsdev", unit(10, "1000-requests")).say("modelsdev", unit(11, "1000-requests"))
    assert shelf.data["offers"]["acme"]["price"]["web_search"] == {"usd": 11, "per": "1000-requests"}
    shelf.say("litellm", unit(1, "request"))
    assert {claim["path"]: claim["value"] for claim in shelf.data["claims"]} == {
        "offers.acme.price.web_search.usd": 1,
        "offers.acme.price.web_search.per": "request",
    }


def test_keys_that_a_person_added_to_an_item_stay() -> None:
    def result(score: int, **more: object) -> dict[str, Any]:
        row = {"benchmark": "riddles", "score": score, "by": "lab", "source": "modelsdev", **more}
        return {"results riddles,modelsdev": row}

    shelf = (
        Shelf()
        .say("modelsdev", result(80, cost=3))
        .edit("source: modelsdev}", "source: modelsdev, checked: 2026-05-31}")
    )
    shelf.say("modelsdev", result(81))
    assert "  - {benchmark: riddles, score: 81, by: lab, source: modelsdev, checked: 2026-05-31}\n" in shelf.text


def test_an_offer_that_is_gone_ends_and_one_that_comes_back_lives() -> None:
    two = {"offers relay model_id": "acme/one", "offers relay price input": 1, "offers relay price output": 2}
    shelf = Shelf().say("modelsdev", two).say("modelsdev", {}, at="2026-07-01")
    assert shelf.data["offers"]["relay"]["ended"] == "2026-07-01"
    assert shelf.told("ended") == ["offers.relay.ended"]
    assert shelf.say("modelsdev", {}, at="2026-08-01").data["offers"]["relay"]["ended"] == "2026-07-01"
    shelf.say("modelsdev", two, at="2026-09-01")
    assert "ended" not in shelf.data["offers"]["relay"]
    assert shelf.data["offers"]["relay"]["price_history"] == [
        {"from": "2026-07-01", "price": "gone"},
        {"from": "2026-09-01", "input": 1, "output": 2},
    ]


def test_an_end_that_a_person_changed_or_took_out_is_theirs() -> None:
    two = {"offers relay model_id": "acme/one"}
    shelf = Shelf().say("modelsdev", two).say("modelsdev", {}, at="2026-07-01")
    changed = Shelf(dict(shelf.texts), dict(shelf.memories)).edit("2026-07-01", "2026-06-15")
    assert changed.say("modelsdev", two).data["offers"]["relay"]["ended"] == "2026-06-15"
    shelf.edit("    ended: 2026-07-01\n", "")
    assert "ended" not in shelf.say("modelsdev", {}).data["offers"]["relay"]


def test_an_offer_ends_by_the_word_of_the_first_source_that_lists_it() -> None:
    two = {"offers relay model_id": "acme/one"}
    shelf = Shelf().say("modelsdev", two).say("litellm", two).say("litellm", {})
    assert "ended" not in shelf.data["offers"]["relay"]
    assert shelf.say("modelsdev", {}).data["offers"]["relay"]["ended"] == "2026-06-01"


def test_a_record_that_lacks_what_it_needs_waits_until_somebody_states_it() -> None:
    part = harvest("litellm", {"offers acme model_id": "acme-one", "offers acme since": "2026-01-01"})
    shelf = Shelf().take(part)
    assert shelf.texts == {}
    shelf.say("modelsdev", {})
    assert shelf.data["offers"]["acme"]["since"] == "2026-01-01"


def test_an_offer_without_an_id_waits() -> None:
    shelf = Shelf().say("modelsdev", {"offers relay retires": "2027-01-01"})
    assert "relay" not in shelf.data["offers"]


@pytest.mark.parametrize(
    ("new", "cause"),
    [
        ({"offers acme price input": 100, "offers acme price output": 400}, "price-off-median"),
        (
            {"offers acme price input": Decimal("0.72"), "offers acme price output": Decimal("2.88")},
            "price-currency-slip",
        ),
        ({"offers acme price input": Decimal("0.4"), "offers acme price output": Decimal("0.1")}, "price-output-low"),
        (
            {"offers acme price input": Decimal("0.0001"), "offers acme price output": Decimal("0.0004")},
            "price-off-median",
        ),
    ],
)
def test_a_price_that_cannot_follow_the_last_one_is_told_and_not_written(new: dict[str, Any], cause: str) -> None:
    batch = {"offers acme price_when tier=batch": {"when": {"tier": "batch"}, "input": Decimal("0.05")}}
    shelf = Shelf().say("modelsdev", PRICE | batch)
    before = shelf.state
    shelf.say("modelsdev", new)
    assert shelf.state == before
    assert shelf.last is not None
    assert [event.cause.partition(":")[0] for event in shelf.last.events if event.kind == "suspicious"] == [cause]
    first, second = new["offers acme price input"], new["offers acme price output"]
    shelf.edit("{input: 0.1, output: 0.4}", f"{{input: {first}, output: {second}}}").say("modelsdev", new)
    assert shelf.told("suspicious") == []


def test_a_price_that_stands_against_all_others_of_the_model_is_held_back() -> None:
    def prices(**of: int) -> dict[str, Any]:
        facts: dict[str, Any] = {f"offers {key} model_id": f"{key}-one" for key in of}
        facts |= {f"offers {key} price input": value for key, value in of.items()}
        return facts | {f"offers {key} price output": value * 4 for key, value in of.items()}

    shelf = Shelf().say("modelsdev", prices(a=1, b=1, c=2)).say("litellm", prices(d=100, e=7, f=2))
    assert {key for key, offer in shelf.data["offers"].items() if "price" in offer} == {"a", "b", "c", "e", "f"}
    assert shelf.told("suspicious") == ["offers.d.price.input", "offers.d.price.output"]
    other = Shelf().say("litellm", prices(d=100, e=7, f=2)).say("modelsdev", prices(a=1, b=1, c=2))
    assert other.state == shelf.state
    assert shelf.say("litellm", prices(d=1, e=7, f=2)).data["offers"]["d"]["price"]["input"] == 1


def test_a_rival_price_that_cannot_be_right_is_no_claim() -> None:
    shelf = (
        Shelf()
        .say("modelsdev", PRICE)
        .say("litellm", {"offers acme price input": 100, "offers acme price output": 400})
    )
    assert "claims" not in shelf.data
    assert shelf.told("suspicious") == ["offers.acme.price"]


def test_a_harvest_brings_claims_of_its_own() -> None:
    claim = {"path": "limits.max_output", "value": 9, "source": "modelsdev", "verdict": "wrong", "why": "too long"}
    shelf = Shelf().say("modelsdev", {"claims limits.max_output,modelsdev": claim})
    assert shelf.data["claims"] == [claim]


def test_other_records_are_merged_without_claims_and_evidence() -> None:
    facts = {("name",): "Relay", ("kind",): "router", ("api", "style"): "openai", ("keys", "modelsdev"): "relay"}
    found = [Finding("providers/relay", steps, value, "x") for steps, value in facts.items()]
    shelf = Shelf().take(Harvest("modelsdev", tuple(found)))
    text = shelf.texts["providers/relay"]
    assert text == (
        "# yaml-language-server: $schema=../../schema/provider.schema.json\n"
        "name: Relay\nkind: router\napi: {style: openai}\nkeys: {modelsdev: relay}\n"
    )
    found[0] = Finding("providers/relay", ("name",), "Relay Inc", "x")
    shelf.take(Harvest("litellm", tuple(found)))
    assert shelf.texts["providers/relay"] == text
    source = [
        Finding("sources", ("litellm", key), value, "x") for key, value in {"kind": "catalogue", "title": "L"}.items()
    ]
    shelf.texts["sources"] = "b: {title: B}\n"
    shelf.take(Harvest("litellm", tuple(source)))
    assert shelf.texts["sources"] == "b: {title: B}\nlitellm:\n  title: L\n  kind: catalogue\n  at: 2026-06-01\n"


def test_the_edition_and_the_day_of_the_source_are_raised_and_never_lowered() -> None:
    shelf = Shelf(
        {"site": "title: T\nedition: 2026-05-01   # known\n", "sources": "modelsdev: {title: T, at: unknown}\n"}
    )
    shelf.say("modelsdev", {}, at="2026-06-01").say("modelsdev", {}, at="2026-05-15")
    assert shelf.texts["site"] == "title: T\nedition: 2026-06-01   # known\n"
    assert shelf.texts["sources"] == "modelsdev: {title: T, at: 2026-06-01}\n"


def test_names_that_no_path_can_hold_get_no_evidence() -> None:
    result = {"benchmark": "riddles", "score": 1, "by": "lab", "source": "litellm", "variant": "[x]"}
    shelf = (
        Shelf().say("modelsdev", {}).say("litellm", {"results riddles,litellm,[x]": result, "ids keys litellm": ["a"]})
    )
    assert data_of(shelf.text)["results"] == [{**result}]
    assert "evidence" not in shelf.data


def test_the_least_is_what_the_tests_say_it_is() -> None:
    assert Shelf().say("modelsdev", {}).data["name"] == BARE["name"]
