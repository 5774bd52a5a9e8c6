"""Code samples: the same request in three languages, every value quoted by that language's own rule."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from almanac.render.samples.quoting import javascript, python, shell, shell_word
from almanac.render.samples.request import Request, Style, Task, Wire, wire

__all__ = ["WRITERS", "Request", "Sample", "Style", "Task", "samples"]

_VERSION = re.compile(r"/v1$")


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample with the name of its language."""

    language: str
    text: str


def samples(request: Request) -> tuple[Sample, ...]:
    """Return a request in every language; none where its style of API has no such task."""
    found = wire(request)
    if found is None:
        return ()
    return tuple(Sample(language, write(request, found)) for language, write in WRITERS.items())


def _notes(request: Request, sign: str) -> str:
    """Return a comment on each variable that the provider's documentation calls otherwise."""
    return "".join(
        f"{sign} {theirs} begins with a digit, which no shell allows: it is read from {ours}.\n"
        for ours, theirs in request.renamed.items()
    )


def _curl(request: Request, found: Wire) -> str:
    headers = {**found.headers, "Content-Type": "application/json"}
    lines = [
        f"curl {shell(found.url)}",
        *(f"  -H {shell(f'{name}: {value}')}" for name, value in headers.items()),
        f"  -d {shell_word(json.dumps(found.body))}",
    ]
    return _notes(request, "#") + " \\\n".join(lines) + "\n"


def _python(request: Request, found: Wire) -> str:
    write = {"openai": _python_openai, "anthropic": _python_anthropic}.get(request.style, _python_plain)
    return write(request, found)


def _python_openai(request: Request, found: Wire) -> str:
    call = "chat.completions.create" if request.task == "chat" else "embeddings.create"
    return (
        f"import os\n\nfrom openai import OpenAI\n\n{_notes(request, '#')}"
        f"client = OpenAI(base_url={python(request.base_url)}, api_key={python(f'{{{request.key}}}')})\n"
        f"answer = client.{call}(\n{_arguments(found)})\nprint(answer{_attributes(found)})\n"
    )


def _python_anthropic(request: Request, found: Wire) -> str:
    base = python(_VERSION.sub("", request.root))  # the library adds the version itself
    return (
        f"import os\n\nfrom anthropic import Anthropic\n\n{_notes(request, '#')}"
        f"client = Anthropic(base_url={base}, api_key={python(f'{{{request.key}}}')})\n"
        f"answer = client.messages.create(\n{_arguments(found)})\nprint(answer{_attributes(found)})\n"
    )


def _arguments(found: Wire) -> str:
    return "".join(f"    {name}={json.dumps(value)},\n" for name, value in found.body.items())


def _attributes(found: Wire) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in found.answer)


def _python_plain(request: Request, found: Wire) -> str:
    headers = {**found.headers, "Content-Type": "application/json"}
    said = ", ".join(f"{json.dumps(name)}: {python(value)}" for name, value in headers.items())
    path = "".join(f"[{json.dumps(step)}]" for step in found.answer)
    return (
        f"import json\nimport os\nimport urllib.request\n\n{_notes(request, '#')}"
        f"request = urllib.request.Request(\n    {python(found.url)},\n"
        f"    data=json.dumps({json.dumps(found.body)}).encode(),\n    headers={{{said}}},\n)\n"
        f"with urllib.request.urlopen(request) as response:\n    answer = json.load(response)\nprint(answer{path})\n"
    )


def _javascript(request: Request, found: Wire) -> str:
    headers = {**found.headers, "Content-Type": "application/json"}
    said = "".join(f"    {json.dumps(name)}: {javascript(value)},\n" for name, value in headers.items())
    body = "".join(f"    {name}: {json.dumps(value)},\n" for name, value in found.body.items())
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in found.answer)
    return (
        f"{_notes(request, '//')}const response = await fetch({javascript(found.url)}, {{\n"
        f'  method: "POST",\n  headers: {{\n{said}  }},\n  body: JSON.stringify({{\n{body}  }}),\n}});\n'
        f"const answer = await response.json();\nconsole.log(answer{path});\n"
    )


WRITERS: Mapping[str, Callable[[Request, Wire], str]] = {
    "Python": _python,
    "curl": _curl,
    "JavaScript": _javascript,
}
