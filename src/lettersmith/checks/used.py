"""The findings that a document prints, known by the origins of its words."""

from __future__ import annotations

import re

from lettersmith.checks.facts import Fact, find, origins
from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import passages
from lettersmith.model.subject import Subject

FINDING = re.compile(r"\$\.findings\[(\d+)\]")


@keep_last
def findings_used(subject: Subject) -> tuple[Fact, ...]:
    """The findings whose words stand in the document, in the order of the facts."""
    numbers = set()
    for passage in passages(subject.manuscript):
        for span in passage.spans:
            for origin in origins(span.origin) if span.origin.path else ():
                if origin.file == "judgements.json" and (match := FINDING.match(origin.path)):
                    numbers.add(int(match.group(1)))
    findings = find(subject.inspection, "judgements.findings")
    return tuple(finding for number, finding in enumerate(findings) if number in numbers)


def told(subject: Subject, finding: Fact, key: str) -> bool:
    """Whether the reading of the facts has already remarked on one entry of a finding."""
    path = f"{finding.path}.{key}"
    problems = subject.inspection.problems if subject.inspection is not None else ()
    return any(problem.place.file == finding.file and problem.place.path == path for problem in problems)
