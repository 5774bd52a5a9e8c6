"""Harvests in tests: the ground of a tiny content with more base models, upstream files, and what a harvest says."""

from collections.abc import Mapping
from pathlib import Path

from almanac.importers.findings import Harvest, Plain, Upstream
from almanac.importers.ground import Ground
from almanac.importers.names import Known
from almanac.importers.upstream import load
from almanac.units.dates import parse_day
from tests.support.content import BENCHMARK, ContentTree

DATA = Path(__file__).parent / "data"
AT = parse_day("2026-05-28")


def ground(folder: Path, *models: str, benchmarks: str = "") -> Ground:
    """Return the tiny content with these base models known too, and with files for these benchmarks."""
    tree = ContentTree.tiny(folder)
    for name in benchmarks.split():
        tree.write(f"benchmarks/{name}.yaml", BENCHMARK.replace("Riddles", name))
    return Ground.of(tree.library(), AT).introduce(Known(model) for model in models)[0]


def given(source: str, name: str) -> tuple[Upstream, ...]:
    """Return a file of tests/importers/data as the importer reads it."""
    return load([str(DATA / source / name)], source, AT)


def made(shape: str, data: object) -> tuple[Upstream, ...]:
    """Return an upstream file written by a test."""
    return (Upstream("made.json", shape, data, AT),)


def said(harvest: Harvest, record: str) -> Mapping[str, Plain]:
    """Return what a harvest says of one record: steps joined by blanks → value."""
    return {" ".join(one.steps): one.value for one in harvest.findings if one.record == record}


def causes(harvest: Harvest, subject: str) -> list[str]:
    """Return the causes of the notes whose subject begins so."""
    return [one.cause for one in harvest.notes if one.subject.startswith(subject)]
