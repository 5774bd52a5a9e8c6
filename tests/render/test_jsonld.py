"""JSON-LD: no text can end the script element that it stands in."""

import json

from hypothesis import given
from hypothesis import strategies as st

from almanac.render.jsonld import json_ld


@given(st.text())
def test_any_text_survives_and_none_breaks_out(text: str) -> None:
    written = str(json_ld({"@type": "Thing", "name": text}))
    assert not {"<", ">", "&"} & set(written)
    assert json.loads(written)["@graph"][0].get("name", "") == text


def test_unknown_values_are_left_out_at_every_depth() -> None:
    written = json.loads(
        str(json_ld({"@type": "Thing", "url": None, "offers": {"price": "", "list": []}, "ok": False}))
    )
    assert written == {"@context": "https://schema.org", "@graph": [{"@type": "Thing", "offers": {}, "ok": False}]}
