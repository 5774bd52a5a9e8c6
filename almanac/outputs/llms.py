"""Llms: the site for language models: what it is, and the Markdown twin of each page worth reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import reference
from almanac.markup import plain
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.twins import text_link
from almanac.outputs.values import plural, priced
from almanac.render.lines import flat, one_line
from almanac.units.dates import long_date
from almanac.units.tokens import short_count

FALLBACK = "A catalogue of language models: what they cost, hold and score, with the source of every figure."
READING = (
    "Prices are US dollars per million tokens unless a unit stands with them. A number in brackets behind a figure is "
    "its source in the list at the end of the page. “Not stated” means that no source we read says it."
)


@dataclass(frozen=True, slots=True)
class Section:
    """One list of links, each already written."""

    title: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Llms:
    """The whole file."""

    title: str
    summary: str
    about: str
    sections: tuple[Section, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield llms.txt."""
    yield Output("llms.txt", llms(context), written, "the program")


def llms(context: Context) -> Llms:
    """Return what the file says; a section without links is left out."""
    site = context.shell.site
    sections = (
        Section("Indexes", tuple(_indexes(context))),
        Section("Guides", tuple(_guides(context))),
        Section("Models", tuple(_models(context))),
        Section("Benchmarks", tuple(_benchmarks(context))),
        Section("Data", tuple(_data(context))),
    )
    return Llms(
        title=flat(site.title),
        summary=flat(site.description or FALLBACK),
        about=f"Edition of {long_date(site.edition)}. {READING}",
        sections=tuple(section for section in sections if section.links),
    )


def written(llms: Llms) -> bytes:
    """Write the file as llmstxt.org describes it: a heading, a summary as a quotation, and lists of links."""
    blocks = [f"# {one_line(llms.title)}", f"> {one_line(llms.summary)}", one_line(llms.about)]
    for section in llms.sections:
        blocks.append(f"## {one_line(section.title)}")
        blocks.append("\n".join(f"- {one_line(link)}" for link in section.links))
    return ("\n\n".join(blocks) + "\n").encode()


def _indexes(context: Context) -> Iterator[str]:
    catalogue = context.catalogue
    counted = (
        ("All models", addresses.MODELS, plural(len(catalogue.models), "model")),
        ("Labs", addresses.LABS, plural(len(catalogue.labs), "lab")),
        ("Providers", addresses.PROVIDERS, plural(len(catalogue.providers), "provider")),
        ("Benchmarks", addresses.BENCHMARKS, plural(len(catalogue.benchmarks), "benchmark")),
        ("Leaderboards", addresses.LEADERBOARDS, plural(len(catalogue.boards), "score")),
        ("Guides", addresses.GUIDES, plural(len(catalogue.guides), "guide")),
    )
    for title, url, count in counted:
        yield _line(context, title, _twin(url), count)


def _guides(context: Context) -> Iterator[str]:
    for id_, guide in context.catalogue.guides.items():
        yield _line(context, guide.record.title, _twin(addresses.guide(id_)), guide.record.summary)


def _models(context: Context) -> Iterator[str]:
    for model in context.catalogue.models.values():
        yield _line(context, model.record.name, _twin(addresses.model(model.id)), _terms(context, model))


def _terms(context: Context, model: ModelEntry) -> str:
    """Say who made it, what one offer asks and how much it holds, as far as that is known."""
    offer, limit = reference(model), model.record.limits.context
    said = [context.lab_name(model.lab), model.status.word]
    if offer is not None:
        sides = [(offer.input, "in"), (offer.output, "out")]
        price = ", ".join(f"{priced(value)} {side}" for value, side in sides if value is not None)
        said.append(f"{price} at {context.offer_name(offer)}")
    if limit:
        said.append(f"{short_count(limit)} tokens of context")
    return "; ".join(said)


def _benchmarks(context: Context) -> Iterator[str]:
    for benchmark in context.catalogue.benchmarks.values():
        url = _twin(addresses.benchmark(benchmark.id))
        yield _line(context, benchmark.record.name, url, plain(benchmark.record.about or ""))


def _data(context: Context) -> Iterator[str]:
    yield _line(context, "Index of the data", f"{addresses.API}index.json", "every JSON file, and the sources")
    yield _line(context, "Models", f"{addresses.API}models.json", "one line a model")
    yield _line(context, "Offers", f"{addresses.API}offers.csv", "one row an offer")
    yield _line(context, "Changes", addresses.FEED, "Atom feed")
    yield _line(context, "Retirements", addresses.CALENDAR, "calendar of those ahead")


def _twin(url: str) -> str:
    return f"{url}index.md"


def _line(context: Context, text: str, url: str, about: str) -> str:
    link = text_link(context, flat(text), url)
    return f"{link}: {flat(about)}" if about else link
