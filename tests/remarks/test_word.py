"""A marked copy of a Word file: a comment for each remark at the words meant, and nothing else changed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest

from lettersmith.checks.passages import passages
from lettersmith.checks.places import place, whole
from lettersmith.model.manuscript import Manuscript, block_text
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.model.subject import Subject
from lettersmith.reading.docx import read
from lettersmith.remarks.word import mark, unmark
from ooxml.word_samples import (
    HEADER,
    NAMES,
    PARTS,
    comment,
    commented,
    deleted,
    everything,
    p,
    root,
    t,
    table,
    text_box,
    word_file,
)
from ooxml.word_walk import comments, letters, members, ours, ranges, tree

NOW = datetime(2017, 3, 7, 14, 12)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def remark(where: Place, what: str = "A shorter word will do.", **more: object) -> Remark:
    return Remark("PlainEnglish.Wordy", Level.WARNING, what, where, **more)  # type: ignore[arg-type]


def review(manuscript: Manuscript, *remarks: Remark) -> Review:
    return Review(manuscript.kind, manuscript, "professionals", remarks=remarks)


def place_of(manuscript: Manuscript, words: str) -> Place:
    """The first place of some words, in the text or beside it."""
    subject = Subject(manuscript)
    for passage in passages(manuscript):
        if words in passage.text:
            start = passage.text.index(words)
            return place(subject, passage, start, start + len(words))
    for block in manuscript.asides:
        text = block_text(block)
        if words in text:
            start, anchor = text.index(words), block.origin.anchor
            return Place(
                block=-1, start=start, end=start + len(words), text=words, region=block.parts[0], anchor=anchor
            )
    raise AssertionError(f"{words} is nowhere")


def marked(data: bytes, *words: str) -> bytes:
    made = read(data, "draft.docx")
    return mark(data, review(made, *(remark(place_of(made, one)) for one in words)), NOW)


EXACT = {
    "a word": "Leaders",
    "one letter": "L",
    "the end of a run and the beginning of the next": "in Wex",
    "three looks": "in Wexcombe know",
    "half a bold word": "excom",
    "an insertion": "always",
    "over an insertion and a deletion": "They always listen",
    "half an insertion": "ways lis",
    "a link": "the portal",
    "half a link": "port",
    "out of a link into a content control": "portal and Ad",
    "half a content control": "uill",
    "the result of a field": "7 March 2017",
    "half the result of a field": "rch 20",
    "a simple field": "Okoro.",
    "over words that have a comment": "comment of Ada Quill stands",
    "over the call of a note": "here. So",
    "a heading": "Practice",
    "over a text box": "box and",
    "over hidden words": "Seen and",
    "a formula and what is beside it": "formula x+1 and",
    "a symbol": "sign ·",
    "over a line break": "line\nbreak",
    "over a tab": "a\ttab",
    "in a control of paragraphs": "paragraph in a control",
    "in a cell": "act at once",
}


@pytest.mark.parametrize("words", EXACT.values(), ids=EXACT)
def test_a_comment_stands_at_the_very_words(words: str) -> None:
    copy = marked(everything(), words)
    [(id, _)] = ours(copy)
    assert ranges(copy)[id] == words


def test_a_drop_down_field_is_marked_whole() -> None:
    choices = '<w:ffData><w:ddList><w:listEntry w:val="adequate"/></w:ddList></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{choices}</w:fldChar></w:r>'
    code = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    document = tree(marked(word_file(p(t("Grade: "), begin, code, end, t("."))), "adequate"))
    order = [one.tag.removeprefix(W) for one in document.iter() if one.tag != f"{W}r"]
    assert order[order.index("commentRangeStart") : order.index("commentReference")] == [
        *("commentRangeStart", "fldChar", "ffData", "ddList", "listEntry"),
        *("instrText", "fldChar", "commentRangeEnd"),
    ]


def test_a_comment_over_cells_goes_from_the_first_word_to_the_last() -> None:
    made = read(everything(), "draft.docx")
    [index] = [number for number, block in enumerate(made.blocks) if block.rows]
    text = block_text(made.blocks[index])
    start, end = text.index("do"), text.index("act") + 3
    where = Place(block=index, start=start, end=end, text=text[start:end])
    copy = mark(everything(), review(made, remark(where)), NOW)
    [(id, _)] = ours(copy)
    assert ranges(copy)[id] == "doPoliceHealthThey act"


BESIDE = {
    "the header": ("A word in the header", "This is about the header: “A word in the header”.", "Front door"),
    "the footer": ("A word in the footer", "This is about the footer: “A word in the footer”.", "Front door"),
    "a footnote": ("A word in a footnote", "This is about a footnote: “A word in a footnote”.", ""),
    "an endnote": ("A word in an endnote", "This is about a footnote: “A word in an endnote”.", ""),
    "a text box": ("Words in the box", "This is about a text box: “Words in the box”.", ""),
    "deleted text": ("sometimes", "This is about deleted text: “sometimes”.", ""),
    "hidden text": ("unseen", "This is about hidden text: “unseen”.", ""),
    "text hidden by a style": ("by style", "This is about hidden text: “by style”.", ""),
    "a comment": ("[insert name]", "This is about a comment: “[insert name]”.", ""),
    "an alternative text": ("A plan", "This is about the alternative text of a picture: “A plan”.", ""),
}


@pytest.mark.parametrize(("words", "said", "at"), BESIDE.values(), ids=BESIDE)
def test_what_cannot_carry_a_comment_has_it_near_by(words: str, said: str, at: str) -> None:
    copy = marked(everything(), words)
    [(id, text)] = ours(copy)
    assert said in text.splitlines()
    assert ranges(copy)[id] == at


NEIGHBOUR = {
    "a footnote hangs on its call": ("A word in a footnote", "footnoteReference"),
    "an endnote hangs on its call": ("A word in an endnote", "endnoteReference"),
    "a text box hangs on what is drawn": ("Words in the box", "txbxContent"),
    "deleted text hangs on itself": ("sometimes", "delText"),
    "a comment hangs on its mark": ("[insert name]", "commentReference"),
}


@pytest.mark.parametrize(("words", "held"), NEIGHBOUR.values(), ids=NEIGHBOUR)
def test_it_stands_round_the_very_thing(words: str, held: str) -> None:
    document = tree(marked(everything(), words))
    everyone = list(document.iter())
    ids = {id for id, _ in ours(marked(everything(), words))}
    start, end = (
        next(i for i, one in enumerate(everyone) if one.tag == f"{W}{tag}" and one.get(f"{W}id") in ids)
        for tag in ("commentRangeStart", "commentRangeEnd")
    )
    assert f"{W}{held}" in [one.tag for one in everyone[start:end]]
    assert next(everyone[start].iterancestors(f"{W}txbxContent"), None) is None


def test_remarks_about_the_whole_document_stand_at_its_beginning() -> None:
    made = read(everything(), "draft.docx")
    copy = mark(everything(), review(made, remark(whole(Subject(made))), remark(Place("draft.docx"))), NOW)
    for id, text in ours(copy):
        assert ranges(copy)[id] == "Front door"
        assert "This is about the whole document." in text


def test_a_header_of_the_second_section_hangs_on_the_second_section() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="{}"/></w:sectPr>'
    body = p(t("One"), look=section.format("header1")) + p() + p(t("Two")) + section.format("header2")
    headers = {f"header{number}": root("hdr", p(t(f"head {number}"))) for number in (1, 2)}
    copy = marked(word_file(body, headers), "head 2")
    [(id, _)] = ours(copy)
    assert ranges(copy)[id] == "Two"


ODD_BODIES = {
    "nothing but a text box": (p(text_box(p(t("in a box")))), "in a box"),
    "nothing but a table": (table((p(t("a")), p(t("b")))) + p(), "b"),
    "an empty paragraph and a header": (f"{p()}<w:sectPr>{HEADER}</w:sectPr>", "word in the header"),
    "no paragraph at all": (f"<w:sectPr>{HEADER}</w:sectPr>", "word in the header"),
    "only what was deleted": (p(deleted("old words")), "old words"),
}


@pytest.mark.parametrize(("body", "words"), ODD_BODIES.values(), ids=ODD_BODIES)
def test_none_is_dropped_in_an_odd_file(body: str, words: str) -> None:
    data = word_file(body, {"header1": PARTS["header1"]})
    copy = marked(data, words)
    assert len(ours(copy)) == 1
    assert len(ranges(copy)) == 1
    assert letters(copy) == letters(data)


LOST = {
    "words that are not there": Place(block=1, start=0, end=7, text="Nobody"),
    "a place past the end": Place(block=1, start=4000, end=4007, text="Leaders"),
    "a block that is not there": Place(block=99, start=0, end=7, text="Leaders"),
    "an anchor that is not there": Place(block=-1, text="x", region="comment", anchor="word/comments.xml#77"),
    "a part that is not there": Place(block=-1, text="x", region="note", anchor="word/nothing.xml#0"),
    "an anchor that is none": Place(block=-1, text="x", region="note", anchor="words"),
    "a region without an anchor": Place(block=-1, text="x", region="header"),
}


@pytest.mark.parametrize("where", LOST.values(), ids=LOST)
def test_a_remark_whose_words_are_lost_is_still_told(where: Place) -> None:
    made = read(everything(), "draft.docx")
    copy = mark(everything(), review(made, remark(where)), NOW)
    [(id, text)] = ours(copy)
    assert f"“{where.text}”" in text
    assert id in ranges(copy)


def test_a_block_as_a_whole_is_a_place_too() -> None:
    made = read(everything(), "draft.docx")
    copy = mark(everything(), review(made, remark(Place(block=1))), NOW)
    [(id, _)] = ours(copy)
    assert ranges(copy)[id] == "Leaders in Wexcombe know the front door well."


def test_a_comment_says_what_why_and_what_to_do() -> None:
    made = read(everything(), "draft.docx")
    full = Remark(
        "PlainEnglish.Wordy",
        Level.SUGGESTION,
        "“Leaders” is a long word.",
        place_of(made, "Leaders"),
        "Short words are read sooner.",
        "Say it shorter.",
        ("heads", "chiefs"),
        "GOV.UK style guide",
        "https://example.org/style",
    )
    copy = mark(everything(), review(made, full), NOW)
    assert ours(copy)[0][1].splitlines() == [
        "Could be better: “Leaders” is a long word.",
        "Short words are read sooner.",
        "Do this: Say it shorter.",
        "Instead: “heads” or “chiefs”",
        "PlainEnglish.Wordy · GOV.UK style guide · https://example.org/style",
    ]
    signed = tree(copy, "word/comments.xml")[-1]
    assert signed.get(f"{W}author") == "lettersmith"
    assert signed.get(f"{W}initials") == "ls"
    assert signed.get(f"{W}date") == "2017-03-07T14:12:00Z"


def test_characters_that_no_file_can_hold_are_replaced_in_the_comment() -> None:
    made = read(everything(), "draft.docx")
    copy = mark(everything(), review(made, remark(Place(block=1), "half \ud800 and \x00 and <b>&amp;")), NOW)
    assert "half \ufffd and \ufffd and <b>&amp;" in ours(copy)[0][1]


def many() -> tuple[Review, bytes]:
    """Remarks at every other word of everything, in the text and beside it."""
    data = everything()
    made = read(data, "draft.docx")
    words = [word for passage in passages(made) for word in passage.text.split()[::2]]
    words += [block_text(block).strip() for block in made.asides]
    return review(made, remark(Place()), *(remark(place_of(made, word)) for word in words)), data


def test_there_are_as_many_comments_as_remarks() -> None:
    checked, data = many()
    copy = mark(data, checked, NOW)
    assert len(ours(copy)) == len(checked.remarks) > 40
    called = [mark.get(f"{W}id") for mark in tree(copy).iter(f"{W}commentReference")]
    assert sorted(called) == sorted(ranges(copy)) == sorted(id for id, _, _ in comments(copy))
    assert len(set(called)) == len(called)


def test_text_and_look_of_every_character_stay() -> None:
    checked, data = many()
    copy = mark(data, checked, NOW)
    for name in (name for name in members(data) if name.endswith(".xml") and name.startswith("word/")):
        if name != "word/comments.xml":
            assert letters(copy, name) == letters(data, name)
    assert replace(read(copy, "draft.docx"), blocks=()) == replace(checked.manuscript, blocks=())
    assert read(copy, "draft.docx") == checked.manuscript


def test_every_part_but_the_text_and_the_comments_stays_to_the_byte() -> None:
    checked, data = many()
    before, after = members(data), members(mark(data, checked, NOW))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert list(after) == list(before)


def test_comments_of_people_stay_with_their_answers() -> None:
    checked, data = many()
    copy = mark(data, checked, NOW)
    assert [one for one in comments(copy) if one[1] != "lettersmith"] == comments(data)
    assert {id: ranges(copy)[id] for id in ("3", "4")} == {"3": "A comment of Ada Quill", "4": ""}


def test_checking_a_marked_copy_again_replaces_our_comments() -> None:
    checked, data = many()
    once = mark(data, checked, NOW)
    again = read(once, "draft.docx")
    [first, *_] = checked.remarks
    twice = mark(once, review(again, first, remark(place_of(again, "Leaders"))), NOW)
    assert len(ours(twice)) == 2
    assert letters(twice) == letters(data)
    assert [one for one in comments(twice) if one[1] != "lettersmith"] == comments(data)
    assert mark(once, checked._replace(manuscript=again), NOW) == once


def test_a_marked_copy_that_had_no_comments_of_people_is_marked_again() -> None:
    data = word_file(p(t("Leaders know.")))
    once = marked(data, "Leaders")
    twice = marked(once, "know")
    [(id, _)] = ours(twice)
    assert ranges(twice) == {id: "know"}
    assert members(twice).keys() == members(once).keys()
    assert members(twice)["[Content_Types].xml"] == members(once)["[Content_Types].xml"]


def test_a_file_without_remarks_loses_our_old_comments() -> None:
    checked, data = many()
    clean = mark(mark(data, checked, NOW), review(checked.manuscript), NOW)
    assert ours(clean) == []
    assert comments(clean) == comments(data)


def test_unmark_gives_the_file_back() -> None:
    checked, data = many()
    back = unmark(mark(data, checked, NOW))
    assert letters(back) == letters(data)
    assert comments(back) == comments(data)
    assert ranges(back) == ranges(data)
    assert list(members(back)) == list(members(data))
    assert read(back, "draft.docx") == checked.manuscript


def test_unmark_leaves_no_part_behind_that_we_made() -> None:
    data = word_file(p(t("Leaders know.")))
    copy = marked(data, "Leaders", "know")
    assert "word/comments.xml" in members(copy)
    assert members(unmark(copy)).keys() == members(data).keys()
    assert b"comments" not in members(unmark(copy))["[Content_Types].xml"]
    assert b"comments" not in members(unmark(copy))["word/_rels/document.xml.rels"]


def test_unmark_joins_the_runs_that_were_cut() -> None:
    data = word_file(p(t("Leaders know the "), t("front", "<w:b/>"), t(" door well.")))
    back = unmark(marked(data, "ead", "know", "the front", "ron", "door"))
    assert [run.find(f"{W}t").text for run in tree(back).iter(f"{W}r")] == ["Leaders know the ", "front", " door well."]


def test_a_space_at_a_cut_is_not_lost() -> None:
    data = word_file(p("<w:r><w:t>Leaders know the front door</w:t></w:r>"))
    kept = [(text.text, dict(text.attrib)) for text in tree(marked(data, "know the")).iter(f"{W}t")]
    space = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    assert kept == [("Leaders ", space), ("know the", {}), (" front door", space)]


def test_every_part_is_packed_as_it_was() -> None:
    data = zipped(members(everything()))
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(marked(data, "Leaders"))) as after:
        packed = [
            [(one.filename, one.compress_type, one.date_time) for one in file.infolist()] for file in (before, after)
        ]
    assert packed[0] == packed[1]
    assert packed[0][0][1] == zipfile.ZIP_STORED


def test_a_file_that_is_not_marked_comes_back_to_the_byte() -> None:
    assert unmark(everything()) == everything()


SAVED_BY_WORD = {
    "comments": root(
        "comments",
        comment(0, "Look at this: A shorter word will do.", "0000000A", "lettersmith").replace('"AQ"', '"ls"')
        + comment(1, "I like the word.", "0000000B")
        + comment(2, "lettersmith is right.", "0000000C", "Sam Okoro"),
    ),
    "commentsExtended": PARTS["commentsExtended"]
    .replace('w15:paraId="00000011"', 'w15:paraId="0000000A"')
    .replace('w15:paraId="00000012" w15:paraIdParent="00000011"', 'w15:paraId="0000000B" w15:paraIdParent="0000000A"'),
    "commentsIds": PARTS["commentsIds"].replace("00000011", "0000000A", 1).replace("00000012", "0000000B", 1),
    "commentsExtensible": (
        f'<w16cex:commentsExtensible {NAMES}><w16cex:commentExtensible w16cex:durableId="20000011"/>'
        '<w16cex:commentExtensible w16cex:durableId="20000012"/></w16cex:commentsExtensible>'
    ),
    "people": PARTS["people"].replace(
        "<w15:person ", '<w15:person w15:author="lettersmith"/><w15:person ', 1
    ),
}  # fmt: skip


def test_an_answer_to_our_comment_stays_when_ours_goes() -> None:
    marks = commented(0, commented(1, commented(2, t("Leaders"))))
    back = unmark(word_file(p(marks, t(" know.")), SAVED_BY_WORD))
    assert comments(back) == [("1", "Ada Quill", "I like the word."), ("2", "Sam Okoro", "lettersmith is right.")]
    assert ranges(back) == {"1": "Leaders", "2": "Leaders"}
    threads, ids, people = (members(back)[f"word/{name}.xml"] for name in ("commentsExtended", "commentsIds", "people"))
    assert b"0000000A" not in threads and b"paraIdParent" not in threads and b"0000000B" in threads
    assert b"0000000A" not in ids and b"0000000B" in ids
    assert b"lettersmith" not in people and b"Ada Quill" in people


def test_the_words_of_our_comments_are_no_aside() -> None:
    copy = marked(word_file(p(t("Leaders know."))), "Leaders")
    again = read(copy, "draft.docx")
    assert again.asides == ()
    assert "comments" not in again.counts


def test_the_strict_form_of_the_format_stays_strict() -> None:
    strict = {
        name: text.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, text in members(word_file(p(t("Leaders know.")))).items()
    }
    data = zipped(strict)
    copy = marked(data, "know")
    assert len(tree(copy, "word/comments.xml")) == 1
    assert b"schemas.openxmlformats.org/wordprocessingml" not in b"".join(
        text for name, text in members(copy).items() if name != "[Content_Types].xml"
    )
    assert read(copy, "x.docx").blocks == read(data, "x.docx").blocks


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
