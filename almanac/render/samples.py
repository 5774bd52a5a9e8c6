"""Code samples: the same request in three languages, every value quoted by that language's own rule."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """What a sample sends: the API's base URL, the id of the model there, and the variable that holds the key.

    `renamed` is what the provider calls the variable, where that is a name which no shell takes.
    """

    base_url: str
    model: str
    key: str
    renamed: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample with the name of its language."""

    language: str
    text: str


def openai_style(request: Request) -> tuple[Sample, ...]:
    """Return a chat request in the style of OpenAI's API."""
    return tuple(Sample(language, write(request)) for language, write in WRITERS.items())


def shell_word(text: str) -> str:
    """Quote text for a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"


def _note(request: Request, sign: str) -> str:
    """Return a comment on the name of the variable, where the provider's documentation has another."""
    if not request.renamed:
        return ""
    return f"{sign} {request.renamed} begins with a digit, which no shell allows: the key is read from {request.key}.\n"


def _curl(request: Request) -> str:
    body = json.dumps({"model": request.model, "messages": [{"role": "user", "content": "Hello"}]})
    url = shell_word(f"{request.base_url.rstrip('/')}/chat/completions")
    return (
        f"{_note(request, '#')}"
        f"curl {url} \\\n"
        f'  -H "Authorization: Bearer ${request.key}" \\\n'
        f"  -H 'Content-Type: application/json' \\\n"
        f"  -d {shell_word(body)}\n"
    )


def _python(request: Request) -> str:
    return (
        "import os\n\nfrom openai import OpenAI\n\n"
        f"{_note(request, '#')}"
        f"client = OpenAI(base_url={json.dumps(request.base_url)}, api_key=os.environ[{json.dumps(request.key)}])\n"
        "answer = client.chat.completions.create(\n"
        f"    model={json.dumps(request.model)},\n"
        '    messages=[{"role": "user", "content": "Hello"}],\n'
        ")\n"
        "print(answer.choices[0].message.content)\n"
    )


def _javascript(request: Request) -> str:
    return (
        'import OpenAI from "openai";\n\n'
        f"{_note(request, '//')}"
        f"const client = new OpenAI({{\n  baseURL: {json.dumps(request.base_url)},\n"
        f"  apiKey: process.env.{request.key},\n}});\n"
        "const answer = await client.chat.completions.create({\n"
        f"  model: {json.dumps(request.model)},\n"
        '  messages: [{ role: "user", content: "Hello" }],\n'
        "});\n"
        "console.log(answer.choices[0].message.content);\n"
    )


WRITERS: Mapping[str, Callable[[Request], str]] = {
    "Python": _python,
    "curl": _curl,
    "JavaScript": _javascript,
}
