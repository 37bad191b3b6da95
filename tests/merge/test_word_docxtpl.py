"""The same words as docxtpl itself makes, in every part of nasty templates."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docxtpl
import pytest
from lxml import etree

from lettersmith.merge import compile_template, merge
from lettersmith.reading import docx as reading
from lettersmith.reading.words import difference
from lettersmith.writing import docx as writing
from merge.letter_kit import LOOK, roots
from merge.word_kit import NAMES, control, form, p, r, row, table, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAK, TAB = f"{W}br", f"{W}tab"
FACTS: dict[str, Any] = {
    "area": {"name": "Wexcombe & “Sons” <x>", "town": "first\nsecond\tthird"},
    "on": True,
    "off": False,
    "title": "Form about Wexcombe",
    "people": [{"name": "Ada", "tasks": ["a", "b"]}, {"name": "Kofi", "tasks": ["c"]}, {"name": "Nell", "tasks": []}],
}
AREA = "{{ inspection.area.name }}"


def box(text: str) -> str:
    """A text box, as Word writes it: twice."""
    inner = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        '<wp:docPr id="7" name="Box" descr="Alt {{ inspection.area.name }}"/><a:graphic><a:graphicData uri="x">'
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


BODIES = {
    "a tag split over runs": f"<w:p>{r('Dear {')}{r('{ inspection', '<w:b/>')}{r('.area.name }')}{r('}, hello')}</w:p>",
    "a tag split by spelling marks and bookmarks": (
        f'<w:p>{r("{{ inspection.")}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="a"/>'
        f'{r("area")}<w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellEnd"/>{r(".name }}")}</w:p>'
    ),
    "insertions and deletions": (
        f'<w:p>{r("a ")}<w:ins w:id="1" w:author="Someone">{r(AREA)}</w:ins>'
        '<w:del w:id="2" w:author="Someone"><w:r><w:delText>gone {{ inspection.title }}</w:delText></w:r></w:del>'
        f"{r(' b')}</w:p>"
    ),
    "content controls": control("one", p(AREA)) + f"<w:p>{r('in ')}{control('two', r(AREA))}{r(' line')}</w:p>",
    "fields": (
        '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(AREA)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "a link": f'<w:p><w:hyperlink r:id="h">{r("to " + AREA)}</w:hyperlink></w:p>',
    "paragraphs in a loop": (
        p("{%p for person in inspection.people %}") + p("{{ person.name }}!", "Bullets") + p("{%p endfor %}")
    ),
    "a loop in a loop": (
        p("{%p for person in inspection.people %}")
        + p(
            "{{ person.name }}: {% for task in person.tasks %}{{ task }}{% if not loop.last %}, {% endif %}{% endfor %}"
        )
        + p("{%p endfor %}")
    ),
    "rows in a loop": table(
        row("Name", "Tasks", heads=True),
        row("{%tr for person in inspection.people %}", ""),
        row("{{ person.name }}", "{{ loop.index }} of {{ loop.length }}"),
        row("{%tr endfor %}", ""),
        row("Last", "row"),
    ),
    "cells in a loop": table(
        row("Names", "{%tc for person in inspection.people %}", "{{ person.name }}", "{%tc endfor %}"), columns=4
    ),
    "a table in a cell": table(row("left", table(row(AREA, "inner")) + p("after")), row("x", "y")),
    "choices": p("{% if inspection.on %}yes{% else %}no{% endif %} {% if inspection.off %}lost{% endif %}")
    + p("{%p if inspection.off %}")
    + p("not there")
    + p("{%p else %}")
    + p("there")
    + p("{%p endif %}"),
    "a text box in both variants": f"<w:p>{r('before ')}{box(AREA)}{r(' after')}</w:p>",
    "line breaks and tabs in a value": p("{{ inspection.area.town }}"),
    "breaks and tabs of the template": f"<w:p>{r('a')}<w:r><w:br/></w:r><w:r><w:tab/></w:r>{r('b')}</w:p>",
    "comparisons with signs that XML escapes": p("{% if inspection.people | count > 2 %}many{% endif %}"),
    "a set": p("{% set x = inspection.area.name %}{{ x }} and {{ x }}"),
}


def peer(data: bytes) -> dict[str, list[str]]:
    """What docxtpl makes of a template."""
    import jinja2

    environment = jinja2.Environment(autoescape=True)
    environment.filters["count"] = len
    document = docxtpl.DocxTemplate(io.BytesIO(data))
    document.render({"inspection": FACTS}, environment)
    file = io.BytesIO()
    document.save(file)
    return texts(file.getvalue())


def texts(data: bytes) -> dict[str, list[str]]:
    """The words of every part with words, paragraph by paragraph; the title too."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    found: dict[str, list[str]] = {}
    for name in archive.namelist():
        if not re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name):
            continue
        root = etree.fromstring(archive.read(name))
        made = []
        for paragraph in root.iter(f"{W}p"):
            own = (
                element
                for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
                if next(element.iterancestors(f"{W}p")) is paragraph
            )
            made.append("".join({BREAK: "\n", TAB: "\t"}.get(element.tag, element.text or "") for element in own))
        found[name] = [text for text in made if text]
    core = etree.fromstring(archive.read("docProps/core.xml"))
    found["title"] = [core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""]
    return found


def nasty(body: str) -> bytes:
    """A file with this body, and tags in every other part that docxtpl fills."""
    parts = {
        "h1": ("header1", "header", f"<w:hdr {NAMES}>{p('Top ' + AREA)}</w:hdr>"),
        "f1": ("footer1", "footer", f"<w:ftr {NAMES}>{p('Foot ' + AREA)}</w:ftr>"),
        "n1": (
            "footnotes",
            "footnotes",
            f'<w:footnotes {NAMES}><w:footnote w:id="2">{p("Note " + AREA)}</w:footnote></w:footnotes>',
        ),
    }
    call = f'<w:p>{r("called")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    title = "{{ inspection.title }}"
    return word_file(
        p(title, "Heading1") + body + call + p("the end"),
        section=section,
        parts=parts,
        links={"h": ("hyperlink", "https://www.example.org/", True)},
        core={"dc:title": title, "dc:creator": "Someone Real", "cp:lastModifiedBy": "Someone Real"},
    )


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_the_words_of_every_part_are_docxtpls(body: str) -> None:
    data = nasty(body)
    made = merge(compile_template(form(data)), roots(FACTS))
    assert not made.remarks
    file = writing.write(made.manuscript, LOOK)
    assert texts(file) == peer(data)
    assert difference(made.manuscript, "docx", file) == ""
    again = reading.read(file, "x")
    assert [block.kind for block in made.manuscript.header] == [block.kind for block in again.header]
    assert len(made.manuscript.notes) == len(again.notes) == 1
    archive = zipfile.ZipFile(io.BytesIO(file))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Someone" not in everything, "the names of the template's authors stay at home"


def test_whole_letters_are_docxtpls_too() -> None:
    whole = "".join(body for body in BODIES.values())
    data = nasty(whole)
    made = merge(compile_template(form(data)), roots(FACTS))
    assert texts(writing.write(made.manuscript, LOOK)) == peer(data)
