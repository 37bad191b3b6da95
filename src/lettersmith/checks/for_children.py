"""Conservation.NoWordsForChildren: a finding that a document for children leaves out, as nobody wrote it for them."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.facts import find
from lettersmith.checks.used import told
from lettersmith.checks.words import brief
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

FIELD = "judgements.findings[].for_children"


def check(subject: Subject) -> Iterator[Remark]:
    """Where a duty tells findings in a child's words, each finding has such words or a reason why it has none."""
    if subject.template is None or not any(FIELD in duty.fields for duty in subject.template.duties):
        return
    for finding in find(subject.inspection, "judgements.findings"):
        if finding.get("for_children").value is None and not told(subject, finding, "for_children"):
            yield Remark(
                "Conservation.NoWordsForChildren",
                Level.WARNING,
                f"Finding {finding.get('id').text} has no words for children, so this document leaves it out: "
                f'"{brief(finding.get("text").text)}"',
                finding.place,
                why="Children are told the main findings. Which those are is for the team to decide, not to forget.",
                do="Add for_children to it, in a child's words; or say there why children are not told: "
                '"for_children": {"not_applicable": "why"}.',
                source="120011 ¶113 to 114",
            )
