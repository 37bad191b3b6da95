"""One awkward review that goes through every way of showing remarks."""

from __future__ import annotations

from datetime import date

from lettersmith.model.manuscript import Block, Manuscript, Span, block_text
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review, SentenceLength, Silenced

FILE = "Leadership v3 <FINAL> & more.docx"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
PEOPLE = "👩‍👧 and 𝒜da"
HEBREW = "הילדים מוגנים היטב"


def span(text: str, **more: object) -> Span:
    return Span(text, Origin(FILE), **more)  # type: ignore[arg-type]


LONG = (
    "Senior managers make sure that arrangements are in place so that assessments of young people’s needs are "
    "completed more quickly and so that each of them is seen alone."
)
BLOCKS = (
    Block("heading", (span("The experience of children"),), level=1),
    Block("paragraph", (span("Leaders in "), span("Ambershire", bold=True), span(" utilise robust systems."))),
    Block("heading", (span("Strengths & risks"),), level=3),
    Block("item", (span("First, "), span("the front door", link="javascript:alert(3)"), span(" is known."))),
    Block("item", (span("Second, it is quick."),), level=2, marker="bullet"),
    Block("item", (span("Third, it is kind."),), level=1, marker="bullet"),
    Block("paragraph", (span(LONG), span("", note=1))),
    Block("table", rows=(((span("Who"),), (span("What"),)), ((span("Ada"),), (span("Ada utilise | this"),)))),
    Block("paragraph", (span(f"Shown to {PEOPLE}: they utilise it."),)),
    Block("paragraph", (span(HEBREW),)),
    Block("paragraph", (span(f"Pasted in: {HOSTILE} utilise"),)),
    Block("rule"),
    Block("paragraph", (span("The end."),)),
)
NOTES = ((span("See the annex of Ambershire."),),)
MANUSCRIPT = Manuscript(
    "",
    "The experience of children",
    BLOCKS,
    notes=NOTES,
    header=(Block("paragraph", (span("Ambershire County Council"),)),),
    footer=(Block("paragraph", (span("TBC"),)),),
    asides=(
        Block("paragraph", (span("TBC"),), parts=("comment",)),
        Block("paragraph", (span("Jo Bloggs was seen"),), parts=("deleted text",)),
    ),
)


def at(block: int, words: str, **more: object) -> Place:
    """The place of some words in a block of the body."""
    start = block_text(BLOCKS[block]).index(words)
    return Place(FILE, document=FILE, block=block, start=start, end=start + len(words), text=words, **more)  # type: ignore[arg-type]


def beside(region: str, words: str, start: int = 0) -> Place:
    """The place of some words that are not in the body."""
    return Place(FILE, document=FILE, start=start, end=start + len(words), text=words, region=region)


def wordy(block: int, words: str = "utilise") -> Remark:
    return Remark(
        "PlainEnglish.Wordy",
        Level.WARNING,
        f"“{words}” is a long word.",
        at(block, words),
        why="Short words are read by more people.",
        instead=("use", "make use of"),
        source="GOV.UK style guide",
        link="https://www.gov.uk/guidance/style-guide?a=1&b=2",
    )


REMARKS = (
    Remark("Length.Pages", Level.ERROR, "17 pages, limit 15.", Place(document=FILE)),
    Remark("OtherArea.Name", Level.ERROR, "It says “Ambershire”.", at(1, "Ambershire", page=2), instead=("Wexcombe",)),
    Remark("OtherArea.Name", Level.ERROR, "It says “Ambershire”.", beside("header", "Ambershire")),
    Remark("OtherArea.Name", Level.ERROR, "It says “Ambershire”.", beside("note", "Ambershire", 17)),
    Remark("Gaps.Placeholder", Level.ERROR, "“TBC” is left in.", beside("footer", "TBC"), do="Put the words in."),
    Remark("Gaps.Placeholder", Level.ERROR, "“TBC” is left in.", beside("comment", "TBC")),
    Remark("People.Name", Level.ERROR, "A name is in deleted text.", beside("deleted text", "Jo Bloggs")),
    Remark("Judgement.Straddling", Level.ERROR, "Both at once, the first.", at(1, "Ambershire utilise")),
    wordy(1),
    wordy(7),
    wordy(8),
    wordy(10),
    Remark("Reading.LongSentence", Level.WARNING, "This sentence has 30 words.", at(6, LONG), do='Split it after "a".'),
    Remark("House.Item", Level.WARNING, "The third item is too kind.", at(5, "kind")),
    Remark("House.Table", Level.WARNING, "Two cells say the same.", at(7, "Ada\tAda")),
    Remark("House.Astral", Level.WARNING, "A sign that is no letter.", at(8, PEOPLE)),
    Remark("House.Hebrew", Level.SUGGESTION, f"“{HEBREW}” is not English.", at(9, HEBREW)),
    Remark("House.Hostile", Level.SUGGESTION, f"{HOSTILE} “is” 'said'", at(10, HOSTILE), link="javascript:alert(4)"),
    Remark("House.Whole", Level.SUGGESTION, "This paragraph is lonely.", Place(FILE, block=12, document=FILE)),
    Remark("House.Gone", Level.SUGGESTION, "These words are nowhere.", Place(FILE, block=99, text="no such words")),
    Remark(
        "Facts.Elsewhere",
        Level.SUGGESTION,
        "The field says so.",
        Place("judgements.json", 88, "$.findings[3].text", FILE, block=3, start=7, end=21, text="the front door"),
    ),
    Remark("House.Controls", Level.SUGGESTION, "bell \x07 and \x1b[2J and \u202e turned", at(12, "The end.")),
)
SILENCED = (
    Silenced(wordy(1), "accepted", "It is the council's own name.", "Ada <b>Quill</b>", date(2017, 5, 9)),
    Silenced(wordy(8), "comment"),
    Silenced(wordy(10), "baseline"),
)
NOT_CHECKED = (Remark("Grammar.NotChecked", Level.WARNING, "LanguageTool is not here.", do="Install it."),)
UNREAD = (Remark("File.Locked", Level.ERROR, "“old.docx” is locked.", Place("old.docx"), do="Take the password off."),)
REVIEW = Review(
    FILE,
    MANUSCRIPT,
    "families",
    "as asked",
    REMARKS,
    SILENCED,
    NOT_CHECKED,
    ("PlainEnglish", "HouseStyle"),
    412,
    "Harper 0.2.0",
    facts={"words": 1210, "sentences": 4, "tracked changes": 1, "comments": 0},
    sentences=(
        SentenceLength(1, 0, 40, 6),
        SentenceLength(6, 0, len(LONG), 30),
        SentenceLength(8, 0, 30, 22),
        SentenceLength(12, 0, 8, 2),
        SentenceLength(12, 0, 8, 20),
        SentenceLength(-1, 0, 28, 5),
    ),
    limits=((Level.ERROR, 35), (Level.WARNING, 25), (Level.SUGGESTION, 20)),
    digest="0f" * 32,
)
CLEAN = Review(
    "clean.md", Manuscript("", "", (Block("paragraph", (Span("All is well.", Origin("clean.md", 1)),)),)), "public"
)
