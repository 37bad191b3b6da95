"""The name of the area against the name of its council: every document bears the one, most are sent to the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.references import INSPECTION_FILE
from lettersmith.intake.show import shown
from lettersmith.model.remark import Level


def check_area(inspection: Any, faults: Faults) -> None:
    """Add a warning where the council's name holds none of the names of the area: one of the two is from elsewhere."""
    area = inspection.get("area") if isinstance(inspection, Mapping) else None
    blamed = any(faults.blamed(INSPECTION_FILE, ("area", key)) for key in ("name", "authority"))
    if blamed or not isinstance(area, Mapping):
        return
    name, authority = area.get("name"), area.get("authority")
    others = area.get("also_known_as")
    names = [name, *(others if isinstance(others, list) else ())]
    known = [each.casefold() for each in names if isinstance(each, str) and each.strip()]
    if not isinstance(name, str) or not known or not isinstance(authority, str) or not authority.strip():
        return
    if any(each in authority.casefold() for each in known):
        return
    what = f"The area is {shown(name)}, but its council is {shown(authority)}."
    why = "The area's name stands in every document and in the name of its file."
    do = "Correct the one that is wrong. If both are right, add the council's name for the area under also_known_as."
    faults.add(Fault("AreaDisagrees", INSPECTION_FILE, ("area", "name"), what, why, do, name, Level.WARNING))
