"""How well the identity rules do against upstream's own pointers: precision, recall and every difference.

`python -m tests.importers.scoring POINTERS_JSON MODELS_JSON` prints them; MODELS_JSON is models.dev's models.json.
Upstream's base models are compared as ours: a snapshot is its base model, a moving alias what it points to.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from almanac.importers.bases import introduce
from almanac.importers.identity import resolve
from almanac.importers.names import Known, Names


@dataclass(frozen=True, slots=True)
class Difference:
    offer: str
    pointer: str
    ours: str | None
    suggestion: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Score:
    labels: int
    matched: int
    differences: tuple[Difference, ...]

    @property
    def right(self) -> int:
        return self.labels - len(self.differences)

    @property
    def precision(self) -> float:
        return self.right / self.matched

    @property
    def recall(self) -> float:
        return self.right / self.labels


def score(pointers: Mapping[str, str], bases: Iterable[Known]) -> Score:
    """Resolve every offer by its provider and id alone, never by its pointer, and compare."""
    names, ours = introduce(Names.build(()), (*bases, *(Known(target) for target in sorted(set(pointers.values())))))
    differences = []
    matched = 0
    for offer, pointer in pointers.items():
        provider, _, model_id = offer.partition("/")
        identity = resolve(names, model_id, provider=provider)
        matched += identity.model is not None
        if identity.model != ours[pointer].model:
            differences.append(Difference(offer, pointer, identity.model, identity.suggestion, identity.rule))
    return Score(len(pointers), matched, tuple(differences))


def read_bases(text: str) -> tuple[Known, ...]:
    """Read models.dev's models.json as base models: its ids, headings and where the weights lie."""
    return tuple(
        Known(name, base["name"], aliases=tuple(weights["url"] for weights in base.get("weights", ())))
        for name, base in json.loads(text).items()
    )


def report(found: Score) -> str:
    counts = f"{found.labels} labels, {found.matched} matched, {found.right} as upstream says"
    lines = [f"{counts}: precision {found.precision:.1%}, recall {found.recall:.1%}"]
    lines += [
        f"  {one.offer} -> {one.pointer}; ours {one.ours} ({one.rule}; {one.suggestion})" for one in found.differences
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    pointers, models = (Path(argument).read_text(encoding="utf-8") for argument in sys.argv[1:3])
    sys.stdout.write(f"{report(score(json.loads(pointers), read_bases(models)))}\n")
