"""Texts that are not English are known for that, and left alone."""

from __future__ import annotations

import pytest

from checks.letters import heading, manuscript, paragraph, subject, table
from lettersmith.checks import hard_words, other_language, reading_level
from lettersmith.checks import sentences as long_sentences
from lettersmith.checks.prose import sentences
from lettersmith.checks.readability.language import is_english

WELSH = "Mae plant yn yr ardal yn cael help yn gyflym pan fydd ei angen arnynt, ac mae eu barn yn cyfrif."
OTHERS = {
    "Welsh": WELSH,
    "Welsh with English words": "Mae Ofsted wedi dweud bod y plant yn hapus gyda'u social workers yn y dref hon.",
    "Polish": "Dzieci w tej okolicy szybko otrzymują pomoc, kiedy jej potrzebują.",
    "Romanian": "Copiii din această zonă primesc ajutor rapid atunci când au nevoie de el.",
    "Somali": "Carruurta ku nool aaggan waxay si dhakhso ah u helaan caawimaad marka ay u baahan yihiin.",
    "French": "Les enfants de ce quartier reçoivent rapidement de l'aide quand ils en ont besoin.",
    "Portuguese": "As crianças desta zona recebem ajuda rapidamente quando precisam dela.",
    "Turkish": "Bu bölgedeki çocuklar ihtiyaç duyduklarında hızlı bir şekilde yardım alıyorlar.",
    "Lithuanian": "Šio rajono vaikai greitai gauna pagalbą, kai jiems jos reikia.",
    "Arabic": "يحصل الأطفال في هذه المنطقة على المساعدة بسرعة عندما يحتاجون إليها.",
    "Bengali": "এই এলাকার শিশুরা যখন প্রয়োজন হয় তখন দ্রুত সাহায্য পায়।",
    "Russian": "Дети в этом районе быстро получают помощь, когда она им нужна.",
}
ENGLISH = {
    "plain": "Children in the area get help quickly when they need it.",
    "without small words": "Managers check cases monthly; staff know whom to ask.",
    "a list": "Police, health, schools, nurseries, youth clubs, carers, volunteers and faith groups came.",
    "names": "Ada Quill, Nell Ferris, Jo Birch, Siân Llŷr Jones, José Núñez, Zoë Dale and Łukasz Nowak",
    "English with foreign names": "Siân and Łukasz told us that the leaflet in Polish, „Twoje prawa”, was of help.",
    "scholars": "This agrees with earlier work (Stanhope et al. 2014; cf. Birch, vol. 2, p. 31).",
    "one word again and again": "Word " + "word " * 40,
    "few words": "Croeso i chi",
    "figures": "2015 1,204 310 2016 1,350 322 2017 1,401 330",
    "settings": '{"grades": [{"judgement": "overall", "grade": "adequate", "reason": "late", "where": "north"}]}',
    "nothing": "",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_language(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english(text: str) -> None:
    assert is_english(text)


def test_a_paragraph_in_another_language_gets_one_remark_and_no_other() -> None:
    made = manuscript("Leaders know the children of the area. " * 9, WELSH, WELSH, audience="children")
    (remark,) = other_language.check(subject(made))
    assert (remark.rule, remark.level.value, remark.place.block) == ("Reading.NotEnglish", "warning", 1)
    assert "2 paragraphs are not in English (42 words" in remark.what
    assert not list(long_sentences.check(subject(made)))
    assert len(sentences(made)) == 9


def test_a_whole_text_in_another_language_is_said_to_be_not_checked() -> None:
    made = manuscript(heading("Llythyr"), *[WELSH] * 30, audience="children")
    (remark,) = other_language.check(subject(made))
    assert remark.what.startswith("This text is not in English.") and "not checked" in remark.what
    assert not [*reading_level.check(subject(made)), *hard_words.check(subject(made))]


def test_headings_and_tables_in_another_language_are_passed_over() -> None:
    assert not list(other_language.check(subject(manuscript(heading(WELSH), table([WELSH]), paragraph("Hello.")))))
