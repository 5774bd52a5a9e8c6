"""Checking: every rule over the whole library, and what is left of their findings after the waivers."""

from datetime import date

from almanac.checks.dates import edition_is_reached
from almanac.checks.rules import RULES
from almanac.checks.waivers import Checked, settle
from almanac.reader.library import Library


def check(library: Library, *, today: date, machine_today: date) -> Checked:
    """Return all findings, sorted by path, line and column.

    `today` is the day of the build, on which waivers hold or not; `machine_today` only keeps the edition from lying
    in the future. Never raises for what content holds.
    """
    found = [problem for rule in RULES for problem in rule(library)]
    found.extend(edition_is_reached(library, machine_today=machine_today))
    return settle(library, found, today=today)
