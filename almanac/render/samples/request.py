"""The request of a sample: what is asked of an API, and how each style of API wants to be asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Style = Literal["openai", "anthropic", "google"]
Task = Literal["chat", "embedding"]
PLACEHOLDER = re.compile(r"\{([A-Z0-9_]+)\}")
"""A name in an address, in whose place a variable of the environment stands."""
_HELLO = "Hello"
_LONGEST = 1024
"""The output tokens that Anthropic's API must be told; enough for an answer to a greeting."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a sample sends: the API's base URL, the id of the model there, and the variable that holds the key.

    `base_url` may hold `{NAME}` for a variable of the environment. `renamed` maps a variable to what the provider calls
    it, where that is a name which no shell takes.
    """

    base_url: str
    model: str
    key: str
    style: Style = "openai"
    task: Task = "chat"
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def root(self) -> str:
        """The base URL without a slash at its end."""
        return self.base_url.rstrip("/")


@dataclass(frozen=True, slots=True)
class Wire:
    """A request as it goes over the wire. `{NAME}` in the URL and in headers stands for a variable.

    `answer` leads through the JSON that comes back to what a person wants to see.
    """

    url: str
    headers: Mapping[str, str]
    body: Mapping[str, object]
    answer: tuple[str | int, ...]


def wire(request: Request) -> Wire | None:
    """Return how a request goes over the wire; None where the style has no such task."""
    make = _WIRES.get((request.style, request.task))
    return make(request) if make else None


def _openai_chat(request: Request) -> Wire:
    body = {"model": request.model, "messages": [{"role": "user", "content": _HELLO}]}
    return Wire(f"{request.root}/chat/completions", _bearer(request), body, ("choices", 0, "message", "content"))


def _openai_embedding(request: Request) -> Wire:
    body = {"model": request.model, "input": _HELLO}
    return Wire(f"{request.root}/embeddings", _bearer(request), body, ("data", 0, "embedding"))


def _bearer(request: Request) -> dict[str, str]:
    return {"Authorization": f"Bearer {{{request.key}}}"}


def _anthropic_chat(request: Request) -> Wire:
    body = {"model": request.model, "max_tokens": _LONGEST, "messages": [{"role": "user", "content": _HELLO}]}
    headers = {"x-api-key": f"{{{request.key}}}", "anthropic-version": "2023-06-01"}
    return Wire(f"{request.root}/messages", headers, body, ("content", 0, "text"))


def _google_chat(request: Request) -> Wire:
    body = {"contents": [{"parts": [{"text": _HELLO}]}]}
    answer = ("candidates", 0, "content", "parts", 0, "text")
    return Wire(f"{request.root}/models/{request.model}:generateContent", _google_key(request), body, answer)


def _google_embedding(request: Request) -> Wire:
    body = {"content": {"parts": [{"text": _HELLO}]}}
    url = f"{request.root}/models/{request.model}:embedContent"
    return Wire(url, _google_key(request), body, ("embedding", "values"))


def _google_key(request: Request) -> dict[str, str]:
    return {"x-goog-api-key": f"{{{request.key}}}"}


_WIRES = {
    ("openai", "chat"): _openai_chat,
    ("openai", "embedding"): _openai_embedding,
    ("anthropic", "chat"): _anthropic_chat,
    ("google", "chat"): _google_chat,
    ("google", "embedding"): _google_embedding,
}
