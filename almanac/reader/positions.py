"""Positions: where a value or key of a YAML text stands, found by composing the text again when a problem needs it."""
