"""Addresses: the URLs that are promised for ever. A change here breaks pages that nobody of us will ever see."""

import pytest

from almanac import addresses

PROMISED = {
    ("model", ("openai/gpt-4.1-nano",)): ("/models/openai/gpt-4.1-nano/",),
    ("offer", ("openai/gpt-4.1-nano", "azure")): ("/models/openai/gpt-4.1-nano/azure/",),
    ("offer", ("openai/gpt-4.1-nano", "nano-gpt@thinking-8192")): (
        "/models/openai/gpt-4.1-nano/nano-gpt--thinking-8192/",
    ),
    ("snapshot", ("openai/gpt-4.1-nano-2025-04-14",)): (
        "/models/openai/gpt-4.1-nano-2025-04-14/",
        "/embed/openai/gpt-4.1-nano-2025-04-14.svg",
    ),
    ("alias", ("openai/GPT_4o:latest",)): (
        "/models/openai/gpt-4o-latest/",
        "/embed/openai/gpt-4o-latest.svg",
    ),
    ("lab", ("openai",)): ("/labs/openai/",),
    ("provider", ("wafer.ai",)): ("/providers/wafer.ai/",),
    ("benchmark", ("mmlu",)): ("/benchmarks/mmlu/",),
    ("guide", ("choosing-a-small-model",)): ("/guides/choosing-a-small-model/",),
    ("pair", ("openai/gpt-5-nano", "openai/gpt-4.1-nano")): ("/compare/openai/gpt-4.1-nano/openai/gpt-5-nano/",),
    ("badge", ("openai/gpt-4.1-nano", "price")): ("/embed/openai/gpt-4.1-nano/price.svg",),
    ("badge", ("openai/gpt-4.1-nano", "default")): ("/embed/openai/gpt-4.1-nano.svg",),
    ("badge", ("openai/gpt-4.1-nano", "json")): ("/embed/openai/gpt-4.1-nano.json",),
    ("badge", ("openai/gpt-4.1-nano", "png")): ("/embed/openai/gpt-4.1-nano.png",),
    ("badge", ("openai/gpt-4.1-nano", "card-dark")): ("/embed/openai/gpt-4.1-nano/card-dark.svg",),
    ("badge", ("openai/gpt-4.1-nano", "score-mmlu")): ("/embed/openai/gpt-4.1-nano/score-mmlu.svg",),
    ("badge", ("openai/gpt-4.1-nano", "social")): ("/og/openai/gpt-4.1-nano.png",),
}


@pytest.mark.parametrize(("kind", "ids"), PROMISED)
def test_every_kind_of_ledger_entry_answers_at_its_pinned_urls(kind: str, ids: tuple[str, ...]) -> None:
    assert addresses.published(kind, ids) == PROMISED[kind, ids]


def test_every_kind_of_ledger_entry_is_pinned() -> None:
    assert {kind for kind, _ in PROMISED} == set(addresses.LEDGER)


def test_links_stand_under_the_base_path() -> None:
    site = addresses.Site("https://example.org/almanac")
    assert site.href("/models/") == "/almanac/models/"
    assert site.absolute("/models/") == "https://example.org/almanac/models/"
    assert addresses.Site("https://example.org/").href("/") == "/"
    assert addresses.Site("https://example.org/").absolute("/") == "https://example.org/"


@pytest.mark.parametrize(
    ("url", "file"),
    [("/", "index.html"), ("/models/", "models/index.html"), ("/feed.xml", "feed.xml"), ("/404.html", "404.html")],
)
def test_a_url_and_its_file_are_two_names_of_one_thing(url: str, file: str) -> None:
    assert addresses.file_of(url) == file
    assert addresses.url_of(file) == url


def test_pages_of_a_list_and_the_twin_of_a_page() -> None:
    assert addresses.page_of("/models/", 1) == "/models/"
    assert addresses.page_of("/models/", 2) == "/models/page-2/"
    assert addresses.twin_of("models/index.html") == "models/index.md"


def test_the_fragment_of_a_models_doubts_is_a_plain_name() -> None:
    assert addresses.doubts_of("acme/one-4.1") == "/quality/models/acme/#model-one-4_1"
