"""The way in: any models by the address where scripts run, and the list of all comparisons that have a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from almanac import addresses
from almanac.catalogue.pairs import NAMED
from almanac.outputs.compare.data import INDEX, folder_of
from almanac.outputs.compare.pairs import title
from almanac.outputs.compare.rows import rows
from almanac.outputs.context import Context
from almanac.outputs.model.calculator import Calculator, blank
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural
from almanac.render.jsonld import data_block

SCRIPT = "compare"
MOST = 6


@dataclass(frozen=True, slots=True)
class Group:
    """The comparisons of one kind, or under one letter."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page: what the script needs to set models side by side, and one page of the list."""

    page: Page
    number: int
    said: str
    groups: tuple[Group, ...]
    pager: Pager | None
    calculator: Calculator | None
    data: Markup


def outputs(context: Context) -> Iterator[Output]:
    """Yield every page of the list; the script acts on the first."""
    draw = context.draw("pages/compare.html")
    pages = chunks(_groups(context))
    for number, groups in enumerate(pages, 1):
        view = CompareView(
            page=context.shell.page(_head(number)),
            number=number,
            said=f"{plural(len(context.catalogue.pairs), 'comparison')} have a page of their own.",
            groups=tuple(Group(name, links) for name, links in groups),
            pager=pager(context, addresses.COMPARE, number=number, count=len(pages)),
            calculator=blank(context),
            data=_data(context),
        )
        file = addresses.file_of(addresses.page_of(addresses.COMPARE, number))
        yield Output(file, view, draw, "the list of comparisons", frozenset({"main", "pairs"}))


def _groups(context: Context) -> list[tuple[str, list[Link]]]:
    """Return the comparisons that guides name, then all others by the name that they begin with."""
    models, named = context.catalogue.models, list[Link]()
    rest: dict[str, list[Link]] = {}
    for (one, other), why in context.catalogue.pairs.items():
        link = Link(title((models[one], models[other])), context.shell.href(addresses.pair(one, other)))
        if why == NAMED:
            named.append(link)
        else:
            rest.setdefault(context.lab_name(models[one].lab), []).append(link)
    groups = [("Named by a guide", sorted(named, key=_by_name))] if named else []
    return [*groups, *((lab, sorted(rest[lab], key=_by_name)) for lab in sorted(rest, key=str.casefold))]


def _by_name(link: Link) -> tuple[str, str]:
    return link.text.casefold(), link.href


def _data(context: Context) -> Markup:
    """Return what the script needs: the rows in their order, and where the data lies."""
    href = context.shell.href
    return data_block(
        {
            "rows": [
                [row.key, row.label, row.best, int(row.higher), row.gap] for row in rows(context.catalogue.workloads)
            ],
            "index": href(INDEX),
            "labs": href(folder_of()),
            "models": href(addresses.MODELS),
            "most": MOST,
        }
    )


def _head(number: int) -> Head:
    return Head(
        url=addresses.page_of(addresses.COMPARE, number),
        title=numbered("Compare models", number),
        description=numbered(
            "Two to six language models side by side: what differs first, the better value of each row in words, "
            "every figure with its source",
            number,
        ),
        section=addresses.COMPARE,
        scripts=(SCRIPT,) if number == 1 else (),
    )
