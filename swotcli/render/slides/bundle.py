"""A finished deck as a file: the same bytes each time, with title, language and date."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from swotcli.render.slides.runs import LOCALES, clean

if TYPE_CHECKING:
    from datetime import date

    from pptx.presentation import Presentation

_LONGEST = 255
"""So many letters may stand in a property of a file (ECMA-376, part 2; python-pptx refuses more)."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name; its own times would be those of the making."""


def finished(deck: Presentation, title: str, lang: str, day: date) -> bytes:
    """Return a deck as a file.

    Args:
        deck: All slides made.
        title: What the file is called when it is read aloud.
        lang: Its language.
        day: The session's: the time of making would change the bytes.
    """
    core = deck.core_properties
    moment = datetime.combine(day, time(12), UTC).replace(tzinfo=None)
    core.title, core.language = clean(title)[:_LONGEST], LOCALES[lang]
    core.author = core.last_modified_by = "swotcli"
    core.created = core.modified = moment
    core.revision = 1
    stream = BytesIO()
    deck.save(stream)
    return packed(stream.getvalue())


def packed(content: bytes) -> bytes:
    """Return a ZIP file with its members' times fixed."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as made,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for member in made.infolist():
            entry = zipfile.ZipInfo(member.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system that made it is not the reader's concern
            fixed.writestr(entry, made.read(member))
    return stream.getvalue()
