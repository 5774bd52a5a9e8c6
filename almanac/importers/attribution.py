"""Attribution: which source each fact of a model comes from: its own evidence, its offer's source or its file's."""

from collections.abc import Iterator, Mapping

from almanac.importers.cases import MACHINE, Case
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_list
from almanac.importers.owners import group_of
from almanac.importers.rivals import is_path
from almanac.paths import Steps as Names
from almanac.paths import follow, item_name, parse_path

_OWN_SOURCE = frozenset({"results", "measurements", "ratings", "claims", "sync"})
_FILE: Steps = ("sync", "source")


def attribute(case: Case) -> None:
    """Bring `sync`, the sources of offers and the evidence in step with whose word stands; a person's stays."""
    if case.kind != "models":
        return
    if source := case.authors.get(("name",)):
        _write_source(case, _FILE, source)
    for key in sorted({steps[1] for steps in case.authors if steps[0] == "offers"}):
        _name_offer(case, key)
    wanted = dict(_wanted(case))
    for path, source in sorted(wanted.items()):
        _prove(case, path, source)
    _clear(case, wanted)


def _name_offer(case: Case, key: str) -> None:
    """Name the source of an offer that a machine wrote, where it is not that of the file."""
    steps = ("offers", key, "source")
    source, present = case.authors.get(("offers", key, "model_id")), case.draft.get(steps)
    if source is None:
        return
    if source != _file_source(case):
        _write_source(case, steps, source)
    elif present in case.was_written(steps):
        case.draft.drop(steps)
        _mark(case, steps, "")


def _write_source(case: Case, steps: Steps, source: str) -> None:
    present, writers = case.draft.get(steps), case.was_written(steps)
    is_ours = present in writers if present is not None else not writers
    if is_ours:
        case.draft.put(steps, source)
        _mark(case, steps, source)


def _mark(case: Case, mark: Steps, source: str) -> None:
    """Remember for whom something was written, and for nobody else."""
    for name, said in case.now.items():
        if name == source:
            said.written.add(mark)
        else:
            said.written.discard(mark)


def _wanted(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each path that needs evidence of its own, with the source."""
    for steps, source in case.authors.items():
        if steps[0] in _OWN_SOURCE or steps[:2] == ("ids", "keys") or not _needs_evidence(case, steps, source):
            continue
        path = case.path(_proved(case, steps, source))
        if is_path(path):
            yield path, source


def _needs_evidence(case: Case, steps: Steps, source: str) -> bool:
    """Say whether a fact is not from the source of its offer or file, or is newer than what a person checked."""
    if steps[0] == "offers":
        offer = case.draft.get(steps[:2])
        if isinstance(offer, Mapping) and ("checked" in offer or offer.get("source")):
            return "checked" in offer or offer.get("source") != source
    return _file_source(case) != source


def _file_source(case: Case) -> Plain:
    """Return the source of the whole file; where a person took it out, the one that we named."""
    return case.draft.get(_FILE) or next(iter(case.was_written(_FILE)), None)


def _proved(case: Case, steps: Steps, source: str) -> Steps:
    """Return what the evidence names: the whole price for its pair, the whole list where one source wrote all of it."""
    steps = group_of(case.kind, steps)[0]
    within = steps[:-1]
    if steps[0] != "offers" or not is_list(case.kind, within):
        return steps
    items = case.draft.get(within)
    names = [item_name(item) for item in items] if isinstance(items, list) else []
    authors = {case.authors.get((*within, name)) for name in names}
    if within[-1] == "price_history":  # rows that changes of price added have no author
        authors.discard(None)
    return within if authors == {source} else steps


def _prove(case: Case, path: str, source: str) -> None:
    mark: Steps = ("evidence", path)
    entry = case.draft.get(mark)
    if isinstance(entry, Mapping):
        if _is_ours(case, path, entry):
            case.draft.put(mark, {**entry, "source": source})
            _mark(case, mark, source)
    elif source not in case.was_written(mark):
        case.draft.put(mark, {"source": source, "by": MACHINE})
        _mark(case, mark, source)


def _clear(case: Case, wanted: Mapping[str, str]) -> None:
    """Take out the machine's evidence that is of nothing any more, or of what the file's own source says now."""
    evidence = case.draft.get(("evidence",))
    entries = dict(evidence) if isinstance(evidence, Mapping) else {}
    for path, entry in entries.items():
        is_ours = isinstance(entry, Mapping) and _is_ours(case, path, entry)
        if is_ours and path not in wanted and is_path(path) and _is_idle(case, parse_path(path)):
            case.draft.drop(("evidence", path))
    kept = case.draft.get(("evidence",))
    for said in case.now.values():
        marks = {mark for mark in said.written if mark[0] == "evidence"}
        said.written -= {
            mark for mark in marks if mark[1] not in wanted and not (isinstance(kept, Mapping) and mark[1] in kept)
        }


def _is_ours(case: Case, path: str, entry: Mapping[str, Plain]) -> bool:
    """Say whether a machine wrote a piece of evidence, and nobody has named another source in it since."""
    return entry.get("by") == MACHINE and entry.get("source") in case.was_written(("evidence", path))


def _is_idle(case: Case, steps: Names) -> bool:
    """Say whether nothing stands at a path, or something that a machine wrote; a person's fact keeps its evidence."""
    if follow(case.draft.data, steps) is None:
        return True
    return any(author[: len(steps)] == steps for author in case.authors)
