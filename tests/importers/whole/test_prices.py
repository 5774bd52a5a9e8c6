"""Every price in the content is the upstream number, and no upstream number of an offer is lost without a word."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.importers.whole.amounts import Asked, of_modelsdev, of_openrouter
from tests.importers.whole.figures import Figure, figures, models, path_of, read
from tests.importers.whole.imports import Landed
from tests.importers.whole.routes import asked_for
from tests.support.upstream import MODELSDEV, OPENROUTER, stated

pytestmark = pytest.mark.slow

API, _, HISTORY = MODELSDEV
WORDS = frozenset({"free", "included", "dynamic"})
UNDATED = 37
"""Figures that people wrote under an undated id of Azure's or OpenAI's, and that LiteLLM states for its dated one."""


@pytest.fixture(scope="module")
def found(landed: Landed) -> Mapping[str, list[Figure]]:
    """Every figure of the content, by the source to which it is attributed."""
    by_source: dict[str, list[Figure]] = {}
    for model, record in models(landed.content).items():
        for figure in figures(model, record):
            by_source.setdefault(figure.source, []).append(figure)
    return by_source


@pytest.fixture(scope="module")
def providers(landed: Landed) -> Mapping[str, Any]:
    return {file.stem: read(file) for file in (landed.content / "providers").glob("*.yaml")}


def test_the_content_states_thousands_of_figures_of_each_source(found: Mapping[str, list[Figure]]) -> None:
    counts = {source: len(figures) for source, figures in found.items()}
    assert counts["modelsdev"] > 11_000, counts
    assert counts["litellm"] > 2_500, counts
    assert counts["openrouter"] > 800, counts
    assert sum(1 for figure in found["modelsdev"] if figure.when) > 600
    assert sum(1 for figure in found["litellm"] if figure.when) > 800


def test_every_price_of_models_dev_is_its_number(
    found: Mapping[str, list[Figure]], providers: Mapping[str, Any]
) -> None:
    last = {(route["provider"], route["model"]): _last_price(route["history"]) for route in stated(HISTORY)["routes"]}
    wrong = []
    for figure in found["modelsdev"]:
        provider = providers[figure.provider]
        theirs = provider.get("keys", {}).get("modelsdev", figure.provider)
        entry = stated(API).get(theirs, {}).get("models", {}).get(figure.model_id)
        entry = entry or {"cost": last[theirs, figure.model_id]}
        asked, zero = of_modelsdev(entry), provider.get("zero_means", "unknown")
        if not _is_so(figure, asked, "free" if "free" in figure.key.partition("@")[2].split(".") else zero):
            wrong.append((figure.where, asked))
    assert wrong == []


def _last_price(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the last price of a route that is gone, up to the day of the catalogue."""
    return next((row for row in reversed(rows) if not row.get("removed") and row["date"] <= "2026-06-14"), {})


def _is_so(figure: Figure, asked: Asked, zero: str) -> bool:
    """Say whether a figure is what upstream asks; a word stands where upstream wrote 0."""
    if figure.component == "price":
        listed = {amount for (when, _, _), amounts in asked.items() if not when for amount in amounts}
        return listed == {Decimal(0)} and figure.text == zero
    amount = Decimal(0) if figure.text == "included" else Decimal(figure.text)
    return asked.get((figure.when, figure.component, figure.per)) == {amount}


def test_every_price_of_openrouter_is_its_number(found: Mapping[str, list[Figure]]) -> None:
    entries = {entry["id"]: entry for entry in stated(OPENROUTER)["data"]}
    wrong = []
    for figure in found["openrouter"]:
        entry = entries[figure.model_id]
        if figure.text == "dynamic":
            is_so = entry["pricing"]["prompt"] == "-1"
        else:
            is_so = _is_so(figure, of_openrouter(entry), "free" if entry["id"].endswith(":free") else "unknown")
        if not is_so:
            wrong.append((figure.where, entry["pricing"]))
    assert wrong == []


def test_every_price_of_litellm_is_its_number(found: Mapping[str, list[Figure]]) -> None:
    wrong, undated = [], 0
    for figure in found["litellm"]:
        if _is_of_litellm(figure):
            continue
        if any(_is_of_litellm(replace(figure, model_id=dated)) for dated in _dated_ids(figure)):
            undated += 1
        else:
            wrong.append((figure.where, dict(asked_for(figure.provider, figure.model_id))))
    assert wrong == []
    assert undated == UNDATED


def _is_of_litellm(figure: Figure) -> bool:
    routes = list(asked_for(figure.provider, figure.model_id))
    same_id = [asked for name, asked in routes if name.endswith(figure.model_id)]
    return bool(routes) and any(_states(figure, asked) for asked in same_id or [asked for _, asked in routes])


def _states(figure: Figure, asked: Asked) -> bool:
    """Say whether a route states a figure: LiteLLM may say a thing twice, in two fields."""
    if figure.component == "price":
        listed = {amount for (when, _, _), amounts in asked.items() if not when for amount in amounts}
        return listed == {Decimal(0)} and figure.text in WORDS
    amount = Decimal(0) if figure.text == "included" else Decimal(figure.text)
    return amount in asked.get((figure.when, figure.component, figure.per), ())


def _dated_ids(figure: Figure) -> Iterator[str]:
    """Yield the dated ids that the cost map has of an undated one."""
    name = figure.model_id
    yield from (f"{name}-{day}" for day in DAYS)


DAYS = ("2024-07-18", "2024-09-12", "2025-04-14", "2025-08-07")


@pytest.mark.parametrize(
    ("offer", "when", "component", "amount"),
    [
        # A tier by context of models.dev, LiteLLM's batch, flex, priority, longer requests and cache for an hour.
        ("google/gemini-2.5-pro google", {"context_above": "200000"}, "input", "2.5"),
        ("openai/gpt-4.1-nano openai@20250414", {"tier": "batch"}, "input", "0.05"),
        ("openai/gpt-5 openai@20250807", {"tier": "flex"}, "input", "0.625"),
        ("openai/gpt-5 openai@20250807", {"tier": "priority"}, "output", "20"),
        ("anthropic/claude-sonnet-4-5 amazon-bedrock@20250929", {}, "cache_write_1h", "6"),
        ("google/gemini-3-pro-image-preview google-vertex", {}, "image_out", "0.134"),
        ("google/gemini-3-pro-image-preview google-vertex", {}, "image_in", "0.0011"),
    ],
)
def test_known_conditions_stand_in_the_content(
    found: Mapping[str, list[Figure]], offer: str, when: dict[str, str], component: str, amount: str
) -> None:
    those = [
        figure
        for figures in found.values()
        for figure in figures
        if (f"{figure.model} {figure.key}", dict(figure.when), figure.component) == (offer, when, component)
    ]
    assert [Decimal(figure.text) for figure in those] == [Decimal(amount)]


LOST = {"modelsdev": 20, "openrouter": 0, "litellm": 30}
"""How many amounts of upstream's stand nowhere: parts of a price whose other parts another source states, and
conditional rows of which another source has written fewer parts. The sources' own files in .sync keep them."""


@pytest.mark.parametrize("source", LOST)
def test_no_amount_of_an_offer_is_lost_without_a_word(landed: Landed, source: str) -> None:
    records = models(landed.content)
    notes = [
        subject
        for subject, cause in landed.notes(source, "suspicious", "dropped").items()
        if not cause.startswith(("a placeholder", "said to be"))  # of limits, dates and weights, never of a price
    ]
    told = {subject.split(" ")[0] for subject in notes} | {" ".join(subject.split(" ")[:2]) for subject in notes}
    told |= {event["record"] for event in landed.reports[source]["events"] if event["kind"] == "suspicious"}
    written = {model: _written(model, record) for model, record in records.items()}
    counts: Counter[str] = Counter()
    lost = []
    for model, key, offer, subject, asked in _offers_of(source, records, landed.content):
        stands = written[model].get(key, {})
        for (when, component, per), amounts in asked.items():
            kinds = {_fate(stands, asked, (when, component, per), amount, source=source) for amount in amounts}
            kinds.discard("")
            names = {subject, f"{source}/{subject}", f"{model} {key}", f"models/{model}"}
            if "lost" in kinds and names & told:
                kinds = {"told"}
            counts.update(kinds)
            if "lost" in kinds:
                lost.append((model, key, dict(when), component, per, sorted(map(str, amounts)), offer["model_id"]))
    assert counts["written"] > 800
    assert len(lost) <= LOST[source], "\n".join(map(str, lost))


def _offers_of(
    source: str, records: Mapping[str, Any], content: Path
) -> Iterator[tuple[str, str, Mapping[str, Any], str, Asked]]:
    """Yield each offer of which a source speaks, with the source's name for it and what it asks."""
    theirs = {
        file.stem: read(file).get("keys", {}).get("modelsdev", file.stem)
        for file in (content / "providers").glob("*.yaml")
    }
    listed = {entry["id"]: entry for entry in stated(OPENROUTER)["data"]}
    ids = {(key.partition("@")[0], offer["model_id"]) for record in records.values()
           for key, offer in (record.get("offers") or {}).items()}  # fmt: skip
    for model, record in records.items():
        for key, offer in (record.get("offers") or {}).items():
            provider, model_id = key.partition("@")[0], offer["model_id"]
            if source == "modelsdev":
                entry = stated(API).get(theirs[provider], {}).get("models", {}).get(model_id)
                if entry:
                    yield model, key, offer, f"{theirs[provider]}/{model_id}", of_modelsdev(entry)
            elif source == "openrouter":
                if provider == "openrouter" and model_id in listed:
                    yield model, key, offer, model_id, of_openrouter(listed[model_id])
            else:
                for name, asked in asked_for(provider, model_id):
                    longer = (name[-length:] for length in range(len(model_id) + 1, len(name) + 1))
                    if not any((provider, other) in ids for other in longer):
                        yield model, key, offer, name, asked


def _written(model: str, record: Mapping[str, Any]) -> Mapping[str, dict[tuple[Any, ...], set[str]]]:
    """Return what stands of the price of each offer by condition, component and unit, and the paths of claims."""
    written: dict[str, dict[tuple[Any, ...], set[str]]] = {}
    for figure in figures(model, record):
        fact = (figure.when, figure.component, figure.per)
        written.setdefault(figure.key, {}).setdefault(fact, set()).add(figure.text)
    for claim in record.get("claims") or ():
        within, key = (*path_of(claim["path"]), "")[:2]
        if within == "offers":
            written.setdefault(key, {}).setdefault(("claim", claim["source"]), set()).add(claim["path"])
    return written


def _fate(
    written: Mapping[tuple[Any, ...], set[str]], asked: Asked, fact: tuple[Any, ...], amount: Decimal, *, source: str
) -> str:
    """Say what became of an amount: written, told by a word, claimed, said by another amount; else that it is lost."""
    when, component, per = fact
    here = written.get(fact, set())
    if amount == 0 or any(text not in WORDS and Decimal(text) == amount for text in here):
        return "written" if here else "zero"
    listed = written.get(((), component, per), set())
    if when and any(text not in WORDS and Decimal(text) == amount for text in listed):
        return "as listed"
    if any(".price" in path for path in written.get(("claim", source), ())):
        return "claimed"  # a rival price is claimed by its pair; its other parts go with that
    usual = {"reasoning": "output", "image_in": "input", "audio_in": "input"}.get(component, "")
    if amount in asked.get((when, usual, ""), asked.get(((), usual, ""), set())):
        return "usual"
    same_field = {"image_in": "image_out", "image_out": "image_in", "output": "audio_out", "audio_out": "output"}
    other = written.get((when, same_field.get(component, ""), per), set())
    return "" if any(text not in WORDS and Decimal(text) == amount for text in other) else "lost"
