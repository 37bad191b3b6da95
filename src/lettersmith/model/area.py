"""The names of councils and districts in England."""

from __future__ import annotations

from typing import NamedTuple


class Area(NamedTuple):
    """One authority or district, of now or of former times."""

    name: str
    also_known_as: tuple[str, ...]
    code: str
    """The Office for National Statistics' code."""
    type: str
    childrens_services: bool
    county: str = ""
    """Of a district: the county whose council looks after its children; else empty."""
