"""A tiny site that holds one of everything, without a problem, for tests to break in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from almanac.checks import Checked, check
from almanac.problems import Problem
from almanac.reader import Library, read

TODAY = date(2026, 5, 31)
MARK = "▸"
"""Stands in a broken text before the character at which the problem is expected."""

Files = Mapping[str, str]

SITE: Files = {
    "site.yaml": """\
title: Tiny
base_url: https://tiny.example
repository: https://git.example/tiny
edition: 2026-05-31
badges: {profile: lean, labs: {acme: full}, models: {acme/one: standard}}
""",
    "sources.yaml": """\
launch: {title: Launch, url: https://acme.example/launch, kind: primary}
pricing: {title: Pricing, url: https://acme.example/pricing, kind: primary}
tests: {title: Tests, url: https://tests.example, kind: independent, at: 2026-05-01}
feed: {title: Feed, url: https://feed.example, kind: catalogue, at: 2026-05-30}
""",
    "scores.yaml": """\
version: 1
axes:
  wit:
    name: Wit
    about: Quick answers.
    minimum: 2
    inputs:
      - {benchmark: quiz, source: tests, variant: whole, weight: 1}
      - {benchmark: duel, source: tests, weight: 2, low: 800, high: 1600}
  pace: {name: Pace, about: Wit again., axes: {wit: 1}}
  thrift: {name: Thrift, about: Wit for money., worth: wit}
""",
    "workloads.yaml": """\
chat: {title: Chat, about: Short, requests: 10, input: 1000, cache_read: 0, output: 500, longest: 200}
""",
    "currencies.yaml": """\
CNY:
  name: Yuan
  rates:
    - {on: 2026-01-01, usd: 0.13, source: feed}
    - {on: 2026-04-01, usd: 0.14, source: feed}
""",
    "parameters.yaml": "seed: {type: integer, about: Repeats the same answer.}\n",
    "waivers.yaml": """\
- {code: price-cache-above-input, path: "models/acme/two#offers.cloud.price.cache_read", why: Listed, until: 2026-12-31}
""",
    "published.txt": "model acme/one\n",
    "labs/acme.yaml": "name: Acme Labs\nprovider: acme\nfamilies: {wit: {name: Wit}}\n",
    "providers/acme.yaml": """\
name: Acme
kind: lab
url: https://acme.example
pricing_url: https://www.acme.example/pricing
domains: [acme.example]
api: {style: openai, base_url: "https://{ACME_REGION}.acme.example/v1", env: [ACME_REGION, ACME_KEY], key: ACME_KEY}
data: {trains: no, source: pricing, checked: 2026-05-01}
""",
    "providers/cloud.yaml": "name: Cloud\nkind: cloud\nurl: https://cloud.example\n",
    "providers/route.yaml": "name: Route\nkind: router\nnotes: Passes *everything* on.\n",
    "benchmarks/quiz.yaml": """\
name: Quiz
category: coding
unit: percent
range: [0, 100]
higher_is_better: true
about: Questions with short answers.
""",
    "benchmarks/duel.yaml": "name: Duel\ncategory: preference\nunit: elo\nhigher_is_better: true\n",
    "models/acme/one.yaml": """\
name: One
family: wit
summary: The small one, for [short](https://acme.example/one) answers.
ids:
  snapshots: [{id: one-2025-04-14, released: 2025-04-14}]
  aliases: [{id: one-latest, since: 2025-04-14}]
lifecycle:
  announced: 2025-04-01
  preview: 2025-04-07
  released: 2025-04-14
  knowledge_cutoff: 2024-06
  deprecated: 2026-06-01
  retires: 2026-10-23
  successor: acme/two
limits: {context: 128000, max_input: 120000, max_output: 16384}
modalities: {input: [text, image], output: [text]}
capabilities: {vision: true, audio_input: false, pdf_input: false, prompt_caching: true}
offers:
  acme:
    model_id: one
    price: {input: 0.10, output: 0.40, cache_read: 0.025}
    price_when:
      - {when: {tier: batch}, input: 0.05, output: 0.20}
      - {when: {tier: priority, from: 2026-01-01, until: 2026-12-31}, input: 0.20}
    price_history:
      - {from: 2025-04-14, input: 0.20, output: 0.80}
      - {from: 2026-01-16, input: 0.10, output: 0.40}
    since: 2025-04-14
    deprecated: 2026-06-01
    retires: 2026-10-23
    source: pricing
    checked: 2026-05-31
  cloud@20250414.eu.batch:
    model_id: one-2025-04-14
    price: {input: 0.10, output: 0.40}
    limits: {context: 64000, max_output: 16384}
    source: pricing
    checked: 2025-09-30
  route:
    model_id: acme/one
    price: {input: 0.80, output: 3.20}
    currency: CNY
    capabilities: {pdf_input: true}
    modalities: {input: [text, image, file]}
    via: [acme, cloud]
  route@free:
    model_id: acme/one-free
    price: free
results:
  - {benchmark: quiz, score: 80.1, by: lab, source: launch, checked: 2026-05-31}
  - {benchmark: quiz, score: 78, by: independent, source: tests, variant: whole}
  - {benchmark: duel, score: 1200, by: independent, source: tests}
measurements:
  - {offer: acme, metric: ttft, stat: p50, value: 0.5, unit: s, window: 7d, at: 2026-05-01, source: tests}
  - {offer: route, metric: uptime, stat: mean, value: 99.9, unit: "%", window: 30d, at: unknown, source: tests}
  - {offer: route, metric: endpoints_up, stat: best, value: 2, of: 2, unit: count, window: h, at: 2026-05, source: feed}
ratings:
  - {name: overall, value: 47, range: [0, 100], source: tests, checked: unknown}
evidence:
  limits.context: {source: launch, checked: 2026-05-31}
  offers.acme.price: {source: pricing, checked: 2026-05-31}
  "results[quiz,launch].score": {source: launch}
claims:
  - {path: limits.context, value: 32768, source: feed, verdict: wrong}
  - {path: status, value: active, source: feed}
  - {path: offers.route.limits.context, value: 64000, source: feed}
  - {path: family.name, value: Humour, source: feed}
faq:
  - q: Does it read images?
    a: It does.
    source: [launch, pricing]
badges: [latency, score-quiz]
sync: {source: feed}
""",
    "models/acme/two.yaml": """\
name: Two
lifecycle: {released: 2026-02-01}
modalities: {input: [text]}
limits: {context: 256000}
offers:
  acme:
    model_id: two
    price: {input: 1, output: 4}
  cloud:
    model_id: acme.two
    price: {input: 1, output: 4, cache_read: 2}
  route:
    model_id: acme/two
    price: {input: 1.1, output: 4.4}
results:
  - {benchmark: quiz, score: 90, by: lab, source: launch}
  - {benchmark: quiz, score: 88, by: lab, source: launch, dataset: public}
sync: {source: feed}
""",
    "models/acme/vectors.yaml": """\
name: Vectors
mode: embedding
lifecycle: {released: unknown}
offers:
  acme:
    model_id: vectors
    price: {input: 0.02}
    source: pricing
    checked: unknown
""",
    "models/acme/zero.yaml": "name: Zero\nmoved_to: acme/one\n",
    "guides/small.md": """\
---
title: Small models
summary: Which one to take.
author: Ada
published: 2026-05-01
about: [acme/one]
compares: [acme/one, acme/two]
refs: [pricing, {title: A study, url: https://study.example, accessed: 2026-05-01}]
---
One costs {{ price("acme/one", "input") }} and reads {{ context("acme/one") }} [1].

{{ table("acme/one", "acme/two") }}

It scores {{ score("acme/one", "quiz", "independent") }}, as others found [2].
""",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a test compares: where a problem stands, and its code."""

    path: str
    line: int
    column: int
    code: str


def write(folder: Path, files: Files) -> Path:
    """Write a content folder and return it."""
    for name, text in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "content"


def library(folder: Path, files: Files, *, is_sound: bool = True) -> Library:
    """Return the tiny site with some files in place of its own; reading finds a problem only where that is wanted."""
    found, unreadable = read(str(write(folder, {**SITE, **files})))
    assert bool(unreadable) is not is_sound, unreadable
    assert found is not None
    return found


def checked(folder: Path, files: Files, *, machine_today: date = TODAY) -> Checked:
    """Check the tiny site with some files in place of its own; reading them finds nothing."""
    return check(library(folder, files), today=TODAY, machine_today=machine_today)


def problems(folder: Path, files: Files) -> tuple[Problem, ...]:
    """Return the problems of the tiny site with some files in place of its own."""
    return checked(folder, unmarked(files)).problems


def seen(found: tuple[Problem, ...], folder: Path) -> list[Seen]:
    """Return what the problems are and where, with paths below the content folder."""
    root = f"{folder / 'content'}/"
    return [Seen(one.path.removeprefix(root), one.line, one.column, one.code) for one in found]


def expected(files: Files, code: str) -> list[Seen]:
    """Return the problems that are expected at the marks."""
    return [
        Seen(name, number, column + 1 - line[:column].count(MARK), code)
        for name, text in sorted(files.items())
        for number, line in enumerate(text.split("\n"), start=1)
        for column, char in enumerate(line)
        if char == MARK
    ]


def unmarked(files: Files) -> Files:
    """Return the files as they are written."""
    return {name: text.replace(MARK, "") for name, text in files.items()}


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return one file of the tiny site with one stretch of text changed, which must be there once."""
    assert SITE[name].count(old) == 1, f"{old!r} is there {SITE[name].count(old)} times"
    return {name: SITE[name].replace(old, new)}
