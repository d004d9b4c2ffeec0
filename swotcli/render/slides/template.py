"""The template deck: the workspace's `templates/report.pptx`, else the one that ships."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from swotcli import shipped
from swotcli.errors import RenderFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pptx.presentation import Presentation

TEMPLATE = "report.pptx"


def find(folders: Sequence[Path]) -> tuple[Path, bool]:
    """Return the template deck that wins, and whether it is not ours.

    Args:
        folders: Where to look before the shipped templates, in this order.
    """
    ours = shipped.templates() / TEMPLATE
    path = next((p for p in (f / TEMPLATE for f in folders) if p.is_file()), ours)
    return path, path.resolve() != ours.resolve()


def opened(path: Path) -> Presentation:
    """Open a template deck, without the slides that it may have.

    Raises:
        RenderFailed: It is no deck that can be read.
    """
    import pptx
    from lxml.etree import XMLSyntaxError
    from pptx.exc import PythonPptxError

    try:
        deck = pptx.Presentation(str(path))
        shown = deck.slides._sldIdLst
        for slide in list(shown):
            deck.part.drop_rel(slide.rId)
            shown.remove(slide)
    except (
        PythonPptxError, XMLSyntaxError, zipfile.BadZipFile, OSError, ValueError, LookupError, AttributeError
    ) as error:  # fmt: skip
        reason = f"{type(error).__name__}: {error}"
        raise RenderFailed.of("deck-fault", path=path, name=path.name, reason=reason) from None
    return deck
