"""Proof: the merged content read and checked before a byte is written, and each error laid at a statement's door."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from almanac.checks import check
from almanac.importers.cases import Case
from almanac.importers.layout import Steps, kind_of
from almanac.importers.merge import Merged
from almanac.importers.nodes import Node, tree
from almanac.paths import item_name, parse_path
from almanac.problems import Problem
from almanac.reader import Library
from almanac.reader.folder import Found
from almanac.reader.recordfiles import Outcome, read_record_file
from almanac.records import Model
from almanac.units.dates import first_day

PLAUSIBILITY = frozenset({"price-cache-above-input", "price-output-low", "price-currency-slip"})
"""Warnings that keep a machine's value out as errors do: a person may write it, and waive the warning."""

_MAPS = ("models", "labs", "providers", "benchmarks", "sources")
_Key = tuple[str, str, str, str]


class Proof:
    """What is wrong with the merged content that was not wrong with the content before."""

    def __init__(self, library: Library, *, machine_today: date) -> None:
        self.library, self.machine_today = library, machine_today
        self.texts: dict[str, str] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.known: frozenset[_Key] | None = None

    def problems(self, merged: Merged) -> list[Problem]:
        """Return the problems that the changed files bring in; only what changed since the last time is read again."""
        self._read(merged.texts)
        library = self._library()
        found = [problem for outcome in self.outcomes.values() for problem in outcome.problems]
        found += self._checked(library)
        stopping = {problem for problem in found if _stops(problem)}
        if stopping and self.known is None:
            self.known = frozenset(_key(problem) for problem in self._checked(self.library))
        return sorted(problem for problem in stopping if _key(problem) not in (self.known or ()))

    def _checked(self, library: Library) -> list[Problem]:
        today = first_day(library.site.record.edition)
        return list(check(library, today=today, machine_today=self.machine_today).problems)

    def _read(self, texts: Mapping[str, str]) -> None:
        changed = {record: text for record, text in texts.items() if self.texts.get(record) != text}
        self.outcomes = {record: outcome for record, outcome in self.outcomes.items() if record in texts}
        self.texts = dict(texts)
        with tempfile.TemporaryDirectory(prefix="almanac-import-") as folder:
            for number, (record, text) in enumerate(changed.items()):
                file = Path(folder) / f"{number}.yaml"
                file.write_bytes(text.encode())
                kind, _, name = record.partition("/")
                path = f"{self.library.root.rstrip('/')}/{record}.yaml"
                self.outcomes[record] = read_record_file(Found(kind, name, file, path))

    def _library(self) -> Library:
        """Return the library as it would be read after the import."""
        maps: dict[str, dict[str, Any]] = {kind: dict(getattr(self.library, kind)) for kind in _MAPS}
        documents, site = dict(self.library.documents), self.library.site
        for record, outcome in self.outcomes.items():
            kind = kind_of(record)
            if outcome.document:
                documents[outcome.document.path] = outcome.document
            for entry in outcome.entries:
                if kind == "site":
                    site = entry
                elif kind in maps and (kind != "models" or isinstance(entry.record, Model)):
                    maps[kind][entry.id] = entry
        return replace(
            self.library,
            site=site,
            documents=documents,
            models=maps["models"],
            labs=maps["labs"],
            providers=maps["providers"],
            benchmarks=maps["benchmarks"],
            sources=maps["sources"],
        )


def _stops(problem: Problem) -> bool:
    return problem.severity == "error" or problem.code in PLAUSIBILITY


def _key(problem: Problem) -> _Key:
    """Return what a problem is known by: not its line, for lines move."""
    return problem.code, problem.path, problem.fact, problem.message


Blame = dict[str, dict[tuple[str, Steps], str]]
"""Record to the statements about it that may not be written, each with the cause."""


def blamed(problems: Iterable[Problem], merged: Merged) -> tuple[Blame, list[Problem]]:
    """Return the statements that bring problems in, and the problems that no statement explains."""
    refused: Blame = {}
    left = []
    for problem in problems:
        record, steps = _place(problem, merged)
        case = merged.cases.get(record)
        guilty = _guilty(case, steps) if case else {}
        cause = f"{problem.code}: {problem.message}"
        if guilty:
            refused.setdefault(record, {}).update(dict.fromkeys(guilty, cause))
        else:
            left.append(problem)
    return refused, left


def _place(problem: Problem, merged: Merged) -> tuple[str, Steps]:
    """Return the record and the steps of what a problem speaks of."""
    record, _, path = problem.fact.partition("#")
    if record:
        try:
            return record, parse_path(path) if path else ()
        except ValueError:  # an item whose name holds brackets; its place tells
            pass
    for name, text in merged.texts.items():
        if problem.path.endswith(f"/{name}.yaml"):
            return name, steps_at(text, problem.line, problem.column)
    return record, ()


def steps_at(text: str, line: int, column: int) -> Steps:
    """Return the steps to what stands at a line and column of a YAML text, both counted from 1."""
    offset = sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1
    root = tree(text)
    return tuple(_within(root, offset)) if root else ()


def _within(node: Node, offset: int) -> Iterator[str]:
    for number, item in enumerate(node.items):
        if item.start <= offset < max(item.mark, item.value.end) or (item.start == offset):
            yield item.name if isinstance(node.data, dict) else item_name(_item(node, number))
            yield from _within(item.value, offset)
            return


def _item(node: Node, number: int) -> object:
    return node.data[number] if isinstance(node.data, list) else None


def _guilty(case: Case, steps: Steps) -> set[tuple[str, Steps]]:
    """Return the statements behind what stands at a place: at it, in it or around it; else those written beside it."""
    if steps[:1] in {("evidence",), ("claims",)} and len(steps) > 1:
        return _behind(case, steps[1])
    authors = case.authors
    found = {(source, fact) for fact, source in authors.items() if _is_related(fact, steps)}
    for length in range(len(steps) - 1, -1, -1):
        if found:
            break
        found = {(authors[fact], fact) for fact in case.changed if fact in authors and fact[:length] == steps[:length]}
    return found - case.refused.keys()


def _behind(case: Case, path: str) -> set[tuple[str, Steps]]:
    """Return the statements that made a claim or a piece of evidence."""
    path, _, source = path.partition(",") if path.partition(",")[2] in case.now else (path, "", "")
    return {
        (name, fact)
        for name, said in case.now.items()
        for fact in said.facts
        if case.path(fact) == path and source in {"", name}
    } - case.refused.keys()


def _is_related(fact: Steps, steps: Steps) -> bool:
    shorter = min(len(fact), len(steps))
    return fact[:shorter] == steps[:shorter]
