"""Labs behind the models of models.dev: a record for each that we do not have, and the families of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.importers.families import family_name
from almanac.importers.findings import Finding, Plain
from almanac.importers.folding import fold_slug
from almanac.importers.labs import fold_lab
from almanac.importers.makers import makers
from almanac.importers.modelsdev.placing import Placed


@dataclass(frozen=True, slots=True)
class Member:
    """A model in a family."""

    model: str
    name: str
    family: str


def family_findings(members: list[Member], placed: Placed) -> Iterator[Finding]:
    """Yield the families that models have and their labs do not list yet."""
    groups: dict[tuple[str, str], list[Member]] = {}
    for member in members:
        if member.family:
            groups.setdefault((member.model.partition("/")[0], member.family), []).append(member)
    for (lab, family), group in sorted(groups.items()):
        known = placed.ground.library.labs.get(lab)
        written = known.record.families.get(family) if known else None
        name = written.name if written else family_name(family, (member.name for member in group))
        yield Finding(f"labs/{lab}", ("families", family, "name"), name, f"the family of {group[0].model}")


def lab_findings(placed: Placed, providers: Mapping[str, Mapping[tuple[str, ...], Plain]]) -> Iterator[Finding]:
    """Yield a record for each lab; `providers` are the facts of each provider, for the addresses of a lab's own."""
    for lab in sorted(
        {model.partition("/")[0] for model in placed.sold}
        | {base.model.partition("/")[0] for base in placed.bases.values()}
    ):
        facts: dict[tuple[str, ...], Plain] = {("name",): _name(lab, placed)}
        own = makers().first.get(lab)
        if own and own in providers:
            facts["provider",] = own
            if makers().owners.get(own) == lab and providers[own].get(("kind",)) == "lab":
                facts |= {
                    steps: providers[own][steps] for steps in (("url",), ("docs_url",)) if steps in providers[own]
                }
        yield from (
            Finding(f"labs/{lab}", steps, value, f"the lab of models on models.dev: {lab}")
            for steps, value in facts.items()
        )


def _name(lab: str, placed: Placed) -> str:
    """Return what a lab is called: as we know it, else as its capital letters stand in the ids of its models."""
    known = placed.ground.library.labs.get(lab)
    if known:
        return known.record.name
    if lab in makers().called:
        return makers().called[lab]
    segments = {
        segment
        for model, offers in placed.sold.items()
        if model.startswith(f"{lab}/")
        for offer in offers
        for segment in offer.entry.model_id.split("/")[:-1]
        if fold_slug(segment) == lab or fold_lab(segment) == lab
    }
    return min(segments, key=lambda text: (-sum(map(str.isupper, text)), text), default=lab)
