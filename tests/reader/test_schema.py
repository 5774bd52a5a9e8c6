"""JSON Schemas: one for each kind of file, made from the records, and those in the repository are the current ones."""

import json
from pathlib import Path

import pytest

from almanac.reader.folder import ENDINGS, FILES
from almanac.reader.schema import DRAFT, schemas

COMMITTED = Path(__file__).parents[2] / "schema"
FIRST_LINE = "# yaml-language-server: $schema="


def test_the_schemas_in_the_repository_are_the_current_ones() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in COMMITTED.iterdir()}
    assert committed == dict(schemas()), "Write them again with `python build.py schema`."


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    kinds = {name.removesuffix(".yaml") for name in FILES if name.endswith(".yaml")}
    records = {kind.removesuffix("s") for kind in ENDINGS}
    assert {name.removesuffix(".schema.json") for name in schemas()} == kinds | records


@pytest.mark.parametrize("name", schemas())
def test_a_schema_says_what_it_is_and_lets_no_unknown_key_pass(name: str) -> None:
    schema = json.loads(schemas()[name])
    assert schema["$schema"] == DRAFT
    assert schema["title"]
    for part in [schema, *schema.get("$defs", {}).values()]:
        if "properties" in part or "patternProperties" in part:
            assert part["additionalProperties"] is False
            assert "title" not in next(iter(part.get("properties", {}).values()), {})


def test_the_words_and_descriptions_of_the_records_stand_in_the_schema() -> None:
    schema = json.loads(schemas()["model.schema.json"])
    assert schema["anyOf"] == [{"$ref": "#/$defs/Model"}, {"$ref": "#/$defs/Tombstone"}]
    offer, result = schema["$defs"]["Offer"], schema["$defs"]["Result"]
    assert offer["properties"]["model_id"]["description"] == "The id to send to the provider's API."
    assert offer["required"] == ["model_id"]
    assert result["properties"]["by"]["enum"] == ["lab", "independent", "republished"]
    assert "from" in schema["$defs"]["HistoryRow"]["properties"]


def test_the_first_line_of_every_record_names_its_schema() -> None:
    content = COMMITTED.parent / "content"
    for file in content.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith(FIRST_LINE), file
        named = (file.parent / first.removeprefix(FIRST_LINE)).resolve()
        kind = file.relative_to(content).parts[0]
        assert named == COMMITTED / f"{kind.removesuffix('s') if kind in ENDINGS else file.stem}.schema.json", file
