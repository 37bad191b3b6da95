"""Reviews at a terminal: the most important first, each reason once, repeats folded away."""

from __future__ import annotations

from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks import line, text

WORDS = ("utilise", "commence", "terminate", "endeavour", "facilitate", "expedite")
LINE = "We {} the front door."
BLOCKS = tuple(
    Block("paragraph", (Span(LINE.format(word), Origin("draft.md", number)),)) for number, word in enumerate(WORDS, 10)
)


def wordy(number: int, word: str = "") -> Remark:
    word = word or WORDS[number]
    place = Place("draft.md", number + 10, block=number, start=3, end=3 + len(WORDS[number]), text=word, column=4)
    return Remark(
        "PlainEnglish.Wordy",
        Level.WARNING,
        f"“{word}” is a long word.",
        place,
        why="Short words are read by more people.",
        instead=("do",),
        source="GOV.UK style guide",
    )


def review(*remarks: Remark, file: str = "drafts/draft.md") -> Review:
    return Review(file, Manuscript("", "", BLOCKS), "families", "as asked", remarks, facts={"words": 1210})


MANY = review(
    Remark("Length.Words", Level.ERROR, "It is too long.", do="Take 200 words out."),
    *(wordy(number) for number in range(6)),
    wordy(0),
)

FOLDED = """\
drafts/draft.md
  Read for families, as asked. 1,210 words.

Must change: 1

  The whole document
    * It is too long.
      Do this: Take 200 words out.
      Length.Words

Look at this: 7

  Line 10, column 4
    * “utilise” is a long word.
      “We [utilise] the front door.”
      Why: Short words are read by more people.
      Instead: “do”
      PlainEnglish.Wordy · GOV.UK style guide
      The same once more: line 10, column 4.

  Line 11, column 4
    * “commence” is a long word.
      “We [commence] the front door.”
      Instead: “do”
      PlainEnglish.Wordy

  Line 12, column 4
    * “terminate” is a long word.
      “We [terminate] the front door.”
      Instead: “do”
      PlainEnglish.Wordy

    And 3 more like it (PlainEnglish.Wordy): “endeavour” at line 13, column 4;
      “facilitate” at line 14, column 4; “expedite” at line 15, column 4. (-v
      shows all.)

1 must change, 7 to look at.
"""


def test_repeats_are_folded() -> None:
    assert text.show_reviews([MANY]) == FOLDED


def test_all_are_shown_when_asked_for() -> None:
    shown = text.show_reviews([MANY], every=True)
    assert shown.count("    * “") == 7
    assert "more like it" not in shown and "once more" not in shown


def test_a_few_are_all_shown() -> None:
    assert text.show_reviews([review(*(wordy(number) for number in range(4)))]).count("    * “") == 4


def test_what_must_change_is_shown_up_to_ten_of_a_rule() -> None:
    errors = [Remark("A.B", Level.ERROR, f"Number {number}.", Place("draft.md", number)) for number in range(1, 16)]
    shown = text.show_reviews([review(*errors)])
    assert shown.count("    * Number") == 10
    assert "And 5 more like it (A.B): line 11; line 12; line 13; line 14; line 15." in " ".join(shown.split())


def test_very_many_are_not_all_named() -> None:
    many = [Remark("A.B", Level.WARNING, f"Number {number}.", Place("draft.md", number)) for number in range(1, 60)]
    assert "line 15; and 44 others. (-v shows all.)" in " ".join(text.show_reviews([review(*many)]).split())


def test_long_words_are_shown_by_their_beginning_and_end() -> None:
    sentence = "First comes this, " + "then more of it, " * 12 + "and then the end."
    blocks = (Block("paragraph", (Span(sentence, Origin("draft.docx")),)),)
    place = Place("draft.docx", block=0, start=0, end=len(sentence), text=sentence)
    long = Review("draft.docx", Manuscript("", "", blocks), "public", remarks=(Remark("A.B", Level.ERROR, "x", place),))
    assert "“[First comes this, then more of it, then more … of it, then more of it, and then the end.]”" in " ".join(
        text.show_reviews([long]).split()
    )


def test_files_without_remarks_are_left_out_when_quiet() -> None:
    assert "clean.md" in text.show_reviews([MANY, review(file="clean.md")])
    shown = text.show_reviews([MANY, review(file="clean.md")], quiet=True)
    assert "clean.md" not in shown
    assert "2 files checked: 1 must change, 7 to look at." in shown


def test_a_word_file_has_the_number_of_its_paragraph_for_a_line() -> None:
    place = Place("draft.docx", block=3, start=3, end=12, text="endeavour")
    word = review(
        Remark("A.B", Level.ERROR, "Long\nword.", place), Remark("A.C", Level.ERROR, "All."), file="draft.docx"
    )
    assert line.show_reviews([word]) == "draft.docx:4:4:A.B:Long word.\ndraft.docx:1:1:A.C:All.\n"


def test_a_text_file_has_its_own_line_and_column() -> None:
    assert line.show_reviews([review(wordy(2))]).startswith("drafts/draft.md:12:4:PlainEnglish.Wordy:“terminate”")
