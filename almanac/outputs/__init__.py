"""Outputs: what the site publishes, one module for each kind of thing."""
