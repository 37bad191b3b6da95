"""Remarks that only repeat what another one says: one thing that is wrong is told once, where it must be mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set

from lettersmith.model.remark import Level, Remark

MISSING = "[missing: "
"""How merging marks a fact that is not there, in the words that stand in its stead."""

OF_VALUES = frozenset(
    {"Gaps.Missing", "Gaps.Placeholder", "Facts.Unusable", "Facts.WrongKind", "Format.NoGlyph"}
    | {"Dates.Passed", "Dates.Ahead"}
)
"""What is said of a value that cannot be used, or of a day that is wrong."""
WHOLE = frozenset(
    f"Facts.{name}" for name in ("NoSuchReference", "WrongType", "WrongForm", "UnknownKey", "Missing", "Empty")
)
"""Faults that leave nothing of what should be under a value."""
USERS = re.compile(r"(\S+\.json) (\$\S*)")
"""The values that name a text file, as the path of a fault in that file gives them."""
NUMBERS = re.compile(r"\[\d*\]")
SEAT = re.compile(r"\$\.(?:people\[\d+\](?:\.role|\.id)?|addressees\.\w+\[\d+\])")
"""The facts that say who fills a seat of the framework."""
SEATS = re.compile(r"\$\.(?:people|addressees(?:\.\w+)?)")
"""Those that say it of all."""


def without_echoes(
    remarks: Sequence[Remark], ways: Callable[[str], Iterable[str]] = lambda field: (field,)
) -> tuple[Remark, ...]:
    """The remarks without those that would vanish by themselves once another of them, an error, is mended.

    `ways` gives every dotted path that a field passes through: its own, and those of what its references lead to.

    Four kinds: what merging and the checks say of a value that the facts' own check has refused; what a check says of
    words that only stand for a missing fact; that something is not in the document, when what would bring it in is
    refused or missing; and that it was not laid out, when it says why. An error is dropped only where an error stays,
    so nothing that was refused is let through.
    """
    faults = [remark for remark in remarks if is_fault(remark) and remark.place.path]
    gaps = {where(remark) for remark in remarks if remark.rule == "Gaps.Missing" and remark.level is Level.ERROR}
    unprintable = any(remark.rule == "Format.NoGlyph" for remark in remarks)
    explained = explained_by(remarks, faults, ways)
    tags = {remark.place.path for remark in remarks if remark.rule == "Gaps.TagInValue"}
    kept = []
    for remark in remarks:
        path = remark.place.path
        of_value = any(repeats(remark, fault) for fault in faults)
        of_gap = gaps and stands_for_gap(remark, gaps)
        of_tag = remark.rule == "Gaps.Placeholder" and path in tags and "{" in remark.place.text
        of_pages = unprintable and remark.rule == "Length.NotChecked"
        if not (of_value or of_gap or of_tag or of_pages or remark in explained):
            kept.append(remark)
    return tuple(kept)


def where(remark: Remark) -> tuple[str, str]:
    """The value that a remark is about."""
    return remark.place.file, remark.place.path


def stands_for_gap(remark: Remark, gaps: Set[tuple[str, str]]) -> bool:
    """Whether a remark is about words that only stand for a missing fact."""
    if remark.rule == "Gaps.Missing" or is_fault(remark):
        return False
    return MISSING in remark.place.text or (bool(remark.place.path) and where(remark) in gaps)


def is_fault(remark: Remark) -> bool:
    """Whether the facts' own check refused the value."""
    return remark.level is Level.ERROR and remark.rule.startswith("Facts.") and not remark.place.document


def repeats(remark: Remark, fault: Remark) -> bool:
    """Whether a remark only says that a value, or what it should have led to, cannot be used."""
    if remark.rule == "Evidence.None":
        return meant(fault) == f"{remark.place.path}.evidence"
    if remark.rule not in OF_VALUES or is_fault(remark):
        return False
    named = USERS.findall(fault.place.path)
    if named:
        return (remark.place.file, remark.place.path) in named
    if remark.place.file != fault.place.file:
        return False
    path, top = remark.place.path, meant(fault)
    return path == top or top == "$" or (fault.rule in WHOLE and path.startswith((f"{top}.", f"{top}[")))


def meant(fault: Remark) -> str:
    """The path of the value that a fault keeps from its place: of a misspelt key, the key that was meant."""
    path = fault.place.path.removesuffix(".file")  # of a long text, the name of its file
    if fault.rule == "Facts.UnknownKey" and fault.instead:
        return f"{path.rpartition('.')[0]}.{fault.instead[0]}"
    return path


def explained_by(
    remarks: Sequence[Remark], faults: Sequence[Remark], ways: Callable[[str], Iterable[str]]
) -> frozenset[Remark]:
    """The remarks that something is not in the document, where what it lacks is refused or missing itself.

    A seat of the framework is explained by a role or an addressee that leads nowhere: by one that means it, or where
    there are as many of these as empty seats.
    """
    lacking = [remark for remark in remarks if remark.lacks]
    gaps = [remark for remark in remarks if remark.rule == "Gaps.Missing" and remark.level is Level.ERROR]
    refused = [dotted(remark) for remark in (*faults, *gaps)] if lacking else []
    seats = [remark for remark in lacking if remark.lacks[0].startswith("seat ")]
    nowhere = [fault for fault in faults if SEAT.fullmatch(meant(fault))] if seats else []
    named = {f"seat {word}" for fault in nowhere for word in fault.instead}
    all_seats = 0 < len(seats) <= len(nowhere) or any(SEATS.fullmatch(meant(one)) for one in (*faults, *gaps))
    return frozenset(
        remark
        for remark in lacking
        if (remark in seats and (all_seats or remark.lacks[0] in named))
        or any(overlap(bare(way), path) for field in remark.lacks for way in ways(field) for path in refused)
    )


def dotted(fault: Remark) -> str:
    """The value of a fault as templates name it, without the numbers of list items: `inspection.team.senders.name`."""
    return bare(fault.place.file.removesuffix(".json") + meant(fault).removeprefix("$"))


def bare(path: str) -> str:
    """A path without the numbers of list items."""
    return NUMBERS.sub("", path)


def overlap(one: str, other: str) -> bool:
    """Whether one of two dotted paths leads into the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
