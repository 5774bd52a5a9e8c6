"""A small site for tests of outputs: its catalogue from YAML texts, its context, and the bytes of what it publishes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from almanac.addresses import Site as Place
from almanac.catalogue.catalogue import Catalogue, Change, ModelEntry
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.scales import scales
from almanac.outputs.shell import Shell
from almanac.render.templates import Templates
from almanac.units.dates import parse_day
from tests.catalogue.shelf import assembled, library

ROOT = Path(__file__).parents[2]
BASE_URL = "https://example.org/almanac"
HOSTILE = (
    "]]></title><script>alert(1)</script>",
    "=cmd()|' /C calc'!A0",
    "two\nlines\r\nBEGIN:VEVENT",
    "bell\x07 and null\x00",
    "🦙 \u202eevil\u202c مرحبا",
    '"quoted" & <tagged>',
)
"""Names that strangers could think of."""
ONE = """
name: One
family: one
summary: A *small* model.
lifecycle: {released: 2026-01-15, knowledge_cutoff: 2025-09}
limits: {context: 128000, max_input: 120000, max_output: 16000}
modalities: {input: [text, image], output: [text]}
capabilities: {reasoning: false}
ids:
  snapshots: [{id: One-2026-03-01, released: 2026-03-01}]
  aliases: [{id: one-latest, since: 2026-01-15}]
parameters: [seed, {name: top_p, type: float, default: 0.5}, {name: max_tokens, type: integer, default: null}]
badges: [latency]
offers:
  azure:
    model_id: one-at-azure
    price: {input: 0.10, output: 0.40, cache_read: 0.025}
    retires: 2026-09-01
    source: other
    checked: unknown
  acme:
    model_id: one
    price: {input: 0.10, output: 0.40, cache_read: 0, web_search: {usd: 10.00, per: 1000-requests}}
    price_when: [{when: {tier: batch}, input: 0.05, output: 0.20}]
    price_history:
      - {from: 2026-01-15, input: 0.20, output: 0.80}
      - {from: 2026-05-01, input: 0.10, output: 0.40, cache_read: 0}
    retires: 2026-10
  relay@free: {model_id: "@acme/one:free", price: free, limits: {context: 32000}}
  poe: {model_id: One, price: {input: 0.09, output: 0.36}, since: 2026-02-01}
results:
  - {benchmark: riddles, score: 80.10, by: lab, source: lab-page, date: 2026-01-15, cost: 1.50}
  - {benchmark: golf, score: 72, by: independent, source: other, date: unknown}
claims:
  - {path: limits.context, value: 64000, source: other}
  - {path: offers.azure.price.input, value: 0.20, source: other}
sync: {source: register}
"""
TWO = """
name: Two
lifecycle: {released: unknown}
mode: embedding
offers:
  wafer.ai: {model_id: two, price: {input: 0.020}}
sync: {source: register}
"""
MODELS = {"acme/one": ONE, "acme/two": TWO}
TODAY = "2026-06-01"
MOVED = "{name: Old, moved_to: acme/one}"
GONE = "{name: Gone, withdrawn: {on: 2026-03-01, why: It never came out.}}"
TOMBSTONES = {"acme/old": MOVED, "acme/gone": GONE}
GUIDE = """
title: Choosing [well]
summary: How to choose.
author: The editors
published: 2026-05-31
"""


def shelf(models: Mapping[str, str] = MODELS, *, today: str = TODAY, **others: Any) -> Catalogue:
    """Return the catalogue of the two models above on a day, or of others."""
    tombstones = TOMBSTONES if "acme/one" in models else {}
    return assembled(library(models, tombstones=tombstones, guides={"choosing": GUIDE}, **others), today=today)


def context(catalogue: Catalogue | None = None, *, base_url: str = BASE_URL) -> Context:
    """Return the context of a catalogue on the web."""
    catalogue = catalogue or shelf()
    shell = Shell(
        site=catalogue.site,
        place=Place(base_url),
        today=catalogue.today,
        css="/assets/a.css",
        script="/assets/a.js",
        modules={file.stem: f"/assets/{file.name}" for file in (ROOT / "static/js").glob("*.js")},
        icon="/favicon.svg",
    )
    return Context(catalogue, shell, Templates(ROOT / "templates"), scales(catalogue))


def files(outputs: Iterable[Output]) -> dict[str, bytes]:
    """Return what outputs publish, by path; no path twice."""
    found = list(outputs)
    rendered = {output.path: output.draw() for output in found}
    assert len(rendered) == len(found)
    return rendered


def file(outputs: Iterable[Output], path: str) -> bytes:
    """Return what one output publishes; the others are not drawn."""
    (output,) = (output for output in outputs if output.path == path)
    return output.draw()


def named(catalogue: Catalogue, name: str) -> Catalogue:
    """Return the same catalogue with one name for everything that has one, and the site."""
    models = {key: _named(entry, name) for key, entry in catalogue.models.items()}
    shown: dict[str, Any] = {
        kind: {
            key: replace(entry, record=_renamed(entry.record, name)) for key, entry in getattr(catalogue, kind).items()
        }
        for kind in ("labs", "providers", "benchmarks")
    }
    sources = {key: source.model_copy(update={"title": name}) for key, source in catalogue.sources.items()}
    site = catalogue.site.model_copy(update={"title": name, "description": name})
    return replace(catalogue, models=models, sources=sources, site=site, **shown)


def _named(entry: ModelEntry, name: str) -> ModelEntry:
    return replace(entry, record=_renamed(entry.record, name))


def _renamed(record: Any, name: str) -> Any:
    return record.model_copy(update={"name": name})


def change(on: str = "2026-05-01", kind: str = "price", **values: Any) -> Change:
    """Return a change of the model `acme/one`."""
    known = {"model_id": "acme/one", "offer": "", "note": "", **values}
    return Change(on=parse_day(on), kind=kind, **known)
