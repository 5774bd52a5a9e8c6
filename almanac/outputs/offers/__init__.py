"""Offers: the page of each offer, which answers for one provider what the model's page answers for all."""

from almanac.outputs.offers.page import outputs

__all__ = ["outputs"]
