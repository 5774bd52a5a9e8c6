"""models.dev: base models, offers, providers and recorded prices, as findings."""
