"""Judgements.Timescale: an area for improvement that does not say by when (2012)."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.used import findings_used, told
from lettersmith.checks.words import brief
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    """Every area for improvement in the document, where the framework has timescales."""
    if subject.framework is None or not subject.framework.timescales:
        return
    for finding in findings_used(subject):
        if finding.get("type").text != "development" or told(subject, finding, "timescale"):
            continue
        if not finding.get("timescale").known:
            names = ", ".join(subject.framework.timescales)
            yield Remark(
                "Judgements.Timescale",
                Level.ERROR,
                f'The area for improvement "{brief(finding.get("text").text)}" does not say by when.',
                finding.place,
                why="Each area for improvement is to be put right within a stated time.",
                do=f"Add timescale: {names}.",
                source="120011 ¶110",
            )
