"""Currencies: every price in another currency can be shown in US dollars, by a rate that somebody published."""

from collections.abc import Iterator

from almanac.checks.known import is_broken, suggestion
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library


def currencies_have_rates(library: Library) -> Iterator[Problem]:
    """An offer's currency has a rate: without one its price could not stand beside the others."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            code = offer.currency
            if not code or code == "USD" or is_broken(library, "currency", code):
                continue
            currency = library.currencies.get(code)
            if currency is None or not currency.record.rates:
                yield model.problem(
                    "currency-rate-missing",
                    "offers",
                    key,
                    "currency",
                    message=f"There is no exchange rate for {code}.",
                    hint=f"{suggestion(code, library.currencies)}Add a dated rate to currencies.yaml.",
                )


def rates_are_positive(library: Library) -> Iterator[Problem]:
    """Money is worth something."""
    for currency in library.currencies.values():
        for index, rate in enumerate(currency.record.rates):
            if rate.usd <= 0:
                yield currency.problem(
                    "currency-rate-value",
                    "rates",
                    index,
                    "usd",
                    message=f"One unit of {currency.record.name} cannot be worth {rate.usd} US dollars.",
                    hint="Write how many US dollars one unit buys, as in 0.14.",
                )


RULES: tuple[Rule, ...] = (currencies_have_rates, rates_are_positive)
