"""Publishing: from planned outputs to a site that is put in place whole, in one step, or not at all."""

from almanac.publish.budgets import Weight, over_budget
from almanac.publish.folder import safe_folder
from almanac.publish.plan import Plan, plan, urls
from almanac.publish.report import SILENT, Listener, Report
from almanac.publish.target import Target
from almanac.publish.writer import publish

__all__ = [
    "SILENT",
    "Listener",
    "Plan",
    "Report",
    "Target",
    "Weight",
    "over_budget",
    "plan",
    "publish",
    "safe_folder",
    "urls",
]
