"""Evidence.None: a finding in a document that leans on no evidence (E08)."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.used import findings_used
from lettersmith.checks.words import brief
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    """Every strength and area in the document must point to evidence."""
    for finding in findings_used(subject):
        if not finding.get("evidence").items():
            name = finding.get("id").text
            yield Remark(
                "Evidence.None",
                Level.ERROR,
                f'Finding {name} rests on no evidence: "{brief(finding.get("text").text)}"'.replace("  ", " "),
                finding.place,
                why="Every strength and area in a letter or report must point to evidence.",
                do="Name the evidence records it rests on under evidence, or take the finding out.",
                source="120011 ¶116; 150149 ¶93",
            )
