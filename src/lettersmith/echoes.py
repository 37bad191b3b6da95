"""Remarks that only repeat what another one says: one thing that is wrong is told once, where it must be mended."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.model.remark import Level, Remark

MISSING = "[missing: "
"""How merging marks a fact that is not there, in the words that stand in its stead."""

OF_VALUES = frozenset({"Gaps.Missing", "Gaps.Placeholder", "Facts.Unusable", "Facts.WrongKind", "Format.NoGlyph"})
"""What is said of a value that cannot be used."""
WHOLE = frozenset({"Facts.NoSuchReference", "Facts.WrongType", "Facts.WrongForm"})
"""Faults that leave nothing of what should be under a value."""


def without_echoes(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks without those that would vanish by themselves once another of them, an error, is mended.

    Three kinds: what merging and the checks say of a value that the facts' own check has refused; what a check says of
    words that only stand for a missing fact; and that a document was not laid out, when it says why. An error is
    dropped only where an error stays, so nothing that was refused is let through.
    """
    faults = [remark for remark in remarks if is_fault(remark) and remark.place.path]
    gaps = any(remark.rule == "Gaps.Missing" and remark.level is Level.ERROR for remark in remarks)
    unprintable = any(remark.rule == "Format.NoGlyph" for remark in remarks)
    tags = {remark.place.path for remark in remarks if remark.rule == "Gaps.TagInValue"}
    kept = []
    for remark in remarks:
        path = remark.place.path
        of_value = any(repeats(remark, fault) for fault in faults)
        of_gap = gaps and MISSING in remark.place.text and remark.rule != "Gaps.Missing"
        of_tag = remark.rule == "Gaps.Placeholder" and path in tags and "{" in remark.place.text
        of_pages = unprintable and remark.rule == "Length.NotChecked"
        if not (of_value or of_gap or of_tag or of_pages):
            kept.append(remark)
    return tuple(kept)


def is_fault(remark: Remark) -> bool:
    """Whether the facts' own check refused the value."""
    return remark.level is Level.ERROR and remark.rule.startswith("Facts.") and not remark.place.document


def repeats(remark: Remark, fault: Remark) -> bool:
    """Whether a remark only says that a value, or what it should have led to, cannot be used."""
    if remark.rule not in OF_VALUES or is_fault(remark) or remark.place.file != fault.place.file:
        return False
    path, top = remark.place.path, fault.place.path
    return path == top or (fault.rule in WHOLE and path.startswith((f"{top}.", f"{top}[")))
