"""The page of remarks in a real browser: seen, heard, filtered, walked through by keyboard, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lettersmith.model.remark import Level
from lettersmith.remarks import html
from remarks.browser import Page, opened
from remarks.shared_reviews import CLEAN, REMARKS, REVIEW, UNREAD

pytestmark = [pytest.mark.engine("Chromium"), pytest.mark.engine("axe-core")]

PAGES = {
    "one file": html.show_reviews([REVIEW]),
    "several files": html.show_reviews([REVIEW, CLEAN, REVIEW._replace(file="other.docx")], unread=UNREAD),
    "nothing to change": html.show_reviews([CLEAN]),
    "nothing read": html.show_reviews([], unread=UNREAD),
}
SEEN = {
    "light": {},
    "dark": {"dark": True},
    "phone": {"width": 360},
    "dark phone": {"width": 360, "dark": True},
    "paper": {"paper": True},
}


def page_of(name: str, folder: Path) -> Path:
    file = folder / "remarks (checked).html"
    file.write_text(PAGES[name], encoding="utf-8")
    return file


@pytest.fixture(scope="module", params=PAGES)
def any_page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(page_of(request.param, tmp_path_factory.mktemp("page"))) as page:
        yield page


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(page_of("one file", tmp_path_factory.mktemp("page"))) as page:
        yield page


@pytest.fixture
def page(kept: Page) -> Page:
    """The page of one file as it is when it is opened."""
    kept.look()
    kept.run("document.querySelector('.filters').reset()")
    kept.run("document.querySelectorAll('.now').forEach(e => e.classList.remove('now')); document.activeElement.blur()")
    kept.run("document.querySelectorAll('details').forEach(e => e.open = false); scrollTo(0, 0)")
    kept.settle()
    return kept


@pytest.mark.parametrize("seen", SEEN)
def test_nothing_keeps_anybody_out(any_page: Page, seen: str) -> None:
    any_page.look(**SEEN[seen])  # type: ignore[arg-type]
    assert any_page.faults() == []


def test_nothing_is_asked_of_the_network_and_no_script_fails(any_page: Page) -> None:
    assert [address for address in any_page.requests() if not address.startswith("file:")] == []
    assert any_page.complaints() == []


@pytest.mark.parametrize("width", [320, 390, 800, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(any_page: Page, width: int) -> None:
    any_page.look(width=width)
    assert any_page.run("document.documentElement.scrollWidth") <= width


SHOWN = "[...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).length"
STATUS = "document.querySelector('[role=status]').textContent"


def choose(page: Page, name: str, value: str) -> None:
    page.run(
        f"{{ const field = document.querySelector('.filters [name={name}]'); field.value = {value!r};"
        "field.dispatchEvent(new Event('change', {bubbles: true})) }"
    ) if name != "level" else page.run(f"document.querySelector('.filters [value={value}]').click()")
    page.settle()


ALL = len(REMARKS)
LEFT = {level: sum(remark.level is not level for remark in REMARKS) for level in Level}


@pytest.mark.parametrize("level", Level)
def test_a_level_can_be_left_out(page: Page, level: Level) -> None:
    choose(page, "level", level.value)
    assert page.run(SHOWN) == LEFT[level]
    assert page.run(STATUS) == f"{LEFT[level]} of {ALL} remarks shown"
    assert page.faults() == []


FILTERS = {
    "one rule": ("rule", "OtherArea.Name", 3),
    "the header": ("section", "d0header", 1),
    "the first section": ("section", "d0h0", 3),
    "the document as a whole": ("section", "d0whole", 2),
    "what is not in the text": ("section", "d0aside", 2),
}


@pytest.mark.parametrize(("name", "value", "left"), FILTERS.values(), ids=FILTERS)
def test_only_one_rule_or_section_is_shown(page: Page, name: str, value: str, left: int) -> None:
    choose(page, name, value)
    assert page.run(SHOWN) == left
    assert page.run("document.querySelectorAll('a.mark[href]').length") >= left - 2
    assert page.run("document.querySelectorAll('.mark.off').length") > 0
    assert page.faults() == []


def test_show_all_brings_everything_back(page: Page) -> None:
    choose(page, "rule", "OtherArea.Name")
    page.run("document.querySelector('[type=reset]').click()")
    page.settle()
    assert page.run(SHOWN) == ALL
    assert page.run(STATUS) == f"All {ALL} remarks shown"
    assert page.run("document.querySelectorAll('.mark.off').length") == 0


FOCUS = "document.activeElement.id"


def test_keys_and_buttons_go_from_remark_to_remark(page: Page) -> None:
    page.press("n")
    page.press("n")
    assert page.run(FOCUS) == "d0r2"
    page.press("p")
    assert page.run(FOCUS) == "d0r1"
    page.press("p")
    assert page.run(FOCUS) == f"d0r{ALL}"
    page.run("document.querySelector('[name=next]').click()")
    assert page.run(FOCUS) == "d0r1"


def test_steps_pass_over_what_is_filtered_out(page: Page) -> None:
    choose(page, "rule", "PlainEnglish.Wordy")
    page.press("n")
    assert page.run("document.activeElement.dataset.rule") == "PlainEnglish.Wordy"


def test_the_keys_can_be_switched_off(page: Page) -> None:
    page.run("document.querySelector('[name=keys]').click()")
    page.press("n")
    assert page.run(FOCUS) == ""


def test_a_remark_and_its_words_lead_to_each_other(page: Page) -> None:
    page.run("document.querySelector('a.mark').click()")
    page.settle()
    card = page.run(FOCUS)
    assert card.startswith("d0r")
    assert page.run("document.querySelectorAll('.mark.now').length") >= 1
    page.run("document.querySelector('.card.now a.number').click()")
    page.settle()
    assert page.run("location.hash") == f"#m{card}"
    assert page.run("document.querySelector('.mark.now').contains(document.activeElement)") is True


def test_every_remark_that_has_words_leads_to_them(page: Page) -> None:
    lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.querySelector(a.hash)).length"
    assert page.run(lost) == 0
    assert page.run("document.querySelectorAll('.card a.number').length") == ALL - 2


def test_the_most_important_stand_first(page: Page) -> None:
    first = page.run("[...document.querySelectorAll('.start li')].map(item => item.textContent)")
    assert len(first) == 5
    assert first[0] == "It says “Ambershire”. Must change, and 2 more like it."
    assert all("Must change" in one for one in first)


def test_the_first_tab_offers_to_skip_to_the_remarks_and_every_stop_shows_itself(tmp_path: Path) -> None:
    with opened(page_of("one file", tmp_path)) as page:
        page.look()
        page.press("Tab")
        assert page.run("document.activeElement.className") == "skip"
        assert page.run("document.activeElement.getBoundingClientRect().left") == 0
        for _ in range(20):
            page.press("Tab")
            assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_levels_and_sentences_are_told_apart_without_colour(page: Page) -> None:
    style = "getComputedStyle(document.querySelector('{}')).{}"
    under = {page.run(style.format(f"a.mark.{level.value}", "borderBottomStyle")) for level in Level}
    assert under == {"solid", "dashed", "dotted"}
    bars = [page.run(style.format(f".bar.{kind} i", "backgroundImage")) for kind in ("warning", "suggestion")]
    assert bars[0] != bars[1]
    assert "the longest has 30." in page.run("document.querySelector('.strip p').textContent")


def test_paper_has_no_buttons_and_every_reason(page: Page) -> None:
    page.look(paper=True)
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.run("document.querySelector('.filters').checkVisibility()") is False
    assert page.run("document.querySelectorAll('details:not([open])').length") == 0
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run("document.querySelectorAll('details[open]').length") == 0


def test_without_scripts_there_is_every_remark_and_no_filter(tmp_path: Path) -> None:
    with opened(page_of("one file", tmp_path), scripts=False) as page:
        assert page.run(SHOWN) == ALL
        assert page.run("document.querySelector('.filters').checkVisibility()") is False


SENTENCES = {"error": 0, "warning": 1, "suggestion": 1}


@pytest.mark.parametrize(("level", "expected"), SENTENCES.items())
def test_a_bar_for_each_sentence_and_a_sign_for_those_over_a_limit(page: Page, level: str, expected: int) -> None:
    assert page.run("document.querySelectorAll('.bar').length") == 6
    assert page.run(f"document.querySelectorAll('.bar.{level}').length") == expected


def test_no_hostile_word_is_an_element(page: Page) -> None:
    assert page.run("document.querySelectorAll('img, iframe, object, embed').length") == 0
    assert page.run("document.scripts.length") == 1
    assert page.run("document.querySelectorAll('a[href^=javascript]').length") == 0
    assert page.run("document.body.innerText.includes('<img src=x onerror=alert(2)>')") is True


def test_the_words_are_those_of_the_document(page: Page) -> None:
    words = page.run("document.querySelector('.document').textContent")
    for said in (
        "First, the front door",
        "is known.",
        "Who",
        "Shown to 👩‍👧 and 𝒜da",
        "הילדים מוגנים היטב",
        "The end.",
    ):
        assert said in words


def test_headings_lists_and_tables_are_what_they_look_like(page: Page) -> None:
    assert page.run("document.querySelectorAll('.document li').length") == 2
    assert page.run("document.querySelectorAll('.document th[scope=col]').length") == 2
    assert page.run("document.querySelector('.document .as-1').localName") == "h3"
    assert page.run("document.querySelector('.document .as-3').localName") == "h4"
