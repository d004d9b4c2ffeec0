"""A page set by Typst: a tagged PDF/UA-1 that is also an archive file (PDF/A-2a).

The template is code, the page is data: it comes as JSON and stays text, so that nothing a person
typed is ever markup. A template may be another person's. It finds no file but the templates and
the logo, which are copied into a folder of their own, and it reaches no network.

Typst refuses a character that no font has, rather than leave a gap: it is shown by its Unicode
name in brackets, and counted.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from swotcli import shipped
from swotcli.errors import RenderFailed, SwotError
from swotcli.render.letters import cleaned, missing, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from swotcli.render.views import Logo
    from swotcli.words import Words

FONTS = Path(__file__).with_name("fonts")
"""Inter: with the system's fonts the same report would differ from laptop to laptop."""

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]

_BUILTIN = "builtin"
# Each try names the characters that no font has; a further one is needed only where the name of
# one brings in another.
_TRIES = 4
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
# A port where nothing listens, so that a package asked for by a template is never fetched.
_NOWHERE = "http://127.0.0.1:9"
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def typeset(
    name: str,
    page: object,
    words: Words,
    folders: Sequence[Path],
    day: date,
    logo: Logo | None = None,
) -> tuple[bytes, Counter[str]]:
    """Set a page.

    Args:
        name: The template's file name, such as `report.typ`.
        page: All that the document shows, as plain data.
        words: The document's language: the template gets all of its texts.
        folders: Where to look for templates before the shipped ones, in this order.
        day: The day the document bears: it has no other date, so that the same page gives the
            same bytes.
        logo: A picture for the front page.

    Returns:
        The PDF, and how often each character was replaced by its name.

    Raises:
        RenderFailed: The template has a fault, its file and line are named; or Typst is missing
            or broken.
    """
    page = cleaned(page)
    replaced: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="swotcli-") as folder:
        root = Path(folder)
        sources = _lay_out(root, folders, logo)
        letters: set[str] = set()
        for _ in range(_TRIES):
            made = _compile(root, name, page, words, day, sources)
            if isinstance(made, bytes):
                return made, replaced
            letters = made
            page, found = named(page, letters)
            if not found:  # it is in the template, not in the page
                break
            replaced += found
    listed = ", ".join(sorted(letters))
    raise RenderFailed.of("template-letters", path=sources[name], name=name, letters=listed)


def _lay_out(root: Path, folders: Sequence[Path], logo: Logo | None) -> dict[str, Path]:
    """Copy the templates that win, the shipped ones under `builtin/`, and the logo into the root.

    Returns:
        For each copied template, by its path in the root, the file it came from.
    """
    sources: dict[str, Path] = {}
    for path in shipped.templates().glob("*.typ"):
        sources[path.name] = sources[f"{_BUILTIN}/{path.name}"] = path
    for folder in reversed(folders):
        sources.update({path.name: path for path in folder.glob("*.typ") if path.is_file()})
    (root / _BUILTIN).mkdir()
    for place, path in sources.items():
        (root / place).write_bytes(path.read_bytes())
    if logo:
        (root / f"logo.{logo.kind}").write_bytes(logo.content)
    return sources


def _compile(
    root: Path,
    name: str,
    page: object,
    words: Words,
    day: date,
    sources: Mapping[str, Path],
) -> bytes | set[str]:
    """Return the PDF, or the characters that no font has."""
    try:
        import typst
    except ImportError as error:
        raise RenderFailed.of("no-typst", reason=str(error)) from error
    nothing = str(root / "packages")
    try:
        with _offline():
            return typst.compile(
                str(root / name),
                root=str(root),
                format="pdf",
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                sys_inputs={"page": _json(page), "words": _json(words.table)},
                pdf_standards=[*STANDARDS],
                package_path=nothing,
                package_cache_path=nothing,
                timestamp=datetime.combine(day, time(12), UTC),
            )
    except typst.TypstError as error:
        if letters := missing(error.diagnostic):
            return letters
        raise _fault(root, name, error.message, error.diagnostic, sources) from error
    except BaseException as error:
        # A fault inside Typst comes out as a class that only its own module has, beside Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise RenderFailed.of("typst-broke", reason=str(error)) from error


def _fault(
    root: Path, name: str, message: str, diagnostic: str, sources: Mapping[str, Path]
) -> SwotError:
    """Return the error that names the template and the line, as the person knows the file."""
    path, line = sources[name], None
    if place := _PLACE.search(diagnostic):
        inside = os.path.relpath(place[1], root).replace(os.sep, "/")
        path, line = sources.get(inside, path), int(place[2])
    reason = message.replace(str(root) + os.sep, "")
    return RenderFailed.of("template-fault", path=path, line=line, name=path.name, reason=reason)


@contextmanager
def _offline() -> Iterator[None]:
    """Lead every request of Typst to nowhere: it has no switch that turns packages off."""
    names = [*_PROXIES, *map(str.upper, _PROXIES)]
    before = {name: os.environ.get(name) for name in (*names, "no_proxy", "NO_PROXY")}
    os.environ.update(dict.fromkeys(names, _NOWHERE), no_proxy="", NO_PROXY="")
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
