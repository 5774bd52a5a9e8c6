"""The commands: each turns the arguments into calls of the pipeline and returns its exit code."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from almanac.catalogue.catalogue import Doubt, Quality
from almanac.cli.arguments import Command
from almanac.cli.importing import take_in
from almanac.cli.telling import Clock, standard, told
from almanac.difference import difference, sentences
from almanac.pipeline import Options, Proved, Stage, prove, put, sources_of
from almanac.problems import Problem, UsageError, codes, render
from almanac.publish import safe_folder
from almanac.publish.ledger import save, with_added
from almanac.publish.published import published_ids
from almanac.reader import line_reader
from almanac.reader.schema import schemas

DONE, PROBLEMS = 0, 1


def build(given: argparse.Namespace) -> int:
    """Read, check, derive, render and publish."""
    options, clock = _options(given), standard()
    proved = _prove(options, clock)
    _print(proved.problems, "text")
    if proved.stops(strict=options.strict):
        return _refused(proved.problems)
    before = _offers_table(options.output)
    with clock.watching():
        report, found = put(proved, options, listener=clock.listener())
    _print(found, "text")
    if report is None:
        return _refused(found)
    clock.stage(Stage("publish", f"{report.files:,} files"))
    news = sentences(difference(before, _offers_table(options.output))) if before else ()
    for sentence in (*news, *told(report, folder=f"{options.output}/")):
        print(sentence, file=sys.stderr)
    print(f"Done in {clock.total():.1f} s.", file=sys.stderr)
    return DONE


def _offers_table(site: Path) -> bytes:
    """Return the offers that a site publishes; nothing where there is no site yet."""
    table = site / "api/v1/offers.csv"
    return table.read_bytes() if table.is_file() else b""


def check(given: argparse.Namespace) -> int:
    """Do everything that build does, short of writing, and end with one line on stale facts."""
    options = _options(given)
    proved = _prove(options, standard())
    _print(proved.problems, given.format)
    if proved.catalogue is not None and given.format == "text":
        if given.stale:
            print(
                "".join(f"{line}\n" for line in _stale_lines(proved.catalogue.quality)),
                end="",
            )
        print(_stale_count(proved.catalogue.quality))
    return _refused(proved.problems) if proved.stops(strict=options.strict) else DONE


def schema(given: argparse.Namespace) -> int:
    """Write the JSON Schemas for editors."""
    folder: Path = given.output
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return DONE


def errors(_given: argparse.Namespace) -> int:
    """Print the error reference as Markdown."""
    print("# Error reference\n")
    for code in codes().values():
        print(
            f"## {code.name}\n\n{code.meaning} ({code.severity})\n\n"
            f"What to do: {code.action}\n\nExample: `{code.bad}`\n"
        )
    return DONE


def publish_ids(given: argparse.Namespace) -> int:
    """Add every id that the build publishes to the ledger, and remove none."""
    options = _options(given)
    proved = _prove(options, standard())
    _print(proved.problems, "text")
    if proved.stops(strict=options.strict) or proved.catalogue is None or proved.library is None:
        return _refused(proved.problems)
    path = Path(proved.library.ledger_path)
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    after = with_added(before, published_ids(proved.catalogue))
    if after != before:
        save(path, after)
    print(f"{path}: {len(after) - len(before):,} ids added, {len(after):,} in all.", file=sys.stderr)
    return DONE


COMMANDS: Mapping[str, Command] = {
    "build": build,
    "check": check,
    "schema": schema,
    "errors": errors,
    "publish-ids": publish_ids,
    "import": take_in,
}


def _options(given: argparse.Namespace) -> Options:
    for name in ("content", "templates", "static"):
        if not Path(getattr(given, name)).is_dir():
            raise UsageError(
                f"There is no folder {getattr(given, name)}; name it with --{name}, or run this where it lies."
            )
    options = Options(
        content=given.content.rstrip("/") or "/",
        templates=given.templates,
        static=given.static,
        output=given.output,
        today=given.today,
        base_url=given.base_url,
        jobs=given.jobs,
        clean=given.clean,
        strict=given.strict,
    )
    safe_folder(options.output, sources=sources_of(options))
    return options


def _prove(options: Options, clock: Clock) -> Proved:
    return prove(options, machine_today=datetime.now(tz=UTC).date(), watch=clock.stage)


def _print(problems: Iterable[Problem], form: str) -> None:
    print(render(list(problems), form, line_of=line_reader()), end="")


def _refused(problems: Iterable[Problem]) -> int:
    found = list(problems)
    count = sum(problem.severity == "error" for problem in found)
    warnings = len(found) - count
    print(f"{count:,} errors, {warnings:,} warnings. Nothing was written.", file=sys.stderr)
    return PROBLEMS


def _stale_count(quality: Quality) -> str:
    return f"{len(quality.stale):,} facts older than their budget, {len(quality.undated):,} without a date: /quality/"


def _stale_lines(quality: Quality) -> Iterable[str]:
    for doubt in (*quality.stale, *quality.undated):
        yield f"{doubt.file}:{doubt.line}: {doubt.path}, {_age(doubt)}, from {doubt.source}"


def _age(doubt: Doubt) -> str:
    return "without a date" if doubt.age is None else f"{doubt.age:,} days old"
