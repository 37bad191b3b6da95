"""The page of each paragraph of a Word file, as LibreOffice lays it out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from lettersmith.errors import EngineMissing
from lettersmith.model.manuscript import Block, Manuscript, block_text
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

PATIENCE = 120
"""Seconds that one file may take."""
USUAL = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where LibreOffice is when it is not on the path."""
_NO_WORD = re.compile(r"[\W_]+")
_ENOUGH = 60
"""Letters of a paragraph that are looked for."""


def with_pages(manuscript: Manuscript, data: bytes) -> Manuscript:
    """The manuscript with the page on which each of its blocks begins.

    Raises EngineMissing where LibreOffice is not on this machine, or cannot lay the file out. It runs by itself in a
    profile of its own, and follows no link to pictures elsewhere.
    """
    pages = [letters(text) for text in page_texts(data)]
    page, at = 0, 0
    blocks: list[Block] = []
    for block in manuscript.blocks:
        wanted = letters(block_text(block))[:_ENOUGH]
        page, at = _next(pages, wanted, page, at) if wanted else (page, at)
        blocks.append(block._replace(page=page + 1))
    return replace(manuscript, blocks=tuple(blocks))


def _next(pages: list[str], wanted: str, page: int, at: int) -> tuple[int, int]:
    """The page on which a paragraph is met next, and where it ends there; where we were if it is nowhere."""
    for number in range(page, len(pages)):
        start = _find(pages[number], wanted, at if number == page else 0)
        if start >= 0:
            return number, start + len(wanted)
    return page, at


def _find(page: str, wanted: str, start: int) -> int:
    """Where a paragraph begins on a page; it may end on the next one."""
    found = page.find(wanted, start)
    if found >= 0:
        return found
    for size in range(min(len(wanted) - 1, len(page) - start), 11, -1):
        if page.endswith(wanted[:size]):
            return len(page) - size
    return -1


def letters(text: str) -> str:
    """A text as pages are compared: small letters and digits alone, since hyphens and spaces differ by layout."""
    return _NO_WORD.sub("", text.lower())


def page_texts(data: bytes) -> list[str]:
    """The text of every page of a Word file. Raises EngineMissing."""
    import pypdfium2

    with tempfile.TemporaryDirectory(prefix="lettersmith-") as scratch:
        document = pypdfium2.PdfDocument(converted(data, Path(scratch)))
        try:
            return [page.get_textpage().get_text_bounded() for page in document]
        finally:
            document.close()


def converted(data: bytes, folder: Path) -> bytes:
    """A Word file as LibreOffice's PDF. It says that all is well when it failed, so the PDF itself is the proof."""
    program = shutil.which("soffice") or next((place for place in USUAL if Path(place).is_file()), None)
    if program is None:
        raise missing("LibreOffice is not on this machine, so the pages of the file are not known.")
    (folder / "file.docx").write_bytes(data)
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "file.docx")]
    hidden = 0x08000000 if sys.platform == "win32" else 0
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, creationflags=hidden)
        return (folder / "file.pdf").read_bytes()
    except (OSError, subprocess.SubprocessError):
        raise missing("LibreOffice could not lay the file out, so its pages are not known.") from None


def missing(what: str) -> EngineMissing:
    """Why there are no pages."""
    do = "Install LibreOffice, or leave --pages out: pages that Word noted itself are shown all the same."
    return EngineMissing(Remark("Check.NoPages", Level.WARNING, what, Place(), do=do))
