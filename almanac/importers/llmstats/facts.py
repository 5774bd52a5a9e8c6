"""Facts: what LLM Stats says of a model beside its results: limits, knowledge cutoff, licence, size of the weights."""

from collections.abc import Iterator, Mapping

from almanac.importers.amounts import count
from almanac.importers.findings import Finding, Note, Plain
from almanac.records.fields import broken_url
from almanac.units.dates import parse_day

LICENCES: Mapping[str, str] = {
    "apache 2.0": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "mit": "MIT",
    "mit license": "MIT",
    "cc-by-nc": "CC-BY-NC",
    "gemma": "Gemma Terms of Use",
    "deepseek": "DeepSeek License Agreement",
    "llama3.2": "Llama 3.2 Community License",
    "qwen": "Qwen License Agreement",
    "tongyi-qianwen": "Tongyi Qianwen License Agreement",
}
"""Its shorthands → SPDX ids where one exists, else the licence's own name; what is not listed is a name already."""

_CLOSED = "proprietary"


def facts(record: Mapping[str, object], *, model: str, upstream: str) -> Iterator[Finding | Note]:
    """Yield what one record says of a model of ours."""
    found: dict[tuple[str, ...], Plain] = {}
    read, written = count(record.get("input_context_size")), count(record.get("output_context_size"))
    if read:
        found["limits", "context"] = read
    if written and written == read:
        cause = "the longest input, repeated as the longest output"
        yield Note("suspicious", f"{upstream} limits.max_output", cause, str(written))
    elif written:
        found["limits", "max_output"] = written
    if cutoff := _day(record.get("knowledge_cutoff")):
        found["lifecycle", "knowledge_cutoff"] = cutoff
    found |= _weights(record)
    yield from (Finding(f"models/{model}", steps, value, upstream) for steps, value in found.items())


def _weights(record: Mapping[str, object]) -> dict[tuple[str, ...], Plain]:
    """Return what is said of the weights; of a closed model only that it is one, for its size is a guess."""
    stated = str(record.get("license") or "").strip()
    if not stated:
        return {}
    if stated.lower() == _CLOSED:
        return {("weights", "open"): False}
    found: dict[tuple[str, ...], Plain] = {("weights", "open"): True}
    found["weights", "licence"] = LICENCES.get(stated.lower(), stated)
    if parameters := count(record.get("param_count")):
        found["weights", "parameters"] = parameters
    url = str(record.get("weights_link") or "").strip()
    if url and not broken_url(url):
        found["weights", "url"] = url
    return found


def _day(stated: object) -> str:
    try:
        return str(parse_day(str(stated)))
    except ValueError:
        return ""
