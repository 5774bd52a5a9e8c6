"""Broken variants of a whole site, each with exactly the expected problem at the expected line and column."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from almanac.problems import codes
from tests.checks.tinysite import SITE, Files, changed, checked, expected, problems, seen

ONE, TWO, VECTORS = "models/acme/one.yaml", "models/acme/two.yaml", "models/acme/vectors.yaml"
ACME, GUIDE, STONE = "providers/acme.yaml", "guides/small.md", "models/acme/zero.yaml"

CHANGES: list[tuple[str, str, str, str]] = [
    # The code, the file, what stands there, and what stands there instead, with a mark where the problem is.
    ("ref-unresolved", ONE, "  route@free:", "  ▸rout@free:"),
    ("ref-unresolved", ONE, "via: [acme, cloud]", "via: [acme, ▸clod]"),
    ("ref-unresolved", ONE, "sync: {source: feed}", "sync: {source: ▸fed}"),
    ("ref-unresolved", ONE, "source: [launch, pricing]", "source: [launch, ▸prices]"),
    ("ref-unresolved", ONE, "family: wit", "family: ▸wits"),
    ("ref-unresolved", ONE, "successor: acme/two", "successor: ▸acme/too"),
    ("ref-unresolved", ONE, "{offer: acme, metric", "{offer: ▸acmee, metric"),
    ("ref-unresolved", ONE, "[latency, score-quiz]", "[latency, ▸score-quid]"),
    ("ref-unresolved", ONE, "[latency, score-quiz]", "[▸latenzy, score-quiz]"),
    ("ref-unresolved", ONE, "range: [0, 100], source: tests", "range: [0, 100], source: ▸test"),
    ("ref-unresolved", ONE, "limits.context: {source: launch", "limits.context: {source: ▸lunch"),
    ("ref-unresolved", ONE, "value: 32768, source: feed", "value: 32768, source: ▸seed"),
    ("ref-unresolved", TWO, "{benchmark: quiz, score: 90", "{benchmark: ▸quizz, score: 90"),
    ("ref-unresolved", ACME, "source: pricing", "source: ▸pricking"),
    ("ref-unresolved", "labs/acme.yaml", "provider: acme", "provider: ▸acne"),
    ("ref-unresolved", "scores.yaml", "{benchmark: duel", "{benchmark: ▸dual"),
    ("ref-unresolved", "currencies.yaml", "0.14, source: feed", "0.14, source: ▸food"),
    ("ref-unresolved", "site.yaml", "{acme: full}", "{▸acmes: full}"),
    ("ref-unresolved", "site.yaml", "{acme: full}", "{acme: ▸ful}"),
    ("ref-unresolved", "site.yaml", "{acme/one: standard}", "{▸acme/eins: standard}"),
    ("ref-unresolved", GUIDE, "about: [acme/one]", "about: [▸acme/eins]"),
    ("ref-unresolved", GUIDE, "compares: [acme/one, acme/two]", "compares: [acme/one, ▸acme/zwei]"),
    ("ref-unresolved", GUIDE, "refs: [pricing,", "refs: [▸princing,"),
    ("ref-unresolved", STONE, "acme/one", "▸acme/eins"),
    ("moved-cycle", STONE, "acme/one", "▸acme/zero"),
    ("ref-self", ONE, "successor: acme/two", "successor: ▸acme/one"),
    ("ref-self", ONE, "via: [acme, cloud]", "via: [acme, ▸route]"),
    (
        "source-undated",
        "sources.yaml",
        "feed: {title: Feed, url: https://feed.example, kind: catalogue, at: 2026-05-30}",
        "feed: ▸{title: Feed, url: https://feed.example, kind: catalogue}",
    ),
    ("id-fold-clash", TWO, "sync:", "ids: {aliases: [{id: ▸One_Latest, since: 2026-02-01}]}\nsync:"),
    ("id-fold-clash", TWO, "sync:", "ids: {snapshots: [{id: ▸one}]}\nsync:"),
    ("id-without-page", TWO, "sync:", 'ids: {aliases: [{id: ▸"@", since: 2026-02-01}]}\nsync:'),
    ("offer-duplicate", VECTORS, "checked: unknown", "checked: unknown\n  acme@eu:\n    model_id: ▸vectors"),
    ("offer-key-order", ONE, "cloud@20250414.eu.batch", "▸cloud@batch.20250414.eu"),
    ("name-is-provider", TWO, "name: Two", "name: ▸Acme labs"),
    ("id-date-mismatch", ONE, "{id: one-2025-04-14, released: 2025-04-14}", "{id: ▸one-2025-04-14, released: 2025-06}"),
    ("offer-other-model", TWO, "model_id: acme.two", "model_id: ▸acme/One"),
    # prices
    ("price-too-high", VECTORS, "{input: 0.02}", "{input: ▸200.01}"),
    ("price-batch-above-list", ONE, "{tier: batch}, input: 0.05", "{tier: batch}, input: ▸0.11"),
    ("price-wrong-mode", VECTORS, "{input: 0.02}", "{input: 0.02, ▸output: 0.02}"),
    ("price-wrong-mode", TWO, "{input: 1.1, output", "{▸input: {usd: 1, per: page}, output"),
    ("price-cache-above-input", ONE, "cache_read: 0.025}", "cache_read: ▸0.11}"),
    ("price-output-low", ONE, "until: 2026-12-31}, input: 0.20}", "until: 2026-12-31}, input: 0.20, output: ▸0.01}"),
    ("price-when-empty", ONE, "- {when: {tier: batch}, input", "- ▸{when: {}, input"),
    ("price-when-empty", ONE, "- {when: {tier: batch}, input: 0.05, output: 0.20}", "- ▸{when: {tier: batch}}"),
    (
        "price-when-duplicate",
        ONE,
        "tier: priority, from: 2026-01-01, until: 2026-12-31}, input: 0.20",
        "tier: fast}, input: 0.2}\n      - ▸{when: {tier: fast}, output: 2",
    ),
    ("price-when-dates", ONE, "until: 2026-12-31", "until: ▸2025-12-31"),
    ("price-off-median", TWO, "{input: 1.1, output: 4.4}", "{input: ▸0.02, output: 0.08}"),
    ("price-currency-slip", TWO, "{input: 1.1, output: 4.4}", "{input: ▸7, output: 28}"),
    ("history-order", ONE, "- {from: 2026-01-16,", "- {from: ▸2025-04,"),
    ("history-order", "currencies.yaml", "2026-04-01", "▸2026-01-01"),
    ("history-price", ONE, "- {from: 2026-01-16, input: 0.10", "- ▸{from: 2026-01-16, input: 0.11"),
    ("currency-rate-missing", ONE, "currency: CNY", "currency: ▸EUR"),
    ("currency-rate-value", "currencies.yaml", "usd: 0.13", "usd: ▸0"),
    # limits and dates
    ("limits-context-below-input", ONE, "{context: 128000, max_input: 120000", "{context: ▸128000, max_input: 128001"),
    ("limits-output-above-context", ONE, "max_output: 16384}\nmodalities", "max_output: ▸128001}\nmodalities"),
    ("offer-limits-context-below-input", ONE, "{context: 64000,", "{context: 64000, max_input: ▸64001,"),
    ("offer-limits-output-above-context", ONE, "{context: 64000, max_output: 16384}", "{max_output: ▸128001}"),
    ("cutoff-after-release", ONE, "knowledge_cutoff: 2024-06", "knowledge_cutoff: ▸2025-05"),
    ("retired-before-released", TWO, "{released: 2026-02-01}", "{released: 2026-02-01, retires: ▸2026-01-31}"),
    (
        "lifecycle-order",
        ONE,
        "preview: 2025-04-07\n  released: 2025-04-14",
        "preview: 2025-04-17\n  released: ▸2025-04-14",
    ),
    ("offer-dates-order", ONE, "deprecated: 2026-06-01\n    retires", "deprecated: ▸2025-03-01\n    retires"),
    ("retired-before-released", TWO, "model_id: two", "model_id: two\n    retires: ▸2026-01-31"),
    ("offer-retired-before-released", TWO, "model_id: acme.two", "model_id: acme.two\n    retires: ▸2026-01-31"),
    ("guide-dates-order", GUIDE, "published: 2026-05-01", "published: 2026-05-01\nupdated: ▸2026-04-30"),
    ("date-after-edition", VECTORS, "checked: unknown", "checked: ▸2026-06-01"),
    ("date-after-edition", "sources.yaml", "at: 2026-05-30", "at: ▸2026-06"),
    ("date-after-edition", GUIDE, "accessed: 2026-05-01", "accessed: ▸2026-06-01"),
    ("sibling-stale", ONE, "checked: 2025-09-30", "checked: ▸2025-05-30"),
    # results
    ("score-out-of-range", ONE, "score: 80.1", "score: ▸801"),
    ("score-out-of-range", ONE, "value: 47", "value: ▸-1"),
    ("score-fraction", ONE, "score: 80.1", "score: ▸0.801"),
    ("range-order", "benchmarks/duel.yaml", "unit: elo", "unit: elo\nrange: ▸[3000, 0]"),
    ("range-order", ONE, "value: 47, range: [0, 100]", "value: 47, range: ▸[50, 50]"),
    (
        "result-duplicate",
        TWO,
        "- {benchmark: quiz, score: 88, by: lab, source: launch, dataset: public}",
        "- ▸{benchmark: quiz, score: 88, by: lab, source: launch}",
    ),
    ("measurement-unit", ONE, "value: 0.5, unit: s", "value: 0.5, unit: ▸tok/s"),
    ("measurement-value", ONE, "value: 99.9", "value: ▸100.1"),
    ("measurement-value", ONE, "value: 0.5", "value: ▸0"),
    ("measurement-value", ONE, "value: 2, of: 2", "value: ▸3, of: 2"),
    ("capability-contradiction", ONE, "{vision: true", "{vision: ▸false"),
    ("capability-contradiction", ONE, "prompt_caching: true", "prompt_caching: ▸false"),
    ("capability-contradiction", ONE, "{pdf_input: true}", "{pdf_input: ▸false}"),
    # claims
    ("evidence-path", ONE, "limits.context: {source", "▸limits.contxt: {source"),
    ("evidence-path", ONE, '"results[quiz,launch].score"', '▸"results[quiz,feed].score"'),
    ("claim-path", ONE, "{path: limits.context", "{path: ▸limits.contxt"),
    ("claim-path", ONE, "{path: status", "{path: ▸stat..us"),
    ("claim-path", ONE, "{path: offers.route.limits.context", "{path: ▸offers.rout.limits.context"),
    ("claim-same", ONE, "value: 32768", "value: ▸128000"),
    ("claim-same", ONE, "limits.context, value: 64000", "limits.context, value: ▸128000"),
    ("claim-same", ONE, "value: Humour", "value: ▸Wit"),
    # addresses and texts
    ("domain-form", ACME, "[acme.example]", "[acme.example, ▸https://acme.example/]"),
    ("url-domain", ACME, "url: https://acme.example\n", "url: ▸https://acme.example.evil\n"),
    ("url-domain", ACME, '"https://{ACME_REGION}.acme.example', '▸"https://acme.example.{ACME_REGION}.evil'),
    (
        "url-domain",
        "providers/cloud.yaml",
        "url: https://cloud.example",
        "url: https://cloud.example\ndocs_url: ▸https://other.example",
    ),
    ("url-scheme", ACME, '"https://{ACME_REGION}', '▸"ftp://{ACME_REGION}'),
    ("env-unlisted", ACME, "key: ACME_KEY}", "key: ▸ACME_KAY}"),
    ("env-unlisted", ACME, '"https://{ACME_REGION}', '▸"https://{acme_region}'),
    ("env-unlisted", ACME, '"https://{ACME_REGION}', '▸"https://{ACME_REGIO}'),
    ("url-scheme", ONE, "[short](https://acme.example/one)", "[short](▸javascript:alert)"),
    ("markup-call", ONE, "a: It does.", "a: It reads ▸{{ x }}."),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '▸{{ prize("acme/one", "input") }}'),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '▸{{ price("acme/one") }}'),
    ("guide-call", GUIDE, '{{ price("acme/one", "input") }}', '▸{{ price("acme/one", "inptu") }}'),
    ("guide-call", GUIDE, '{{ context("acme/one") }}', '▸{{ context("acme/won") }}'),
    ("guide-call", GUIDE, '{{ context("acme/one") }}', '▸{{ context("acme/vectors") }}'),
    ("guide-call", GUIDE, '{{ score("acme/one", "quiz", "independent")', '▸{{ score("acme/one", "quiz", "nobody")'),
    # our own settings
    ("ref-unresolved", "scores.yaml", "duel, source: tests", "duel, source: ▸test"),
    ("score-recipe", "scores.yaml", "  pace:", "  ▸post: {name: Post, about: Nothing.}\n  pace:"),
    ("score-recipe", "scores.yaml", "axes: {wit: 1}", "axes: {wit: 1}, ▸worth: wit"),
    ("score-recipe", "scores.yaml", "axes: {wit: 1}", "axes: {▸whit: 1}"),
    ("score-recipe", "scores.yaml", "axes: {wit: 1}", "axes: {▸thrift: 1}"),
    ("score-recipe", "scores.yaml", "worth: wit", "worth: ▸thrift"),
    ("score-recipe", "scores.yaml", "axes: {wit: 1}", "axes: {wit: 1}, ▸floor: 0.5"),
    ("score-weight", "scores.yaml", "weight: 1}", "weight: ▸0}"),
    ("score-weight", "scores.yaml", "{wit: 1}", "{wit: ▸-1}"),
    ("score-minimum", "scores.yaml", "minimum: 2", "minimum: ▸3"),
    ("score-minimum", "scores.yaml", "axes: {wit: 1}", "axes: {wit: 1}, minimum: ▸2"),
    ("score-anchors", "scores.yaml", "low: 800, high: 1600", "low: ▸100"),
    ("score-anchors", "scores.yaml", "low: 800, high: 1600", "high: ▸0"),
    (
        "score-input-empty",
        "scores.yaml",
        "benchmark: quiz, source: tests, variant: whole",
        "benchmark: ▸quiz, source: tests",
    ),
    (
        "score-input-empty",
        "scores.yaml",
        "benchmark: quiz, source: tests, variant: whole",
        "benchmark: ▸quiz, source: launch",
    ),
    (
        "score-input-duplicate",
        "scores.yaml",
        "low: 800, high: 1600}",
        "low: 800, high: 1600}\n      - {benchmark: ▸duel, source: tests, weight: 1}",
    ),
    ("workload-impossible", "workloads.yaml", "longest: 200", "longest: ▸149"),
    ("waiver-code", "waivers.yaml", "- {", "- {code: ▸price-to-high, path: site#title, why: x, until: 2027-01}\n- {"),
    ("waiver-code", "waivers.yaml", "- {", "- {code: ▸moved-cycle, path: site#title, why: x, until: 2027-01}\n- {"),
    (
        "waiver-path",
        "waivers.yaml",
        "- {",
        "- {code: score-fraction, path: ▸models/acme/two, why: x, until: 2027-01}\n- {",
    ),
    (
        "waiver-unused",
        "waivers.yaml",
        "- {",
        "- {code: score-fraction, path: ▸site#title, why: x, until: 2027-01}\n- {",
    ),
    (
        "waiver-expired",
        "waivers.yaml",
        "- {",
        "- {code: score-fraction, path: site#title, why: x, until: ▸2026-04}\n- {",
    ),
]

FILES: list[tuple[str, Files]] = [
    ("ref-unresolved", {"models/acmee/x.yaml": "▸name: Other\nlifecycle: {released: unknown}\n"}),
    (
        "moved-cycle",
        {STONE: "name: Zero\nmoved_to: ▸acme/nil\n", "models/acme/nil.yaml": "name: Nil\nmoved_to: acme/zero\n"},
    ),
    ("id-fold-clash", {"models/acme/vect0rs.yaml": "name: V\nmoved_to: acme/two\n", VECTORS: f"▸{SITE[VECTORS]}"}),
    ("id-fold-clash", {"labs/acm-e.yaml": "name: Other\n", "labs/acme.yaml": f"▸{SITE['labs/acme.yaml']}"}),
    (
        "id-fold-clash",
        {
            "providers/route.example.yaml": "▸name: A\nkind: host\n",
            "providers/route-example.yaml": "name: B\nkind: host\n",
        },
    ),
]

VARIANTS = [*((code, changed(name, old, new)) for code, name, old, new in CHANGES), *FILES]


def test_the_whole_site_has_no_problem(tmp_path: Path) -> None:
    found = checked(tmp_path, {})
    assert found.problems == ()
    assert [problem.code for problem in found.waived] == ["price-cache-above-input"]


@pytest.mark.parametrize(
    ("code", "broken"), VARIANTS, ids=[f"{number}-{code}" for number, (code, _) in enumerate(VARIANTS)]
)
def test_a_variant_has_one_problem_where_it_is_broken(tmp_path: Path, code: str, broken: Files) -> None:
    found = problems(tmp_path, broken)
    assert seen(found, tmp_path) == expected(broken, code), [problem.message for problem in found]
    assert found[0].severity == codes()[code].severity
    assert found[0].message[0].isupper() or found[0].message[0] in '"$[0123456789abcdefghijklmnopqrstuvwxyz'
    assert found[0].message.endswith(".")
    assert found[0].hint.endswith((".", "?"))


def test_every_code_of_the_checks_has_a_variant() -> None:
    table = files("almanac.problems").joinpath("reference", "checks.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(table)) - {code for code, _ in VARIANTS} == set()


def test_many_broken_files_give_all_their_problems_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    chosen = {name: (code, name, old, new) for code, name, old, new in CHANGES}
    broken = {name: text for _, name, old, new in chosen.values() for text in changed(name, old, new).values()}
    found = problems(tmp_path, broken)
    assert len(broken) > 10
    assert list(found) == sorted(found)
    assert {problem.code for problem in found} == {code for code, *_ in chosen.values()}
