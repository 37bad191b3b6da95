"""What is in a Word file, read in another way than the program does: straight through the XML, in its order."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "‑"}
WORDS = (f"{W}t", f"{W}delText", f"{W}sym", f"{M}t", *LETTERS)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(members(data)[name])


def letters(data: bytes, name: str = "word/document.xml") -> list[tuple[str, bytes, tuple[str, ...]]]:
    """Every character with its look and with what is around it: deleted ones, hidden ones, codes and spare ones too."""
    found = []
    for element in tree(data, name).iter(*WORDS, f"{W}instrText", f"{W}fldChar", f"{W}drawing", f"{W}pict"):
        run = next(element.iterancestors(f"{W}r", f"{M}r"), None)
        look = run.find(f"{W}rPr") if run is not None else None
        shown = b"" if look is None else etree.tostring(look, method="c14n", with_tail=False)
        around = tuple(one.tag for one in element.iterancestors() if one.tag != f"{W}r")
        name = element.tag.rpartition("}")[2]
        word = LETTERS.get(element.tag) or element.text or ("" if name in ("t", "delText") else f"<{name}>")
        found += [(letter, shown, around) for letter in word]
    return found


def ranges(data: bytes, name: str = "word/document.xml") -> dict[str, str]:
    """The words that each comment stands at, by its id, as a reader who accepts every change sees them."""
    started: set[str] = set()
    found: dict[str, str] = {}
    fields: list[str] = []
    for element in tree(data, name).iter():
        if element.tag == f"{W}commentRangeStart":
            started.add(element.get(f"{W}id"))
            found[element.get(f"{W}id")] = ""
        elif element.tag == f"{W}commentRangeEnd":
            started.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}fldChar":
            step = element.get(f"{W}fldCharType")
            fields = [*(fields if step == "begin" else fields[:-1]), *([] if step == "end" else [step])]
        elif element.tag in WORDS and "begin" not in fields and is_read(element):
            for id in started:
                found[id] += "·" if element.tag == f"{W}sym" else LETTERS.get(element.tag) or element.text or ""
    assert not started, "every range is closed"
    return found


def is_read(element: Any) -> bool:
    """Whether somebody who accepts every change sees it, outside text boxes."""
    gone = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}txbxContent", f"{W}pPr"}
    run = next(element.iterancestors(f"{W}r"), None)
    style = None if run is None else run.find(f"{W}rPr/{W}rStyle")
    hidden = run is not None and run.find(f"{W}rPr/{W}vanish") is not None
    by_style = style is not None and style.get(f"{W}val") == "Unseen"
    return not hidden and not by_style and not any(one.tag in gone for one in element.iterancestors())


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Every comment: id, author and words."""
    if "word/comments.xml" not in members(data):
        return []
    found = tree(data, "word/comments.xml").iter(f"{W}comment")
    return [(one.get(f"{W}id"), one.get(f"{W}author"), "\n".join(texts(one))) for one in found]


def texts(comment: Any) -> list[str]:
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p")]


def ours(data: bytes) -> list[tuple[str, str]]:
    """The comments of this program: id and words."""
    return [(id, words) for id, author, words in comments(data) if author == "lettersmith"]
