"""A content folder built in code: small, whole and without a problem, until a test changes it."""

from pathlib import Path
from typing import Self

from almanac.problems import Problem
from almanac.reader import Library, read

SITE = """\
title: Tiny almanac
base_url: https://example.org/almanac
repository: https://example.org/repository
edition: 2026-06-01
"""
SOURCES = """\
acme-pricing: {title: Acme pricing, url: https://acme.example/pricing, kind: primary}
acme-launch: {title: Acme One launch, url: https://acme.example/one, kind: primary, published: 2026-01-15}
register: {title: A register, url: https://register.example, kind: catalogue, licence: MIT, at: 2026-05-30}
"""
LAB = """\
name: Acme
url: https://acme.example
provider: acme
families: {one: {name: One}}
"""
PROVIDER = """\
name: Acme
kind: lab
url: https://acme.example
pricing_url: https://acme.example/pricing
domains: [acme.example]
api: {style: openai, base_url: https://api.acme.example/v1, env: [ACME_API_KEY], key: ACME_API_KEY}
"""
ROUTER = """\
name: Relay
kind: router
url: https://relay.example
domains: [relay.example]
"""
BENCHMARK = """\
name: Riddles
category: coding
unit: percent
range: [0, 100]
higher_is_better: true
about: A hundred riddles, each with one answer.
url: https://riddles.example
"""
MODEL = """\
name: Acme One
family: one
tags: [efficient]
summary: A small model for tests.
ids:
  snapshots: [{id: acme-one-2026-01-15, released: 2026-01-15}]
  aliases: [{id: acme-one-latest, since: 2026-01-15}]
  keys: {register: acme/one, other: [one, acme-one]}
lifecycle: {announced: 2026-01-10, released: 2026-01-15, knowledge_cutoff: 2025-09}
limits: {context: 128000, max_output: 16000}
modalities: {input: [text, image], output: [text]}
capabilities: {function_calling: true, reasoning: false}
weights: {open: false}
endpoints: [chat-completions]
parameters: [temperature, {name: max_tokens, type: integer, default: null}]
offers:
  acme:
    model_id: acme-one
    price: {input: 0.10, output: 0.40, cache_read: 0.025}
    price_when:
      - {when: {tier: batch}, input: 0.05, output: 0.20}
    price_history:
      - {from: 2026-01-15, input: 0.10, output: 0.40, cache_read: 0.025}
    source: acme-pricing
    checked: 2026-05-31
  relay@free:
    model_id: acme/one:free
    price: free
    source: register
results:
  - {benchmark: riddles, score: 80.1, by: lab, source: acme-launch, checked: 2026-05-31}
measurements:
  - {offer: acme, metric: ttft, stat: p50, value: 0.5, unit: s, window: 7d, at: unknown, source: register}
evidence:
  limits.context: {source: acme-launch, checked: 2026-05-31}
claims:
  - {path: limits.context, value: 16000, source: register, verdict: wrong, why: That is the output limit}
faq:
  - {q: Does it read images?, a: It reads text and images., source: acme-launch}
sync: {source: register}
"""
GUIDE = """\
---
title: Choosing
summary: How to choose a model.
about: [acme/one]
author: The editors
published: 2026-05-31
refs:
  - acme-pricing
  - {title: A book, url: https://books.example/one, accessed: 2026-05-30}
---

Read the price list [1], then a book [2].

## Prices

It costs {{ price("acme/one", "input") }}.
"""
LEDGER = """\
lab acme
model acme/one
offer acme/one acme
offer acme/one relay@free
provider acme
"""
FILES = {
    "site.yaml": SITE,
    "sources.yaml": SOURCES,
    "published.txt": LEDGER,
    "labs/acme.yaml": LAB,
    "providers/acme.yaml": PROVIDER,
    "providers/relay.yaml": ROUTER,
    "benchmarks/riddles.yaml": BENCHMARK,
    "models/acme/one.yaml": MODEL,
    "guides/choosing.md": GUIDE,
}
"""Path below the content folder to text: everything that the tiny content holds."""


class ContentTree:
    """A content folder on the disk; each method that changes it returns it, so that a test reads as one sentence."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def tiny(cls, folder: Path) -> Self:
        """Write the tiny content into `folder/content`."""
        tree = cls(folder / "content")
        for path, text in FILES.items():
            tree.write(path, text)
        return tree

    def write(self, path: str, text: str | bytes) -> Self:
        """Write one file whole; bytes as they are, text as UTF-8."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def edit(self, path: str, old: str, new: str) -> Self:
        """Replace the first occurrence of a text in a file; an AssertionError where there is none."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        return self.write(path, text.replace(old, new, 1))

    def append(self, path: str, text: str) -> Self:
        """Add a text at the end of a file."""
        return self.write(path, (self.root / path).read_text(encoding="utf-8") + text)

    def remove(self, path: str) -> Self:
        """Take one file away."""
        (self.root / path).unlink()
        return self

    def rename(self, path: str, other: str) -> Self:
        """Give a file or folder another path below the content folder."""
        (self.root / other).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / other)
        return self

    def link(self, path: str, target: str) -> Self:
        """Put a symbolic link into the folder."""
        (self.root / path).symlink_to(target)
        return self

    def read(self) -> tuple[Library | None, list[Problem]]:
        """Read it as the program does."""
        return read(str(self.root))

    def library(self) -> Library:
        """Read it, and be sure that reading found nothing wrong."""
        library, problems = self.read()
        assert problems == []
        assert library is not None
        return library

    def problems(self) -> list[str]:
        """Return what reading finds as `models/acme/one.yaml:9:3 key-unknown`."""
        return [self.brief(problem) for problem in self.read()[1]]

    def brief(self, problem: Problem) -> str:
        """Write a problem in short, with its path below the content folder."""
        path = problem.path.removeprefix(f"{self.root}/")
        return f"{path}:{problem.line}:{problem.column} {problem.code}"
