"""Assets: the style sheet and the scripts, put together and named by their content, so they may be cached for ever."""

import re
from collections.abc import Iterator, Mapping
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
EVERY = "js/every"
"""The scripts of every page, joined into one; those beside this folder are modules, which a page asks for by name."""
_IMPORTED = re.compile(r'"\.\.?/([a-z]+)\.js"')
_UNREAD = re.compile(rb"^[ \t]*(?://.*\n|/\*.*\*/\n)?", re.MULTILINE)
"""What a browser does not need of a line: its indentation, and all of it where it only says why."""

_SPACED = re.compile(rb" *([{};]) *")
"""Spaces of a style sheet that part nothing; its texts hold none of these signs."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The site's own files: path below the site to bytes, and the site paths of those that every page names."""

    files: tuple[tuple[str, bytes], ...]
    css: str
    script: str
    modules: Mapping[str, str]
    """The name of each script that single pages ask for, to its site path."""
    icon: str


def read_assets(folder: Path) -> Assets:
    """Read `css/*.css` and `js/every/*.js`, each in the order of their names, `js/*.js`, and every other file as it is.

    Raises UsageError where the folder is not a whole set of static files, MachineError where one cannot be read.
    """
    css = _SPACED.sub(rb"\1", slim(_together(folder, "css", "css")))
    css_path = named("almanac", "css", css)
    modules = _modules({file.stem: slim(_content(file)) for file in _files(folder / "js", "*.js")})
    script = _linked(slim(_together(folder, EVERY, "js")), modules)
    script_path = named("almanac", "js", script)
    others = [
        (file.relative_to(folder).as_posix(), _content(file))
        for file in _files(folder, "**/*")
        if file.relative_to(folder).parts[0] not in JOINED
    ]
    if ICON not in dict(others):
        raise UsageError(f"{folder / ICON} is missing; {_ASKED}")
    return Assets(
        files=((css_path, css), (script_path, script), *modules.values(), *others),
        css=f"/{css_path}",
        script=f"/{script_path}",
        modules={name: f"/{path}" for name, (path, _) in modules.items()},
        icon=f"/{ICON}",
    )


def outputs(assets: Assets) -> Iterator[Output]:
    """Yield every asset."""
    for path, content in assets.files:
        yield Output(path, content, bytes, ORIGIN)


def named(stem: str, ending: str, content: bytes) -> str:
    """Return the path of a file whose name changes with its content."""
    return f"{FOLDER}/{stem}.{blake2b(content, digest_size=6).hexdigest()}.{ending}"


def slim(source: bytes) -> bytes:
    """Return a script or a style sheet without whole lines of comment and without indentation."""
    return _UNREAD.sub(b"", source)


_ASKED = f"--static must name a folder with css/*.css, {EVERY}/*.js and {ICON}."
Modules = dict[str, tuple[str, bytes]]


def _modules(sources: Mapping[str, bytes]) -> Modules:
    """Name each module by its content, those that it imports first: their names are part of that content."""
    found: Modules = {}
    while rest := [name for name in sources if name not in found]:
        ready = [name for name in rest if _imports(sources[name]) <= found.keys()]
        if not ready:
            raise UsageError(f"The scripts {', '.join(rest)} import each other, or one that is missing; {_ASKED}")
        for name in ready:
            content = _linked(sources[name], found)
            found[name] = (named(name, "js", content), content)
    return found


def _imports(source: bytes) -> set[str]:
    return set(_IMPORTED.findall(source.decode()))


def _linked(source: bytes, modules: Modules) -> bytes:
    """Write the published names of other modules into the imports of a script."""
    if missing := _imports(source) - modules.keys():
        raise UsageError(f"A script imports {', '.join(sorted(missing))}.js, which is missing; {_ASKED}")
    return _IMPORTED.sub(lambda match: f'"./{Path(modules[match[1]][0]).name}"', source.decode()).encode()


def _together(folder: Path, name: str, kind: str) -> bytes:
    files = _files(folder / name, f"*.{kind}")
    if not files:
        raise UsageError(f"{folder} holds no {name}/*.{kind}; {_ASKED}")
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
