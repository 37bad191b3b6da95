"""Where a long sentence is split: only where a clause ends and the next can stand alone."""

from __future__ import annotations

import pytest

from lettersmith.checks.where_to_split import Split, where_to_split

PLACES = {
    "a semicolon between two clauses": (
        "We saw that the plans were good; | we also saw that they were late.",
        "Such practice is unacceptable; | it slows down the work of every team that meets the child.",
    ),
    "a comma and a clause of its own": (
        "The plans were clear when we read them, | and this helped the whole of the team to act at once.",
        "Managers make sure that plans are in place, | and children get the help that they need from day one.",
        "They meet each week to talk about risk, | and the notes of these meetings are read by every team.",
        "They share what they know with the police, | but too often they do not share it with the school.",
        "The reviews are held on time in most teams, | so children do not have to wait for a new plan.",
        "Staff knew the child well in one of the teams, | and when they did not, they asked somebody who did.",
    ),
    "and, where the same people do another thing": (
        "Care leavers get help with how they manage their money | and are taught how to cook and how to clean.",
        "The trust is revising what it asks of its wards | and has begun to train its nurses in a new way.",
    ),
    "and, with a new doer": (
        "The team is small and has lost some of its best people | and the use of agency staff is rising again.",
        "We read all of the plans and the notes of the meetings | and they told us that the work was late.",
    ),
    "a reason or an aim": (
        "The talk at the end of the day is not always held | because there are too few people to hold it.",
        "The wards now keep one list of all such visits | so that nurses see at a glance who came before.",
        "We could not tell whether doctors know of these children, | as this information is not kept anywhere.",
    ),
    "more about what was said, up to the end": (
        "The wait for a first talk has grown to eleven weeks, | which is longer than most children can bear.",
        "The grip of managers on this work is weak, | leading to poor notes in a number of the cases we read.",
    ),
    "after the part that opens the sentence": (
        "When children are talked about there, notes are weak, | and they do not say what is to be done next.",
    ),
}

NO_PLACE = {
    "two things of which one is said": (
        "The board makes sure that all children who are at risk of harm and neglect get help from the right people.",
        "They look at the views of children and young people and at those of carers and parents in each review.",
    ),
    "two words before a noun": (
        "The plans that they made for him set off an early and kindly answer when the child went missing.",
    ),
    "two who do one thing": (
        "There are meetings where parents and the right people from the teams are not always asked to come.",
    ),
    "a list": (
        "The service inspects schools, colleges, nurseries, homes, fostering, adoption, courts and prisons each year.",
    ),
    "words set between commas": (
        "A day of talks, where people who would adopt met children who wait, is seen as a good way.",
    ),
    "doing, before the verb": (
        "For the many children living here, finding a place in a good home near their friends is hard.",
    ),
    "which people are meant": (
        "We did not see that they met about those children who often go missing and are at risk of harm.",
    ),
    "although, without a verb": (
        "The number of such orders, although falling, is still high and costs the council more each year.",
    ),
    "the part that opens the sentence": (
        "When there are three such cases, and the mother has said no to help, the third goes to court.",
    ),
    "that, twice": (
        "This means that not all of the risks to her were seen in time and that her needs were not met at all.",
    ),
    "as long as": ("The council can let them stay in the homes that they know well for as long as they need them.",),
    "other people who do the same": (
        "When worries arise, social workers, the police and other professionals work well to get them help.",
    ),
    "a conjunction before another": (
        "Many young people feel heard by their own worker but because of gaps elsewhere this leads nowhere.",
    ),
    "one clause": ("One two three four five six seven eight nine ten.",),
}


@pytest.mark.parametrize(
    "marked", [pytest.param(one, id=f"{kind}: {one[:20]}") for kind, all in PLACES.items() for one in all]
)
def test_a_sentence_is_split_before_words_that_can_stand_alone(marked: str) -> None:
    before, after = marked.split("| ")
    assert (before + after).startswith(before)
    told = where_to_split(before + after, 14)
    assert told.after == " ".join(before.split()[-3:]).strip(" ,;")


@pytest.mark.parametrize("sentences", NO_PLACE.values(), ids=NO_PLACE)
def test_a_sentence_is_not_split_where_its_parts_belong_together(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        assert where_to_split(sentence, 14).after == ""


def test_both_halves_should_be_short_enough() -> None:
    sentence = "They meet; they read what the nurses, the police and the schools have sent them, and they agree a plan."
    assert where_to_split(sentence, 14) == Split("have sent them", is_list=False)


@pytest.mark.parametrize(
    ("sentence", "is_list"),
    [
        ("They look at many sources, including plans, notes of meetings, figures and what children say.", True),
        ("The tool has six parts: threat; harm; risk; need; voice; and what was done.", True),
        ("They look at plans, including those of other teams, before they meet.", False),
        ("They look at plans and at notes before they meet.", False),
    ],
)
def test_a_list_is_seen_as_one(sentence: str, is_list: bool) -> None:
    assert where_to_split(sentence, 10).is_list is is_list
