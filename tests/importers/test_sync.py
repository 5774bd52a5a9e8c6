"""The memories in `.sync/`: read back as they were written, the same text for the same statements."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from almanac.importers.sync import Memory, Said, load, text_of
from almanac.problems import MachineError, UsageError

WHOLE = Memory(
    "modelsdev",
    {
        "models/acme/one": Said(
            facts={
                ("limits", "context"): 128000,
                ("offers", "acme@eu", "price", "input"): Decimal("0.0350"),
                ("offers", "acme@eu", "price", "web_search"): {"usd": Decimal("10.5"), "per": "1000-requests"},
                ("results", "mmlu,a/b~c,[high]"): {"benchmark": "mmlu", "score": 1},
                ("modalities", "input"): ["text", "image"],
                ("capabilities", "reasoning"): False,
                ("name",): "Üne",
            },
            found={("limits", "context")},
            held={("name",)},
            written={("evidence", "offers.[x.y].price"), ("sync", "source")},
        ),
        "models/acme/two": Said(),
    },
    frozenset({("acme/one", "acme@eu"), ("acme/one", "acme")}),
    {("acme/two", "relay"): "2026-01-01"},
)


def write(folder: Path, text: str, name: str = "modelsdev") -> Path:
    file = folder / ".sync" / f"{name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_a_memory_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    found = load(write(tmp_path, text_of(WHOLE)))["modelsdev"]
    assert found.records == {"models/acme/one": WHOLE.records["models/acme/one"]}
    assert (found.offers, found.gone) == (WHOLE.offers, WHOLE.gone)
    assert text_of(found) == text_of(WHOLE)


def test_its_text_is_json_with_a_fact_on_each_line_and_money_as_it_is() -> None:
    text = text_of(WHOLE)
    assert json.loads(text)["records"]["models/acme/one"]["facts"]["/limits/context"] == 128000
    assert '    "/offers/acme@eu/price/input": 0.035,\n' in text
    assert '    "/offers/acme@eu/price/web_search": {"usd": 10.5, "per": "1000-requests"},\n' in text
    assert '    "/results/mmlu,a~1b~0c,[high]": {"benchmark": "mmlu", "score": 1}\n' in text
    assert '   "found": ["/limits/context"],\n' in text


def test_its_text_does_not_depend_on_the_order_in_which_things_were_said() -> None:
    said = WHOLE.records["models/acme/one"]
    turned = Said(dict(reversed(said.facts.items())), said.found, said.held, said.written)
    other = Memory("modelsdev", {"models/acme/one": turned}, WHOLE.offers, WHOLE.gone)
    assert text_of(other) == text_of(WHOLE)


def test_there_is_no_memory_before_the_first_import(tmp_path: Path) -> None:
    assert load(tmp_path) == {}


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"offers": ["a"], "gone": {}, "records": {}}', '{"offers": 1}'])
def test_a_file_that_no_import_wrote_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="Restore it"):
        load(write(tmp_path, text))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / ".sync" / "modelsdev.json").mkdir(parents=True)
    with pytest.raises(MachineError, match=r"modelsdev\.json could not be read"):
        load(tmp_path)
