"""The four quadrants of a SWOT, in the order of every file, screen and report."""

from __future__ import annotations

from enum import StrEnum


class Quadrant(StrEnum):
    """One of the four; its value is its key in files and in JSON."""

    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    OPPORTUNITIES = "opportunities"
    THREATS = "threats"
