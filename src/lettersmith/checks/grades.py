"""Grades: a grade where the framework gives none (J06), or another grade than the one given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lettersmith.checks.facts import Fact, find
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.checks.words import brief, lazily
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

GRADE = r"(?:outstanding|good|adequate|inadequate|requires improvement to be good)"
BE = r"(?:is|are|was|were|remains?|remained|(?:has|have|had) been|continues? to be)"
HOW = r"(?:(?:now|still|also|overall|currently|consistently|generally|therefore|only|already|both|again|all|to be) )*"
JUDGED = (
    r"(?:leadership|governance|management|effectiveness|help(?: and protection)?|quality of (?:practice|provision)"
    r"|provision|safeguarding|outcomes"
    r"|services?|practice|response|partnerships?|arrangements|authority|council|police|front door|oversight"
    r"|performance|partnership working|multi-agency work(?:ing)?|judgement|grade|overall|supervision|protection)"
)
ENDS = r"(?=\s*(?:[.,;:!?)\]”\"’]|$|\b(?:and|but|overall|because|across|although|while|however|or)\b))"

VERDICT = (
    # said of something that other frameworks grade: "leadership is good", "services for children are outstanding"
    rf"\b{JUDGED}(?: (?:of|for|in|by|with|to|and|the) [\w’'-]+(?: [\w’'-]+){{0,4}}?)? {BE} {HOW}{GRADE}{ENDS}",
    # partnership work requires improvement
    rf"\b{JUDGED}(?: work| (?:of|for|in|by|with|to|and|the) [\w’'-]+(?: [\w’'-]+){{0,4}}?)? {HOW}"
    rf"requires? improvement{ENDS}",
    # judged to be good; graded inadequate; rated as outstanding
    rf"\b(?:judged|graded|rated|deemed|evaluated as|assessed as)\b(?: (?!good\b)[\w’'-]+){{0,8}}?"
    rf" (?:{GRADE}|requir(?:es|ing) improvement)(?=$|\W(?!\w)| (?:in|for|at|by|overall|and|but|because)\b)",
    # a grade of good; the judgement is: inadequate
    rf"\b(?:grade|judgement|rating) (?:of|is|was|:) ?[“\"‘]?{GRADE}\b",
    rf"\b(?:an?|the) {GRADE} (?:grade|judgement|rating)\b",
    # Leadership: good. Overall effectiveness – inadequate
    rf"\b{JUDGED}(?: [\w’'-]+){{0,4}}?\s?(?::|–|—| -|\t)\s*{GRADE}{ENDS}",
    # good or outstanding; less than good; not yet good
    r"\b(?:good|adequate) or (?:better|outstanding|inadequate)\b|\b(?:inadequate|adequate) or (?:better|good)\b",
    r"\b(?:less than|below|short of|not yet|better than) (?:good|adequate|outstanding)\b(?! (?:enough|practice))",
    # inadequate and outstanding are verdicts wherever they are said of a thing
    rf"\b{BE} {HOW}inadequate{ENDS}",
    r"\b(?:outstanding|inadequate) (?:leadership|governance|management|services?|provision|effectiveness|authority)\b",
    r"\brequires? improvement to be good\b",
    # a cell or line that holds a grade and nothing else
    rf"^\s*{GRADE}\.?\s*$",
)

UNFINISHED = lazily(
    r"\b(?:actions?|tasks?|checks?|visits?|plans?|reviews?|referrals?|cases?|issues?|recommendations?|work|reports?"
    r"|requests?|assessments?|training|payments?|minutes|records?)\b[^.;]{0,40}\boutstanding",
    re.IGNORECASE,
)
"""Where "outstanding" means not done yet."""


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile("|".join(VERDICT), re.IGNORECASE)


WORDS = lazily(r"requir(?:es?|ing) improvement|outstanding|good|(?:in)?adequate")
"""The words of which a verdict holds one."""

SAID_OF_ANYTHING = ("judged", "rated", "deemed", "evaluated as", "assessed as", "grade", "judgement", "rating")
BEFORE = lazily(
    r"(?:\b(?:is|are|was|were|remain|remains|remained|been|be|now|still|also|overall|currently|consistently|generally"
    r"|therefore|only|already|both|again|all|than|below|of|yet)|[:–—-])\Z"
)
AFTER = (
    " or ", " leadership", " governance", " management", " service", " provision", " effectiveness", " authority",
)  # fmt: skip
"""What stands in every verdict: one of these words anywhere, or just before or after the word of a grade."""


def check(subject: Subject) -> Iterator[Remark]:
    """Grades in the text of a document, against the framework's scale and the judgements."""
    if subject.framework is None:
        return
    if subject.framework.grades:
        yield from _disagreeing(subject)
        return
    for passage in passages(subject.manuscript):
        if _may_hold_verdict(passage.text.lower()):
            yield from _in_ungraded(subject, passage)


def _may_hold_verdict(lower: str) -> bool:
    """Whether a text can hold a verdict at all: the patterns are slow, and "good" alone stands in most paragraphs."""
    found = WORDS().search(lower)
    if found and any(word in lower for word in SAID_OF_ANYTHING):
        return True
    while found:
        if found.group().startswith("require"):
            return True
        before = lower[: found.start()].rstrip()
        if (
            not before
            or BEFORE().search(before, max(0, len(before) - 12))
            or "\t" in lower[len(before) : found.start()]
        ):
            return True
        if lower.startswith(AFTER, found.end()):
            return True
        found = WORDS().search(lower, found.end())
    return False


def _in_ungraded(subject: Subject, passage: Passage) -> Iterator[Remark]:
    assert subject.framework is not None
    for match in _verdict().finditer(passage.text):
        if UNFINISHED().search(match.group()):
            continue
        yield Remark(
            "Grades.InUngraded",
            Level.ERROR,
            f'"{brief(match.group())}" reads like a grade, and this kind of inspection gives none.',
            place(subject, passage, *match.span()),
            why="Readers would take it for a judgement that nobody made.",
            do="Say what is done well or badly, and what that means for children.",
            source=subject.framework.source,
        )


def _disagreeing(subject: Subject) -> Iterator[Remark]:
    """A grade said of a judgement that differs from the one given."""
    assert subject.framework is not None
    entries = find(subject.inspection, "judgements.grades")
    given = {_id(entry.get("judgement")): entry for entry in entries if entry.get("grade").text}
    scale = "|".join(sorted(map(re.escape, subject.framework.grades), key=len, reverse=True))
    for id, heading in subject.framework.judgements.items():
        if id in given:
            yield from _of_one(subject, heading, given[id], scale)


def _id(judgement: Fact) -> str:
    return judgement.text or judgement.get("id").text


def _of_one(subject: Subject, heading: str, entry: Fact, scale: str) -> Iterator[Remark]:
    head, before = heading.lower(), ""
    for passage in passages(subject.manuscript):
        lower = passage.text.strip().lower()
        match = _grade_of(heading, scale).search(passage.text) if head in lower else None
        if match is None and before == head:  # the cell after it in a table, or the line under it as a heading
            match = _grade_alone(scale).fullmatch(passage.text.strip())
        before = lower
        grade = entry.get("grade").text
        if match and match.group(1).lower() != grade.lower():
            start = passage.text.index(match.group(1), match.start(1))
            yield Remark(
                "Grades.Disagree",
                Level.ERROR,
                f'It says that {heading} is "{match.group(1)}". The judgement is "{grade}".',
                place(subject, passage, start, start + len(match.group(1))),
                why="A grade in the text must be the grade that was given.",
                do="Correct the one that is wrong.",
                instead=(grade,),
                source="120011 ¶93; docs/limits.md",
            )


@cache
def _grade_of(heading: str, scale: str) -> re.Pattern[str]:
    """A judgement with its grade. Most letters name no judgement at all, and need none of these patterns."""
    return re.compile(
        rf"\b{re.escape(heading)}(?: (?:of|in) [^.;:|]{{1,60}}?)?"
        rf"(?:\s|:|–|—|-|\b(?:{BE}|judged|graded|rated|to be|as|now|still|overall|therefore)\b)+({scale})\b",
        re.IGNORECASE,
    )


@cache
def _grade_alone(scale: str) -> re.Pattern[str]:
    return re.compile(rf"(?:grade|judgement)?\s*:?\s*({scale})\.?", re.IGNORECASE)
