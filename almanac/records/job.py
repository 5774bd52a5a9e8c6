"""Jobs in one line: the work that a sentence supposes, as workloads that can be priced.

`10,000 requests, 600 input, 20 output` says what each request reads and writes; parts of different requests are
divided by a semicolon: `300K cache_write, 200 output; 99 requests, 300K cache_read, 50 input, 200 output`.
"""

import re

from almanac.records.site import Workload

KINDS = ("input", "cache_write", "cache_read", "output")
"""The tokens of a request that a job may count."""
WRITTEN = "10,000 requests, 600 input, 20 output"
"""An example for messages."""

MOST = 10**12
"""More tokens or requests than any job has: what lies above is a slip."""
_TIMES = {"": 1, "K": 1_000, "M": 1_000_000}
_COUNT = re.compile(rf"([0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,12}})([KM]?) (requests|{'|'.join(KINDS)})")
_COMMA = re.compile(r",\s+")


def parse_job(text: str) -> tuple[Workload, ...]:
    """Return the workloads of a job, one for each part; the empty tuple where the text is none."""
    parts = [_part(part.strip()) for part in text.split(";")]
    known = [part for part in parts if part is not None]
    return tuple(known) if len(known) == len(parts) else ()


def _part(text: str) -> Workload | None:
    counts: dict[str, int] = {}
    for piece in _COMMA.split(text):
        match = _COUNT.fullmatch(piece)
        if match is None or match[3] in counts:
            return None
        counts[match[3]] = int(match[1].replace(",", "")) * _TIMES[match[2]]
    requests = counts.pop("requests", 1)
    tokens = {kind: requests * each for kind, each in counts.items()}
    if not requests or not any(tokens.values()) or max(tokens.values()) > MOST:
        return None
    return Workload.model_validate(
        {"title": text, "about": text, "requests": requests, "input": 0, "output": 0} | tokens
    )
