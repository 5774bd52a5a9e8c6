from dataclasses import replace

import pytest

from almanac.catalogue.catalogue import OfferEntry
from almanac.outputs.calls import call_at, samples_at
from tests.outputs.press import context

SITE = context()
ONE, TWO = (SITE.catalogue.models[f"acme/{name}"] for name in ("one", "two"))


def test_a_call_names_the_address_and_the_id_there() -> None:
    call = call_at(SITE, ONE.offers["acme"], SITE.marks())
    assert call is not None
    assert (call.base_url, call.model_id, call.href) == (
        "https://api.acme.example/v1",
        "one",
        "/almanac/models/acme/one/acme/",
    )


def test_a_provider_without_an_address_is_not_called() -> None:
    assert call_at(SITE, ONE.offers["poe"], SITE.marks()) is None


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        (ONE.offers["poe"], "it states no API"),
        (TWO.offers["wafer.ai"], "its API has another style, and the model answers no chat"),
    ],
)
def test_no_sample_is_written_that_would_not_run(offer: OfferEntry, why: str) -> None:
    assert samples_at(SITE, offer) == (), why


def test_a_sample_calls_the_offers_own_id_with_the_key_from_the_environment() -> None:
    texts = [sample.text for sample in samples_at(SITE, ONE.offers["acme"])]
    assert len(texts) == 3
    assert all("ACME_KEY" in text and "api.acme.example" in text for text in texts)


def test_a_name_in_the_address_is_read_from_the_environment_too() -> None:
    texts = [sample.text for sample in samples_at(SITE, ONE.offers["azure"])]
    assert len(texts) == 3
    assert all("RESOURCE" in text and "{RESOURCE}.azure" not in text.replace("${RESOURCE}", "") for text in texts)


def test_a_key_that_no_shell_can_name_is_read_under_a_name_that_it_can() -> None:
    acme = SITE.catalogue.providers["acme"]
    api = acme.record.api.model_copy(update={"key": "302AI_KEY"}) if acme.record.api else None
    renamed = replace(acme, record=acme.record.model_copy(update={"api": api}))
    site = context(replace(SITE.catalogue, providers={**SITE.catalogue.providers, "acme": renamed}))
    texts = [sample.text for sample in samples_at(site, ONE.offers["acme"])]
    assert len(texts) == 3
    assert all("_302AI_KEY" in text and "302AI_KEY begins with a digit" in text for text in texts)
