"""What the tests of badges share: models in every state that a badge can tell of, on a site of one profile."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from almanac.outputs import badges
from almanac.outputs.context import Context, Promised
from tests.catalogue.shelf import SITE
from tests.outputs.press import ONE, TWO, context, files, shelf

HEIR = """
name: Heir
lifecycle: {released: 2026-05-01}
limits: {context: 1048576}
offers: {acme: {model_id: heir, price: {input: 1, output: 8}}}
sync: {source: register}
"""
ENDED = """
name: Ended
lifecycle: {released: 2024-01-15, retires: 2026-03-01, successor: acme/heir}
limits: {context: 8192}
offers: {acme: {model_id: ended, price: {input: 2, output: 6}}}
sync: {source: register}
"""
ELSEWHERE = """
name: Elsewhere
lifecycle: {released: 2024-01-15}
offers:
  acme: {model_id: elsewhere, price: {input: 2, output: 6}, retires: 2026-03-01}
  azure: {model_id: elsewhere, price: {input: 2, output: 6}}
  poe: {model_id: elsewhere, price: {input: 3, output: 6}}
sync: {source: register}
"""
ENDING = """
name: Ending
lifecycle: {released: 2024-01-15, deprecated: 2026-04-01, retires: 2026-09-01}
offers: {acme: {model_id: ending, price: {input: 2, output: 6}}}
sync: {source: register}
"""
BARE = "{name: Bare, lifecycle: {released: 2026-01-15}, sync: {source: register}}"
PAINTER = """
name: Painter
mode: image
lifecycle: {released: 2026-01-15}
offers: {acme: {model_id: painter, price: {image_out: {usd: 0.04, per: image}}}}
sync: {source: register}
"""
GIFT = """
name: Gift
lifecycle: {released: 2026-01-15}
offers: {relay: {model_id: gift, price: free}}
sync: {source: register}
"""
QUICK = """
name: Quick
lifecycle: {released: 2026-01-15}
offers:
  acme: {model_id: quick, price: {input: 2, output: 6}}
  poe: {model_id: quick, price: {input: 1, output: 3}}
results:
  - {benchmark: riddles, score: 91.5, by: independent, source: other, date: 2026-02-01, checked: 2026-05-31}
measurements:
  - {offer: acme, metric: ttft, stat: p50, value: 0.420, unit: s, window: 7d, at: 2026-05-20, source: other}
  - {offer: acme, metric: ttft, stat: p95, value: 1.5, unit: s, window: 7d, at: 2026-05-20, source: other}
  - {offer: poe, metric: ttft, stat: p50, value: 0.9, unit: s, window: unknown, at: 2026-05-20, source: other}
badges: [latency, rank, score-riddles]
sync: {source: register}
"""
RIVAL = """
name: Rival {number}
lifecycle: {{released: 2026-01-15}}
results:
  - {{benchmark: riddles, score: 9{number}, by: independent, source: other, date: 2026-02-01, checked: 2026-05-31}}
sync: {{source: register}}
"""
MODELS = {
    "acme/one": ONE, "acme/two": TWO, "acme/heir": HEIR, "acme/ended": ENDED, "acme/elsewhere": ELSEWHERE,
    "acme/ending": ENDING, "acme/bare": BARE, "acme/painter": PAINTER, "acme/gift": GIFT, "acme/quick": QUICK,
    **{f"acme/rival-{number}": RIVAL.format(number=number) for number in range(4)},
}  # fmt: skip
"""With the tombstones of the press: `acme/old` moved to `acme/one`, and `acme/gone` was withdrawn."""


def site(profile: str = "full", models: Mapping[str, str] = MODELS, **more: Any) -> Context:
    """Return the context of these models on a site with one profile; `promised` is what the ledger holds."""
    promised = Promised(badges=more.pop("promised", {}))
    written = SITE + f"badges: {{profile: {profile}{more.pop('chosen', '')}}}\n"
    return replace(context(shelf(models, site=written, **more)), promised=promised)


def pictures(built: Context) -> dict[str, bytes]:
    """Return every badge of a site by its path; the gallery is left out."""
    return files(badges.files.outputs(built))
