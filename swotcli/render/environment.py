"""The one Jinja environment: where templates are found, and what is escaped how.

Templates may come from another person with a workspace, so they run in Jinja's sandbox, with the
page and the words and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from swotcli import shipped
from swotcli.errors import NotFound, RenderFailed
from swotcli.render.markdown import literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.render.page import Page
    from swotcli.words import Words


def render(name: str, page: Page, words: Words, folders: Sequence[Path]) -> str:
    """Render a template.

    Args:
        name: Its file name, such as `report.html.j2`.
        page: All that the report shows.
        words: The report's language.
        folders: Where to look before the shipped templates, in this order.

    Raises:
        NotFound: There is no such template.
        RenderFailed: It has a fault; file and line are named.
    """
    made = _environment(folders)
    try:
        return made.get_template(name).render(page=page, say=words.say)
    except jinja2.TemplateNotFound as error:
        raise NotFound.of("unknown-template", name=error.name or name, known=name) from None
    except jinja2.TemplateSyntaxError as error:
        raise RenderFailed.of(
            "template-fault", name=error.name or name, line=error.lineno, reason=error.message or ""
        ) from None
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        ArithmeticError,
    ) as error:
        line = _line_in_template(error, name)
        raise RenderFailed.of("template-fault", name=name, line=line, reason=str(error)) from error


def _environment(folders: Sequence[Path]) -> jinja2.Environment:
    own = shipped.templates()
    loaders: list[jinja2.BaseLoader] = [jinja2.FileSystemLoader([*map(str, folders), str(own)])]
    # A template of the same name can extend the shipped one only under another name.
    loaders.append(jinja2.PrefixLoader({"builtin": jinja2.FileSystemLoader(str(own))}))
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.ChoiceLoader(loaders),
        # By ending: ".html.j2" is not among those that Jinja escapes by itself.
        autoescape=lambda name: name is not None and ".html" in name,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[],
    )
    environment.filters["md"] = literal
    return environment


def _line_in_template(error: BaseException, name: str) -> int | None:
    """Return the line of the template where an error came up: Jinja puts it into the traceback."""
    line: int | None = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
