"""The pipeline: the story of a build, read to publish; a check is the same story stopped before the last page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from almanac import addresses
from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue
from almanac.checks import check
from almanac.checks.links import broken_links
from almanac.outputs.assets import read_assets
from almanac.outputs.everything import Ground, outputs
from almanac.problems import Problem
from almanac.publish import Listener, Plan, Report, Target, Weight, over_budget, plan, publish, urls
from almanac.publish.kept import folder_beside, kept, tidy
from almanac.publish.ledger import missing, promised
from almanac.publish.workers import rendered
from almanac.reader import read
from almanac.reader.library import Library
from almanac.units.dates import first_day


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is told. `content` is kept as it was given, because paths are printed so."""

    content: str = "content"
    templates: Path = Path("templates")
    static: Path = Path("static")
    output: Path = Path("site")
    today: date | None = None
    base_url: str | None = None
    jobs: int = 1
    clean: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Proved:
    """What a check leaves: the problems of everything, and as much of the rest as they allowed."""

    problems: tuple[Problem, ...]
    library: Library | None = None
    catalogue: Catalogue | None = None
    plan: Plan | None = None

    def stops(self, *, strict: bool) -> bool:
        """Say whether nothing may be written."""
        return any(problem.severity == "error" or strict for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that is done, in words, for whoever watches."""

    name: str
    what: str


Watch = Callable[[Stage], None]


def prove(options: Options, *, machine_today: date, watch: Watch) -> Proved:
    """Read, check, derive and plan. Errors in records stop before deriving: nothing can be derived from them."""
    library, problems = read(options.content)
    if library is None:
        return Proved(tuple(sorted(problems)))
    watch(Stage("read", f"{len(library.documents):,} files, {len(library.models):,} models"))
    today = options.today or first_day(library.site.record.edition)
    checked = check(library, today=today, machine_today=machine_today)
    problems = sorted({*problems, *checked.problems})
    watch(Stage("check", f"{len(problems):,} problems"))
    if any(problem.severity == "error" for problem in problems):
        return Proved(tuple(problems), library)
    catalogue = assemble(library, today=today, waived=checked.waived)
    watch(Stage("derive", f"{sum(len(model.offers) for model in catalogue.models.values()):,} offers"))
    place, assets = place_of(options, library), read_assets(options.static)
    ground = Ground(place, options.templates, assets, promised(library.ledger))
    planned, found = plan(outputs(catalogue, ground))
    problems = sorted({*problems, *found, *_promises(library, planned)})
    watch(Stage("plan", f"{len(planned.outputs):,} files"))
    return Proved(tuple(problems), library, catalogue, planned)


def _promises(library: Library, planned: Plan) -> list[Problem]:
    """Return what the plan fails to keep: links that guides make, and URLs that were published."""
    return [
        *broken_links(library, urls(planned)),
        *missing(planned, library.ledger, urls_of=addresses.published, path=library.ledger_path),
    ]


def place_of(options: Options, library: Library) -> addresses.Site:
    """Return where the site will live: what the command says, else site.yaml."""
    return addresses.Site(options.base_url or library.site.record.base_url)


def put(proved: Proved, options: Options, *, listener: Listener) -> tuple[Report | None, list[Problem]]:
    """Publish what was proved; the problems are those that only the weight of the whole shows."""
    if proved.plan is None or proved.library is None:
        message = "Only a whole plan can be published."
        raise ValueError(message)
    site = proved.library.site

    def judge(weight: Weight) -> list[Problem]:
        return over_budget(weight, budgets=site.record.budgets, place=site.place("budgets"))

    target = Target(folder=options.output, sources=sources_of(options), clean=options.clean, judge=judge)
    pictures = folder_beside(options.content)
    planned = proved.plan if options.clean else kept(proved.plan, folder=pictures)
    outcome = publish(rendered(planned, jobs=options.jobs), target=target, listener=listener)
    if outcome[0] is not None:
        tidy(proved.plan, folder=pictures)
    return outcome


def sources_of(options: Options) -> tuple[Path, ...]:
    """Return the folders that the output may not touch."""
    return (Path(options.content), options.templates, options.static, Path(__file__).parent)
