"""One thing that is wrong is told once, and nothing that was refused is let through."""

import pytest

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.route.echoes import without_echoes


def fault(rule: str, path: str) -> Remark:
    return Remark(rule, Level.ERROR, rule, Place("inspection.json", 3, path))


def said(rule: str, path: str = "", text: str = "", level: Level = Level.ERROR) -> Remark:
    return Remark(rule, level, rule, Place("inspection.json", 0, path, document="letter", text=text))


GAP = said("Gaps.Missing", "$.team.lead.name")

CASES = {
    "an empty fact is not also a gap": ([fault("Facts.Empty", "$.area.name"), said("Gaps.Missing", "$.area.name")], 1),
    "a person who is not there has no name, post and address": (
        [fault("Facts.NoSuchReference", "$.to[1]"), said("Gaps.Missing", "$.to[1].name")],
        1,
    ),
    "a key that lacks does not hide another": (
        [fault("Facts.Missing", "$.findings[0].text"), said("Gaps.Missing", "$.findings[0].impact")],
        2,
    ),
    "a fault does not hide what is wrong with the words": (
        [fault("Facts.Character", "$.a"), said("OtherArea.Name", "$.a"), said("Format.NoGlyph", "$.a")],
        2,
    ),
    "words that stand for a gap are not too long": (
        [GAP, said("Reading.LongSentence", text="Call [missing: team, lead, name]", level=Level.WARNING)],
        1,
    ),
    "a duty lacks only what the facts lack": ([GAP, said("Duties.NotMet", text="Call [missing: team]")], 1),
    "a duty that is not met stays": ([said("Duties.NotMet", text="Call [missing: team]")], 1),
    "a day to answer that runs backwards is not also over": (
        [fault("Facts.DatesOrder", "$.concerns[0].reply_by"), said("Dates.Passed", "$.concerns[0].reply_by")],
        1,
    ),
    "another day to answer that is over is told": (
        [fault("Facts.DatesOrder", "$.concerns[0].reply_by"), said("Dates.Passed", "$.concerns[1].reply_by")],
        2,
    ),
    "a tag is told once": ([said("Gaps.TagInValue", "$.a"), said("Gaps.Placeholder", "$.a", "{{ x }}")], 1),
    "crosses beside a tag are told": ([said("Gaps.TagInValue", "$.a"), said("Gaps.Placeholder", "$.a", "xxxx")], 2),
}


@pytest.mark.parametrize(("remarks", "left"), CASES.values(), ids=CASES.keys())
def test_one_thing_is_told_once(remarks: list[Remark], left: int) -> None:
    kept = without_echoes(remarks)
    assert len(kept) == left
    assert bool(errors(kept)) == bool(errors(remarks))
