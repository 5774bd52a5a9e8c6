"""Templates: Jinja, autoescaping, strict about undefined names, each given one declared view and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
    select_autoescape,
)
from jinja2.runtime import Context

from almanac.problems import UsageError
from almanac.render.markdown import Markdown, code, link, markdown


class Templates:
    """The templates of one folder. A template reads `view` and sees nothing ambient."""

    def __init__(self, folder: Path) -> None:
        drawn = Environment(autoescape=select_autoescape(("html", "xml")), **_settings(folder))
        written = Environment(autoescape=False, finalize=_placed, **_settings(folder))  # noqa: S701 - _placed escapes
        written.filters.update(link=_linked, code=code, as_markdown=Markdown)
        self._drawn, self._written = drawn, written

    def page(self, name: str) -> Callable[[Any], bytes]:
        """Return the renderer of one template; UsageError where it is missing or cannot be read."""
        try:
            template = (self._written if name.endswith(".md") else self._drawn).get_template(name)
        except TemplateNotFound as error:
            raise UsageError(
                f"The template {error.name} is missing; --templates must name a whole set of templates."
            ) from None
        except TemplateSyntaxError as error:
            raise UsageError(f"The template {error.name}, line {error.lineno}: {error.message}.") from None
        return lambda view: template.render(view=view).encode()


def _settings(folder: Path) -> dict[str, Any]:
    return {
        "loader": FileSystemLoader(folder, encoding="utf-8"),
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
    }


@pass_context
def _placed(context: Context, value: object) -> Markdown:
    """Escape whatever a text template places, as autoescaping does in HTML."""
    return markdown(value, _at(context))


@pass_context
def _linked(context: Context, text: str, href: str) -> Markdown:
    return link(text, href, _at(context))


def _at(context: Context) -> str:
    """Return the full address of the page that the view is shown at; a view without a page has full addresses only."""
    page = getattr(context["view"], "page", None)
    return str(page.canonical) if page else ""
