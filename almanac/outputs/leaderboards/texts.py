"""Texts: the page of one axis as Markdown: the ranking, the recipe and what changed it."""

from almanac import addresses
from almanac.catalogue.boards import Board
from almanac.outputs.context import Context
from almanac.outputs.leaderboards.moves import moved
from almanac.outputs.leaderboards.places import Places, places
from almanac.outputs.leaderboards.recipe import recipe
from almanac.outputs.marks import Marks
from almanac.outputs.twins import TextIndex, TextTable, row, text_link
from almanac.render import markdown


def text_of(context: Context, board: Board) -> TextIndex:
    """Return the page of an axis as Markdown."""
    record, marks = board.recipe, context.marks()
    said = f"{record.about} What it cannot say: {record.misses}" if record.misses else record.about
    ranking = _ranking(context, places(context, board, marks))
    tables = (ranking, _parts(context, board), _rules(context, board), _moves(context, board), _sources(marks))
    return TextIndex(f"{record.name}: leaderboard", said, tuple(table for table in tables if table.rows))


def _ranking(context: Context, shown: Places) -> TextTable:
    columns = ("Rank", "Under other weights", "Model", "Score", *shown.heads)
    rows = (
        row(
            (
                line.rank,
                line.band,
                text_link(context, line.model, addresses.model(line.id)),
                line.score.text,
                *(cell.text for cell in line.cells),
            )
        )
        for line in shown.rows
    )
    return TextTable(shown.title, columns, tuple(rows))


def _parts(context: Context, board: Board) -> TextTable:
    columns = ("Part", "Taken from", "Weight", "Counts 0", "Counts 100", "Models")
    parts = recipe(context, board).parts
    rows = tuple(row((part.name, part.group, part.weight, part.low, part.high, part.models)) for part in parts)
    return TextTable("Recipe", columns, rows)


def _rules(context: Context, board: Board) -> TextTable:
    return TextTable("Rules", ("Rule", "What it says"), tuple(row(rule) for rule in recipe(context, board).rules))


def _moves(context: Context, board: Board) -> TextTable:
    found = moved(context, board)
    lines = found.lines if found else ()
    columns = ("Model", "Place", "Cause")
    return TextTable("What changed it", columns, tuple(row((one.model, one.place, one.cause)) for one in lines))


def _sources(marks: Marks) -> TextTable:
    rows = (
        row((f"{line.number}", markdown.link(line.title, line.href), line.kind, line.checked)) for line in marks.lines()
    )
    return TextTable("Sources", ("Number", "Source", "Kind", "Checked"), tuple(rows))
