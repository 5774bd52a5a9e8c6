"""Code samples do what they say: each is run against a server of our own, and must greet and print the answer."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from almanac.render.samples import Request, samples

pytestmark = pytest.mark.slow
ANSWERS: dict[str, Any] = {
    "/chat/completions": {
        "id": "1", "object": "chat.completion", "created": 1, "model": "acme/one",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Good day"}}],
    },
    "/embeddings": {
        "object": "list", "model": "acme/one", "usage": {"prompt_tokens": 1, "total_tokens": 1},
        "data": [{"object": "embedding", "index": 0, "embedding": [0.5, 0.25]}],
    },
    "/messages": {
        "id": "1", "type": "message", "role": "assistant", "model": "acme/one", "stop_reason": "end_turn",
        "stop_sequence": None, "usage": {"input_tokens": 1, "output_tokens": 2},
        "content": [{"type": "text", "text": "Good day"}],
    },
    ":generateContent": {"candidates": [{"content": {"parts": [{"text": "Good day"}]}}]},
    ":embedContent": {"embedding": {"values": [0.5, 0.25]}},
}  # fmt: skip


PROGRAMS = {
    "Python": ("a.py", sys.executable, sys.executable),
    "curl": ("a.sh", "sh", "curl"),
    "JavaScript": ("a.mjs", "node", "node"),
}
"""What a sample's file is called, what runs it and what must be there for that."""


@dataclass
class Stub:
    """A server that answers as the APIs do, and remembers what it was asked."""

    url: str
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)


@pytest.fixture
def stub() -> Iterator[Stub]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.asked.append((self.path, {name.lower(): text for name, text in self.headers.items()}, body))
            answer = next((said for end, said in ANSWERS.items() if self.path.endswith(end)), None)
            self.send_response(200 if answer else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer or {}).encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        found = Stub(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found
        server.shutdown()


def run(language: str, text: str, folder: Path, variables: dict[str, str]) -> str:
    """Run a sample as its reader would; return what it prints."""
    name, program = {"Python": ("a.py", sys.executable), "curl": ("a.sh", "sh"), "JavaScript": ("a.mjs", "node")}[
        language
    ]
    needed = {"curl": "curl", "JavaScript": "node"}.get(language)
    if needed and not shutil.which(needed) and not os.environ.get("CI"):
        pytest.skip(f"There is no {needed} on this machine.")
    file = folder / name
    file.write_text(text, encoding="utf-8")
    keep = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run([program, str(file)], env=keep | variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("language", PROGRAMS)
@pytest.mark.parametrize(
    ("form", "answer"),
    [
        (("openai", "chat"), "Good day"),
        (("openai", "embedding"), "0.25"),
        (("anthropic", "chat"), "Good day"),
        (("google", "chat"), "Good day"),
        (("google", "embedding"), "0.25"),
    ],
)
def test_a_sample_sends_its_greeting_with_the_key_and_prints_the_answer(
    stub: Stub, tmp_path: Path, language: str, form: tuple[Any, Any], answer: str
) -> None:
    request = Request(f"{stub.url}/{{ACCOUNT}}/v1", "acme/one", "ACME_KEY", style=form[0], task=form[1])
    text = next(sample.text for sample in samples(request) if sample.language == language)
    printed = run(language, text, tmp_path, {"ACME_KEY": "secret's", "ACCOUNT": "a1"})
    ((path, headers, body),) = stub.asked
    assert answer in printed
    assert path.startswith("/a1/v1/")
    assert "secret's" in {value.removeprefix("Bearer ") for value in headers.values()}
    assert "Hello" in json.dumps(body)
    assert body.get("model", "acme/one") == "acme/one"
