"""The arguments: every command with its options, and how their values are read."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from almanac.problems import FORMATS
from almanac.records.fields import broken_url
from almanac.units.dates import Day, from_date

Command = Callable[[argparse.Namespace], int]


def parser(commands_by_name: Mapping[str, Command]) -> argparse.ArgumentParser:
    """Return the parser; what it reads holds under `run` the command that was named."""
    whole = argparse.ArgumentParser(
        prog="almanac", description="Check the records of a model comparison site and build it."
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="read, check, derive, render and publish (the default)")
    build.set_defaults(run=commands_by_name["build"])
    checked = commands.add_parser("check", help="everything that build does, short of writing")
    checked.set_defaults(run=commands_by_name["check"])
    checked.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed")
    checked.add_argument("--stale", action="store_true", help="list the facts that are older than their budget")
    for command in (build, checked):
        _add_build_options(command)
    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use")
    schema.add_argument("--output", type=Path, default=Path("schema"), metavar="DIR")
    schema.set_defaults(run=commands_by_name["schema"])
    errors = commands.add_parser("errors", help="print the error reference")
    errors.set_defaults(run=commands_by_name["errors"])
    for command in (schema, errors):
        command.add_argument("--content", default="content", metavar="DIR", help="accepted everywhere; not read here")
    publish_ids = commands.add_parser("publish-ids", help="add newly published ids to the ledger")
    publish_ids.set_defaults(run=commands_by_name["publish-ids"])
    _add_build_options(publish_ids)
    _add_import(commands.add_parser("import", help="take over what another catalogue publishes"), commands_by_name)
    return whole


def _add_import(command: argparse.ArgumentParser, commands_by_name: Mapping[str, Command]) -> None:
    command.set_defaults(run=commands_by_name["import"])
    add = command.add_argument
    add("source", metavar="SOURCE", help="the catalogue: modelsdev, openrouter, litellm …")
    add("files", nargs="+", metavar="FILE", help="its files, as published")
    add("--at", type=_day, required=True, metavar="DATE", help="the day on which the files were fetched")
    add("--content", default="content", metavar="DIR", help="the records and guides")
    add("--dry-run", action="store_true", help="write nothing but the report")
    add("--format", choices=("text", "markdown", "json"), default="text", help="how the report is written")
    add("--report", type=Path, metavar="FILE", help="where the report goes; standard output by default")


def _add_build_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--content", default="content", metavar="DIR", help="the records and guides")
    add("--templates", type=_folder, default=Path("templates"), metavar="DIR", help="how the pages are drawn")
    add("--static", type=_folder, default=Path("static"), metavar="DIR", help="style sheets, scripts and pictures")
    add("--output", type=_folder, default=Path("site"), metavar="DIR", help="where the site is published")
    add(
        "--today",
        type=_date,
        metavar="DATE",
        help="decides status and age; the edition of site.yaml by default",
    )
    add("--jobs", type=_jobs, default=1, metavar="N", help="how many processes render")
    add("--clean", action="store_true", help="write every file anew, also an unchanged one")
    add("--strict", action="store_true", help="let warnings stop the build too")
    add("--base-url", type=_base_url, metavar="URL", help="where the site will live, instead of site.yaml's")


def _folder(text: str) -> Path:
    if not text:
        message = "the name of the folder is empty; write one."
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def _day(text: str) -> Day:
    return from_date(_date(text))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is not a date; write YYYY-MM-DD.'
        raise argparse.ArgumentTypeError(message) from None


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        message = f'"{text}" is not a number of processes; write 1 or more.'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _base_url(text: str) -> str:
    if reason := broken_url(text, public=False):
        message = f'"{text}" {reason}; write an address such as https://example.org/models.'
        raise argparse.ArgumentTypeError(message)
    if "?" in text or "#" in text:
        message = f'"{text}" holds a query or a fragment; write the address of the folder that the site will lie in.'
        raise argparse.ArgumentTypeError(message)
    return text.rstrip("/")
