"""What drawings in a Word file say: text boxes, alternative texts, charts and diagrams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block
from lettersmith.model.place import Origin
from lettersmith.ooxml.gate import Parts
from lettersmith.ooxml.names import BOX, MC, RELATED, STRICT_RELATED
from lettersmith.ooxml.package import Related
from lettersmith.reading.docx_text import aside

ALT_TEXT, WORD_ART, CHART, DIAGRAM = "alt text", "WordArt", "chart", "diagram"
PROPERTIES = "docPr"
PICTURE, LETTERS = "{urn:schemas-microsoft-com:vml}shape", "{urn:schemas-microsoft-com:vml}textpath"


class Drawings(NamedTuple):
    """Reads the drawings of one part."""

    parts: Parts
    beside: Mapping[str, Related]

    def asides(self, drawing: Any, origin: Origin) -> Iterator[Block]:
        """What a drawing says that is no text box, each piece once."""
        said = dict.fromkeys((*alt_texts(drawing), *self.charts(drawing)))
        yield from (aside(region, text, origin) for region, text in said if text.strip())

    def charts(self, drawing: Any) -> Iterator[tuple[str, str]]:
        """The words of the charts and diagrams that a drawing shows, from the parts that hold them."""
        for element in drawing.iter("{*}chart", "{*}relIds"):
            for name, id in element.attrib.items():
                related = self.beside.get(id) if name.startswith((f"{{{RELATED}}}", f"{{{STRICT_RELATED}}}")) else None
                if related is not None and related.kind in ("chart", "diagramData") and not related.outside:
                    region = CHART if related.kind == "chart" else DIAGRAM
                    yield from ((region, text) for text in texts_of(self.parts.tree(related.target)))


def texts_of(root: Any) -> Iterator[str]:
    """The texts of a chart or diagram: a line for each paragraph, and the labels of its values."""
    if root is None:
        return
    for paragraph in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        yield "".join(text.text or "" for text in paragraph.iter("{*}t"))
    for label in root.iter("{*}strCache"):
        yield from (value.text or "" for value in label.iter("{*}v"))


def alt_texts(drawing: Any) -> Iterator[tuple[str, str]]:
    """What is said to those who cannot see a picture, and the letters that are drawn as one."""
    for element in drawing.iter("{*}docPr", PICTURE, LETTERS):
        if element.tag == PICTURE:
            yield ALT_TEXT, element.get("alt", "")
        elif element.tag == LETTERS:
            yield WORD_ART, element.get("string", "")
        else:
            yield ALT_TEXT, element.get("descr", "")
            yield ALT_TEXT, element.get("title", "")


def boxes_in(drawing: Any) -> list[Any]:
    """The contents of the text boxes of a drawing; a box inside a box is left to the paragraph that holds it."""
    return [box for box in drawing.iter(BOX) if not inside_another(box, drawing)]


def inside_another(box: Any, drawing: Any) -> bool:
    """Whether a text box is in another one, or in the spare variant for older programs."""
    for around in box.iterancestors():
        if around is drawing:
            return False
        if around.tag in (BOX, f"{MC}Fallback"):
            return True
    return False
