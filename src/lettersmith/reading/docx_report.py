"""What should be known about a Word file before it is sent on: what leads out of it, and what was not looked into.

Nothing of it is opened, fetched or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.ooxml.fields import instructions
from lettersmith.ooxml.gate import Parts
from lettersmith.ooxml.names import P
from lettersmith.ooxml.package import Related, relationships
from lettersmith.ooxml.pieces import paragraphs

ON_DISK = re.compile(r"(?:file:|\\\\|[A-Za-z]:[\\/])", re.IGNORECASE)
FETCHING = re.compile(r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
"""Fields that fetch words, pictures or tables from other files."""
SHOWN = 3
"""How many targets a remark names."""
SOURCE = "Our own rule"
NOT_OURS = frozenset(("hyperlink", "attachedTemplate", "image"))


class Told(NamedTuple):
    """One kind of thing that a file can have, and what is said of it."""

    rule: str
    level: Level
    what: str
    """Ends before the names of the things."""
    why: str
    do: str


TEMPLATE = Told(
    "File.Template",
    Level.SUGGESTION,
    "It is attached to a template that is kept elsewhere, which was not opened",
    "Word looks for it whenever the file is opened. It shows a reader how your office names its folders.",
    "In Word, choose File, Options, Add-ins, Manage: Templates, Go, and put Normal in its place.",
)
PICTURE = Told(
    "File.LinkedPicture",
    Level.WARNING,
    "A picture is not in the file: Word fetches it whenever the file is opened. It was not fetched",
    "The reader may see nothing there, and whoever keeps the picture learns when the letter is read.",
    "In Word, choose File, Info, Edit Links to Files, and Break Link with the picture saved in the document.",
)
LINKED = Told(
    "File.Linked",
    Level.WARNING,
    "It draws on another file, which was not opened",
    "What the reader sees may change after the document was checked, or may not be there.",
    "In Word, choose File, Info, Edit Links to Files, Break Link, and check it again.",
)
ON_A_DISK = Told(
    "File.LinkToDisk",
    Level.SUGGESTION,
    "A link leads to a folder or share, not to a page that every reader can open",
    "Somebody in another office cannot follow it, and it shows how your office names its folders.",
    "Say where the document can be had, or attach it.",
)
MACROS = Told(
    "File.Macros",
    Level.WARNING,
    "It holds macros, which were not run",
    "Many offices stop a file with macros at the door, and then the letter does not arrive.",
    "Choose File, Save As, Word Document (.docx). The text stays, and the macros go.",
)
EMBEDDED = Told(
    "File.Embedded",
    Level.SUGGESTION,
    "It holds other files or controls inside, which were not opened",
    "Their words were not checked: a table may hold names that the text leaves out.",
    "Open each with a double click and read it, or paste it as a picture or as text.",
)
IMPORTED = Told(
    "File.Imported",
    Level.WARNING,
    "It holds a piece in another format, whose words were not read",
    "Word shows it like the rest of the text.",
    "Open the file in Word, save it under a new name, and check that file.",
)
DRAWN = Told(
    "File.Charts",
    Level.SUGGESTION,
    "It has charts or diagrams. Their words were looked at for names and gaps only",
    "How easily they read was not judged.",
    "Read them yourself.",
)
FIELD = Told(
    "File.Field",
    Level.WARNING,
    "A field fetches words or pictures from elsewhere. It was not run: the words that it showed last were read",
    "What the reader sees may change after the document was checked.",
    "In Word, click in it and press Ctrl+Shift+F9: the words stay, and the field goes.",
)


def remarks_of(parts: Parts, counts: Mapping[str, int], texts: Iterable[tuple[str, Any]]) -> list[Remark]:
    """What is to be said of one file. `texts` are the names and roots of its texts."""
    place = Place(parts.file)
    related = [one for name in sorted(parts.names) if name.endswith(".rels") for one in led_to(parts, name)]
    found = list(outside(related, place))
    kinds = {one.kind for one in related if not one.outside}
    if "vbaProject" in kinds:
        found.append(said(MACROS, place))
    held = [one for one in related if one.kind in ("oleObject", "control") and not one.outside]
    inside = [one.target.rpartition("/")[2] for one in held]
    if inside or "embedded objects" in counts:
        found.append(said(EMBEDDED, place, inside))
    if "aFChunk" in kinds:
        found.append(said(IMPORTED, place))
    if "charts" in counts or "diagrams" in counts:
        found.append(said(DRAWN, place))
    for name, root in texts:
        for code, element in instructions(root):
            if fetching := FETCHING.match(code):
                anchor = anchor_of(name, root, element)
                found.append(said(FIELD, Place(parts.file, anchor=anchor), [fetching[1].upper()]))
    return found


def anchor_of(name: str, root: Any, element: Any) -> str:
    """The anchor of the paragraph that an element of a part is in; empty for none."""
    around = next(element.iterancestors(P), None)
    return "" if around is None else f"{name}#{paragraphs(root).index(around)}"


def led_to(parts: Parts, name: str) -> Iterator[Related]:
    """What the part whose relationships these are leads to."""
    folder, _, file = name.rpartition("_rels/")
    yield from relationships(parts, f"{folder}{file.removesuffix('.rels')}").values()


def outside(related: list[Related], place: Place) -> Iterator[Remark]:
    """What leads out of the file, one remark a kind."""
    led = [one for one in related if one.outside]
    groups = (
        (TEMPLATE, [one for one in led if one.kind == "attachedTemplate"]),
        (PICTURE, [one for one in led if one.kind == "image"]),
        (LINKED, [one for one in led if one.kind not in NOT_OURS]),
        (ON_A_DISK, [one for one in led if one.kind == "hyperlink" and ON_DISK.match(one.target)]),
    )
    for told, ones in groups:
        if ones:
            yield said(told, place, [one.target for one in ones])


def said(told: Told, place: Place, names: Iterable[str] = ()) -> Remark:
    """The remark on some things of one kind."""
    each = list(dict.fromkeys(unquote(name).removeprefix("file:///") for name in names))
    more = f" and {len(each) - SHOWN} more" if len(each) > SHOWN else ""
    shown = f": {', '.join(each[:SHOWN])}{more}" if each else ""
    return Remark(told.rule, told.level, f"{told.what}{shown}.", place, told.why, told.do, source=SOURCE)
