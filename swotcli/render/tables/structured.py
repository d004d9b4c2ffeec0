"""The summary as data for other programs: what `merge --json` prints, with the form's number."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.render.data import summary_data

if TYPE_CHECKING:
    from swotcli.model.summary import Summary

SCHEMA = 1
"""The number of the form that `report.schema.json` describes; a change that breaks readers adds 1."""


def structured(summary: Summary, *, without_names: bool = False) -> bytes:
    """Return a summary as JSON in UTF-8.

    Args:
        summary: All rooms merged.
        without_names: Leave out who led the rooms.
    """
    if without_names:
        rooms = tuple(replace(room, facilitator="") for room in summary.rooms)
        summary = replace(summary, rooms=rooms)
    data = {"schema": SCHEMA, **summary_data(summary)}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
