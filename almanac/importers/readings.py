"""Readings: an upstream id taken apart into the model's name, the lab it claims, and the words of an offer key."""

import re
from dataclasses import dataclass, replace

from almanac.importers.labs import known_lab
from almanac.importers.naming import naming

_REGION = re.compile(r"(us-gov|us|eu|apac|ap|global|au|jp|ca|uk)\.(?=[a-z0-9-]+\.)")
_LAB = re.compile(r"([a-z0-9-]+)\.(?=[a-z])")
_REVISION = re.compile(r"(?:-v?([1-9]))?:0$")
_AT = re.compile(r"@([A-Za-z0-9-]+)$")
_BUDGET = re.compile(r"\d{4,6}")
_CONTEXT = re.compile(r"\d+[kKmM]")
_FULL_DATE = re.compile(r"\d{8}")
_SAP = "--"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an id says by its form. `name` is as upstream writes it, without what the other fields took.

    `labs` are the labs that its path names, a check only; `words` stand in the offer key whatever happens, `loose` ones
    only where two ids of one provider would have one key.
    """

    name: str
    labs: frozenset[str] = frozenset()
    date: str = ""
    region: str = ""
    tier: str = ""
    words: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    is_dotted: bool = False
    """The lab stood before the name with a dot, as in `deepseek.r1`: there the name may leave the lab out."""


def read_id(upstream_id: str) -> Reading:
    """Take an id apart. Never fails: what has no known form stays in the name."""
    text = upstream_id.strip().removeprefix("~").removeprefix("hf:")
    tier = "fine-tuned" if text.startswith("ft:") else ""
    *path, name = text.removeprefix("ft:").split("/")
    labs = frozenset(lab for segment in path if (lab := known_lab(segment)))
    loose = ("tee",) if path[:1] == ["TEE"] else ("pro",) if path[:1] == ["Pro"] else ()
    reading = Reading(name, labs, tier=tier, loose=loose)
    for part in (_without_cloud, _without_revision, _without_suffixes, _without_at):
        reading = part(reading)
    return reading


def _without_cloud(reading: Reading) -> Reading:
    """Take the region and the lab that Bedrock, OCI and SAP put before a name."""
    name, region = reading.name, ""
    if match := _REGION.match(name):
        region, name = match[1], name[match.end() :]
    if (match := _LAB.match(name)) and (lab := known_lab(match[1])):
        return replace(reading, name=name[match.end() :], region=region, labs=reading.labs | {lab}, is_dotted=True)
    before, _, after = name.partition(_SAP)
    if after and (lab := known_lab(before)):
        return replace(reading, name=after, labs=reading.labs | {lab})
    return reading


def _without_revision(reading: Reading) -> Reading:
    """Take Bedrock's revision: `-v1:0`, `-1:0`."""
    match = _REVISION.search(reading.name)
    if not match:
        return reading
    return replace(reading, name=reading.name[: match.start()], loose=(*reading.loose, f"{match[1] or 1}-0"))


def _without_suffixes(reading: Reading) -> Reading:
    """Take what follows a colon where it is known; `gpt-oss:120b` is a name of its own."""
    name, *suffixes = reading.name.split(":")
    for suffix in suffixes:
        if suffix in naming().suffixes:
            reading = _with_suffix(reading, suffix)
        elif _BUDGET.fullmatch(suffix):
            name = name.removesuffix("-thinking")
            reading = replace(reading, words=(*reading.words, f"thinking-{suffix}"))
        elif _CONTEXT.fullmatch(suffix):
            reading = replace(reading, loose=(*reading.loose, suffix.lower()))
        else:
            name = f"{name}-{suffix}"
    return replace(reading, name=name)


def _with_suffix(reading: Reading, suffix: str) -> Reading:
    if suffix in {"free", "batch"}:
        return replace(reading, tier=suffix)
    if "thinking" in reading.words and suffix in {"low", "medium", "high", "max"}:
        return replace(reading, words=(f"thinking-{suffix}",))
    return replace(reading, words=(*reading.words, suffix))


def _without_at(reading: Reading) -> Reading:
    """Take Vertex's version: a date (`@20250514`), or a revision (`@001`, `@default`)."""
    match = _AT.search(reading.name)
    if not match:
        return reading
    name, version = reading.name[: match.start()], match[1].lower()
    if _FULL_DATE.fullmatch(version):
        return replace(reading, name=name, date=version)
    return replace(reading, name=name, loose=(*reading.loose, version))
