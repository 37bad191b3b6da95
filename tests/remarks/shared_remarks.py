"""One set of remarks that goes through every way of showing them."""

from __future__ import annotations

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

FINDING = "Leaders in Ambershire know the front door well, and see every child on the day that help is asked for."

REMARKS = (
    Remark(
        "Facts.Date",
        Level.ERROR,
        "The inspection begins on 31 June 2017, which is not a date.",
        Place("inspection.json", 14, "$.dates.notified", text="2017-06-31"),
        do="Give the date as 2017-06-30.",
    ),
    Remark(
        "Areas.Other",
        Level.ERROR,
        "It says “Ambershire” where Wexcombe should stand.",
        Place("judgements.json", 88, "$.findings[3].text", "findings-letter", 3, 12, 11, 21, "Ambershire"),
        why="Text copied from an older letter is the usual cause.",
        do="Correct it. If Ambershire is meant, list it under other areas with the reason.",
        instead=("Wexcombe",),
    ),
    Remark(
        "PlainEnglish.Wordy",
        Level.SUGGESTION,
        "A shorter word will do.",
        Place("judgements.json", 88, "$.findings[3].text", "findings-letter", 3, 12, 56, 61, "every"),
        instead=("each", "all"),
        source="GOV.UK style guide",
        link="https://www.gov.uk/guidance/style-guide",
    ),
    Remark(
        "Sentences.Long",
        Level.WARNING,
        "This sentence has 27 words.",
        Place("jtai-2017/findings-letter@1.0.0/letter.md", 31, document="findings-letter"),
        source="150149 ¶96",
    ),
    Remark("Length.Pages", Level.WARNING, "17 pages, limit 15.", Place(document="findings-letter")),
)


def name_of(file: str, path: str) -> str:
    """The name of the one fact that has a name."""
    return "finding S4" if (file, path) == ("judgements.json", "$.findings[3].text") else ""


def text_of(place: Place) -> str:
    """The text of the one block that has words."""
    return FINDING if place.block == 12 else ""
