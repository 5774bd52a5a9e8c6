"""Near misses: what comes close to a broken variant and is sound, one or more for every code of the checks."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from tests.checks.tinysite import changed, problems

ONE, TWO, VECTORS = "models/acme/one.yaml", "models/acme/two.yaml", "models/acme/vectors.yaml"
ACME, CLOUD, GUIDE, STONE = "providers/acme.yaml", "providers/cloud.yaml", "guides/small.md", "models/acme/zero.yaml"
SNAPSHOT = "{id: one-2025-04-14, released: 2025-04-14}"
WAIVER = "until: 2026-12-31"

CHANGES: list[tuple[str, str, str, str]] = [
    # The code that is not given, the file, what stands there, and what stands there instead.
    ("ref-unresolved", ONE, "successor: acme/two", "successor: acme/zero"),
    ("ref-unresolved", ONE, "[latency, score-quiz]", "[rank, card-dark, score-duel]"),
    ("ref-unresolved", GUIDE, "about: [acme/one]", "about: [acme/zero]"),
    ("ref-unresolved", ONE, "source: [launch, pricing]", "source: launch"),
    ("moved-cycle", STONE, "moved_to: acme/one", "withdrawn: {on: 2026-05-01, why: Nobody offers it.}"),
    ("id-fold-clash", TWO, "sync:", "ids: {aliases: [{id: one-latest-2, since: 2026-02-01}]}\nsync:"),
    ("id-without-page", TWO, "sync:", 'ids: {aliases: [{id: "@cf/two", since: 2026-02-01}]}\nsync:'),
    ("offer-duplicate", VECTORS, "checked: unknown", "checked: unknown\n  cloud:\n    model_id: vectors"),
    (
        "offer-duplicate",
        VECTORS,
        "checked: unknown",
        "checked: unknown\n  acme@old: {model_id: vectors, ended: 2026-05-01}",
    ),
    (
        "offer-duplicate",
        VECTORS,
        "checked: unknown",
        "checked: unknown\n  acme@old: {model_id: vectors, retires: 2026-05}",
    ),
    ("offer-key-order", ONE, "cloud@20250414.eu.batch", "cloud@20250414.provisioned.eu.batch.thinking-8192"),
    ("offer-key-order", ONE, "cloud@20250414.eu.batch", "cloud@batch.whatever"),
    ("name-is-provider", TWO, "name: Two", "name: Acme 2"),
    ("id-date-mismatch", ONE, SNAPSHOT, "{id: one-2025-04-14, released: 2025-05-28}"),
    ("id-date-mismatch", ONE, SNAPSHOT, "{id: one-20251399, released: 2025-06-01}"),
    ("id-date-mismatch", ONE, SNAPSHOT, "{id: one-20250231, released: 2025-06-01}"),
    ("id-date-mismatch", ONE, "model_id: acme/one\n", "model_id: acme/one-20250501\n"),
    ("id-date-mismatch", ONE, SNAPSHOT, f"{SNAPSHOT}, {{id: one-20260101}}"),
    ("id-date-mismatch", VECTORS, "model_id: vectors", "model_id: vectors-20200101"),
    ("offer-other-model", TWO, "model_id: acme.two", "model_id: acme/one-two"),
    ("offer-other-model", TWO, "model_id: acme.two", "model_id: acme/one-latest"),
    ("price-too-high", VECTORS, "{input: 0.02}", "{input: 200}"),
    ("price-too-high", VECTORS, "price: {input: 0.02}", "currency: CNY\n    price: {input: 1400}"),
    ("price-too-high", VECTORS, "{input: 0.02}", "{input: {usd: 201, per: request}}"),
    ("price-batch-above-list", ONE, "{tier: batch}, input: 0.05", "{tier: batch}, input: 0.10"),
    ("price-batch-above-list", ONE, "{tier: priority, from: 2026-01-01, until: 2026-12-31}", "{tier: flex}"),
    ("price-batch-above-list", ONE, "{tier: batch}, input: 0.05", "{tier: batch}, cache_write: 0.9, input: free"),
    ("price-wrong-mode", VECTORS, "{input: 0.02}", "{input: 0.02, image_in: 0.1, output: included}"),
    ("price-wrong-mode", TWO, "{input: 1.1, output", "{input: {usd: 1, per: request}, output"),
    ("price-cache-above-input", ONE, "cache_read: 0.025}", "cache_read: 0.10}"),
    ("price-cache-above-input", ONE, "{tier: batch}, input: 0.05", "{tier: batch}, input: 0.01"),
    ("price-output-low", ONE, "until: 2026-12-31}, input: 0.20}", "until: 2026-12-31}, input: 0.20, output: 0.02}"),
    ("price-when-empty", ONE, "{tier: batch}, input: 0.05", "{context_above: 1000, marginal: true}, input: 0.05"),
    ("price-when-duplicate", ONE, "{tier: batch}", "{tier: priority}"),
    ("price-when-dates", ONE, "until: 2026-12-31", "until: 2026-01"),
    ("price-off-median", TWO, "{input: 1.1, output: 4.4}", "{input: 0.021, output: 0.08}"),
    ("price-off-median", TWO, "{input: 1.1, output: 4.4}", "{input: 0.02, output: 3.9}"),
    ("price-off-median", TWO, "{input: 1.1, output: 4.4}", "dynamic"),
    ("price-off-median", TWO, "price: {input: 1, output: 4}", "price: {input: free, output: 200}"),
    ("price-currency-slip", TWO, "{input: 1.1, output: 4.4}", "{input: 7.6, output: 28}"),
    ("price-currency-slip", TWO, "{input: 1.1, output: 4.4}", "{input: 7, output: 24}"),
    ("history-order", ONE, "- {from: 2026-01-16,", "- {from: 2025-05,"),
    ("history-price", ONE, "- {from: 2026-01-16, input: 0.10, output: 0.40}", "- {from: 2026-05-31, price: gone}"),
    ("history-price", ONE, "- {from: 2026-01-16, input: 0.10,", "- {from: 2026-01-16, input: 0.1,"),
    (
        "history-price",
        ONE,
        "output: 0.40}\n    since",
        "output: 0.40}\n      - {from: 2026-07-01, input: 9}\n    since",
    ),
    ("currency-rate-missing", ONE, "currency: CNY", "currency: USD"),
    ("currency-rate-value", "currencies.yaml", "usd: 0.13", "usd: 0.0001"),
    ("limits-context-below-input", ONE, "max_input: 120000", "max_input: 128000"),
    ("limits-output-above-context", ONE, "max_output: 16384}\nmodalities", "max_output: 128000}\nmodalities"),
    ("offer-limits-context-below-input", ONE, "{context: 64000,", "{context: 64000, max_input: 64000,"),
    ("offer-limits-output-above-context", ONE, "{context: 64000, max_output: 16384}", "{context: 8000}"),
    ("cutoff-after-release", ONE, "knowledge_cutoff: 2024-06", "knowledge_cutoff: 2025-04"),
    ("cutoff-after-release", VECTORS, "released: unknown", "released: unknown, knowledge_cutoff: 2026-04"),
    ("retired-before-released", TWO, "{released: 2026-02-01}", "{released: 2026-02-01, retires: 2026-02}"),
    ("lifecycle-order", ONE, "announced: 2025-04-01", "announced: 2025-04-14"),
    ("offer-dates-order", ONE, "since: 2025-04-14\n    deprecated", "since: 2026-06\n    deprecated"),
    ("offer-retired-before-released", TWO, "model_id: two", "model_id: two\n    retires: 2026-02-01"),
    ("date-after-edition", VECTORS, "checked: unknown", "checked: 2026-05"),
    ("date-after-edition", ONE, "until: 2026-12-31", "until: 2027-12-31"),
    ("sibling-stale", ONE, "checked: 2025-09-30", "checked: 2025-05-31"),
    ("sibling-stale", ONE, "checked: 2025-09-30", "checked: 2024-05-31\n    ended: 2025-06-01"),
    ("sibling-stale", ONE, "checked: 2025-09-30", "checked: 2024-05-31\n    retires: 2026-05-31"),
    ("score-out-of-range", ONE, "score: 80.1", "score: 100"),
    ("score-out-of-range", ONE, "score: 1200", "score: -1200"),
    ("score-out-of-range", "benchmarks/quiz.yaml", "range: [0, 100]\n", ""),
    ("score-out-of-range", ONE, "value: 47, range: [0, 100]", "value: 470"),
    ("score-fraction", ONE, "score: 80.1", "score: 0.2"),
    ("score-fraction", ONE, "score: 80.1", "score: 0"),
    ("score-fraction", ONE, "score: 1200", "score: 0.5"),
    ("range-order", "benchmarks/duel.yaml", "unit: elo", "unit: elo\nrange: [0, 3000]"),
    ("result-duplicate", TWO, "dataset: public", "harness: public"),
    (
        "measurement-unit",
        ONE,
        "metric: ttft, stat: p50, value: 0.5, unit: s",
        "metric: output_speed, stat: p50, value: 80, unit: tok/s",
    ),
    ("measurement-value", ONE, "value: 99.9", "value: 0"),
    ("measurement-value", ONE, "value: 2, of: 2", "value: 0, of: 2"),
    ("measurement-value", ONE, "value: 2, of: 2", "value: 200"),
    ("capability-contradiction", ONE, "modalities: {input: [text, image], output: [text]}\n", ""),
    ("capability-contradiction", ONE, "audio_input: false, pdf_input: false", "video_input: false"),
    (
        "capability-contradiction",
        TWO,
        "model_id: acme.two",
        "model_id: acme.two\n    capabilities: {prompt_caching: true}",
    ),
    ("evidence-path", ONE, '"results[quiz,launch].score"', "offers.route.price"),
    ("claim-path", ONE, "{path: status", "{path: offers.route.status"),
    ("claim-path", ONE, "{path: status", '{path: "offers.[route@free].price.input"'),
    ("claim-path", ONE, "{path: status", "{path: offers"),
    ("ref-self", ONE, "via: [acme, cloud]", "via: [cloud]"),
    ("ref-self", TWO, "{released: 2026-02-01}", "{released: 2026-02-01, successor: acme/one}"),
    ("guide-dates-order", GUIDE, "published: 2026-05-01", "published: 2026-05-01\nupdated: 2026-05-01"),
    ("source-undated", "sources.yaml", "at: 2026-05-30", "at: unknown"),
    ("source-undated", "sources.yaml", ", at: 2026-05-01", ""),
    ("claim-same", ONE, "value: 32768", "value: 127999"),
    ("claim-same", ONE, "value: 32768, ", ""),
    ("domain-form", ACME, "[acme.example]", "[acme.example, 127.0.0.1, a-b.example]"),
    ("url-domain", ACME, "url: https://acme.example\n", "url: https://docs.acme.example:8443/x\n"),
    (
        "url-domain",
        CLOUD,
        "url: https://cloud.example",
        "url: https://www.cloud.example\ndocs_url: https://docs.cloud.example",
    ),
    ("env-unlisted", ACME, ", key: ACME_KEY}", "}"),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '{{ price("acme/one", "cache_read", "acme") }}'),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '{{ price("acme/one", "output", "route@free") }}'),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '{{ name("acme/vectors") }}'),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '{{ retires("acme/one") }} {{ cutoff("acme/one") }}'),
    (
        "guide-call",
        GUIDE,
        '{{ price("acme/one", "input") }}',
        '{{ released("acme/one") }} {{ max_output("acme/one") }}',
    ),
    ("guide-call", GUIDE, '"quiz", "independent"', '"duel"'),
    ("score-recipe", "scores.yaml", "worth: wit", "worth: pace"),
    ("score-weight", "scores.yaml", "weight: 1}", "weight: 0.5}"),
    ("score-minimum", "scores.yaml", "minimum: 2", "minimum: 1"),
    ("score-anchors", "scores.yaml", "low: 800, high: 1600", "low: 1600, high: 800"),
    ("score-input-empty", ONE, "source: tests, variant: whole}", "source: tests, variant: whole, date: 2026-01}"),
    (
        "score-input-duplicate",
        "scores.yaml",
        "  pace:",
        "  play: {name: Play, about: Games., inputs: [{benchmark: duel, source: tests, weight: 1}]}\n  pace:",
    ),
    ("workload-impossible", "workloads.yaml", "longest: 200", "longest: 150"),
    ("workload-impossible", "workloads.yaml", ", longest: 200", ""),
    ("waiver-code", "waivers.yaml", WAIVER, "until: 2026-05-31"),
    ("waiver-expired", "waivers.yaml", WAIVER, "until: 2026-05"),
    ("waiver-path", "waivers.yaml", "#offers.cloud.price.cache_read", "#offers.[cloud].price.[cache_read]"),
    ("waiver-unused", "waivers.yaml", "why: Listed", "why: The seller says so"),
]


@pytest.mark.parametrize(
    ("code", "name", "old", "new"), CHANGES, ids=[f"{number}-{row[0]}" for number, row in enumerate(CHANGES)]
)
def test_a_near_miss_is_no_problem(tmp_path: Path, code: str, name: str, old: str, new: str) -> None:
    assert problems(tmp_path, changed(name, old, new)) == ()


def test_every_code_of_the_checks_has_a_near_miss() -> None:
    table = files("almanac.problems").joinpath("reference", "checks.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(table)) - {code for code, *_ in CHANGES} == set()
