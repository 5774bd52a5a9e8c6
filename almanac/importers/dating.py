"""Dating: the day up to which a source, and with it the content, is known after an import."""

from almanac.importers.cases import Case
from almanac.importers.layout import Steps
from almanac.units.dates import is_before, parse_day


def date(case: Case) -> None:
    """Raise the source's `at` and the site's `edition` to the day of the upstream files, where that is later."""
    if case.record == "sources" and case.draft.get((case.run.source,)) is not None:
        _raise(case, (case.run.source, "at"))
    elif case.record == "site" and case.draft.get(("edition",)) is not None:
        _raise(case, ("edition",))


def _raise(case: Case, steps: Steps) -> None:
    present = case.draft.get(steps)
    if present is None or present == "unknown" or is_before(parse_day(str(present)), parse_day(case.run.at)):
        case.draft.put(steps, case.run.at)
