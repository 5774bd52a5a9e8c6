"""Rendering: drawing of declared views as HTML, Markdown, XML and pictures; it knows units and text, and no models."""
