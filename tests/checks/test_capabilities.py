from pathlib import Path

import pytest

from tests.checks.tinysite import Seen, changed, problems, seen

ONE, TWO = "models/acme/one.yaml", "models/acme/two.yaml"
WRITTEN = "capabilities: {vision: true, audio_input: false, pdf_input: false, prompt_caching: true}"
MODALITIES = "modalities: {input: [text, image], output: [text]}"


@pytest.mark.parametrize(
    ("modalities", "capability"),
    [
        ("{input: [text], output: [text]}", "vision: true"),
        ("{input: [text, image], output: [text]}", "vision: false"),
        ("{input: [text, audio], output: [text]}", "audio_input: false"),
        ("{input: [audio], output: [text]}", "audio_output: true"),
        ("{input: [text], output: [text, audio]}", "audio_output: false"),
        ("{input: [text, image], output: [text]}", "video_input: true"),
        ("{input: [text, file], output: [text]}", "pdf_input: false"),
        ("{input: [text], output: [text]}", "pdf_input: true"),
    ],
)
def test_a_capability_against_the_modalities_is_a_contradiction(
    tmp_path: Path, modalities: str, capability: str
) -> None:
    text = changed(ONE, MODALITIES, f"modalities: {modalities}")[ONE].replace(
        WRITTEN, f"capabilities: {{{capability}}}"
    )
    found = problems(tmp_path, {ONE: text})
    column = 17 + len(capability.partition(" ")[0])
    assert seen(found, tmp_path) == [Seen(ONE, 17, column, "capability-contradiction")]


def test_a_false_is_free_where_the_list_is_not_stated(tmp_path: Path) -> None:
    text = changed(ONE, MODALITIES, "modalities: {output: [text]}")[ONE].replace(
        WRITTEN, "capabilities: {vision: false}"
    )
    assert problems(tmp_path, {ONE: text}) == ()


def test_an_offer_is_held_to_the_modalities_that_it_inherits(tmp_path: Path) -> None:
    offer = "model_id: acme/one-free\n    capabilities: {audio_output: true}"
    (found,) = problems(tmp_path, changed(ONE, "model_id: acme/one-free", offer))
    assert found.message == "audio_output is true, and modalities.output does not list audio."
    assert found.fact == "models/acme/one#offers.route@free.capabilities.audio_output"


def test_an_offer_that_prices_cached_input_caches(tmp_path: Path) -> None:
    offer = "model_id: acme.two\n    capabilities: {prompt_caching: false}"
    (found,) = problems(tmp_path, changed(TWO, "model_id: acme.two", offer))
    assert found.fact == "models/acme/two#offers.cloud.capabilities.prompt_caching"


def test_a_model_may_not_cache_where_the_one_seller_that_does_says_so_itself(tmp_path: Path) -> None:
    offer = "model_id: acme.two\n    capabilities: {prompt_caching: true}"
    text = changed(TWO, "model_id: acme.two", offer)[TWO] + "capabilities: {prompt_caching: false}\n"
    assert problems(tmp_path, {TWO: text}) == ()


@pytest.mark.parametrize("component", ["cache_write", "cache_write_1h", "cache_read_audio"])
def test_every_price_by_which_a_page_says_that_it_caches_contradicts(tmp_path: Path, component: str) -> None:
    offer = f"price: {{input: 1, output: 4, {component}: 1}}\n    capabilities: {{prompt_caching: false}}"
    text = changed(TWO, "price: {input: 1, output: 4}", offer)
    (found,) = problems(tmp_path, text)
    assert found.message == f"prompt_caching is false, and offer acme states a price for {component}."
    assert found.fact == "models/acme/two#offers.acme.capabilities.prompt_caching"
