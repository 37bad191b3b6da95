"""The page to copy an email from."""

from __future__ import annotations

import re
from html import unescape

from lettersmith.reading.html_blocks import Flow, blocks_of
from lettersmith.reading.html_tree import parse
from lettersmith.reading.words import block_words, expected_words
from lettersmith.writing.copy_page import write
from lettersmith.writing.txt import text
from writing.letters import ENVELOPE, WHOLE, letter, paragraph

PAGE = write(WHOLE, ["portal-note.pdf", "a & b.pdf"]).decode("utf-8")


def words(source: str, id: str) -> list[str]:
    """The words of the element with an id."""
    (found,) = [element for element in parse(source).elements() if element.attributes.get("id") == id]
    return block_words(blocks_of(found, Flow("")))


def test_address_and_subject_stand_alone_in_their_fields() -> None:
    assert words(PAGE, "to") == ["ada.quill@wexcombe.example.org"]
    assert words(PAGE, "subject") == ["OFFICIAL-SENSITIVE: DRAFT: Inspection of Wexcombe"]


def test_the_letter_is_there_with_its_look_and_without_it() -> None:
    body = expected_words(WHOLE)[: -len(WHOLE.notes)]
    labels = ["OFFICIAL-SENSITIVE", "Draft: not cleared, do not send"]
    assert words(PAGE, "letter") == [*labels, "Ofsted · Care Quality Commission", *body, "Made up for tests", *labels]
    assert unescape(PAGE.partition('<pre id="plain">')[2].partition("</pre>")[0]) == text(WHOLE)


def test_the_files_to_attach_are_named() -> None:
    assert "<li>portal-note.pdf</li><li>a &amp; b.pdf</li>" in PAGE
    assert "Attach these files" not in write(WHOLE).decode("utf-8")


def test_buttons_are_hidden_until_the_script_runs() -> None:
    buttons = re.findall(r"<button[^>]*>", PAGE)
    assert len(buttons) == 3
    assert all(" hidden " in button and 'aria-label="Copy: ' in button for button in buttons)
    for target in re.findall(r'data-copy="(\w+)"', PAGE):
        assert f'id="{target}"' in PAGE


def test_nothing_is_fetched() -> None:
    assert "default-src 'none'" in PAGE
    assert not re.search(r"<(img|link|iframe)|src=|url\(|@import|fetch\(", PAGE)


def test_values_cannot_become_script() -> None:
    evil = "</script><script>alert(1)</script>"
    source = write(letter(paragraph(evil), envelope=ENVELOPE._replace(subject=evil))).decode("utf-8")
    assert source.count("<script>") == 1
    assert "alert(1)</script>" not in source
