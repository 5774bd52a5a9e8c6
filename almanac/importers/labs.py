"""Labs and providers under the names that upstreams give them, folded into ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from almanac.importers.folding import fold, fold_slug
from almanac.importers.naming import naming
from almanac.reader.library import Library

_HALF = re.compile(r"[-_]models$")
_REGION = re.compile(r"(?:us|eu|ap|ca|sa|me|af|il)(?:-gov)?-[a-z]+-\d|us|eu|ap|apac|uk|au|jp|ca|global")
_SIZE = re.compile(r"\d+-x-\d+|max-x-max|(?:\d+|max)-steps|hd|standard|low|medium|high")
_COMMITMENT = re.compile(r"\d+-month-commitment")
_STANDING = {"global-standard": "global", "*": ""}


def known_lab(name: str) -> str | None:
    """Return our id of a lab, or None where nobody has told us the name."""
    return naming().labs.get(fold(name.removeprefix("~").removeprefix("hf:")))


def fold_lab(name: str) -> str:
    """Return the id under which a lab stands, or would stand, in labs/: a known one's, else the name itself, folded."""
    return known_lab(name) or fold_slug(name.removeprefix("~").removeprefix("hf:"))


def fold_provider(name: str) -> str:
    """Return our id of a provider of LiteLLM (`vertex_ai-anthropic_models` → google-vertex); models.dev's are ours."""
    plain = _HALF.sub("", name.strip().strip("/"))
    for known in (plain, plain.partition("-")[0]):
        if found := naming().litellm.get(fold(known)):
            return found
    return fold_slug(name.strip().strip("/"))


def providers_by_key(library: Library, catalogue: str) -> Mapping[str, str]:
    """Return the key of each provider in another catalogue (`azure/` in litellm), as its file tells, → our id."""
    found: dict[str, str] = {}
    for name, entry in library.providers.items():
        keys = entry.record.keys.get(catalogue, ())
        found.update(dict.fromkeys((keys,) if isinstance(keys, str) else keys, name))
    return found


@dataclass(frozen=True, slots=True)
class Route:
    """A LiteLLM id, understood as far as the model: `bedrock/us-east-1/1-month-commitment/cohere.command-text-v14`.

    `model_id` is what the provider itself takes. `size` holds what an image's price hangs on: `hd`, `1024-x-1024`.
    """

    provider: str
    model_id: str
    region: str = ""
    commitment: str = ""
    size: tuple[str, ...] = ()


def read_route(litellm_id: str, provider: str) -> Route:
    """Take a LiteLLM id apart; `provider` is the entry's `litellm_provider`."""
    ours = fold_provider(provider)
    parts = litellm_id.split("/")
    region = commitment = ""
    size: tuple[str, ...] = ()
    has_prefix = False
    while len(parts) > 1:
        part = parts[0]
        if not has_prefix and fold_provider(part) == ours:
            has_prefix = True
        elif part in _STANDING or _REGION.fullmatch(part):
            region = _STANDING.get(part, part)
        elif _COMMITMENT.fullmatch(part):
            commitment = part
        elif _SIZE.fullmatch(part):
            size = (*size, part)
        else:
            break
        parts = parts[1:]
    return Route(ours, "/".join(parts), region, commitment, size)
