"""Places in the reader's words."""

from __future__ import annotations

import pytest

from lettersmith.model.place import Place
from lettersmith.remarks import place_words

SOURCES = {
    "a value by its path": (Place("inspection.json", 13, "$.area.name"), "area, name (inspection.json, line 13)"),
    "an item of a list": (
        Place("evidence.json", 5, "$[0].quotations[1].words"),
        "number 1, quotations, number 2, words (evidence.json, line 5)",
    ),
    "a key of two words": (Place("inspection.json", 2, "$.other_areas"), "other areas (inspection.json, line 2)"),
    "a key in brackets": (Place("inspection.json", 2, '$["odd.key"]'), "odd.key (inspection.json, line 2)"),
    "the whole file": (Place("inspection.json", 0, "$"), "inspection.json"),
    "a line of a draft": (Place("sections/front door.md", 12), "sections/front door.md, line 12"),
    "a template": (
        Place("jtai-2017/findings-letter@1.0.0/letter.md", 31),
        "the template findings-letter 1.0.0 (letter.md, line 31)",
    ),
    "a template as a whole": (
        Place("jtai-2017/findings-letter@1.0.0/template.toml"),
        "the template findings-letter 1.0.0 (template.toml)",
    ),
    "a shared block": (Place("shared/complain-1.md", 2), "shared/complain-1.md, line 2"),
    "no source": (Place(document="findings-letter"), ""),
}


@pytest.mark.parametrize(("place", "expected"), SOURCES.values(), ids=SOURCES)
def test_sources(place: Place, expected: str) -> None:
    assert place_words.source(place) == expected


def test_a_fact_with_a_name_is_called_by_it() -> None:
    place = Place("judgements.json", 88, "$.findings[3].text")
    assert place_words.source(place, lambda file, path: "finding S4") == "finding S4 (judgements.json, line 88)"
    assert place_words.source(place, lambda file, path: "") == "findings, number 4, text (judgements.json, line 88)"


DOCUMENTS = {"findings-letter": "Findings letter", "": "", "Leadership v3 FINAL.docx": "Leadership v3 FINAL.docx"}


@pytest.mark.parametrize(("kind", "expected"), DOCUMENTS.items())
def test_documents(kind: str, expected: str) -> None:
    assert place_words.document(Place(document=kind)) == expected
