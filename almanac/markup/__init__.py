"""Markup: the only place that turns strangers' Markdown into HTML, and that reads it with positions."""

from almanac.markup.drawing import inline, render
from almanac.markup.findings import Anchor, Call, Citation, Fault, Heading, Link, Outline, Question
from almanac.markup.headings import fragment_of
from almanac.markup.outlines import inline_outline, outline
from almanac.markup.plaintext import bound, plain, plain_guide
from almanac.markup.spots import Spot
from almanac.markup.targets import objection

__all__ = [
    "Anchor",
    "Call",
    "Citation",
    "Fault",
    "Heading",
    "Link",
    "Outline",
    "Question",
    "Spot",
    "bound",
    "fragment_of",
    "inline",
    "inline_outline",
    "objection",
    "outline",
    "plain",
    "plain_guide",
    "render",
]
