"""Judgements.PriorityTest: a priority action that does not say what makes it one (J07)."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.used import findings_used, told
from lettersmith.checks.words import brief
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    """Every priority action in the document needs the number of its test, or a reason why it has none."""
    for finding in findings_used(subject):
        if finding.get("type").text != "priority" or told(subject, finding, "priority_test"):
            continue
        if finding.get("priority_test").value is None:
            yield Remark(
                "Judgements.PriorityTest",
                Level.ERROR,
                f'The priority action "{brief(finding.get("text").text)}" does not say which kind of failing it is.',
                finding.place,
                why="A priority action is for a serious weakness that puts children at risk of significant harm.",
                do="Add priority_test with the number of the kind (1 to 7), or say there why none of them fits.",
                source="150149 ¶89, ¶90",
            )
