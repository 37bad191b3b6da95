"""One shared set of remarks through every way of showing them, with the expected text spelled out."""

from __future__ import annotations

import json
from collections.abc import Callable

import jsonschema_rs
import pytest

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.remarks import json_v1, review_words, text
from remarks.shared_remarks import REMARKS, name_of, text_of

FORMATS: dict[str, Callable[..., str]] = {"text": text.show, "json": json_v1.show}
"""The two ways of showing remarks without a review."""

TEXT = """\
Wexcombe, joint inspection, day 0 (Tuesday 9 May 2017). Findings letter: not ready.

  Dates, notified (inspection.json, line 14)  $.dates.notified
    Must change: The inspection begins on 31 June 2017, which is not a date.
      “2017-06-31”
      Do this: Give the date as 2017-06-30.
      Facts.Date

Findings letter

  Finding S4 (judgements.json, line 88) · page 3  $.findings[3].text
    Must change: It says “Ambershire” where Wexcombe should stand.
      “Leaders in [Ambershire] know the front door well, and see every…”
      Why: Text copied from an older letter is the usual cause.
      Do this: Correct it. If Ambershire is meant, list it under other areas
        with the reason.
      Areas.Other
    Could be better: A shorter word will do.
      “…know the front door well, and see [every] child on the day that help
      is asked for.”
      Instead: “each” or “all”
      PlainEnglish.Wordy · GOV.UK style guide ·
        https://www.gov.uk/guidance/style-guide

  The template findings-letter 1.0.0 (letter.md, line 31)
    Look at this: This sentence has 27 words.
      Sentences.Long · 150149 ¶96

  The whole document
    Look at this: 17 pages, limit 15.
      Length.Pages

2 must change, 2 to look at, 1 could be better.
"""

BARE = """\
  Dates, notified (inspection.json, line 14)  $.dates.notified
    Must change: The inspection begins on 31 June 2017, which is not a date.
"""

JSON_PLACES: list[list[object]] = [
    ["inspection.json", 14, "$.dates.notified", None, None, None, None, None, "2017-06-31"],
    ["judgements.json", 88, "$.findings[3].text", "findings-letter", 3, 12, 11, 21, "Ambershire"],
    ["judgements.json", 88, "$.findings[3].text", "findings-letter", 3, 12, 56, 61, "every"],
    ["jtai-2017/findings-letter@1.0.0/letter.md", 31, None, "findings-letter", None, None, None, None, None],
    [None, None, None, "findings-letter", None, None, None, None, None],
]
KEYS = ["file", "line", "path", "document", "page", "block", "from", "to", "text"]
LATER = dict.fromkeys(("column", "heading", "paragraph", "region"))


def expected_json() -> object:
    rest: list[tuple[object, ...]] = [
        ("Facts.Date", "error", None, "Give the date as 2017-06-30.", [], None, None),
        (
            "Areas.Other",
            "error",
            "Text copied from an older letter is the usual cause.",
            "Correct it. If Ambershire is meant, list it under other areas with the reason.",
            ["Wexcombe"],
            None,
            None,
        ),
        (
            "PlainEnglish.Wordy",
            "suggestion",
            None,
            None,
            ["each", "all"],
            "GOV.UK style guide",
            "https://www.gov.uk/guidance/style-guide",
        ),
        ("Sentences.Long", "warning", None, None, [], "150149 ¶96", None),
        ("Length.Pages", "warning", None, None, [], None, None),
    ]
    names = ("rule", "level", "why", "do", "instead", "source", "link")
    order = ("rule", "level", "place", "what", "why", "do", "instead", "source", "link")
    remarks = []
    for values, place, remark in zip(rest, JSON_PLACES, REMARKS, strict=True):
        found: dict[str, object] = dict(zip(names, values, strict=True))
        found |= {"place": dict(zip(KEYS, place, strict=True)) | LATER, "what": remark.what}
        remarks.append({name: found[name] for name in order})
    return {"version": 1, "remarks": remarks, "counts": {"error": 2, "warning": 2, "suggestion": 1}}


HEADING = "Wexcombe, joint inspection, day 0 (Tuesday 9 May 2017). Findings letter: not ready."
SHOWN = {
    "text": (FORMATS["text"](REMARKS, width=78, heading=HEADING, name_of=name_of, text_of=text_of), TEXT),
    "json": (FORMATS["json"](REMARKS), json.dumps(expected_json(), ensure_ascii=False, indent=2) + "\n"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_shared_remarks(name: str) -> None:
    shown, expected = SHOWN[name]
    assert shown == expected


def test_text_needs_nothing_but_remarks() -> None:
    assert FORMATS["text"](REMARKS).startswith(BARE)


def test_nothing_to_say_is_said() -> None:
    assert FORMATS["text"](()) == "Nothing to change.\n"
    assert json.loads(FORMATS["json"](())) == {
        "version": 1,
        "remarks": [],
        "counts": {"error": 0, "warning": 0, "suggestion": 0},
    }


@pytest.mark.parametrize("width", [20, 60, 80, 200])
def test_no_line_of_words_is_wider_than_the_terminal(width: int) -> None:
    lines = FORMATS["text"](REMARKS, width=width, text_of=text_of).splitlines()
    words = [line for line in lines if line.startswith("    ") and "https://" not in line]
    assert max(map(len, words)) <= max(width, 40)


def test_colour_changes_nothing_but_colour() -> None:
    import re

    painted = FORMATS["text"](REMARKS, colour=True)
    assert painted != FORMATS["text"](REMARKS)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == FORMATS["text"](REMARKS)
    assert "\x1b[90m  $.findings[3].text\x1b[0m" in painted


EVIL = ["\x1b[2J", "\x07", "\r", "\u202e", "\u200b", "\x9b31m", "\ud800", "\u2028"]


@pytest.mark.parametrize("character", EVIL, ids=lambda text: f"U+{ord(text[0]):04X}")
def test_no_value_can_steer_the_terminal(character: str) -> None:
    remark = Remark("A.B", Level.ERROR, f"x{character}", Place(f"f{character}", 1, f"$.{character}", text=character))
    shown = FORMATS["text"]([remark], heading=character)
    assert character[0] not in shown
    assert f"<U+{ord(character[0]):04X}>" in shown
    shown.encode("utf-8")


def test_remarks_at_one_place_stand_together_worst_first() -> None:
    place = Place("a.md", 3)
    given = [Remark("A.B", level, level.value, place) for level in (Level.SUGGESTION, Level.ERROR, Level.WARNING)]
    given.insert(1, Remark("A.B", Level.ERROR, "elsewhere", Place("a.md", 9)))
    shown = FORMATS["text"](given)
    assert shown.count("  a.md, line 3\n") == 1
    order = [shown.index(word) for word in (": error", ": warning", ": suggestion", ": elsewhere")]
    assert order == sorted(order)


def test_the_tally_counts_each_level() -> None:
    assert review_words.tally(REMARKS) == "2 must change, 2 to look at, 1 could be better."


VALIDATOR = jsonschema_rs.validator_for(json.loads(json_v1.schema()))
ODD = [
    *REMARKS,
    Remark(
        "Style.Rule-1", Level.WARNING, "half \ud800 a character", Place("f\ud800", 1, "$", "d", 1, 0, 0, 1, "\ud800")
    ),
]


@pytest.mark.parametrize("remark", ODD, ids=lambda remark: remark.rule)
def test_the_json_keeps_its_published_schema(remark: Remark) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(FORMATS["json"]([remark])))] == []
    FORMATS["json"]([remark]).encode("utf-8")


BROKEN = {
    "another version": lambda data: data.update(version=2),
    "a remark without a place": lambda data: data["remarks"][0].pop("place"),
    "a level of another name": lambda data: data["remarks"][0].update(level="must change"),
    "a line 0 instead of null": lambda data: data["remarks"][0]["place"].update(line=0),
    "a key that nobody knows": lambda data: data["remarks"][0].update(colour="red"),
    "no counts": lambda data: data.pop("counts"),
}


@pytest.mark.parametrize("break_it", BROKEN.values(), ids=BROKEN)
def test_the_schema_refuses_other_shapes(break_it: object) -> None:
    data = json_v1.as_data(REMARKS)
    assert VALIDATOR.is_valid(data)
    break_it(data)  # type: ignore[operator]
    assert not VALIDATOR.is_valid(data)


def test_a_command_may_add_keys_of_its_own() -> None:
    assert VALIDATOR.is_valid({**json_v1.as_data(REMARKS), "documents": []})


def test_what_could_stand_there_is_not_said_twice() -> None:
    remark = Remark("A.B", Level.ERROR, "Say “use”, not “utilise”.", instead=("use",))
    assert "Instead" not in FORMATS["text"]([remark])
