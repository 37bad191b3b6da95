"""Word files: any of them to a manuscript, and the words of one that was made."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block, Manuscript, Span, block_text, plain
from lettersmith.reading.docx_blocks import Blocks
from lettersmith.reading.docx_names import R_ID, STRICT_R_ID, STRICT_WORD, WORD, W
from lettersmith.reading.docx_styles import Styles, read_styles
from lettersmith.reading.docx_text import Inline
from lettersmith.reading.zip_gate import Parts, damaged, open_parts, parse, refuse

BODY = "word/document.xml"
"""Where the text of a file of ours is."""
JUST_MADE = "the file just made"
OUR_NAMESPACES = {"w", "r"}
"""The files that our writer makes declare these names and no others; a whole Word template has more."""
P, T, BREAK, TAB, STYLE, CALL = (f"{W}{name}" for name in ("p", "t", "br", "tab", "pStyle", "footnoteReference"))
VALUE, ID = f"{W}val", f"{W}id"
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
        made = manuscript_of(parts)
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

    Tracked insertions are read as accepted and deletions as gone. Each span's origin is the file and the number of
    the paragraph in its part. Raises Unreadable, with what to do, for a file that is no Word file or is not safe.
    """
    if isinstance(source, Path):
        name = name or source.name
        try:
            source = source.read_bytes()
        except OSError as error:
            why = f"cannot be opened: {error.strerror or error}."
            raise refuse("Unreadable", name, why, "Close it in other programs, or check its name.") from None
    return manuscript_of(open_parts(source, name))


def manuscript_of(parts: Parts) -> Manuscript:
    """The manuscript of a Word file that passed the gate."""
    main = main_part(parts)
    document = word_tree(parts, main)
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise damaged(parts.file)
    beside = relationships(parts, main)
    styles_root = word_tree(parts, part_of_kind(beside, "styles"))
    styles = read_styles(styles_root, word_tree(parts, part_of_kind(beside, "numbering")))
    notes = Notes(parts, beside, styles)
    blocks = tuple(part_blocks(parts, body, beside, styles, notes.number))
    heading = next((plain(block.spans) for block in blocks if block.kind == "heading"), "")
    language = next(styles_root.iter(f"{W}lang"), None) if styles_root is not None else None
    return Manuscript(
        kind=parts.file,
        title=" ".join(heading.split()) or core_title(parts) or parts.file,
        blocks=blocks,
        notes=tuple(notes.texts),
        header=edge(parts, document, beside, styles, notes.number, "header"),
        footer=edge(parts, document, beside, styles, notes.number, "footer"),
        language=(language.get(VALUE) if language is not None else None) or "en-GB",
    )


class Notes:
    """The footnotes and endnotes of a file, numbered in the order in which they are called."""

    def __init__(self, parts: Parts, beside: Mapping[str, Related], styles: Styles) -> None:
        self.parts = parts
        self.styles = styles
        self.texts: list[tuple[Span, ...]] = []
        self.names = {kind: part_of_kind(beside, f"{kind}s") for kind in ("footnote", "endnote")}
        self.trees = {kind: word_tree(parts, name) for kind, name in self.names.items()}

    def number(self, kind: str, id: str) -> int:
        """The number of a note that is called, its text read; 0 where there is none."""
        tree = self.trees[kind]
        found = None if tree is None else tree.find(f"{W}{kind}[@{W}id='{id}']") if id.lstrip("-").isdecimal() else None
        if found is None:
            return 0
        beside = relationships(self.parts, self.names[kind])
        spans: list[Span] = []
        for block in part_blocks(self.parts, found, beside, self.styles, no_note):
            for text in block.texts():
                spans += (*([Span("\n", block.origin)] if spans else []), *text)
        if spans:
            spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        self.texts.append(tuple(spans))
        return len(self.texts)


def no_note(kind: str, id: str) -> int:
    """Footnotes have no footnotes."""
    return 0


class Related(NamedTuple):
    """What a part leads to: another part, or an address outside."""

    kind: str
    """The last word of its type: `styles`, `hyperlink`."""
    target: str
    """The full name of a part, or the address."""


def part_blocks(
    parts: Parts, root: Any, beside: Mapping[str, Related], styles: Styles, note: Callable[[str, str], int]
) -> Iterator[Block]:
    """The blocks of one part."""
    links = {id: related.target for id, related in beside.items() if related.kind == "hyperlink"}
    return Blocks(parts.file, styles, Inline(links, note)).read(root)


def edge(
    parts: Parts,
    document: Any,
    beside: Mapping[str, Related],
    styles: Styles,
    note: Callable[[str, str], int],
    kind: str,
) -> tuple[Block, ...]:
    """The blocks of every header, or of every footer, that a section uses; the same text once."""
    found: dict[tuple[str, ...], tuple[Block, ...]] = {}
    names = [beside[id].target for used in document.iter(f"{W}{kind}Reference") if (id := used_id(used)) in beside]
    for name in dict.fromkeys(names):
        tree = word_tree(parts, name)
        if tree is not None:
            blocks = tuple(part_blocks(parts, tree, relationships(parts, name), styles, note))
            found.setdefault(tuple(map(block_text, blocks)), blocks)
    return tuple(block for blocks in found.values() for block in blocks)


def used_id(element: Any) -> str:
    """The relationship that an element goes by."""
    return element.get(R_ID) or element.get(STRICT_R_ID) or ""


def main_part(parts: Parts) -> str:
    """The name of the part with the text."""
    return part_of_kind(relationships(parts, ""), "officeDocument") or BODY


def part_of_kind(beside: Mapping[str, Related], kind: str) -> str:
    """The first part of a kind; empty for none."""
    return next((related.target for related in beside.values() if related.kind == kind), "")


def relationships(parts: Parts, name: str) -> dict[str, Related]:
    """What a part leads to, by id; of the whole file where the name is empty."""
    folder, file = posixpath.split(name)
    tree = parts.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, Related] = {}
    for element in () if tree is None else tree:
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        found[element.get("Id", "")] = Related(element.get("Type", "").rpartition("/")[2], target)
    return found


def word_tree(parts: Parts, name: str) -> Any:
    """The root of a part in Word's usual names, which the strict form of the format spells otherwise; None for none."""
    data = parts.read(name)
    return parse(data.replace(STRICT_WORD.encode(), WORD.encode()), parts.file) if data else None


def core_title(parts: Parts) -> str:
    """The title among the properties of the file; empty for none."""
    tree = parts.tree("docProps/core.xml")
    title = None if tree is None else tree.find("{http://purl.org/dc/elements/1.1/}title")
    return " ".join((title.text or "").split()) if title is not None else ""
