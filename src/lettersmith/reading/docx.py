"""Word files: any of them to a manuscript, and the words of one that was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lettersmith.model.manuscript import Manuscript, plain
from lettersmith.ooxml.gate import Parts, open_parts
from lettersmith.ooxml.names import ID, VALUE, P, T, W
from lettersmith.ooxml.package import BODY
from lettersmith.ooxml.refusing import damaged, refuse

JUST_MADE = "the file just made"
OUR_NAMESPACES = {"w", "r"}
"""The files that our writer makes declare these names and no others; a whole Word template has more."""
BREAK, TAB, STYLE, CALL = (f"{W}{name}" for name in ("br", "tab", "pStyle", "footnoteReference"))
GAP = "TableGap"
"""The style of the paragraphs that Word wants after a table; they are no block of the manuscript."""


def words_of(data: bytes) -> list[str]:
    """The words of a file that was made, block by block: cells each, footnotes last.

    White space is single and texts without words are left out, so that the list can be compared with that of the
    manuscript in the same form. `exact_words_of` leaves every character as it is. Raises Unreadable.
    """
    texts = (" ".join(text.split()) for text in exact_words_of(data))
    return [text for text in texts if text]


def exact_words_of(data: bytes) -> list[str]:
    """The same with every character, and with empty paragraphs and cells.

    Equal to `[plain(text) for block in blocks for text in block.texts()] + [plain(note) for note in notes]` of the
    manuscript that the file was made from.
    """
    parts = open_parts(data, JUST_MADE)
    body = parts.tree(BODY)
    if body is None:
        raise damaged(parts.file)
    if set(body.nsmap) != OUR_NAMESPACES:
        made = _whole(parts)
        return [plain(text) for block in made.blocks for text in block.texts()] + [plain(note) for note in made.notes]
    return paragraph_texts(body) + called_notes(parts, body)


def called_notes(parts: Parts, body: Any) -> list[str]:
    """The text of every footnote that the body calls: one that is not called is seen by nobody."""
    called = {call.get(ID) for call in body.iter(CALL)}
    notes = parts.tree("word/footnotes.xml") if called else None
    found = () if notes is None else (note for note in notes if note.get(ID) in called)
    return ["\n".join(paragraph_texts(note)).removeprefix(" ") for note in found]


def margins_of(data: bytes) -> list[str]:
    """The texts of the header and then the footer of a file that was made, paragraph by paragraph."""
    parts = open_parts(data, JUST_MADE)
    trees = (parts.tree(f"word/{name}.xml") for name in ("header", "footer"))
    return [text for tree in trees if tree is not None for text in paragraph_texts(tree)]


def paragraph_texts(root: Any) -> list[str]:
    """The text of every paragraph of a part that our own writer made: it nests none, and hides nothing."""
    texts: list[list[str]] = []
    pieces: list[str] = []
    for element in root.iter(P, T, BREAK, TAB, STYLE):
        tag = element.tag
        if tag == T:
            pieces.append(element.text or "")
        elif tag == P:
            pieces = []
            texts.append(pieces)
        elif tag == STYLE:
            if element.get(VALUE) == GAP:
                texts.pop()
        else:
            pieces.append("\n" if tag == BREAK else "\t")
    return ["".join(text) for text in texts]


def read(source: Path | bytes, name: str = "") -> Manuscript:
    """Any Word file as a manuscript: body, text boxes, tables, footnotes, headers and footers.

    Tracked insertions are read as accepted and deletions as gone. What is deleted, hidden or said in comments, and the
    words of pictures and charts, are its asides. Each span's origin is the file, with the part and the number of the
    paragraph as its anchor. Raises Unreadable, with what to do, for a file that is no Word file or is not safe.
    """
    if isinstance(source, Path):
        name = name or source.name
        try:
            source = source.read_bytes()
        except OSError as error:
            why = f"cannot be opened: {error.strerror or error}."
            raise refuse("File.Unreadable", name, why, "Close it in other programs, or check its name.") from None
    return _whole(open_parts(source, name))


def _whole(parts: Parts) -> Manuscript:
    """The manuscript of a file that may hold anything. What that takes is loaded here: our letters need none of it."""
    from lettersmith.reading.docx_file import WordFile

    return WordFile(parts).manuscript()
