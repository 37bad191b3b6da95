"""A Word file that passed the gate, as a manuscript."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from lettersmith.model.manuscript import Block, Manuscript, Span, block_text, plain
from lettersmith.ooxml.comments import COMMENT, is_ours
from lettersmith.ooxml.gate import Parts
from lettersmith.ooxml.hiding import read_hiding
from lettersmith.ooxml.names import ID, VALUE, W
from lettersmith.ooxml.package import main_part, part_of_kind, relationships, used_id, word_tree
from lettersmith.ooxml.pieces import DELETION, HIDDEN, MOVED, view_of
from lettersmith.ooxml.refusing import damaged
from lettersmith.reading.docx_blocks import Blocks
from lettersmith.reading.docx_counts import counts_of
from lettersmith.reading.docx_drawings import Drawings
from lettersmith.reading.docx_pages import pages_of
from lettersmith.reading.docx_report import remarks_of
from lettersmith.reading.docx_styles import read_styles
from lettersmith.reading.docx_text import Inline

TEXTS = frozenset(f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
REMARK = "comment"
"""The part that the words of a comment are in."""


class WordFile:
    """Reads one file, part by part."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.main = main_part(parts)
        self.beside = relationships(parts, self.main)
        self.trees: dict[str, Any] = {}
        self.readers: dict[str, tuple[Inline, Drawings]] = {}
        styles = self.tree(self.part("styles"))
        self.language = next(styles.iter(f"{W}lang"), None) if styles is not None else None
        self.styles = read_styles(styles, self.tree(self.part("numbering")))
        self.hiding = read_hiding(styles)
        self.asides: list[Block] = []
        self.notes = Notes(self)

    def part(self, kind: str) -> str:
        """The name of the part of a kind; empty for none."""
        return part_of_kind(self.beside, kind)

    def tree(self, name: str) -> Any:
        """The root of a part, read once; None where there is none."""
        if name not in self.trees:
            self.trees[name] = word_tree(self.parts, name) if name else None
        return self.trees[name]

    def manuscript(self) -> Manuscript:
        """The whole file. Raises Unreadable where it has no text at all."""
        document = self.tree(self.main)
        body = document.find(f"{W}body") if document is not None else None
        if body is None:
            raise damaged(self.parts.file)
        blocks = tuple(self.blocks(self.main, body, self.notes.number, pages_of(body)))
        header, footer = self.edge("header"), self.edge("footer")
        self.asides += self.comments()
        heading = next((plain(block.spans) for block in blocks if block.kind == "heading"), "")
        everything = (*blocks, *header, *footer)
        counts = self.counts()
        return Manuscript(
            kind=self.parts.file,
            title=" ".join(heading.split()) or self.core_title() or self.parts.file,
            blocks=blocks,
            notes=tuple(self.notes.texts),
            header=header,
            footer=footer,
            language=(self.language.get(VALUE) if self.language is not None else None) or "en-GB",
            asides=tuple(without_moves(self.asides, everything)),
            counts=counts,
            remarks=tuple(remarks_of(self.parts, counts, self.texts())),
        )

    def counts(self) -> dict[str, int]:
        """How many changes, comments, links and so on the file has."""
        comments, threads = self.tree(self.part("comments")), self.tree(self.part("commentsExtended"))
        found = counts_of((tree for _, tree in self.texts()), comments, threads)
        hidden = sum(block.parts[0] == HIDDEN for block in self.asides)
        macros = sum(name.endswith("vbaProject.bin") for name in self.parts.names)
        return {**found, **({"hidden passages": hidden} if hidden else {}), **({"macros": macros} if macros else {})}

    def texts(self) -> Iterator[tuple[str, Any]]:
        """The parts that hold text, read so far: body, headers, footers and notes."""
        for name, tree in self.trees.items():
            if tree is not None and tree.tag in TEXTS:
                yield name, tree

    def blocks(
        self, name: str, holder: Any, note: Callable[[str, str], int], pages: Mapping[Any, int] | None = None
    ) -> Iterator[Block]:
        """The blocks in an element of a part."""
        if name not in self.readers:
            root = self.tree(name)
            beside = self.beside if name == self.main else relationships(self.parts, name)
            links = {id: related.target for id, related in beside.items() if related.kind == "hyperlink"}
            inline = Inline(self.parts.file, name, root, view_of(root, self.hiding), links, note)
            self.readers[name] = inline, Drawings(self.parts, beside)
        return Blocks(self.styles, *self.readers[name], self.asides, pages or {}).read(holder)

    def edge(self, kind: str) -> tuple[Block, ...]:
        """The blocks of every header, or of every footer, that a section uses; the same text once."""
        found: dict[tuple[str, ...], tuple[Block, ...]] = {}
        used = (used_id(element) for element in self.tree(self.main).iter(f"{W}{kind}Reference"))
        for name in dict.fromkeys(self.beside[id].target for id in used if id in self.beside):
            tree = self.tree(name)
            if tree is not None:
                blocks = tuple(self.blocks(name, tree, self.notes.number))
                found.setdefault(tuple(map(block_text, blocks)), blocks)
        return tuple(block for blocks in found.values() for block in blocks)

    def comments(self) -> Iterator[Block]:
        """What people say in comments; ours are left out."""
        name = self.part("comments")
        tree = self.tree(name)
        for comment in () if tree is None else tree.iter(COMMENT):
            if not is_ours(comment):
                for block in self.blocks(name, comment, no_note):
                    yield block._replace(kind="paragraph", parts=(REMARK,))

    def core_title(self) -> str:
        """The title among the properties of the file; empty for none."""
        tree = self.parts.tree("docProps/core.xml")
        title = None if tree is None else tree.find("{http://purl.org/dc/elements/1.1/}title")
        return " ".join((title.text or "").split()) if title is not None else ""


class Notes:
    """The footnotes and endnotes of a file, numbered in the order in which they are called."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.texts: list[tuple[Span, ...]] = []

    @cached_property
    def known(self) -> Mapping[tuple[str, str], Any]:
        """Each note of the file, by `footnote` or `endnote` and its id."""
        trees = {kind: self.file.tree(self.file.part(f"{kind}s")) for kind in ("footnote", "endnote")}
        return {
            (kind, note.get(ID, "")): note
            for kind, tree in trees.items()
            if tree is not None
            for note in tree.iterchildren(f"{W}{kind}")
        }

    def number(self, kind: str, id: str) -> int:
        """The number of a note that is called, its text read; 0 where there is none."""
        found = self.known.get((kind, id))
        if found is None:
            return 0
        spans: list[Span] = []
        for block in self.file.blocks(self.file.part(f"{kind}s"), found, no_note):
            for text in block.texts():
                gap = block.origin._replace(anchor="")
                spans += (*([Span("\n", gap)] if spans else []), *text)
        if spans:
            spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        self.texts.append(tuple(spans))
        return len(self.texts)


def no_note(kind: str, id: str) -> int:
    """Footnotes have no footnotes."""
    return 0


def without_moves(asides: list[Block], read: tuple[Block, ...]) -> Iterator[Block]:
    """Asides, where words that were moved are no deletion if they stand elsewhere."""
    moved = any(block.parts[0] == MOVED for block in asides)
    there = "\n".join(block_text(block) for block in read) if moved else ""
    for block in asides:
        if block.parts[0] != MOVED:
            yield block
        elif block_text(block) not in there:
            yield block._replace(parts=(DELETION,))
