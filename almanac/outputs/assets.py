"""Assets: the style sheet and the script, put together and named by their content, so that they may be cached for ever."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from almanac.outputs.output import Output

ORIGIN = "the static folder"


@dataclass(frozen=True, slots=True)
class Assets:
    """The site's own files: path below the site to bytes, and the site paths of those that every page names."""

    files: tuple[tuple[str, bytes], ...]
    css: str
    script: str
    icon: str


def read_assets(folder: Path) -> Assets:
    """Read `css/*.css` and `js/*.js`, each in the order of their names, and every other file as it is."""
    css = _joined(folder / "css", "*.css")
    script = _joined(folder / "js", "*.js")
    css_path, script_path = _named("almanac", "css", css), _named("almanac", "js", script)
    others = sorted(file for file in folder.iterdir() if file.is_file())
    files = ((css_path, css), (script_path, script), *((file.name, file.read_bytes()) for file in others))
    return Assets(files, f"/{css_path}", f"/{script_path}", "/favicon.svg")


def outputs(assets: Assets) -> Iterator[Output]:
    """Yield every asset."""
    for path, content in assets.files:
        yield Output(path, content, bytes, ORIGIN)


def _joined(folder: Path, pattern: str) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob(pattern)))


def _named(stem: str, ending: str, content: bytes) -> str:
    return f"assets/{stem}.{blake2b(content, digest_size=6).hexdigest()}.{ending}"
