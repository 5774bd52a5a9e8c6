"""Amounts: what the upstream files ask for each route, worked out anew from the raw files with Decimal alone."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

When = tuple[tuple[str, str], ...]
Asked = dict[tuple[When, str, str], set[Decimal]]
"""(conditions, component, unit) → the amounts that upstream states for it; more than one where it says it twice."""

_TEN_DIGITS = Context(prec=10, rounding=ROUND_HALF_EVEN)
_MILLION, _THOUSAND = Decimal(10**6), Decimal(1000)


def rounded(amount: Decimal, times: Decimal = Decimal(1)) -> Decimal:
    """Return an amount after the change of unit, half-even to ten significant digits."""
    return _TEN_DIGITS.plus(Context(prec=60).multiply(amount, times))


def _add(
    asked: Asked, when: When, component: str, amount: object, *, times: Decimal = Decimal(1), per: str = ""
) -> None:
    if isinstance(amount, Decimal):
        asked.setdefault((when, component, per), set()).add(rounded(amount, times))


# models.dev: US dollars per 1M tokens.

_MODELSDEV = {
    "input": "input", "output": "output", "cache_read": "cache_read", "cache_write": "cache_write",
    "reasoning": "reasoning", "input_audio": "audio_in", "output_audio": "audio_out",
}  # fmt: skip


def of_modelsdev(entry: Mapping[str, Any]) -> Asked:
    """Return what an entry of api.json asks: its list price, its tiers by context, and its modes."""
    asked: Asked = {}
    for when, cost in _costs(entry):
        for theirs, ours in _MODELSDEV.items():
            _add(asked, when, ours, cost.get(theirs))
    return asked


def _costs(entry: Mapping[str, Any]) -> Iterator[tuple[When, Mapping[str, Any]]]:
    cost = entry.get("cost", {})
    yield (), cost
    for tier in cost.get("tiers", ()):
        if tier["tier"]["type"] == "context":
            yield (("context_above", str(tier["tier"]["size"])),), tier
    if "tiers" not in cost and "context_over_200k" in cost:
        yield (("context_above", "200000"),), cost["context_over_200k"]
    for name, mode in entry.get("experimental", {}).get("modes", {}).items():
        body = mode.get("provider", {}).get("body", {})
        yield (("tier", body.get("service_tier") or body.get("speed") or name),), mode.get("cost", {})


# OpenRouter: texts of US dollars per token; a search for one.

_OPENROUTER = {
    "prompt": "input", "completion": "output", "input_cache_read": "cache_read", "input_cache_write": "cache_write",
    "internal_reasoning": "reasoning", "image": "image_in", "audio": "audio_in",
}  # fmt: skip


def of_openrouter(entry: Mapping[str, Any]) -> Asked:
    """Return what an entry of OpenRouter's list asks."""
    asked: Asked = {}
    for theirs, text in entry["pricing"].items():
        if theirs in _OPENROUTER:
            _add(asked, (), _OPENROUTER[theirs], Decimal(text), times=_MILLION)
        elif theirs == "web_search":
            _add(asked, (), "web_search", Decimal(text), times=_THOUSAND, per="1000-requests")
    return asked


# LiteLLM: US dollars per token or per something else, with the conditions at the end of the name.

_PER_TOKEN = {
    "input_cost_per_token": "input", "output_cost_per_token": "output",
    "output_cost_per_reasoning_token": "reasoning",
    "cache_read_input_token_cost": "cache_read", "input_cost_per_token_cache_hit": "cache_read",
    "cache_creation_input_token_cost": "cache_write", "cache_creation_input_token_cost_above_1hr": "cache_write_1h",
    "input_cost_per_audio_token": "audio_in", "output_cost_per_audio_token": "audio_out",
    "cache_read_input_audio_token_cost": "cache_read_audio",
    "cache_read_input_token_cost_per_audio_token": "cache_read_audio",
    "input_cost_per_image_token": "image_in", "output_cost_per_image_token": "image_out",
}  # fmt: skip
_PER_ELSE = {
    "input_cost_per_second": [("audio_in", "second", 1)],
    "input_cost_per_audio_per_second": [("audio_in", "second", 1)],
    "input_cost_per_video_per_second": [("video_in", "second", 1)],
    "output_cost_per_second": [("output", "second", 1), ("audio_out", "second", 1)],
    "output_cost_per_video_per_second": [("output", "second", 1)],
    "input_cost_per_character": [("input", "1m-characters", 10**6)],
    "input_cost_per_image": [("image_in", "image", 1), ("image_out", "image", 1)],
    "output_cost_per_image": [("image_out", "image", 1)],
    "input_cost_per_pixel": [("image_out", "megapixel", 10**6)],
    "input_cost_per_query": [("input", "request", 1)],
    "input_cost_per_request": [("input", "request", 1)],
    "ocr_cost_per_page": [("input", "page", 1)],
}
_ENDINGS = {
    "_batches": ("tier", "batch"), "_batch_requests": ("tier", "batch"), "_flex": ("tier", "flex"),
    "_priority": ("tier", "priority"),
    **{f"_above_{size}k_tokens": ("context_above", f"{size}000") for size in (128, 200, 256, 272, 512)},
}  # fmt: skip
_IN_ORDER = ("tier", "context_above", "region")


def of_litellm(entry: Mapping[str, Any], region: str = "", tier: str = "") -> Asked:
    """Return what a route of the cost map asks, under a region or a tier where its id says one."""
    extra = {**({"region": region} if region else {}), **({"tier": tier} if tier else {})}
    asked: Asked = {}
    for name, amount in entry.items():
        _add_litellm(asked, name, amount, extra)
    for part in entry.get("tiered_pricing", ()):
        above = str(part["range"][0]) if "range" in part else "0"
        more = extra if Decimal(above) == 0 else {**extra, "context_above": str(int(Decimal(above)))}
        for name, amount in part.items():
            _add_litellm(asked, name, amount, more)
    for amount in set(entry.get("search_context_cost_per_query", {}).values()):
        _add(asked, _when(extra), "web_search", amount, times=_THOUSAND, per="1000-requests")
    for word, factor in entry.get("provider_specific_entry", {}).items():
        condition = {"fast": {"tier": "fast"}, "us": {"region": "us"}}.get(word)
        if condition:
            for (when, component, per), amounts in list(asked.items()):
                if when == _when(extra) and not per:
                    asked.setdefault((_when({**extra, **condition}), component, ""), set()).update(
                        rounded(amount, factor) for amount in amounts
                    )
    return asked


def _add_litellm(asked: Asked, name: str, amount: object, extra: Mapping[str, str]) -> None:
    conditions = dict(extra)
    base = name
    while ending := next((ending for ending in _ENDINGS if base.endswith(ending)), None):
        base = base.removesuffix(ending)
        conditions |= [_ENDINGS[ending]]
    if conditions.get("tier", "") != extra.get("tier", conditions.get("tier", "")):
        return  # a tier of a fine-tuned model: one offer's row cannot have two tiers
    if base in _PER_TOKEN:
        _add(asked, _when(conditions), _PER_TOKEN[base], amount, times=_MILLION)
    for component, per, times in _PER_ELSE.get(base, ()):
        _add(asked, _when(conditions), component, amount, times=Decimal(times), per=per)


def _when(conditions: Mapping[str, str]) -> When:
    return tuple((name, conditions[name]) for name in _IN_ORDER if name in conditions)
