"""The one Jinja environment: where templates are found, and what is escaped how.

Templates may come from another person with a workspace, so they run in Jinja's sandbox, with the
page and the words and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from swotcli import shipped
from swotcli.errors import NotFound, RenderFailed, SwotError
from swotcli.render.markdown import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.words import Words


# What a template's own code can raise; anything else is a bug of ours and keeps its traceback.
_FAULTS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,  # a template that extends or includes itself
)


def render(name: str, page: object, words: Words, folders: Sequence[Path], **more: object) -> str:
    """Render a template.

    Args:
        name: Its file name, such as `report.html.j2`.
        page: All that the document shows.
        words: The document's language.
        folders: Where to look before the shipped templates, in this order.
        more: What else the document shows, by the names that its template uses.

    Raises:
        NotFound: There is no such template.
        RenderFailed: It has a fault; file and line are named.
    """
    made = _environment(folders)
    try:
        return made.get_template(name).render(page=page, say=words.say, **more)
    except jinja2.TemplateNotFound as error:
        known = ", ".join(sorted(made.list_templates()))
        raise NotFound.of("unknown-template", name=error.name or name, known=known) from None
    except jinja2.TemplateSyntaxError as error:
        raise _fault(error.filename or name, error.lineno, error.message or "") from None
    except _FAULTS as error:
        path, line = _place_in_template(error, name)
        raise _fault(path, line, str(error)) from error


def _fault(path: str, line: int | None, reason: str) -> SwotError:
    place = Path(path)
    return RenderFailed.of("template-fault", path=place, line=line, name=place.name, reason=reason)


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
    environment.filters["sha256"] = _sha256
    return environment


def _sha256(text: str) -> str:
    """Return a style's or script's hash as a content security policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _place_in_template(error: BaseException, name: str) -> tuple[str, int | None]:
    """Return the template and the line where an error came up: Jinja puts it into the traceback."""
    path, line = name, None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            path, line = file, trace.tb_lineno
        trace = trace.tb_next
    return path, line
