"""Structured data of a model's page: the program with one offer's price, and its questions."""

from collections.abc import Sequence
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.offers import reference
from almanac.outputs.context import Context
from almanac.units.dates import Day
from almanac.units.money import exact


def nodes(context: Context, model: ModelEntry, answers: Sequence[tuple[str, str]]) -> tuple[dict[str, object], ...]:
    """Return the page's own nodes. A model without a paid offer has no program node: no price is made up for one."""
    found: list[dict[str, object]] = []
    leading = reference(model)
    if leading is not None:
        found.append(program(context, model, leading))
    if answers:
        found.append({"@type": "FAQPage", "mainEntity": [_question(question, answer) for question, answer in answers]})
    return tuple(found)


def program(context: Context, model: ModelEntry, offer: OfferEntry) -> dict[str, object]:
    """Return the model as a program that one offer sells."""
    released = model.record.lifecycle.released
    sides = [("input", offer.input), ("output", offer.output)]
    return {
        "@type": "SoftwareApplication",
        "@id": context.shell.place.absolute(addresses.model(model.id)) + "#model",
        "name": model.record.name,
        "applicationCategory": "AI model",
        "operatingSystem": "Any, through an API",
        "author": {"@type": "Organization", "name": context.lab_name(model.lab)},
        "datePublished": str(released) if isinstance(released, Day) else None,
        "offers": {
            "@type": "Offer",
            "seller": {"@type": "Organization", "name": context.provider_name(offer.provider)},
            "priceSpecification": [
                {
                    "@type": "UnitPriceSpecification",
                    "price": exact(value),
                    "priceCurrency": "USD",
                    "unitText": f"1,000,000 {side} tokens",
                }
                for side, value in sides
                if isinstance(value, Decimal)
            ],
        },
    }


def _question(question: str, answer: str) -> dict[str, object]:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
