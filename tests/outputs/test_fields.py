import pytest

from almanac.outputs.fields import field_text
from tests.outputs.press import context

SITE = context()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "The whole record"),
        ("limits.context", "Context window"),
        ("lifecycle.knowledge_cutoff", "Knowledge cutoff"),
        ("lifecycle.cutoff_kind", "Kind of knowledge cutoff"),
        ("capabilities.pdf_input", "PDF input"),
        ("capabilities", "Capabilities"),
        ("offers.azure.price.input", "Azure, input price"),
        ("offers.azure.price", "Azure, price"),
        ("offers.azure.price_when[tier=batch].output", "Azure, output price (tier=batch)"),
        ("offers.azure.price_when[tier=batch]", "Azure, conditional price (tier=batch)"),
        ("offers.acme.price_when[tier=batch].output", "Acme, output price (in a batch)"),
        ("offers.azure.price_history", "Azure, price history"),
        ("offers.azure.retires", "Azure, retirement"),
        ("offers.azure.capabilities.pdf_input", "Azure, PDF input"),
        ("offers.azure.limits.max_output", "Azure, longest output"),
        ("offers.azure", "Azure, the offer"),
        ("offers.relay@free.model_id", "Relay, free, id"),
        ("offers.[wafer.ai].price.input", "Wafer, input price"),
        ("offers.nobody.price.input", "nobody, input price"),
        ("results[riddles,lab-page]", "Result on Riddles, by The lab's page"),
        ("results[unheard-of]", "Result on unheard-of"),
        ("measurements[poe,ttft,p50,other]", "Measured time to first token p50 at Poe"),
        ("measurements[poe,strange]", "Measured strange at Poe"),
        ("ratings[overall]", "Rating “overall”"),
        ("some_new.thing_of_it", "Thing of it"),
    ],
)
def test_a_fact_is_named_in_words(path: str, words: str) -> None:
    assert field_text(SITE, SITE.catalogue.models["acme/one"], path) == words


def test_an_offer_of_a_record_without_page_is_named_by_its_provider() -> None:
    assert field_text(SITE, None, "offers.azure.price.input") == "Azure, input price"
