"""The strip of what one model costs from provider to provider."""

from almanac.outputs.model.pricespread import price_spread
from tests.outputs.press import context, shelf

PROVIDERS = ("acme", "azure", "poe", "relay", "wafer.ai")


def model(*prices: str) -> str:
    offers = "".join(
        f"  {provider}: {{model_id: one, price: {price}}}\n" for provider, price in zip(PROVIDERS, prices, strict=False)
    )
    return f"name: One\nlifecycle: {{released: 2026-01-01}}\noffers:\n{offers}"


def spread_of(*prices: str) -> tuple[str, str, str] | None:
    site = context(shelf({"acme/one": model(*prices)}))
    found = price_spread(site, site.catalogue.models["acme/one"])
    return (found.strip.name, found.strip.place, found.note) if found else None


def test_the_strip_goes_from_the_least_to_the_greatest_blend() -> None:
    prices = [f"{{input: {price}, output: {price}}}" for price in (2, 1, 3, 4, 5)]
    assert spread_of(*prices) == (
        "5 providers",
        "$1.00 to $5.00",
        (
            "One offer of each provider that sells it. "
            "Three tokens read for one written, per 1M; half of them ask $3.00 or less. Red is the lab’s own offer."
        ),
    )


def test_few_providers_or_one_price_make_no_strip() -> None:
    assert spread_of(*["{input: 1, output: 1}"] * 4) is None
    assert spread_of(*["{input: 1, output: 1}"] * 5) is None


def test_what_is_free_or_unknown_is_not_compared() -> None:
    prices = ["{input: 1, output: 1}", "{input: 2, output: 2}", "{input: 3, output: 3}", "free", "{input: 4}"]
    assert spread_of(*prices) is None
