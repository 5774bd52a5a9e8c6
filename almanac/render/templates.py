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
        self._environment = Environment(
            loader=FileSystemLoader(folder, encoding="utf-8"),
            autoescape=select_autoescape(("html", "xml")),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )

    def page(self, name: str) -> Callable[[Any], bytes]:
        """Return the renderer of one template; UsageError where it is missing or cannot be read."""
        try:
            template = self._environment.get_template(name)
        except TemplateNotFound as error:
            raise UsageError(
                f"The template {error.name} is missing; --templates must name a whole set of templates."
            ) from None
        except TemplateSyntaxError as error:
            raise UsageError(f"The template {error.name}, line {error.lineno}: {error.message}.") from None
        return lambda view: template.render(view=view).encode()
