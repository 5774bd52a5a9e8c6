"""Domains: the web addresses of a provider lie where the provider says it lives, so that no key is sent elsewhere."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from almanac.checks.known import suggestion
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Provider
from almanac.records.fields import broken_url
from almanac.records.provider import Api

URLS = ("url", "pricing_url", "docs_url")
LOOPBACK = ("localhost", "127.0.0.1")
"""Where a program on the reader's own machine answers."""

_DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_PLACEHOLDER = re.compile(r"\{([A-Z0-9_]+)\}")
_STAND_IN = "placeholder"
_WHOLE_HOST = re.compile(rf"{_STAND_IN}(:\d+)?")


def domains_are_hosts(library: Library) -> Iterator[Problem]:
    """A domain is a bare host name: `com` or a full address would let everything through, or nothing."""
    for provider in library.providers.values():
        for index, domain in enumerate(provider.record.domains):
            if not _DOMAIN.fullmatch(domain):
                yield provider.problem(
                    "domain-form",
                    "domains",
                    index,
                    message=f'"{domain}" is not a domain.',
                    hint="Write the bare name in lower case, as in openrouter.ai.",
                )


def pages_lie_in_the_domains(library: Library) -> Iterator[Problem]:
    """Every address of a provider lies in its domains, so that a change of where readers are sent shows in a review."""
    for provider in library.providers.values():
        for key in URLS:
            url = getattr(provider.record, key)
            host = urlsplit(url).hostname if url else None
            if host and not _lies_in(host, domains(provider.record)):
                yield _outside(provider, key, host=host)


def calls_lie_in_the_domains(library: Library) -> Iterator[Problem]:
    """Requests, which carry the reader's key, go to the provider's domains or to a host that the reader names."""
    for provider in library.providers.values():
        api = provider.record.api
        if api is None or api.base_url is None or _whole_address(api.base_url):
            continue
        url = _filled_in(api.base_url)
        host = _host(url)
        if provider.record.kind == "local" and host in LOOPBACK:
            continue
        said = broken_url(url.replace(f"//{_STAND_IN}", f"//{_STAND_IN}.{_STAND_IN}", 1))
        if said:
            yield provider.problem(
                "url-scheme",
                "api",
                "base_url",
                message=f'"{api.base_url}" {said}.',
                hint="Write an address that begins with https://; {NAME} may stand for a part that readers fill in.",
            )
        elif not _WHOLE_HOST.fullmatch(urlsplit(url).netloc) and not _lies_in(host, domains(provider.record)):
            yield _outside(provider, "api", "base_url", host=host)


def _whole_address(url: str) -> bool:
    """Say whether the reader names the whole address: `{GATEWAY_URL}/v1`."""
    match = _PLACEHOLDER.match(url)
    return match is not None and url[match.end() :][:1] in {"", "/"}


def _filled_in(url: str) -> str:
    """Write something in place of what readers fill in, so that the rest can be read as an address."""
    return _PLACEHOLDER.sub(_STAND_IN, url).replace(f":{_STAND_IN}", ":1")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a broken address has its own finding
        return ""


def domains(provider: Provider) -> tuple[str, ...]:
    """Return where a provider lives; one that lists no domains lives at the host of its url."""
    host = urlsplit(provider.url).hostname if provider.url else None
    return provider.domains or ((host.removeprefix("www."),) if host else ())


def _lies_in(host: str, allowed: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in allowed)


def _outside(provider: Entry[Provider], *steps: str, host: str) -> Problem:
    listed = ", ".join(domains(provider.record)) or "no domain at all"
    return provider.problem(
        "url-domain",
        *steps,
        message=f"{host} lies outside the domains of {provider.record.name}: {listed}.",
        hint="Correct the address; if it is the provider's own, add its domain to domains.",
    )


def variables_are_listed(library: Library) -> Iterator[Problem]:
    """What `base_url` and `key` ask the reader for stands in `env`, and a placeholder is written as one."""
    for provider in library.providers.values():
        api = provider.record.api
        if api is None:
            continue
        for name in _PLACEHOLDER.findall(api.base_url or ""):
            if name not in api.env:
                yield _unlisted(provider, api, "base_url", name=name)
        if "{" in _PLACEHOLDER.sub("", api.base_url or "") or "}" in _PLACEHOLDER.sub("", api.base_url or ""):
            yield provider.problem(
                "env-unlisted",
                "api",
                "base_url",
                message=f'The braces in "{api.base_url}" hold no name of an environment variable.',
                hint="Write {NAME} in capitals, digits and underscores, and list NAME in env.",
            )
        if api.key and api.key not in api.env:
            yield _unlisted(provider, api, "key", name=api.key)


def _unlisted(provider: Entry[Provider], api: Api, key: str, *, name: str) -> Problem:
    return provider.problem(
        "env-unlisted",
        "api",
        key,
        message=f"{name} is not among the environment variables in env.",
        hint=f"{suggestion(name, api.env)}Add it to env, or correct the name.",
    )


RULES: tuple[Rule, ...] = (
    domains_are_hosts, pages_lie_in_the_domains, calls_lie_in_the_domains, variables_are_listed,
)  # fmt: skip
