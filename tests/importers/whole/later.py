"""Later: a models.dev of a later day, made from the real one by the changes and the slips that catalogues have."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.importers.whole.figures import models, read
from tests.importers.whole.imports import Job, Landed, Step, run
from tests.support.upstream import MODELSDEV, published

AT = "2026-07-01"
API, BASES, _ = MODELSDEV
LATER, BROKEN = "api-later.json", "api-broken.json"

Offer = tuple[str, str]
"""A model and an offer key."""


def import_later(landed: Landed) -> Job:
    """Return the job of importing the later file, and then one from which every seventh entry is gone."""

    def job(folder: Path) -> Mapping[str, Mapping[str, Any]]:
        content = folder / "content"
        shutil.copytree(landed.content, content)
        changed = changes(landed.content)
        (folder / BASES).write_bytes(published(BASES))
        (folder / LATER).write_text(json.dumps(later(landed.content, changed)), encoding="utf-8")
        first = run(content, Step("modelsdev", (LATER, BASES), AT), folder)
        shutil.copytree(content, folder / "before-broken")
        (folder / BROKEN).write_text(json.dumps(_halved()), encoding="utf-8")
        second = run(content, Step("modelsdev", (BROKEN, BASES), "2026-07-02"), folder, may_fail=True)
        return {"later": first, "broken": second}

    return job


def changes(content: Path) -> dict[str, list[Offer]]:
    """Return which offers change in which way: prices of models.dev's own, of models with several offers."""
    offers = iter(list(_changeable(content))[::7])
    counts = {"dearer": 20, "gone": 30, "thousandfold": 3, "sevenfold": 1, "swapped": 1}
    return {kind: [next(offers) for _ in range(count)] for kind, count in counts.items()}


def _changeable(content: Path) -> Iterator[Offer]:
    for model, record in models(content).items():
        evidence = record.get("evidence") or {}
        if (record.get("sync") or {}).get("source") != "modelsdev" or any("by" not in one for one in evidence.values()):
            continue
        for key, offer in record["offers"].items():
            price = offer.get("price")
            is_own = "source" not in offer and "ended" not in offer and "price_when" not in offer
            if is_own and "@" not in key and isinstance(price, dict) and _is_paid(price):
                yield model, key


def _is_paid(price: Mapping[str, Any]) -> bool:
    words = {"included", "free", "0"}
    return {"input", "output"} <= price.keys() and not words & set(map(str, price.values())) and (
        price["input"] != price["output"]
    )  # fmt: skip


def later(content: Path, changed: Mapping[str, list[Offer]]) -> dict[str, Any]:
    """Return api.json as it might be two weeks later; one of its fields has another name everywhere."""
    api: dict[str, Any] = json.loads(published(API))
    records = models(content)
    for kind, offers in changed.items():
        for model, key in offers:
            listed = api[_theirs(content, key)]["models"]
            model_id = records[model]["offers"][key]["model_id"]
            if kind == "gone":
                del listed[model_id]
            else:
                listed[model_id]["cost"] = _repriced(kind, listed[model_id]["cost"])
    return dict(_renamed(api))


def _renamed(data: Any) -> Any:
    """Return the data with another name for the price of what is kept in the cache."""
    if isinstance(data, dict):
        return {"cached_input" if key == "cache_read" else key: _renamed(value) for key, value in data.items()}
    return [_renamed(item) for item in data] if isinstance(data, list) else data


def _theirs(content: Path, provider: str) -> str:
    return str(read(content / f"providers/{provider}.yaml").get("keys", {}).get("modelsdev", provider))


def _repriced(kind: str, cost: dict[str, Any]) -> dict[str, Any]:
    if kind == "swapped":
        return {**cost, "input": cost["output"], "output": cost["input"]}
    times = {"dearer": 1.25, "thousandfold": 1000, "sevenfold": 7}[kind]
    return {**cost, "input": round(cost["input"] * times, 9), "output": round(cost["output"] * times, 9)}


def _halved() -> dict[str, Any]:
    """Return api.json without every seventh entry."""
    api: dict[str, Any] = json.loads(published(API))
    for provider in api.values():
        for model_id in sorted(provider["models"])[::7]:
            del provider["models"][model_id]
    return api
