"""Recomputed: our scores computed a second time, from the published JSON alone and in fractions.

Nothing of the program is used here, so that a mistake in it cannot repeat itself.
"""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

Read = Callable[[str], bytes]
"""Returns a published file by its path below `api/v1/`."""
Scores = dict[str, Fraction]


def axes(read: Read) -> dict[str, dict[str, dict[str, Any]]]:
    """Return for each axis and model the score, rank and band that the published recipe and results give."""
    published = _load(read, "scores.json")
    found: dict[str, tuple[Scores, list[Scores]]] = {}
    for kind in ("inputs", "axes", "worth"):
        for name, axis in published["axes"].items():
            if kind in axis:
                found[name] = _axis(read, axis, published, found)
    return {name: _placed(*found[name], fewest=int(published["fewest"])) for name in published["axes"]}


def published(read: Read) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the same as scores.json says it."""
    return {
        name: {line["model"]: {key: line.get(key) for key in ("score", "rank", "band")} for line in axis["models"]}
        for name, axis in _load(read, "scores.json")["axes"].items()
    }


def _load(read: Read, path: str) -> Any:
    return json.loads(read(path), parse_float=Fraction, parse_int=Fraction)


def _axis(
    read: Read, axis: dict[str, Any], published: dict[str, Any], found: Mapping[str, tuple[Scores, list[Scores]]]
) -> tuple[Scores, list[Scores]]:
    if "worth" in axis:
        scores, others = found[axis["worth"]]
        least = axis.get("floor", 0) * max(scores.values(), default=Fraction(0))
        lines = published["axes"][axis["worth"]]["models"]
        asked = {
            line["model"]: Fraction(line["blend"])
            for line in lines
            if "blend" in line and scores[line["model"]] >= least
        }
        return _worth(scores, asked), [_worth(other, asked) for other in others]
    if "inputs" in axis:
        parts = [(one["weight"], _points(read, one)) for one in axis["inputs"]]
    else:
        parts = [(weight, found[name][0]) for name, weight in axis["axes"].items()]
    scores = _mean(parts, axis["minimum"])
    others = []
    if len(parts) > 1:
        for signs in product((1 - published["vary"], 1 + published["vary"]), repeat=len(parts)):
            others.append(_mean([(w * s, p) for (w, p), s in zip(parts, signs, strict=True)], axis["minimum"]))
        for gone in range(len(parts)):
            others.append(_mean([part for at, part in enumerate(parts) if at != gone], max(1, axis["minimum"] - 1)))
    return scores, [{model: other.get(model, scores[model]) for model in scores} for other in others]


def _points(read: Read, one: dict[str, Any]) -> Scores:
    """Return the points of the newest independent result of each model in the named group."""
    newest: dict[str, tuple[str, Fraction]] = {}
    for result in _load(read, f"benchmarks/{one['benchmark']}.json")["results"]:
        keys = ("source", "version", "variant", "harness", "dataset")
        if result["by"] != "independent" or any(result.get(key) != one.get(key) for key in keys):
            continue
        date = "" if result.get("date", "unknown") == "unknown" else result["date"]
        if result["model"] not in newest or date >= newest[result["model"]][0]:
            newest[result["model"]] = date, result["score"]
    span = one["high"] - one["low"]
    return {
        model: min(Fraction(100), max(Fraction(0), 100 * (score - one["low"]) / span))
        for model, (_, score) in newest.items()
    }


def _mean(parts: list[tuple[Fraction, Scores]], minimum: int) -> Scores:
    found = {}
    for model in {model for _, points in parts for model in points}:
        had = [(weight, points[model]) for weight, points in parts if model in points]
        if len(had) >= minimum:
            found[model] = sum(weight * value for weight, value in had) / sum(weight for weight, _ in had)
    return {model: Fraction(score) for model, score in found.items()}


def _worth(scores: Scores, asked: Mapping[str, Fraction]) -> Scores:
    return {
        model: 100 * min(asked[other] for other in asked if scores[other] >= scores[model]) / price
        for model, price in asked.items()
    }


def _rounded(score: Fraction) -> Fraction:
    """Round to a tenth, halves up."""
    return Fraction((20 * score + 1) // 2, 10)


def _ranks(scores: Scores) -> dict[str, int]:
    shown = {model: _rounded(score) for model, score in scores.items()}
    return {model: 1 + sum(other > score for other in shown.values()) for model, score in shown.items()}


def _placed(scores: Scores, others: list[Scores], *, fewest: int) -> dict[str, dict[str, Any]]:
    if len(scores) < fewest:
        return {model: {"score": _rounded(score), "rank": None, "band": None} for model, score in scores.items()}
    own = _ranks(scores)
    tried = [own, *map(_ranks, others)]
    return {
        model: {
            "score": _rounded(score),
            "rank": own[model],
            "band": [min(one[model] for one in tried), max(one[model] for one in tried)],
        }
        for model, score in scores.items()
    }
