"""What is made of an engine's answer: which words it is asked about, which slips become remarks, and of what level."""

from __future__ import annotations

from time import monotonic

import pytest

from checks.grammar.recorded import Answering, Gone, Recorded
from checks.letters import area, heading, item, manuscript, paragraph, subject, table, told
from lettersmith import checks
from lettersmith.checks import grammar
from lettersmith.model.grammar import GrammarEngine, Slip
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import NOWHERE, Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import StyleBook, Vocabulary

SPELLING, SLIP = ("teh", "Speller", "spelling"), ("an plan", "Article", "grammar")
WELSH = "Mae plant yn yr ardal yn cael help yn gyflym pan fydd ei angen arnynt, ac mae teh yn dda."


def remarks(made: Manuscript, engine: GrammarEngine | None) -> list[Remark]:
    return list(grammar.check(subject(made, grammar=engine)))


def found(made: Manuscript | Block | str, *slips: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    whole = made if isinstance(made, Manuscript) else manuscript(made)
    return told(remarks(whole, Recorded(*(slips or (SPELLING, SLIP)))))


def test_without_an_engine_nothing_is_said() -> None:
    assert remarks(manuscript("Teh plan."), None) == []


def test_a_slip_is_a_warning_with_its_words_its_place_and_the_rule_of_the_engine() -> None:
    first, second = remarks(manuscript("All is well.", "We saw teh file and an plan."), Recorded(SPELLING, SLIP))
    assert (first.rule, first.level.value, first.place.text, first.instead) == (
        "Grammar.Spelling",
        "warning",
        "teh",
        ("other",),
    )
    assert (first.place.block, first.place.start, first.place.end) == (1, 7, 10)
    assert first.source == "Recorded 1.0, Speller"
    assert (second.rule, second.level.value, second.place.text) == ("Grammar.Slip", "warning", "an plan")
    assert second.what == "“an plan”: Something is wrong here."


@pytest.mark.parametrize(
    ("block", "read"),
    [
        pytest.param(paragraph("We saw teh file."), True, id="a paragraph"),
        pytest.param(heading("What teh police do"), True, id="a heading"),
        pytest.param(item("see teh file"), True, id="an item"),
        pytest.param(table(["Who", "What"], ["Police", "saw teh file"]), True, id="a cell of a table"),
        pytest.param(paragraph("Teh Hall, teh Street", parts=("address",)), False, id="an address"),
        pytest.param(paragraph("Dear teh", parts=("greeting",)), False, id="a greeting"),
        pytest.param(paragraph("teh", parts=("letter", "signature")), False, id="a signature within a part"),
        pytest.param(paragraph("Phone teh team", parts=("contact",)), False, id="a block of contacts"),
        pytest.param(paragraph(WELSH), False, id="a paragraph in Welsh"),
    ],
)
def test_what_is_read(block: Block, read: bool) -> None:
    english = "We write to tell you what we found when we came to see how children in the area are helped."
    assert bool(found(manuscript(english, block))) is read


def test_a_footnote_is_read_and_what_stands_on_every_page_is_not() -> None:
    note = (Span("Teh teh act of 2004.", NOWHERE),)
    made = manuscript("All is well here.", notes=(note,), header=(paragraph("teh head"),), footer=(paragraph("teh"),))
    (remark,) = remarks(made, Recorded(SPELLING))
    assert (remark.place.block, remark.place.text) == (-1, "teh")


def test_a_text_in_another_language_is_left_alone_short_lines_and_all() -> None:
    engine = Recorded(SPELLING)
    assert remarks(manuscript(WELSH, heading("Y teh"), WELSH), engine) == []
    assert engine.texts == []


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        pytest.param("She said: “I like teh plan and my school.”", True, id="a child's own words"),
        pytest.param("One told us ‘I don’t like teh plan at all’.", True, id="a quotation with an apostrophe in it"),
        pytest.param("This is called a “teh plan” here.", False, id="a term of two words between marks"),
        pytest.param("It isn't teh children's fault.", False, id="between two apostrophes"),
        pytest.param("Read it at www.example.org/teh/plan today.", True, id="an address of a page"),
        pytest.param("Write to teh@example.org today.", True, id="an address of an email"),
        pytest.param("It is on reports.teh.gov.uk for you.", True, id="an address without www"),
        pytest.param("Write to ada@example.org or see teh plan.", False, id="beside an address"),
        pytest.param("We saw (teh) as well.", True, id="a letter of a list in brackets"),
    ],
)
def test_spelling_is_let_pass_where_the_words_are_not_the_writers(text: str, spared: bool) -> None:
    assert (found(text, SPELLING) == []) is spared


def test_a_slip_of_grammar_in_a_quotation_is_left_to_whoever_said_it() -> None:
    assert found("They call it “an plan” here.", SLIP) == []
    assert len(found("They call it an plan here.", SLIP)) == 1


@pytest.mark.parametrize("word", ["W-014", "s47", "HMICFRS", "EHCPs", "MACSE’s", "pre-MACSE", "CiCC", "s", "agencies7"])
def test_codes_and_initials_are_not_taken_for_misspelt(word: str) -> None:
    assert found(f"They saw the {word} there.", (word, "Speller", "spelling")) == []


@pytest.mark.parametrize("word", ["recieved", "Recieved", "THe", "SAFEGAURDING"])
def test_words_are(word: str) -> None:
    assert len(found(f"{word} in May.", (word, "Speller", "spelling"))) == 1


@pytest.mark.parametrize("rule", ["UPPERCASE_SENTENCE_START", "SentenceCapitalization"])
@pytest.mark.parametrize(
    ("block", "said"),
    [
        pytest.param(paragraph("the plan is late."), 1, id="a paragraph that begins small"),
        pytest.param(item("the plan is late"), 0, id="an item that begins small"),
        pytest.param(item("All is well. the plan is late"), 1, id="a later sentence of an item"),
        pytest.param(table(["the plan"]), 0, id="a cell that begins small"),
        pytest.param(paragraph("We look at:\nthe plan"), 0, id="a further line of a paragraph"),
    ],
)
def test_items_cells_and_lines_may_begin_with_a_small_letter(rule: str, block: Block, said: int) -> None:
    assert len(found(block, ("the", rule, "grammar"))) == said


@pytest.mark.parametrize(
    ("block", "said"),
    [
        pytest.param(paragraph("Staff know the plan well, use it for all of the children, but"), 1, id="prose"),
        pytest.param(item("They know it. GPs are but"), 1, id="an item of two sentences"),
        pytest.param(item("the plan but"), 0, id="an item without a full stop"),
        pytest.param(paragraph("County Hall but"), 0, id="a line that is a label"),
        pytest.param(heading("Help but"), 0, id="a heading"),
    ],
)
def test_only_a_paragraph_of_prose_must_end_with_a_mark(block: Block, said: int) -> None:
    assert len(found(block, ("but", "PUNCTUATION_PARAGRAPH_END", "grammar"))) == said


def test_an_unknown_name_is_named_once_and_only_as_a_suggestion() -> None:
    text = "Staff at Careline help. Careline is open all night; we rang Careline’s staff."
    made = manuscript(text, "Careline answers.")
    (remark,) = remarks(made, Recorded(("Careline", "Speller", "spelling")))
    assert (remark.rule, remark.level.value, remark.place.start) == ("Grammar.Spelling", "suggestion", 9)


@pytest.mark.parametrize(
    ("text", "word", "meant", "level"),
    [
        pytest.param("All is well. Seperate rooms are used.", "Seperate", "Separate", "warning", id="one word"),
        pytest.param("Roz Quill, Deputy Director", "Roz", "Rod", "suggestion", id="first and last name"),
        pytest.param("It is late. Aintree’s ED is used.", "Aintree", "Entree", "suggestion", id="a place and its unit"),
        pytest.param("Teh Council met.", "Teh", "The", "warning", id="a small word before a name"),
    ],
)
def test_a_capital_that_begins_a_sentence_makes_a_name_only_where_another_follows(
    text: str, word: str, meant: str, level: str
) -> None:
    at = text.index(word)
    slip = Slip(at, at + len(word), "S", "No word.", (meant,), "spelling")
    (remark,) = remarks(manuscript(text), Answering(slip))
    assert remark.level.value == level


def test_the_engine_is_told_the_words_of_the_inspection_its_vocabularies_and_the_areas() -> None:
    book = StyleBook(vocabularies=(Vocabulary("Domain", accept=("(?i)keyworking", "[Tt]riaged?", "Kooth")),))
    engine = Recorded()
    known = frozenset({"Ada Quill"})
    list(
        grammar.check(
            subject(
                manuscript("All is well."),
                grammar=engine,
                styles=book,
                known=known,
                areas=(area("Wexcombe", "The Combes"),),
            )
        )
    )
    assert engine.known == {"Ada Quill", "keyworking", "Kooth", "Wexcombe", "The Combes"}


def test_an_engine_that_is_gone_is_told_and_is_no_failure_of_the_check() -> None:
    (remark,) = remarks(manuscript("Teh plan."), Gone())
    assert (remark.rule, remark.level.value) == ("Grammar.NotChecked", "warning")
    assert remark.what == "Grammar and spelling were not checked. The server is gone."
    assert remark.do == "Start it again."
    assert [r.rule for r in checks.run(subject(manuscript("All is well."), grammar=Gone()))] == ["Grammar.NotChecked"]


def test_a_text_that_the_engine_could_not_read_is_named_with_its_place() -> None:
    unread = Slip(0, 12, "Panic", "Harper broke down on this text.", kind="unread")
    (remark,) = remarks(manuscript("“All is well.”"), Answering(unread))
    assert remark.rule == "Grammar.NotChecked"
    assert "not checked" in remark.what
    assert remark.place.block == 0


@pytest.mark.parametrize(
    ("start", "end"),
    [(-3, 4), (5, 5), (9, 4), (11, 400), (400, 500), (12, 12)],
    ids=["before the text", "empty", "backwards", "past the end", "all behind the end", "at the end"],
)
def test_whatever_an_engine_says_of_places_a_remark_has_a_sound_one(start: int, end: int) -> None:
    (remark,) = remarks(manuscript("All is well."), Answering(Slip(start, end, "Odd", "Odd.")))
    assert 0 <= remark.place.start < remark.place.end <= 12
    assert remark.place.text == "All is well."[remark.place.start : remark.place.end]


def test_grammar_is_one_of_the_checks() -> None:
    assert grammar.check in checks.CHECKS


def test_an_engine_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="grammarly"):
        grammar.start("grammarly")


def test_a_word_that_only_lacks_its_capital_is_told_so() -> None:
    monday = Slip(10, 16, "Speller", "", ("Monday", "money"), "spelling")
    (remark,) = remarks(manuscript("We met on monday."), Answering(monday))
    assert remark.what == "“monday” is written “Monday”."


@pytest.mark.parametrize(
    ("level", "kept"),
    [(Level.ERROR, 1), (Level.WARNING, 1), (Level.SUGGESTION, 2)],
    ids=["more weight", "the same weight", "less weight"],
)
def test_what_another_check_says_of_the_same_words_with_as_much_weight_is_enough(level: Level, kept: int) -> None:
    place = Place(block=1, start=4, end=11, text="the the")
    both = [
        Remark("Grammar.Slip", Level.WARNING, "Doubled.", place),
        Remark("HouseStyle.Doubled", level, "Twice.", place),
    ]
    assert len(grammar.without_repeats(both)) == kept
    elsewhere = place._replace(start=20, end=27)
    assert len(grammar.without_repeats([both[0], both[1]._replace(place=elsewhere)])) == 2


def test_that_grammar_was_not_checked_is_never_a_repeat() -> None:
    place = Place(block=1, start=0, end=4, text="This")
    both = [Remark("Grammar.NotChecked", Level.WARNING, "No.", place), Remark("Style.Any", Level.ERROR, "Yes.", place)]
    assert len(grammar.without_repeats(both)) == 2


def test_a_very_long_word_takes_no_longer_than_its_letters() -> None:
    engine, begun = Answering(*(Slip(at, at + 9, "Odd", "Odd.") for at in range(20, 400, 10))), monotonic()
    assert len(remarks(manuscript("All is well. " + "teh" * 30_000), engine)) == 38
    assert monotonic() - begun < 5
