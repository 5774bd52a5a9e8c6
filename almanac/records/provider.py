"""Providers: who sells access."""

from typing import Annotated

from almanac.records.fields import AsTuple, DateOrUnknown, EnvName, Record, Slug, Text, Texts, Url, Words
from almanac.records.names import Name

KINDS = ("lab", "cloud", "host", "router", "plan", "local")
Keys = dict[str, Texts]


class Api(Record):
    """How the provider is called. `base_url` may hold `{NAME}` for a name in `env`."""

    style: Words("openai", "anthropic", "google", "own")  # type: ignore[valid-type]
    base_url: Text | None = None
    env: Annotated[tuple[EnvName, ...], AsTuple] = ()
    key: EnvName | None = None
    """The environment variable that holds the API key."""


class Data(Record):
    """What the provider says it does with what customers send."""

    trains: Words("no", "yes", "opt-out") | None = None  # type: ignore[valid-type]
    retention: Text | None = None
    regions: Annotated[tuple[Text, ...], AsTuple] = ()
    source: Slug
    checked: DateOrUnknown | None = None


class Provider(Record):
    """One provider. Every URL of the record must lie in its `domains`."""

    name: Name
    kind: Words(*KINDS)  # type: ignore[valid-type]
    url: Url | None = None
    pricing_url: Url | None = None
    docs_url: Url | None = None
    domains: Annotated[tuple[Text, ...], AsTuple] = ()
    api: Api | None = None
    keys: Keys = {}
    zero_means: Words("free", "included", "dynamic", "unknown") = "unknown"  # type: ignore[valid-type]
    """What an upstream price of 0/0 says here."""
    data: Data | None = None
    notes: Text | None = None
