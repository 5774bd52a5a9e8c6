"""Providers on models.dev: who sells, where it is documented and how it is called, as records of ours."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from almanac.checks.domains import LOOPBACK
from almanac.importers.findings import Finding, Plain
from almanac.importers.untyped import as_object, as_text, as_texts
from almanac.records.fields import broken_url


@dataclass(frozen=True, slots=True)
class Tables:
    """What a person decided about the providers of models.dev: see providers.toml."""

    same: Mapping[str, str]
    kinds: Mapping[str, str]
    zero_means: Mapping[str, str]
    styles: Mapping[str, str]
    shared: tuple[str, ...]
    houses: frozenset[str]


@cache
def tables() -> Tables:
    """Read the table beside this module."""
    read = tomllib.loads(files("almanac.importers.modelsdev").joinpath("providers.toml").read_text(encoding="utf-8"))
    return Tables(
        same=read["same"],
        kinds={name: kind for kind, names in read["kinds"].items() for name in names},
        zero_means=read["zero_means"],
        styles=read["styles"],
        shared=tuple(read["shared"]["hosts"]),
        houses=frozenset(read["houses"]["domains"]),
    )


def provider_id(upstream: str) -> str:
    """Return our id of a provider of models.dev."""
    return tables().same.get(upstream, upstream.lower())


def kind(upstream: Mapping[str, object]) -> str:
    """Return what kind of seller it is, as a person decided; a new one is a host of open weights, or a router."""
    known = tables().kinds.get(str(upstream.get("id")))
    if known:
        return known
    entries = as_object(upstream.get("models")).values()
    is_open = all(as_object(entry).get("open_weights") is True for entry in entries)
    return "host" if is_open else "router"


def zero_means(upstream: Mapping[str, object]) -> str:
    """Return what a price of 0 for input and output says at a provider of whom we have no record yet."""
    return tables().zero_means.get(kind(upstream), "unknown")


def provider_findings(upstream: Mapping[str, object], file: str) -> Iterator[Finding]:
    """Yield what models.dev says about one provider, as a record of ours."""
    theirs = str(upstream["id"])
    ours = provider_id(theirs)
    if ours != theirs.lower():
        return
    record, where = f"providers/{ours}", f"{file}: {theirs}"
    docs = _docs(upstream)
    api = dict(_api(upstream))
    facts: dict[tuple[str, ...], Plain] = {("name",): as_text(upstream.get("name")) or theirs}
    facts["kind",] = kind(upstream)
    facts |= {("url",): _home(docs), ("docs_url",): docs or None}
    facts["pricing_url",] = docs if "pricing" in docs.lower() else None
    facts["domains",] = _domains(docs, str(api.get("base_url", "")))
    facts |= {("api", name): value for name, value in api.items()}
    facts["keys", "modelsdev"] = theirs
    meaning = zero_means(upstream)
    facts["zero_means",] = meaning if meaning != "unknown" else None
    yield from (Finding(record, steps, value, where) for steps, value in facts.items() if value)


def _docs(upstream: Mapping[str, object]) -> str:
    docs = _CAMPAIGN.sub("", as_text(upstream.get("doc")))
    return "" if broken_url(docs) else docs


_CAMPAIGN = re.compile(r"[?&]utm_[^#]*")


def _api(upstream: Mapping[str, object]) -> Iterator[tuple[str, Plain]]:
    """Yield how the provider is called. A key that is sent to an unstated address helps nobody: style is then `own`."""
    env = [name for name in as_texts(upstream.get("env")) if _ENV.fullmatch(name)]
    style = tables().styles.get(str(upstream.get("npm")), "own")
    base = _PLACEHOLDER.sub(r"{\1}", as_text(upstream.get("api")))
    if not _is_callable(base, kind(upstream), env):
        base, style = "", "own"
    yield "style", style
    if base:
        yield "base_url", base
    if env:
        yield "env", list(env)
    keys = [name for name in env if _KEY.search(name)]
    if keys:
        yield "key", keys[-1]


_ENV = re.compile(r"[A-Z0-9_]+")
_KEY = re.compile(r"KEY|TOKEN|PAT$")
_PLACEHOLDER = re.compile(r"\$\{([A-Z0-9_]+)\}")
_FILLED = re.compile(r"\{([A-Z0-9_]+)\}")


def _is_callable(base: str, what: str, env: list[str]) -> bool:
    """Say whether an address can be called from elsewhere, with nothing to fill in but what `env` lists."""
    if not set(_FILLED.findall(base)) <= set(env):
        return False
    filled = _FILLED.sub("x.x", base)
    if base.startswith("{"):
        return True
    host = urlsplit(filled).hostname or ""
    return what == "local" if host in LOOPBACK else bool(base) and not broken_url(filled)


def _domains(docs: str, base: str) -> list[Plain]:
    hosts = [urlsplit(docs).hostname or "", urlsplit(_FILLED.sub("x", base)).hostname or ""]
    found = [domain(host) for host in hosts if "." in host]
    return list(dict.fromkeys(found))


def domain(host: str) -> str:
    """Return the part of a host name that somebody registered; the whole of it where the rest is lent to many."""
    if any(host.endswith(f".{name}") for name in tables().shared) or host.replace(".", "").isdigit():
        return host
    labels = host.split(".")
    length = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004 - example.co.uk, example.com
    return ".".join(labels[-length:])


_SECOND_LEVEL = frozenset({"co", "com", "net", "org"})


def _home(docs: str) -> str | None:
    """Return the front page of the seller, read off the address of its documentation; None where that is another's."""
    host = urlsplit(docs).hostname or ""
    own = domain(host)
    if not host or (own == host and any(host.endswith(f".{name}") for name in tables().shared)):
        return None
    if own in tables().shared:
        return None
    return f"https://{host if own in tables().houses else own}"
