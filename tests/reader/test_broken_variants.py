"""Broken variants: one mistake in a sound content folder gives exactly the expected problem at the expected place.

Each row replaces a piece of one file. In the new piece `▸` stands before the character that the problem must point at,
and is taken out before the file is written.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.content import FILES, ContentTree

MARK = "▸"
MODEL, PROVIDER, LAB = "models/acme/one.yaml", "providers/acme.yaml", "labs/acme.yaml"
BENCHMARK, SOURCES, SITE = "benchmarks/riddles.yaml", "sources.yaml", "site.yaml"
GUIDE, LEDGER = "guides/choosing.md", "published.txt"


class Variant(NamedTuple):
    """One mistake: the file, the piece of it that is replaced, what stands there instead, and the code it earns."""

    file: str
    old: str
    new: str
    code: str


VARIANTS = {
    # Keys
    "a misspelt price component": Variant(
        MODEL, "{input: 0.10, output: 0.40, c", "{▸inptu: 0.10, output: 0.40, c", "price-unknown-key"
    ),
    "a misspelt component in a price row": Variant(MODEL, "input: 0.05", "▸inputs: 0.05", "price-unknown-key"),
    "a misspelt component in the price history": Variant(
        MODEL, "2026-01-15, input: 0.10", "2026-01-15, ▸in: 0.10", "price-unknown-key"
    ),
    "a misspelt key of a model": Variant(MODEL, "summary:", "▸sumary:", "key-unknown"),
    "a misspelt key of an offer": Variant(MODEL, "    checked: 2026-05-31", "    ▸cheked: 2026-05-31", "key-unknown"),
    "a key of an offer in the lifecycle": Variant(MODEL, "{announced:", "{▸since:", "key-unknown"),
    "an unknown capability": Variant(MODEL, "{function_calling: true", "{▸function_call: true", "key-unknown"),
    "an unknown condition of a price": Variant(MODEL, "{tier: batch}", "{▸tire: batch}", "key-unknown"),
    "an unknown key of a result": Variant(MODEL, "by: lab,", "by: lab, ▸who: me,", "key-unknown"),
    "an unknown key of a provider": Variant(PROVIDER, "domains:", "▸domain:", "key-unknown"),
    "an unknown key of a source": Variant(SOURCES, "licence: MIT", "▸license: MIT", "key-unknown"),
    "an unknown key of the site": Variant(SITE, "edition:", "▸colour: red\nedition:", "key-unknown"),
    "an unknown key of a guide": Variant(GUIDE, "author:", "▸tags: [x]\nauthor:", "key-unknown"),
    "a status, which is derived": Variant(MODEL, "family: one", "family: one\n▸status: active", "key-unknown"),
    "a model without its lifecycle": Variant(
        MODEL,
        "lifecycle: {announced: 2026-01-10, released: 2026-01-15, knowledge_cutoff: 2025-09}\n",
        "",
        "key-missing",
    ),
    "an offer without its id": Variant(
        MODEL, "    model_id: acme/one:free\n    price: free", "    ▸price: free", "key-missing"
    ),
    "a lifecycle without a release": Variant(
        MODEL, "{announced: 2026-01-10, released: 2026-01-15, ", "{▸announced: 2026-01-10, ", "key-missing"
    ),
    "a result without a source": Variant(
        MODEL,
        "{benchmark: riddles, score: 80.1, by: lab, source: acme-launch",
        "{▸benchmark: riddles, score: 80.1, by: lab",
        "key-missing",
    ),
    "a price row without its condition": Variant(MODEL, "{when: {tier: batch}, input", "{▸input", "key-missing"),
    "a source without a title": Variant(SOURCES, "{title: Acme pricing, ", "{▸", "key-missing"),
    "a weight without open": Variant(MODEL, "weights: {open: false}", "weights: {▸licence: MIT}", "key-missing"),
    "an empty lifecycle": Variant(
        MODEL, "{announced: 2026-01-10, released: 2026-01-15, knowledge_cutoff: 2025-09}", "▸{}", "key-missing"
    ),
    "a tombstone with facts": Variant(MODEL, "family: one", "moved_to: acme/two\n▸family: one", "tombstone-key"),
    # Words, texts, numbers
    "a name of a hundred and twenty-one characters": Variant(
        MODEL, "name: Acme One", f"name: ▸{'One ' * 30}1", "value-long"
    ),
    "a name without a space": Variant(PROVIDER, "name: Acme", f"name: ▸{'A' * 61}", "value-long"),
    "a misspelt kind of provider": Variant(PROVIDER, "kind: lab", "kind: ▸lap", "value-word"),
    "an unknown modality": Variant(MODEL, "[text, image]", "[text, ▸pdf]", "value-word"),
    "an unknown mode": Variant(MODEL, "tags:", "mode: ▸chatty\ntags:", "value-word"),
    "an unknown tier": Variant(MODEL, "{tier: batch}", "{tier: ▸bulk}", "value-word"),
    "a true where a word is meant": Variant(MODEL, "by: lab", "by: ▸true", "value-word"),
    "a number where text is meant": Variant(MODEL, "name: Acme One", "name: ▸4.10", "value-type"),
    "a list where text is meant": Variant(MODEL, "summary: A small model for tests.", "summary: ▸[a, b]", "value-type"),
    "a text where true or false is meant": Variant(MODEL, "reasoning: false", "reasoning: ▸maybe", "value-type"),
    "a list in a list of text": Variant(MODEL, "tags: [efficient]", "tags: [▸[efficient]]", "value-type"),
    "a number among the site's colours": Variant(SITE, "edition:", "colours: {ink: ▸5}\nedition:", "value-type"),
    "a mapping as a claim": Variant(MODEL, "value: 16000", "value: ▸{a: 1}", "value-type"),
    "a list as a default": Variant(MODEL, "default: null", "default: ▸[1]", "value-type"),
    "an empty text": Variant(MODEL, "summary: A small model for tests.", 'summary: ▸" "', "value-empty"),
    "a mapping where one is missing": Variant(
        MODEL, "limits: {context: 128000, max_output: 16000}", "limits: ▸128000", "value-mapping"
    ),
    "offers as a list": Variant(LAB, "families: {one: {name: One}}", "families: ▸[one]", "value-mapping"),
    "an offer left empty": Variant(
        MODEL,
        "  relay@free:\n    model_id: acme/one:free\n    price: free\n    source: register\n",
        "  ▸relay@free:\n",
        "value-mapping",
    ),
    "sources as a list": Variant(SOURCES, FILES[SOURCES], "▸- acme-pricing\n", "value-mapping"),
    "one tag without brackets": Variant(MODEL, "tags: [efficient]", "tags: ▸efficient", "value-list"),
    "a range of three": Variant(BENCHMARK, "range: [0, 100]", "range: ▸[0, 50, 100]", "value-list"),
    "a context with a letter": Variant(MODEL, "context: 128000,", "context: ▸128K,", "value-count"),
    "a context of zero": Variant(MODEL, "context: 128000,", "context: ▸0,", "value-count"),
    "a context with a fraction": Variant(MODEL, "context: 128000,", "context: ▸128000.0,", "value-count"),
    "a context in groups of digits": Variant(MODEL, "context: 128000,", "context: ▸1,047,576,", "value-count"),
    "a count that ends in groups of digits": Variant(
        MODEL, "max_output: 16000}", "max_output: ▸1,000,000}", "value-count"
    ),
    "a score with a sign of per cent": Variant(MODEL, "score: 80.1", "score: ▸80.1%", "value-number"),
    "a date in words": Variant(MODEL, "announced: 2026-01-10", "announced: ▸10 January 2026", "date-form"),
    "a day that is in no calendar": Variant(MODEL, "announced: 2026-01-10", "announced: ▸2026-02-30", "date-form"),
    "a year where a date is meant": Variant(MODEL, "announced: 2026-01-10", "announced: ▸2026", "date-form"),
    "an edition of a month": Variant(SITE, "edition: 2026-06-01", "edition: ▸2026-06", "date-form"),
    "a release that is left empty": Variant(MODEL, "released: 2026-01-15, k", "▸released: , k", "date-form"),
    "a script as an address": Variant(LAB, "url: https://acme.example", "url: ▸javascript:alert(1)", "url-scheme"),
    "data as an address": Variant(LAB, "url: https://acme.example", "url: ▸data:text/html,x", "url-scheme"),
    "an address with a password": Variant(
        LAB, "url: https://acme.example", "url: ▸https://a:b@acme.example", "url-scheme"
    ),
    "an address with a space": Variant(
        LAB, "url: https://acme.example", "url: ▸https://acme.example/a b", "url-scheme"
    ),
    "a successor without its lab": Variant(MODEL, "knowledge_cutoff: 2025-09", "successor: ▸two", "model-id"),
    "an id with a space": Variant(MODEL, "model_id: acme-one", "model_id: ▸acme one", "upstream-id"),
    "an offer key in capitals": Variant(MODEL, "  relay@free:", "  ▸Relay:", "offer-key"),
    "a variable in lower case": Variant(PROVIDER, "env: [ACME_API_KEY]", "env: [▸acme-key]", "env-name"),
    "a source id in capitals": Variant(SOURCES, "acme-pricing:", "▸Acme:", "path-name"),
    "a benchmark id with two hyphens": Variant(MODEL, "benchmark: riddles", "benchmark: ▸a--b", "path-name"),
    # Prices
    "an input price of zero": Variant(
        MODEL, "{input: 0.10, output: 0.40, c", "{input: ▸0, output: 0.40, c", "price-zero"
    ),
    "an input price of zero in another unit": Variant(
        MODEL, "input: 0.05", "input: ▸{usd: 0, per: minute}", "price-zero"
    ),
    "a price below zero": Variant(
        MODEL, "cache_read: 0.025}\n    price_when", "cache_read: ▸-1}\n    price_when", "price-negative"
    ),
    "a price that was a float": Variant(MODEL, "input: 0.05", "input: ▸0.049999999999", "price-digits"),
    "a price with its currency": Variant(MODEL, "input: 0.05", "input: ▸$0.05", "price-not-a-number"),
    "a whole price in words of its own": Variant(MODEL, "price: free", "price: ▸gratis", "price-not-a-number"),
    # YAML
    "an unclosed bracket": Variant(
        MODEL, "tags: [efficient]\nsummary: A", "tags: [efficient\nsummary▸: A", "yaml-syntax"
    ),
    "a second document": Variant(
        SITE, "edition: 2026-06-01\n", "edition: 2026-06-01\n▸---\ntitle: Again\n", "yaml-syntax"
    ),
    "a tab as indentation": Variant(MODEL, "  keys: {", "▸\tkeys: {", "yaml-syntax"),
    "a list 33 levels deep": Variant(MODEL, "tags: [efficient]", f"tags: {'[' * 31}▸[x{']' * 32}", "yaml-depth"),
    "an anchor": Variant(MODEL, "price: free", "price: ▸&all free", "yaml-anchor"),
    "an alias": Variant(MODEL, "price: free", "price: ▸*all", "yaml-anchor"),
    "a merge key": Variant(MODEL, "    price: free", "    ▸<<: {price: free}", "yaml-anchor"),
    "a tag": Variant(MODEL, "name: Acme One", "name: ▸!!str One", "yaml-tag"),
    "a number as a key": Variant(LAB, "families: {one:", "families: {▸4.1:", "yaml-key"),
    "a key that stands twice": Variant(
        MODEL, "{context: 128000,", "{context: 1, ▸context: 128000,", "yaml-duplicate-key"
    ),
    "a no where text is meant": Variant(MODEL, "family: one", "family: one\ntokenizer: ▸no", "yaml-implicit"),
    "a yes where true is meant": Variant(MODEL, "reasoning: false", "reasoning: ▸yes", "yaml-implicit"),
    "a time that is a number": Variant(MODEL, "{tier: batch}", "{tier: batch, utc: ▸16:30}", "yaml-implicit"),
    "an octal version": Variant(MODEL, "by: lab", "by: lab, version: ▸0711", "yaml-implicit"),
    "a price with an exponent": Variant(MODEL, "input: 0.05", "input: ▸5e-2", "yaml-implicit"),
    "a limit with underscores": Variant(MODEL, "context: 128000,", "context: ▸128_000,", "yaml-implicit"),
    "a tilde for nothing": Variant(MODEL, "family: one", "family: ▸~", "yaml-implicit"),
    "an unseen direction mark": Variant(MODEL, "name: Acme One", "name: Acme ▸\u202eOne", "yaml-control"),
    "an unseen direction mark as an escape": Variant(
        MODEL, "name: Acme One", 'name: ▸"Acme \\u202eOne"', "yaml-control"
    ),
    # Guides
    "a guide that does not begin with its front matter": Variant(
        GUIDE, "---\ntitle", "▸\n---\ntitle", "guide-front-matter"
    ),
    "front matter that does not end": Variant(GUIDE, "---\n\nRead", "\nRead", "guide-front-matter"),
    "a number without a reference": Variant(GUIDE, "book [2]", "book [2] ▸[3]", "guide-citation"),
    "a reference that is never cited": Variant(
        GUIDE, "accessed: 2026-05-30}\n", "accessed: 2026-05-30}\n  - ▸acme-launch\n", "guide-ref-unused"
    ),
    "an unbound figure": Variant(GUIDE, "## Prices", "## Prices\n\nOne request costs ▸$0.10.", "figure-unbound"),
    "a heading of the first level": Variant(GUIDE, "## Prices", "▸# Prices", "markup-heading"),
    "a call of nothing": Variant(GUIDE, '{{ price("acme/one", "input") }}', "▸{{ price }}", "markup-call"),
    "a link to a script": Variant(GUIDE, "a book [2]", "a [book](▸javascript:x) [2]", "url-scheme"),
    # The ledger
    "an unknown kind of published thing": Variant(LEDGER, "lab acme\n", "▸labs acme\n", "ledger-syntax"),
    "a line that is out of order": Variant(
        LEDGER, "offer acme/one acme\n", "provider relay\n▸offer acme/one acme\n", "ledger-order"
    ),
    "a line that stands twice": Variant(LEDGER, "lab acme\n", "lab acme\n▸lab acme\n", "ledger-duplicate"),
}


def expected(text: str, variant: Variant) -> tuple[str, str]:
    """Return the broken text, and the problem that the mark in it asks for; without a mark, one at the start."""
    line, column = 1, 1
    if MARK in text:
        before = text.partition(MARK)[0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return text.replace(MARK, ""), f"{variant.file}:{line}:{column} {variant.code}"


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_one_mistake_is_one_problem_at_its_place(tmp_path: Path, variant: Variant) -> None:
    assert variant.old in FILES[variant.file]
    text, problem = expected(FILES[variant.file].replace(variant.old, variant.new, 1), variant)
    assert ContentTree.tiny(tmp_path).write(variant.file, text).problems() == [problem]


def test_the_tiny_content_has_no_problem(tmp_path: Path) -> None:
    assert ContentTree.tiny(tmp_path).problems() == []


def test_all_mistakes_together_are_all_told_sorted_by_file_and_line(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path)
    told = []
    for number, variant in enumerate(variant for variant in VARIANTS.values() if variant.file == MODEL):
        path = f"models/acme/broken-{number:02}.yaml"
        text, problem = expected(FILES[MODEL].replace(variant.old, variant.new, 1), variant._replace(file=path))
        tree.write(path, text)
        told.append(problem)
    tree.edit(SITE, "edition:", "colour: red\nedition:").edit(PROVIDER, "kind: lab", "kind: lap")
    assert tree.problems() == [*told, f"{PROVIDER}:2:7 value-word", f"{SITE}:4:1 key-unknown"]
