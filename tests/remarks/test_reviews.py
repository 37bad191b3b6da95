"""One shared review through every way of showing: nothing is dropped, and the counts agree."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import jsonschema_rs
import pytest

from lettersmith.model.remark import Level, Remark
from lettersmith.remarks import FORMATS, json_v1, sarif
from remarks.shared_reviews import CLEAN, HOSTILE, NOT_CHECKED, REMARKS, REVIEW, SILENCED, UNREAD

Shown = tuple[str, str, str]
"""Rule, level and words of a remark as a format tells them."""


def show(format: str, **more: Any) -> str:
    module = import_module(f"lettersmith.remarks.{FORMATS[format]}")
    shown: str = module.show_reviews([REVIEW, CLEAN], unread=UNREAD, **more)
    return shown


class Cards(HTMLParser):
    """The cards of the page, each with all its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._in = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "article":
            self._in = True
            self.found.append({"rule": given["data-rule"], "level": given["data-level"], "words": ""})

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._in:
            self.found[-1]["words"] += data


def cards(page: str) -> list[dict[str, str]]:
    parser = Cards()
    parser.feed(page)
    return parser.found


def of_text(shown: str) -> Counter[tuple[str, str]]:
    """Rule and level of each remark: the level is that of the heading above it."""
    found: Counter[tuple[str, str]] = Counter()
    level = ""
    names = {level.in_words.capitalize(): level.value for level in Level}
    for line in shown.splitlines():
        heading = re.fullmatch(r"(Must change|Look at this|Could be better): \d+", line)
        level = names[heading[1]] if heading else level
        rule = re.match(r"      ([A-Z]\w+\.\w+)(?: ·|$)", line)
        if rule and level and not line.endswith("File.Locked"):
            found[rule[1], level] += 1
    return found


def of_json(shown: str) -> Counter[tuple[str, str]]:
    return Counter((r["rule"], r["level"]) for r in json.loads(shown)["remarks"] if r["review"] is not None)


def of_sarif(shown: str) -> Counter[tuple[str, str]]:
    names = {said: level.value for level, said in sarif.LEVELS.items()}
    results = json.loads(shown)["runs"][0]["results"]
    return Counter((r["ruleId"], names[r["level"]]) for r in results if "suppressions" not in r)


def of_html(shown: str) -> Counter[tuple[str, str]]:
    return Counter((card["rule"], card["level"]) for card in cards(shown))


def of_line(shown: str) -> Counter[tuple[str, str]]:
    """Lines tell no level: it is taken from the rule, each of which has one level in the shared set."""
    levels = {remark.rule: remark.level.value for remark in REMARKS}
    rules = [re.match(r".*?:\d+:\d+:([A-Z]\w+\.\w+):", line) for line in shown.splitlines()]
    return Counter((rule[1], levels[rule[1]]) for rule in rules if rule and rule[1] in levels)


READ: dict[str, Callable[[str], Counter[tuple[str, str]]]] = {
    "text": of_text,
    "line": of_line,
    "json": of_json,
    "sarif": of_sarif,
    "html": of_html,
}
EXPECTED = Counter((remark.rule, remark.level.value) for remark in REMARKS)


@pytest.mark.parametrize("format", FORMATS)
def test_no_remark_is_dropped_and_none_is_added(format: str) -> None:
    more = {"every": True} if format == "text" else {}
    assert READ[format](show(format, **more)) == EXPECTED


def plain(words: str) -> str:
    return " ".join(words.split())


def said(format: str) -> Iterable[str]:
    """Everything that a format says, one text a remark where it can be told apart."""
    shown = show(format, **({"every": True, "width": 10_000} if format == "text" else {}))
    if format == "html":
        return [plain(card["words"]) for card in cards(shown)]
    if format in ("json", "sarif"):
        return [plain(json.dumps(one, ensure_ascii=False)) for one in entries(format, shown)]
    return [shown]


def entries(format: str, shown: str) -> list[Any]:
    data = json.loads(shown)
    return data["remarks"] if format == "json" else data["runs"][0]["results"]  # type: ignore[no-any-return]


TELLING = [remark for remark in REMARKS if "\x07" not in remark.what]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("remark", TELLING, ids=lambda r: f"{r.rule}-{r.place.region or r.place.block}")
def test_each_format_says_what_is_wrong(format: str, remark: Remark) -> None:
    what = plain(remark.what)
    what = json.dumps(what, ensure_ascii=False)[1:-1] if format in ("json", "sarif") else what
    assert any(what in one for one in said(format))


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html"])
@pytest.mark.parametrize("words", ["make use of", "Put the words in.", "no such words"])
def test_what_to_do_and_the_words_meant_are_told(format: str, words: str) -> None:
    assert any(words in one for one in said(format))


COUNTS = Counter(remark.level for remark in REMARKS)


def test_the_counts_of_all_formats_are_those_of_the_json() -> None:
    data = json.loads(show("json"))
    told = {level.value: COUNTS[level] for level in Level}
    assert data["reviews"][0]["counts"] == told
    assert data["counts"] == told | {"error": told["error"] + len(UNREAD)}
    tally = f"{COUNTS[Level.ERROR]} must change, {COUNTS[Level.WARNING]} to look at, {COUNTS[Level.SUGGESTION]} could"
    assert tally in show("text")
    assert tally in show("html")


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html"])
def test_what_was_not_checked_and_not_read_is_told(format: str) -> None:
    shown = show(format)
    for remark in (*NOT_CHECKED, *UNREAD):
        assert remark.what in shown
        assert remark.do in shown


def test_a_line_tells_a_file_that_was_not_read() -> None:
    assert "old.docx:1:1:File.Locked:“old.docx” is locked.\n" in show("line")


SILENCED_COUNT = len(SILENCED)


def test_every_format_counts_what_was_silenced() -> None:
    told = f"{SILENCED_COUNT} silenced: 1 accepted, 1 by a comment in the text, 1 not new since last time."
    assert told in show("text")
    assert told in show("html")
    data = json.loads(show("json"))["reviews"][0]["silenced"]
    assert [one["how"] for one in data] == ["accepted", "comment", "baseline"]
    assert (data[0]["by"], data[0]["until"]) == ("Ada <b>Quill</b>", "2017-05-09")
    results = json.loads(show("sarif"))["runs"][0]["results"]
    kinds = [result["suppressions"][0]["kind"] for result in results if "suppressions" in result]
    assert kinds == ["external", "inSource", "external"]


VALIDATOR = jsonschema_rs.validator_for(json.loads(json_v1.schema()))


@pytest.mark.parametrize(
    "reviews", [[REVIEW], [REVIEW, CLEAN], [CLEAN], []], ids=["awkward", "two files", "clean", "no file"]
)
def test_the_json_of_reviews_keeps_its_published_schema(reviews: list[Any]) -> None:
    data = json.loads(json_v1.show_reviews(reviews, unread=UNREAD))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize("key", ["file", "counts", "silenced", "notChecked", "audience"])
def test_the_schema_wants_every_key_of_a_review(key: str) -> None:
    data = json_v1.reviews_as_data([REVIEW])
    del data["reviews"][0][key]
    assert not VALIDATOR.is_valid(data)


def test_a_remark_keeps_its_fingerprint_when_lines_move() -> None:
    one = json_v1.reviews_as_data([REVIEW])["remarks"][1]
    assert re.fullmatch(r"[0-9a-f]{16}", one["fingerprint"])
    result = json.loads(show("sarif"))["runs"][0]["results"][1]
    assert result["partialFingerprints"] == {sarif.FINGERPRINT: one["fingerprint"]}


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_reviews_give_the_same_text(format: str) -> None:
    assert show(format) == show(format)
    show(format).encode("utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_no_review_at_all(format: str) -> None:
    shown = import_module(f"lettersmith.remarks.{FORMATS[format]}").show_reviews([])
    assert isinstance(shown, str)


def test_a_list_of_lines_has_one_line_a_remark() -> None:
    lines = show("line").splitlines()
    assert len(lines) == len(REMARKS) + len(UNREAD)
    assert all(re.match(r"[^\n]+:[1-9]\d*:[1-9]\d*:[A-Z]\w+\.\w+:.+", line) for line in lines)


def test_hostile_words_are_never_an_element_of_the_page() -> None:
    page = show("html")
    assert HOSTILE not in page
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in page
    assert "content=\"default-src 'none'; style-src 'sha256-" in page
    assert page.count("<script>") == page.count("</script>") == 1
    assert "<img" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert "<b>Quill" not in page
