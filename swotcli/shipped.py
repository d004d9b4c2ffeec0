"""Where the templates that ship with the program lie."""

from __future__ import annotations

from pathlib import Path


def templates() -> Path:
    """Return the folder of shipped templates.

    In an installed copy they lie inside the package. In a checkout they are the top-level folder.
    In this order: beside an installed package lies site-packages, where a stranger's `templates`
    may be.
    """
    package = Path(__file__).resolve().parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"
