"""Assets: the style sheet and the script, put together and named by their content, so they may be cached for ever."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from almanac.outputs.output import Output
from almanac.problems import MachineError, UsageError

ORIGIN = "the static folder"
FOLDER = "assets"
"""Where files lie whose name changes with their content."""
ICON = "favicon.svg"
JOINED = ("css", "js")


@dataclass(frozen=True, slots=True)
class Assets:
    """The site's own files: path below the site to bytes, and the site paths of those that every page names."""

    files: tuple[tuple[str, bytes], ...]
    css: str
    script: str
    icon: str


def read_assets(folder: Path) -> Assets:
    """Read `css/*.css` and `js/*.js`, each in the order of their names, and every file beside those as it is.

    Raises UsageError where the folder is not a whole set of static files, MachineError where one cannot be read.
    """
    css = _together(folder, "css")
    script = _together(folder, "js")
    css_path, script_path = _named("almanac", "css", css), _named("almanac", "js", script)
    others = [
        (file.relative_to(folder).as_posix(), _content(file))
        for file in _files(folder, "**/*")
        if file.relative_to(folder).parts[0] not in JOINED
    ]
    if ICON not in dict(others):
        raise UsageError(f"{folder / ICON} is missing; {_ASKED}")
    return Assets(
        files=((css_path, css), (script_path, script), *others),
        css=f"/{css_path}",
        script=f"/{script_path}",
        icon=f"/{ICON}",
    )


def outputs(assets: Assets) -> Iterator[Output]:
    """Yield every asset."""
    for path, content in assets.files:
        yield Output(path, content, bytes, ORIGIN)


_ASKED = f"--static must name a folder with css/*.css, js/*.js and {ICON}."


def _together(folder: Path, kind: str) -> bytes:
    files = _files(folder / kind, f"*.{kind}")
    if not files:
        raise UsageError(f"{folder} holds no {kind}/*.{kind}; {_ASKED}")
    # A file whose last line is not ended must not run into the next one.
    return b"".join(content if content.endswith(b"\n") else content + b"\n" for content in map(_content, files))


def _files(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder by name; hidden ones are left out: editors and desktops leave them there."""
    found = sorted(file for file in folder.glob(pattern) if not file.name.startswith("."))
    for file in found:
        if file.is_symlink():
            # A link could publish any file of the machine that builds.
            raise UsageError(f"{file} is a symbolic link; put the file itself there.")
    return [file for file in found if file.is_file()]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise MachineError(f"{file} could not be read: {error.strerror or error}.") from None


def _named(stem: str, ending: str, content: bytes) -> str:
    return f"{FOLDER}/{stem}.{blake2b(content, digest_size=6).hexdigest()}.{ending}"
