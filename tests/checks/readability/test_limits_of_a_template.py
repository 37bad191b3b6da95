"""A template's own limits for sentences and reading grade: stricter than the audience's, of the whole or of a part."""

from __future__ import annotations

import pytest

from checks.letters import manuscript, paragraph, subject, template
from lettersmith.catalogue.table import Table
from lettersmith.catalogue.templates import check_limits, read_limits
from lettersmith.checks import reading_level, sentences
from lettersmith.model.remark import Remark
from lettersmith.model.template import NO_LIMIT, Limits, Range

TOML = {
    "words": {"warn": 900, "cap": 1200},
    "sentence_words": {"warn": 18, "cap": 22},
    "grade": 8,
    "parts": {
        "summary": {"warn": 200, "cap": 250, "sentence_words": {"warn": 12, "cap": 15}, "grade": 5},
        "next-steps": {"cap": 80},
    },
}


def words(number: int) -> str:
    return " ".join(["Word"] + ["word"] * (number - 1)) + "."


def levels(number: int, parts: tuple[str, ...], limits: Limits) -> list[str]:
    made = manuscript(paragraph(words(number), parts=parts), audience="families")
    return [remark.level.value for remark in sentences.check(subject(made, template=template(limits)))]


def test_limits_are_read() -> None:
    table = Table(TOML, "template.toml", "", "limits")
    limits = read_limits(table)
    table.no_others()
    assert not table.remarks
    assert limits.part_words == {"summary": Range(200, 250), "next-steps": Range(0, 80)}
    assert (limits.sentence_words, limits.part_sentence_words) == (Range(18, 22), {"summary": Range(12, 15)})
    assert (limits.grade, limits.part_grade) == (8, {"summary": 5})


def test_a_key_of_a_part_that_nobody_knows_is_said() -> None:
    table = Table({"parts": {"summary": {"sentence": 12}}}, "template.toml", "", "limits")
    read_limits(table)
    (remark,) = table.remarks
    assert "limits.parts.summary.sentence" in remark.what and "sentence_words" in remark.do


OWN = Limits(sentence_words=Range(18, 22), part_sentence_words={"summary": Range(12, 15)})


@pytest.mark.parametrize(
    ("number", "parts", "limits", "said"),
    [
        (20, (), Limits(), []),
        (21, (), Limits(), ["warning"]),
        (19, (), OWN, ["warning"]),
        (23, (), OWN, ["error"]),
        (12, ("letter", "summary"), OWN, []),
        (13, ("letter", "summary"), OWN, ["warning"]),
        (16, ("summary",), OWN, ["error"]),
        (16, ("next-steps",), OWN, []),
        (26, (), Limits(sentence_words=Range(30, 40)), ["error"]),
    ],
    ids=["none", "audience", "warn", "cap", "part", "part warn", "part cap", "other part", "looser is not taken"],
)
def test_sentences(number: int, parts: tuple[str, ...], limits: Limits, said: list[str]) -> None:
    assert levels(number, parts, limits) == said


def test_the_remark_names_the_limit_of_the_template() -> None:
    made = manuscript(paragraph(words(16), parts=("summary",)), audience="families")
    (remark,) = sentences.check(subject(made, template=template(OWN)))
    assert "The template's limit here is 15." in remark.what


PART = "Managers of the area gave us a plan. "
ELSEWHERE = "We go on. "


def grades(limits: Limits, text: str = PART * 20) -> list[Remark]:
    made = manuscript(paragraph(text, parts=("summary",)), paragraph(ELSEWHERE * 200), audience="families")
    return list(reading_level.check(subject(made, template=template(limits))))


def test_the_reading_grade_of_a_part() -> None:
    assert not grades(Limits())
    (remark,) = grades(Limits(part_grade={"summary": 2}))
    assert (remark.level.value, remark.place.block) == ("warning", 0)
    assert 'of the part "summary" is' in remark.what and "asks for 2 or less" in remark.what


def test_a_short_part_has_no_grade() -> None:
    assert not grades(Limits(part_grade={"summary": 1}), PART * 9)


def test_the_reading_grade_of_the_whole() -> None:
    made = manuscript(PART * 20, audience="families")
    (remark,) = reading_level.check(subject(made, template=template(Limits(grade=2))))
    assert "aim for 2 or less" in remark.what


@pytest.mark.parametrize(
    ("limits", "names"),
    [
        (Limits(sentence_words=Range(0, 45)), ["limits.sentence_words"]),
        (Limits(part_sentence_words={"summary": Range(30, 0)}), ["limits.parts.summary.sentence_words"]),
        (Limits(grade=12), ["limits.grade"]),
        (Limits(part_grade={"summary": 14}), ["limits.parts.summary.grade"]),
        (Limits(sentence_words=Range(20, 25), grade=9), []),
        (Limits(sentence_words=NO_LIMIT), []),
    ],
)
def test_a_limit_that_is_looser_than_the_audiences_is_refused(limits: Limits, names: list[str]) -> None:
    table = Table({}, "template.toml", "")
    check_limits(table, template(limits))
    assert [remark.rule for remark in table.remarks] == ["Template.LooserLimit"] * len(names)
    assert all(f"`{name}`" in remark.what for name, remark in zip(names, table.remarks, strict=True))
