"""One part of a Word template to a text that Jinja reads: cleaned, looked through, numbered, and patched by docxtpl.

Tracked changes are accepted, comments taken out: their authors' names stay at home. What would lose text in silence is
refused, every place in one go. The line of the made text is the number of the paragraph in the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lettersmith.merge.lines import Lines
from lettersmith.merge.marks import NONCHARACTER, stamp_mark
from lettersmith.merge.source import TAG, faults_at_sight, refusal
from lettersmith.merge.word_package import W
from lettersmith.model.remark import Remark

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
P, R, T, TR, TC, SDT = (f"{W}{name}" for name in ("p", "r", "t", "tr", "tc", "sdt"))
_GONE = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd",
                 "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
                 "lastRenderedPageBreak", "dataBinding", "placeholder", "showingPlcHdr")
) | {f"{W}commentReference", f"{W}annotationRef"}  # fmt: skip
_UNWRAPPED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml"))
_FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "HYPERLINK",
    "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
})  # fmt: skip
"""Fields that hold nothing from outside the text."""
STRUCTURE = re.compile(r"\{[%{#](p|tr|tc|r)\s")
_LOST = {"p": "paragraph", "tr": "row of its table", "tc": "cell of its table"}
_OF_DOCXTPL = re.compile(r"\{%\s*(colspan|cellbg|vm|hm)\b")
_NUMBERED = re.compile(r'<w:p n="(\d+)"(/?)>|\ufdd2(\d+)\ufdd3')
_TEXT = re.compile(r'<w:p n="(\d+)"|<w:t(?: [^>]*)?>([^<]*)')
_LINE = re.compile(r"\b([Ll])ine (\d+)")


def in_paragraphs(remark: Remark) -> Remark:
    """A remark on a line, as one on a paragraph."""
    say = lambda found: f"{'P' if found[1] == 'L' else 'p'}aragraph {found[2]}"  # noqa: E731
    what = _LINE.sub(say, remark.what).replace("on paragraph", "in paragraph")
    return remark._replace(what=what)


def cleaned(root: Any) -> None:
    """Number the paragraphs of a part, accept its tracked changes, and take out what only its author needs."""
    for number, paragraph in enumerate(root.iter(P), 1):
        paragraph.attrib.clear()
        paragraph.set("n", str(number))
    for row in [row for row in root.iter(TR) if row.find(f"{W}trPr/{W}del") is not None]:
        row.getparent().remove(row)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _GONE:
            _drop(element)
        elif element.tag in _UNWRAPPED and (element.tag != f"{W}ins" or len(element)):
            _unwrap(element)
        elif element.get(f"{W}author") is not None:
            _drop(element)
        elif element.tag == f"{W}id" and element.getparent().tag == f"{W}sdtPr":
            _drop(element)  # a content control in a loop must not bear the same number twice: Word gives new ones
        elif element.tag == f"{W}bookmarkStart" and element.get(f"{W}name") == "_GoBack":
            _drop(element)
        else:
            for name in [name for name in element.attrib if "rsid" in name or name.startswith(f"{W14}paraId")]:
                del element.attrib[name]
    for run in [run for run in root.iter(R) if not len(run) or all(child.tag == f"{W}rPr" for child in run)]:
        _drop(run)
    for text in root.iter(T):
        text.set(SPACE, "preserve")


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    properties = f"{element.tag}Pr"
    for child in [child for child in element if child.tag != properties]:
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def own_text(paragraph: Any) -> str:
    """The words of a paragraph itself, without those of text boxes that hang on it."""
    return "".join(text.text or "" for text in paragraph.iter(T) if _paragraph_of(text) is paragraph)


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(P), None)


def sight_faults(root: Any, file: str) -> Iterator[Remark]:
    """Everything in a part that would lose text, show what must not be seen, or bring in what was not checked."""
    paragraphs = list(root.iter(P))
    texts = {int(one.get("n")): own_text(one).replace("\n", " ") for one in paragraphs}
    last = max(texts, default=0)
    source = "\n".join(texts.get(number, "") for number in range(1, last + 1))
    yield from map(in_paragraphs, faults_at_sight(source, file))
    for paragraph in paragraphs:
        number = int(paragraph.get("n"))
        yield from _structure_faults(paragraph, texts[number], file, number)
    for element in root.iter(f"{W}vanish", f"{W}instrText", f"{W}fldSimple", f"{MATH}oMath", f"{W}endnoteReference"):
        holder = _paragraph_of(element)
        number = int(holder.get("n")) if holder is not None else 0
        if fault := _element_fault(element):
            what, do = fault
            yield refusal("Word", file, number, f"Paragraph {number} of {file} {what}.", do)


def _structure_faults(paragraph: Any, text: str, file: str, number: int) -> Iterator[Remark]:
    for found in _OF_DOCXTPL.finditer(text):
        what = f"Paragraph {number} of {file}: “{found[1]}” is not part of the template language."
        yield refusal("Language", file, number, what, "Make such a cell in Word itself.", text)
    kinds = [found[1] for found in STRUCTURE.finditer(text)]
    if not kinds:
        return
    kind, tag = kinds[0], text.strip()
    if kind == "r" or re.match(r"\{\{(p|r|tr|tc)\s", tag):
        what = (
            f"Paragraph {number} of {file}: the tag {tag[:60]} prints a value as Word code, so that it would be lost."
        )
        yield refusal("Tag", file, number, what, "Write {{ name }}: every value is plain text.", text)
        return
    place = _LOST[kind]
    whole = paragraph if kind == "p" else next(paragraph.iterancestors(TR if kind == "tr" else TC), None)
    if whole is None:
        what = f"Paragraph {number} of {file}: the tag {tag[:60]} stands in no table."
        yield refusal("Tag", file, number, what, f"Put it into a {place}, or write {{%p … %}}.", text)
    elif not re.fullmatch(TAG.pattern, tag, re.DOTALL) or _others(whole, paragraph):
        shown = next((one[0] for one in TAG.finditer(text) if STRUCTURE.match(one[0])), tag)
        what = (
            f"Paragraph {number} of {file}: the tag {shown[:60]} is not alone in its {place}, "
            "and all else there would vanish."
        )
        yield refusal("Lost", file, number, what, f"Put the tag into a {place} of its own.", text)


def _others(whole: Any, paragraph: Any) -> bool:
    """Whether there is anything beside one paragraph's tag that would go with it."""
    for element in whole.iter(
        T, f"{W}drawing", f"{W}pict", f"{W}object", f"{W}footnoteReference", f"{W}sectPr", f"{W}sym"
    ):
        if element.tag != T or ((element.text or "").strip() and _paragraph_of(element) is not paragraph):
            return True
    return False


def _element_fault(element: Any) -> tuple[str, str] | None:
    """What is wrong with an element that needs a second look."""
    if element.tag == f"{W}vanish":
        run = element.getparent().getparent()
        hidden = run.tag == R and element.get(f"{W}val") not in ("0", "false") and any(t.text for t in run.iter(T))
        return ("holds hidden text, which would go out unseen", "Show it, or delete it.") if hidden else None
    if element.tag == f"{MATH}oMath":
        return "holds a formula, which cannot be read back", "Write it as words."
    if element.tag == f"{W}endnoteReference":
        return "calls an endnote, in which no value is ever filled in", "Make it a footnote."
    code = (element.get(f"{W}instr") if element.tag == f"{W}fldSimple" else element.text) or ""
    word = code.split(None, 1)[0].upper() if code.strip() else ""
    if "{{" in code or "{%" in code:
        return "has a tag inside a field, where a value would become part of a command", "Print the value as words."
    begins = element.tag == f"{W}fldSimple" or _begins_field(element)
    if begins and word and word not in _FIELDS:
        return f"has the field {word}, which brings in what was never checked", "Type the words, or print a value."
    return None


def _begins_field(element: Any) -> bool:
    """Whether an `instrText` is the first of its field: Word splits long ones."""
    holder = _paragraph_of(element)
    before: list[Any] = []
    for one in holder.iter(f"{W}fldChar", f"{W}instrText") if holder is not None else ():
        if one is element:
            break
        before.append(one)
    return bool(before) and before[-1].get(f"{W}fldCharType") == "begin"


def patched(root: Any, file: str, lines: Lines) -> tuple[str, list[Remark]]:
    """The part as Jinja reads it: tags whole, a paragraph a line and stamped; and what the clean-up would lose."""
    from docxtpl import DocxTemplate
    from lxml import etree

    for paragraph in list(root.iter(P)):
        if STRUCTURE.search(text := own_text(paragraph).strip()):
            _only_tag(paragraph, text)
    before = NONCHARACTER.sub(lambda found: found[0] if found[0] in "\ufdd2\ufdd3" else "", _as_text(etree, root))
    after = DocxTemplate.patch_xml(None, before)
    faults = []
    words, left = _words(before), _words(after)
    for number, text in words.items():
        if left.get(number, "") != text:
            what = f"Paragraph {number} of {file} would lose words when its tags are put together: “{text[:60]}”."
            faults.append(refusal("Lost", file, number, what, "Delete the tags there, and type each in one go.", text))
    return _by_lines(after, file, lines), faults


def _as_text(etree: Any, root: Any) -> str:
    return str(etree.tostring(root, encoding="unicode")).replace("\n", " ").replace("\r", " ")


def _only_tag(paragraph: Any, text: str) -> None:
    """Leave nothing in a paragraph but its structural tag, with its number inside: the paragraph itself will vanish."""
    for child in list(paragraph):
        paragraph.remove(child)
    found = STRUCTURE.match(text)
    at = found.end() if found else 0
    run = paragraph.makeelement(R)
    words = run.makeelement(T)
    words.text = f"{text[:at]}\ufdd2{paragraph.get('n')}\ufdd3{text[at:]}"
    run.append(words)
    paragraph.append(run)


def _words(xml: str) -> dict[int, str]:
    """The fixed words by paragraph, without white space and tags."""
    texts: dict[int, list[str]] = {}
    number = 0
    for found in _TEXT.finditer(xml):
        if found[1]:
            number = int(found[1])
        else:
            texts.setdefault(number, []).append(found[2])
    made = {number: "".join(TAG.sub("", "".join(pieces)).split()) for number, pieces in texts.items()}
    return {number: text for number, text in made.items() if text}


def _by_lines(xml: str, file: str, lines: Lines) -> str:
    """The text with as many line ends before each paragraph as its number says, and a stamp."""
    at = 1

    def line(found: re.Match[str]) -> str:
        nonlocal at
        number = int(found[1] or found[3])
        ends = "\n" * max(number - at, 0)
        at = max(number, at)
        return ends if found[3] else f"{ends}{stamp_mark(lines.number(file, number))}<w:p{found[2]}>"

    return _NUMBERED.sub(line, xml)
