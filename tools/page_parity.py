"""Whether the PDF has as many pages as LibreOffice gives the Word file, over many made-up letters.

    python tools/page_parity.py --seed 7 --each 20

Letters of one page, of 4 to 8 and of 12 to 16 pages are made from a seed, written in both formats, and the Word files
converted by LibreOffice in one go. The numbers of pages are printed side by side.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from lettersmith.catalogue.look import read_look
from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import NOWHERE
from lettersmith.writing.docx import write as write_docx
from lettersmith.writing.pdf import lay_out

LOOK_FILE = Path(__file__).parents[1] / "templates" / "letterheads" / "look.toml"
BANDS = {"short": (1, 1), "middle": (4, 8), "long": (12, 16)}
"""Pages that letters of a kind have."""

WHO = [
    "Leaders",
    "Social workers",
    "Health visitors",
    "Senior managers",
    "Police officers",
    "The partnership",
    "School nurses",
    "Midwives",
    "Managers in the multi-agency safeguarding hub",
    "Probation practitioners",
    "Foster carers",
    "The chair of the board",
]
DOES = [
    "know",
    "act on",
    "understand",
    "share",
    "review",
    "record",
    "challenge",
    "follow up",
    "write down",
    "check",
    "discuss with each other",
    "weigh carefully",
    "respond quickly to",
]
WHAT = [
    "the risks that children face",
    "what children tell them",
    "the plans for each child",
    "information about older children",
    "the reasons for their decisions",
    "changes at home",
    "the views of fathers and other carers",
    "concerns about exploitation",
    "the findings of audits",
    "referrals that arrive at night",
    "the quality of assessments",
    "the voice of the child",
]
ENDS = [
    "at an early stage",
    "and this makes a difference",
    "in most of the cases that we saw",
    "although not always in time",
    "because supervision is regular",
    "so that families do not need to tell their story twice",
    "when this matters most",
    "in nine of the twelve records that inspectors read",
    "which is a clear improvement since 2014",
    "and there is more to do to make this consistent across the area",
]
HEADS = [
    "Key strengths",
    "Areas for improvement",
    "The experiences of children at risk",
    "Leadership and management",
    "Practice in the front door",
    "Identifying and responding to neglect",
    "Case study: highly effective practice",
    "Next steps",
    "How well agencies work together to protect children who go missing from home, care or school",
]
AGENCIES = ["Wexcombe Council", "Wexcombe Police", "Harbour Vale NHS Trust", "the probation service", "all agencies"]
TIMES = ["within three months", "within six months", "at once", "by Friday 5 May 2017"]


class Writer:
    """Somebody who writes letters, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.notes: list[tuple[Span, ...]] = []
        self.lists = 0

    def sentence(self) -> str:
        """One sentence of eight to thirty words."""
        parts = [self.random.choice(WHO), self.random.choice(DOES), self.random.choice(WHAT)]
        if self.random.random() < 0.7:
            parts.append(self.random.choice(ENDS))
        return " ".join(parts) + "."

    def text(self, least: int, most: int) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def spans(self, text: str) -> tuple[Span, ...]:
        """A text, some of it bold, italic or a link, now and then with a footnote."""
        chance = self.random.random()
        if chance > 0.25:
            return (span(text),)
        words = text.split(" ")
        middle = len(words) // 2
        begin, marked, end = " ".join(words[:middle]) + " ", words[middle], " " + " ".join(words[middle + 1 :])
        if chance < 0.06:
            self.notes.append((span(self.text(1, 2)),))
            return (span(text), Span("", NOWHERE, note=len(self.notes)))
        if chance < 0.12:
            return (span(begin), Span(marked, NOWHERE, link="https://www.example.org/guidance"), span(end))
        return (span(begin), Span(marked, NOWHERE, bold=chance < 0.2, italic=chance >= 0.2), span(end))

    def paragraph(self, least: int = 1, most: int = 6) -> Block:
        """A paragraph of a letter."""
        return Block("paragraph", self.spans(self.text(least, most)))

    def items(self) -> list[Block]:
        """A list of three to eight items, bulleted or numbered, perhaps with a list in it."""
        self.lists += 1
        marker = self.random.choice(("bullet", "bullet", "number"))
        found = []
        for number in range(1, self.random.randint(3, 8) + 1):
            found.append(Block("item", self.spans(self.text(1, 2)), 1, (), marker, number, self.lists))
            if self.random.random() < 0.12:
                found += [Block("item", (span(self.sentence()),), 2, (), "bullet") for _ in range(2)]
            if self.random.random() < 0.06:
                found.append(Block("item", (span(self.sentence()),), 1))
        return found

    def table(self) -> Block:
        """A table of actions."""
        rows = [(self.random.choice(AGENCIES), self.text(1, 2), self.random.choice(TIMES))]
        rows += [
            (self.random.choice(AGENCIES), self.text(1, 3), self.random.choice(TIMES))
            for _ in range(self.random.randint(1, 7))
        ]
        head = ("Agency", "What they will do", "By when")
        return Block("table", rows=tuple(tuple((span(cell),) for cell in row) for row in (head, *rows)))

    def box(self) -> list[Block]:
        """A framed part."""
        found = [self.paragraph(1, 3)._replace(parts=("box",)) for _ in range(self.random.randint(1, 2))]
        if self.random.random() < 0.4:
            found += [block._replace(parts=("box",)) for block in self.items()[:4]]
        return found

    def section(self) -> list[Block]:
        """A heading and what stands under it."""
        found = [Block("heading", (span(self.random.choice(HEADS)),), 2)]
        for _ in range(self.random.randint(2, 6)):
            chance = self.random.random()
            if chance < 0.55:
                found.append(self.paragraph())
            elif chance < 0.8:
                found += [Block("paragraph", (span(self.sentence()),)), *self.items()]
            elif chance < 0.88:
                found += [Block("heading", (span(self.random.choice(HEADS)),), 3), self.paragraph()]
            elif chance < 0.95:
                found += [Block("paragraph", (span(self.sentence()),)), self.table()]
            else:
                found += self.box()
        return found

    def opening(self) -> list[Block]:
        """Date, address, greeting, title."""
        address = "Alex Mercer\nDirector of Children’s Services\nWexcombe Council\nCounty Hall\nWexcombe\nWX1 1AA"
        lines = address.split("\n")[: self.random.randint(3, 6)]
        return [
            Block("paragraph", (span("Friday 3 March 2017"),), parts=("date",)),
            Block("paragraph", (span("\n".join(lines)),), parts=("address",)),
            Block("paragraph", (span("Dear Alex Mercer"),), parts=("greeting",)),
            Block("heading", (span("Joint targeted area inspection of services in Wexcombe"),), 1),
        ]

    def ending(self) -> list[Block]:
        """The close and who signs."""
        names = self.random.choice(("Sam Okoro\nLead inspector", "Sam Okoro\nHM Inspector", "Jo Pell"))
        return [
            Block("paragraph", (span("Yours sincerely"),), parts=("close",)),
            Block("paragraph", (span(names),), parts=("signature",)),
        ]

    def letter(self, words: int) -> Manuscript:
        """A letter of about so many words."""
        self.notes = []
        blocks = self.opening()
        if words < 500:
            while count(blocks) < words - 60:
                blocks += self.items()[:3] if self.random.random() < 0.25 else [self.paragraph(1, 4)]
        while count(blocks) < words - 60:
            blocks += self.section()
        title = "Joint targeted area inspection of services in Wexcombe"
        joint = self.random.random() < 0.5
        names = "\nOfsted · Care Quality Commission · HM Inspectorate of Probation" if joint else ""
        return Manuscript(
            "findings-letter",
            title,
            (*blocks, *self.ending()),
            notes=tuple(self.notes),
            header=(Block("paragraph", (span(f"Joint targeted area inspection{names}"),)),),
            footer=(Block("paragraph", (span(f"{title}, reference WX-17"),)),),
            marking=self.random.choice(("", "OFFICIAL-SENSITIVE")),
        )


class Pair(NamedTuple):
    """One letter's pages in both formats."""

    band: str
    pdf: int
    libreoffice: int


def span(text: str) -> Span:
    """Plain words."""
    return Span(text, NOWHERE)


def count(blocks: Sequence[Block]) -> int:
    """The words of some blocks."""
    return sum(len(part.text.split()) for block in blocks for text in block.texts() for part in text)


def letters(seed: int, each: int, look: Look) -> list[tuple[str, Manuscript]]:
    """So many letters of each length; one that turns out longer or shorter than its kind is written again."""
    writer = Writer(seed)
    found = []
    for band, (least, most) in BANDS.items():
        made = 0
        while made < each:
            words = writer.random.randint(90, 330) if most == 1 else writer.random.randint(least * 330, most * 330)
            manuscript = writer.letter(words)
            if least <= lay_out(manuscript, look)[1].pages <= most:
                found.append((band, manuscript))
                made += 1
    return found


def compare(seed: int, each: int, soffice: Sequence[str], look: Look, keep: Path | None = None) -> list[Pair]:
    """The pages of letters in both formats. `soffice` is the command that starts LibreOffice.

    The letters' lengths are those of the usual look, whatever look they are compared in.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        made = []
        for number, (band, manuscript) in enumerate(letters(seed, each, read_look(LOOK_FILE))):
            data, layout = lay_out(manuscript, look)
            (folder / f"{number:03}.docx").write_bytes(write_docx(manuscript, look))
            (folder / f"{number:03}-typst.pdf").write_bytes(data)
            made.append((band, layout.pages))
        convert(soffice, sorted(folder.glob("*.docx")), folder)
        return [
            Pair(band, pages, libreoffice_pages(folder / f"{number:03}.pdf"))
            for number, (band, pages) in enumerate(made)
        ]


def convert(soffice: Sequence[str], files: Sequence[Path], folder: Path) -> None:
    """Word files to PDFs of the same names in one go, with a profile of its own."""
    profile = (folder / "profile").resolve().as_uri()
    command = [*soffice, f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)


def libreoffice_pages(path: Path) -> int:
    """How many pages a PDF of LibreOffice has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def main() -> int:
    """Print the pages side by side; 1 if the two formats disagree more than they may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="letters of each length")
    parser.add_argument("--large-print", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder to keep the files in")
    given = parser.parse_args()
    look = read_look(LOOK_FILE)
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    soffice = ["soffice", "--headless", "--norestore"]
    pairs = compare(given.seed, given.each, soffice, look.large_print() if given.large_print else look, given.keep)
    for number, pair in enumerate(pairs):
        if pair.pdf != pair.libreoffice:
            print(f"letter {number} ({pair.band}): PDF {pair.pdf}, LibreOffice {pair.libreoffice}")
    equal = sum(pair.pdf == pair.libreoffice for pair in pairs)
    print(f"{equal} of {len(pairs)} letters have as many pages in both")
    return 0 if good_enough(pairs) else 1


def good_enough(pairs: Sequence[Pair]) -> bool:
    """At least 95 in a hundred the same, and none off by more than one page."""
    equal = sum(pair.pdf == pair.libreoffice for pair in pairs)
    return equal >= 0.95 * len(pairs) and all(abs(pair.pdf - pair.libreoffice) <= 1 for pair in pairs)


if __name__ == "__main__":
    sys.exit(main())
