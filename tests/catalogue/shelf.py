"""A library built in memory from YAML texts, and the catalogue that is made of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue, ModelEntry, Question
from almanac.markup import outline
from almanac.problems import Problem
from almanac.reader.document import Document, Entry
from almanac.reader.library import GuideText, Library
from almanac.reader.yamlfile import parse
from almanac.records import (
    Benchmark,
    Currency,
    Guide,
    Lab,
    Model,
    ParameterMeaning,
    Provider,
    Scores,
    Site,
    Source,
    Tombstone,
    Workload,
)
from almanac.records.fields import Record

R = TypeVar("R", bound=Record)

SITE = """
title: Tiny almanac
base_url: https://example.org
repository: https://example.org/repository
edition: 2026-11-20
stale_after: {price: 90, limits: 180, result: 700, measurement: 30, lifecycle: 120, default: 365}
"""
SOURCES = """
lab-page: {title: The lab's page, url: https://lab.example, kind: primary}
other: {title: Another page, url: https://other.example, kind: independent}
register: {title: A register, url: https://register.example, kind: catalogue, at: 2026-05-30}
undated: {title: A page without a date, url: https://undated.example, kind: seller, at: unknown}
"""
LABS = """
acme: {name: Acme, provider: acme, families: {one: {name: One}}}
open: {name: Open Lab, families: {one: {name: Open One}}}
"""
PROVIDERS = """
acme:
  name: Acme
  kind: lab
  api: {style: openai, base_url: https://api.acme.example/v1, env: [ACME_KEY], key: ACME_KEY}
azure:
  name: Azure
  kind: cloud
  api: {style: openai, base_url: "https://{RESOURCE}.azure.example", env: [RESOURCE, AZURE_KEY], key: AZURE_KEY}
bedrock: {name: Bedrock, kind: cloud, api: {style: own, base_url: https://bedrock.example}}
poe: {name: Poe, kind: router}
relay: {name: Relay, kind: router}
wafer.ai: {name: Wafer, kind: host, api: {style: anthropic, base_url: https://wafer.example}}
"""
BENCHMARKS = """
riddles: {name: Riddles, category: coding, unit: percent, higher_is_better: true}
golf: {name: Golf, category: coding, unit: points, higher_is_better: false}
"""
WORKLOADS = """
tickets: {title: Sort tickets, about: Short, requests: 1000, input: 600000, output: 20000, longest: 620, batch: true}
chat:
  {title: Chat, about: Cached, requests: 10, input: 1000000, cache_read: 2000000, output: 500000, longest: 300000}
"""
MODEL = """
name: One
family: one
lifecycle: {released: 2026-01-15}
sync: {source: register}
"""
TODAY = "2026-06-01"


def records(kind: type[R], text: str, name: str) -> dict[str, Entry[R]]:
    """Return the records of one file that holds many."""
    document = Document(f"content/{name}.yaml", name, text, data(text) or {})
    return {key: Entry(key, kind.model_validate(value), document, (key,)) for key, value in document.data.items()}


def record(kind: type[R], key: str, text: str, folder: str) -> Entry[R]:
    """Return the record of a file of its own."""
    name = f"{folder}/{key}"
    return Entry(key, kind.model_validate(data(text)), Document(f"content/{name}.yaml", name, text, data(text)))


def data(text: str) -> Any:
    """Return the plain data of a YAML text that is known to be right."""
    parsed = parse(text, path="test.yaml")
    assert parsed.is_whole, parsed.problems
    return parsed.data


def guide_text(text: str) -> GuideText:
    """Return a guide's body."""
    return GuideText(text, 1, outline(text))


def library(
    models: Mapping[str, str],
    *,
    tombstones: Mapping[str, str] | None = None,
    guides: Mapping[str, str] | None = None,
    currencies: str = "{}",
    site: str = SITE,
    scores: str = "version: 1",
    benchmarks: str = BENCHMARKS,
) -> Library:
    """Return a library of the given models; those of the lab `acme` are sold by the provider `acme`."""
    found = {key: record(Guide, key, text, "guides") for key, text in (guides or {}).items()}
    return Library(
        root="content",
        site=record(Site, "", site, "site"),
        labs=records(Lab, LABS, "labs"),
        providers=records(Provider, PROVIDERS, "providers"),
        benchmarks=records(Benchmark, benchmarks, "benchmarks"),
        sources=records(Source, SOURCES, "sources"),
        models={key: record(Model, key, text, "models") for key, text in models.items()},
        tombstones={key: record(Tombstone, key, text, "models") for key, text in (tombstones or {}).items()},
        guides=found,
        guide_texts={key: guide_text("Text.") for key in found},
        scores=record(Scores, "", scores, "scores"),
        workloads=records(Workload, WORKLOADS, "workloads"),
        currencies=records(Currency, currencies, "currencies"),
        parameters=records(ParameterMeaning, "seed: {type: integer, about: A seed.}", "parameters"),
        waivers=(),
        ledger=(),
        ledger_path="content/published.txt",
        documents={},
    )


def assembled(lib: Library, *, today: str = TODAY, waived: tuple[Problem, ...] = ()) -> Catalogue:
    """Return the catalogue of a library on a day."""
    return assemble(lib, today=date.fromisoformat(today), waived=waived)


def one(text: str = "", *, today: str = TODAY, base: str = MODEL, **others: Any) -> ModelEntry:
    """Return the entry of `acme/one`, the base text with more written under it."""
    lib = library({"acme/one": base + text}, **others)
    return assembled(lib, today=today).models["acme/one"]


def many(today: str = TODAY, **models: str) -> Catalogue:
    """Return a catalogue of models of the lab `acme` by slug."""
    return assembled(library({f"acme/{slug}": text for slug, text in models.items()}), today=today)


def asked(today: str = TODAY, **models: str) -> dict[str, Question]:
    """Return the questions of the model `nano` among the others, by their text."""
    entry = many(today, **models).models["acme/nano"]
    return {question.question: question for question in entry.questions}


def answers(today: str = TODAY, **models: str) -> dict[str, str]:
    """Return the answers to the questions of the model `nano`."""
    return {question: found.answer for question, found in asked(today, **models).items()}


def offered(text: str, **others: str) -> dict[str, str]:
    """Return the answers of a model of which nothing is known but this."""
    return answers(nano=f"name: Nano\nlifecycle: {{released: unknown}}\n{text}\n", **others)
