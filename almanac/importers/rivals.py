"""Rivals: what other sources say beside the value that stands, as claims that are added, refreshed and withdrawn."""

from collections.abc import Iterator, Mapping

from almanac.importers.cases import Case, rivals
from almanac.importers.edits import same
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_list
from almanac.importers.owners import group_of, is_pair, stated
from almanac.paths import parse_path

_MACHINE_KEYS = frozenset({"path", "value", "source"})
_SILENT = frozenset({"name", "summary", "ids", "tags", "claims", "results", "measurements", "ratings", "sync"})
"""What two sources may spell or list differently without a dispute, and what names its source itself."""

Claim = tuple[str, str]
"""A path and a source."""


def claim_rivals(case: Case) -> None:
    """Bring the claims of a model in step with what stands and what sources say; a person's claim stays as it is."""
    if case.kind != "models":
        return
    wanted = dict(_wanted(case))
    kept = {(path, source): value for (path, source), value in wanted.items() if _add(case, path, source, value)}
    for source, said in case.before.items():
        for mark in said.written:
            if mark[0] == "claims" and (mark[1], source) not in kept:
                _withdraw(case, mark[1], source)
    for source, said in case.now.items():
        said.written = {mark for mark in said.written if mark[0] != "claims"}
        said.written |= {("claims", path) for path, own in kept if own == source}


def _wanted(case: Case) -> Iterator[tuple[Claim, Plain]]:
    """Yield each claim that the sources make, with its value."""
    for source, said in case.now.items():
        for steps in sorted(said.facts):
            if steps[0] in _SILENT or steps[2:3] == ("price_history",) or case.authors.get(steps) == source:
                continue
            for fact, value in _rival(case, steps, stated(said, group_of(case.kind, steps))):
                path = case.path(fact)
                if is_path(path) and ("claims", f"{path},{source}") not in said.facts:
                    yield (path, source), value


def is_path(text: str) -> bool:
    """Say whether a path can be read again: an item may have a name that holds brackets."""
    try:
        return bool(parse_path(text))
    except ValueError:
        return False


def _rival(case: Case, steps: Steps, found: Mapping[Steps, Plain]) -> Iterator[tuple[Steps, Plain]]:
    """Yield the path and value of what a source says against a fact that stands; of a group of keys, each of them."""
    if steps not in found:
        return
    value, present = found[steps], case.draft.get(steps)
    if present is None:
        price = case.draft.get(steps[:3])
        if is_pair(group_of(case.kind, steps)) and isinstance(price, str) and not isinstance(value, Mapping):
            yield steps, value
    elif isinstance(value, Mapping):
        yield from _rivals_within(steps, present, value, is_item=is_list(case.kind, steps[:-1]))
    elif rivals(present, value) and not (isinstance(value, list) and any(isinstance(one, Mapping) for one in value)):
        yield steps, value


def _rivals_within(
    steps: Steps, present: Plain, value: Mapping[str, Plain], *, is_item: bool
) -> Iterator[tuple[Steps, Plain]]:
    own = present if isinstance(present, Mapping) else {}
    for key, inner in value.items():
        is_missing = own.get(key) is None
        if isinstance(inner, Mapping | list) or (is_item and is_missing) or (not is_missing and same(own[key], inner)):
            continue
        yield (*steps, key), inner


def _add(case: Case, path: str, source: str, value: Plain) -> bool:
    """Add a claim, or bring up to date the one that we wrote; say whether it is ours, even if a person removed it."""
    mark = ("claims", path)
    is_ours = source in case.was_written(mark)
    existing = _claims(case, path, source)
    if any(same(claim.get("value"), value) for claim in existing):
        return is_ours
    if is_ours:
        last = _last_value(case, path, source)
        old = next((claim for claim in existing if same(claim.get("value"), last)), None)
        if old is not None:
            _put_in_place(case, old, {**old, "value": value})
            case.tell_of(path, source, last, value)
    elif not existing:
        case.draft.put(("claims", f"{path},{source}"), {"path": path, "value": value, "source": source})
        case.tell_of(path, source, None, value)
    return is_ours or not existing


def _withdraw(case: Case, path: str, source: str) -> None:
    """Take out a claim that the source no longer makes, unless a person has written anything into it."""
    last = _last_value(case, path, source)
    for claim in _claims(case, path, source):
        if claim.keys() == _MACHINE_KEYS and same(claim.get("value"), last):
            _put_in_place(case, claim, None)
            return


def _put_in_place(case: Case, claim: Mapping[str, Plain], new: Mapping[str, Plain] | None) -> None:
    """Change one claim or take it out; a person may have written several of one path and source."""
    claims = case.draft.get(("claims",))
    if isinstance(claims, list):
        changed = [new if one is claim else one for one in claims]
        claims[:] = [one for one in changed if one is not None]
        if not claims:
            case.draft.drop(("claims",))


def _claims(case: Case, path: str, source: str) -> list[Mapping[str, Plain]]:
    claims = case.draft.get(("claims",))
    found = [claim for claim in claims if isinstance(claim, Mapping)] if isinstance(claims, list) else []
    return [claim for claim in found if claim.get("path") == path and claim.get("source") == source]


def _last_value(case: Case, path: str, source: str) -> Plain:
    """Return what the source said at a path when the claim was written."""
    for steps, value in case.before[source].facts.items():
        if isinstance(value, Mapping):
            for key, inner in value.items():
                if case.path((*steps, key)) == path:
                    return inner
        elif case.path(steps) == path:
            return value
    return None
