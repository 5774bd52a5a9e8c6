"""The real site, built and read once for all tests of this folder; ALMANAC_SITE names one that is built already."""

import fcntl
import functools
import http.server
import os
import pickle
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from almanac.cli import main
from tests.site.pages import Html, read_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of one test run share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "real"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def alone(shared: Path) -> Iterator[None]:
    """Let one process at a time make what all of them use."""
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """Return the folder of the built site."""
    if given := os.environ.get("ALMANAC_SITE"):
        return ROOT / given
    folder = shared / "site"
    with alone(shared):
        if not folder.exists():
            names = [f"--{name}={ROOT / name}" for name in ("content", "templates", "static")]
            built = main(["build", *names, f"--output={folder}", "--base-url=https://example.org/almanac"])
            assert built == 0
    return folder


@pytest.fixture(scope="session")
def base_url(site: Path) -> str:
    """Return where the site says that it lives: its base path is tested with it, whichever it is."""
    return read_page(site / "index.html").canonical.rstrip("/")


@pytest.fixture(scope="session")
def pages(site: Path, shared: Path) -> Mapping[str, Html]:
    """Return every page of the site, site-relative path to what a parser finds in it."""
    kept = shared / "pages.pickle"
    with alone(shared):
        if not kept.exists():
            files = sorted(site.rglob("*.html"))
            with ProcessPoolExecutor() as readers:
                read = readers.map(read_page, files, chunksize=100)
                found = {str(file.relative_to(site)): page for file, page in zip(files, read, strict=True)}
            kept.write_bytes(pickle.dumps(found))
    known: Mapping[str, Html] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this test run
    return known


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site under its base path and says nothing."""

    def __init__(self, *given: Any, base: str, **others: Any) -> None:
        self._base = base
        super().__init__(*given, **others)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._base) or "/")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def origin(site: Path, base_url: str) -> Iterator[str]:
    """Serve the site on loopback; return where."""
    base = urlsplit(base_url).path
    handler = functools.partial(_Handler, directory=str(site), base=base)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        server.shutdown()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Return a fresh page as wide as a small phone, and be sure that nothing went wrong in it."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert errors == []
