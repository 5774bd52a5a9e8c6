"""Entries on models.dev: each provider's list of what it sells, one entry an id, where a record can hold that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from almanac.importers.findings import Note
from almanac.importers.modelsdev.providers import provider_id
from almanac.importers.untyped import as_object

_MODEL_ID = re.compile(r"[A-Za-z0-9@~][A-Za-z0-9._:/@~+-]{0,199}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one provider says about one id. `theirs` is models.dev's id of the provider, `provider` ours."""

    provider: str
    theirs: str
    model_id: str
    data: Mapping[str, object] = field(repr=False, compare=False)
    ended: str = ""
    """The day on which models.dev took it off its list; "" while it is there."""
    left_out: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    """The fields that held nothing but a placeholder, and are no longer in `data`."""

    @property
    def subject(self) -> str:
        """How the report names the entry."""
        return f"{self.theirs}/{self.model_id}"


def is_model_id(text: str) -> bool:
    """Say whether a record of ours can hold an id."""
    return _MODEL_ID.fullmatch(text) is not None


def entries(api: object) -> Iterator[Entry | Note]:
    """Yield every entry of api.json in the order of its ids; a note where no record of ours can hold an id."""
    seen: set[tuple[str, str]] = set()
    for theirs, provider in sorted(as_object(api).items()):
        ours = provider_id(theirs)
        for model_id, data in sorted(as_object(as_object(provider).get("models")).items()):
            entry = Entry(ours, theirs, model_id, as_object(data))
            if not is_model_id(model_id):
                yield Note("unmapped", entry.subject, "the id holds a character that no id of ours may hold")
            elif (ours, model_id) in seen:
                yield Note("dropped", entry.subject, "the same seller lists the id twice, under two names of its own")
            else:
                seen.add((ours, model_id))
                yield entry
