"""Checks: what must hold between the facts of all records, as one explicit tuple of small rules."""

from almanac.checks.calls import FUNCTIONS, Function
from almanac.checks.checking import check
from almanac.checks.rule import Rule
from almanac.checks.waivers import Checked

__all__ = ["FUNCTIONS", "Checked", "Function", "Rule", "check"]
