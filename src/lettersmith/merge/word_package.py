"""What of a Word template goes out with a letter: a short list of parts; the rest is stripped, or the file is refused.

docxtpl leaves endnotes, comments, custom properties, link targets and most core properties as they are, with the names
of the template's authors in them; a data-bound content control or an attached template would change a letter later.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lettersmith.merge.word_file import CONTENT_TYPES, DOCUMENT, parsed, xml_bytes

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RID = f"{{{OFFICE}}}id"
CORE = "docProps/core.xml"
KEPT = frozenset({
    "officeDocument", "styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme",
    "footnotes", "endnotes", "header", "footer", "image", "hyperlink", "core-properties",
})  # fmt: skip
"""Kinds of parts, by the last word of their relationship's type, that a letter takes over."""
HARMFUL = {
    "vbaProject": "a macro",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "aFChunk": "another document inside it",
    "subDocument": "another document inside it",
    "frame": "a frame from elsewhere",
    "chart": "a chart, which cannot be read back",
    "diagramData": "a diagram, which cannot be read back",
}
SCHEMES = ("http://", "https://", "mailto:", "tel:")
MADE = {"header": "word/headerOurs.xml", "footer": "word/footerOurs.xml"}
"""Parts that are added where a page would have no header or footer, so that the marking stands on every page."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Package:
    """The parts of a template as they will go out, and how they hang together."""

    parts: dict[str, bytes]
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    """Part, what is wrong (a sentence's end), what to do."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Part to relationship id to address, of links."""
    kinds: dict[str, list[str]] = field(default_factory=dict)
    """Kind of part to the parts of it, in the order of the file."""
    stripped: list[str] = field(default_factory=list)
    targets: dict[str, dict[str, str]] = field(default_factory=dict)
    """Part to relationship id to part."""


def clean(parts: dict[str, bytes]) -> Package:
    """The parts that a letter takes over. Raises NotAForm for broken XML; all else that is wrong is in `faults`."""
    made = Package({CONTENT_TYPES: parts[CONTENT_TYPES]})
    waiting = [""]
    while waiting:
        name = waiting.pop(0)
        rels = rels_name(name)
        if rels in parts:
            waiting += [target for target in _relationships(made, parts, name, rels) if target not in made.parts]
        made.parts.update({name: parts[name]} if name else {})
    made.stripped = sorted(name for name in parts if name not in made.parts and not name.endswith(".rels"))
    made.parts[CORE] = b""  # filled for each letter
    _root_relationships(made)
    _settings(made)
    _content_types(made)
    return made


_LEFT_OUT = (
    (re.compile(r"word/(?:comments|people)"), "comments"),
    (re.compile(r"docProps/custom"), "custom properties"),
    (re.compile(r"docProps/thumbnail"), "a small picture of its first page"),
    (re.compile(r"customXml/"), "data behind its content controls"),
    (re.compile(r"word/glossary"), "building blocks"),
)


def left_out(parts: Mapping[str, bytes], made: Package) -> list[str]:
    """What a template holds that no letter takes over, in words."""
    found = dict.fromkeys(words for name in made.stripped for pattern, words in _LEFT_OUT if pattern.match(name))
    if any(b"attachedTemplate" in parts[name] for name in made.kinds.get("settings", ())):
        found["an attached template"] = None
    core = parts.get(CORE, b"")
    for name in ("keywords", "category", "description", "contentStatus", "identifier", "version"):
        if re.search(rf":{name}\b[^>]*>[^<]*\{{[{{%]".encode(), core):
            found[f"a tag among its properties ({name})"] = None
    if re.search(rb"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*w:author", b"".join(parts[one] for one in rendered(made))):
        found["tracked changes, which are taken as accepted"] = None
    return list(found)


def rendered(made: Package) -> list[str]:
    """The parts with words, the footnotes first: their words are known before they are called."""
    kinds = made.kinds
    found = [*kinds.get("footnotes", ()), DOCUMENT, *kinds.get("header", ()), *kinds.get("footer", ())]
    return [name for name in found if name in made.parts]


def rels_name(name: str) -> str:
    """The part that holds a part's relationships."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relationships(made: Package, parts: dict[str, bytes], name: str, rels: str) -> Iterator[str]:
    """Keep the relationships that may stay, and give the parts that they lead to."""
    root = parsed(parts[rels])
    for element in list(root):
        kind = element.get("Type", "").rpartition("/")[2]
        target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
        full = posixpath.normpath(posixpath.join("/" + posixpath.dirname(name), target)).lstrip("/")
        if kind in HARMFUL:
            made.faults.append((name or DOCUMENT, f"holds {HARMFUL[kind]}", "Take it out of the template."))
        elif kind == "hyperlink" and outside:
            _link(made, name, element.get("Id", ""), target)
            continue
        elif kind in KEPT and outside:
            what = f"fetches {kind} from elsewhere ({target[:80]})"
            made.faults.append((name, what, "Put it into the template itself."))
        elif kind in KEPT and full in parts and kind != "core-properties":
            made.targets.setdefault(name, {})[element.get("Id", "")] = full
            if full not in made.kinds.setdefault(kind, []):
                made.kinds[kind].append(full)
            yield full
            continue
        root.remove(element)
    made.parts[rels] = xml_bytes(root)


def _link(made: Package, name: str, id: str, target: str) -> None:
    address = target.replace("%7B", "{").replace("%7D", "}").replace("%25", "%").replace("%20", " ")
    if "{{" in address or "{%" in address:
        do = "Print the address as words beside it, or write it out in the link."
        made.faults.append((name, f"has a tag in the address of a link ({address[:80]}), which is never filled in", do))
    elif not target.lower().startswith(SCHEMES):
        what = f"has a link that leads nowhere for its reader ({target[:80]})"
        made.faults.append((name, what, "Use https://…, http://…, mailto:… or tel:…."))
    made.links.setdefault(name, {})[id] = target


def _root_relationships(made: Package) -> None:
    """The relationships of the whole file, with our own core properties."""
    root = parsed(made.parts["_rels/.rels"])
    kind = f"{PACKAGE}/relationships/metadata/core-properties"
    element = root.makeelement(f"{{{PACKAGE}/relationships}}Relationship")
    element.set("Id", "ourCore")
    element.set("Type", kind)
    element.set("Target", CORE)
    root.append(element)
    made.parts["_rels/.rels"] = xml_bytes(root)


_SETTINGS = frozenset(
    f"{W}{name}"
    for name in ("attachedTemplate", "documentProtection", "writeProtection", "mailMerge", "rsids", "docVars",
                 "trackRevisions", "linkStyles", "revisionView", "documentType", "saveThroughXslt", "attachedSchema",
                 "updateFields")
)  # fmt: skip
"""Settings that carry names or outside files, or that would change the letter when it is opened."""


def _settings(made: Package) -> None:
    for name in made.kinds.get("settings", ()):
        root = parsed(made.parts[name])
        for element in list(root):
            if element.tag in _SETTINGS:
                root.remove(element)
        made.parts[name] = xml_bytes(root)


def add_edges(made: Package, document: Any) -> None:
    """Give every page a header and a footer: the marking and the draft's notice stand there."""
    sections = list(document.iter(f"{W}sectPr"))
    if not sections:
        return
    types = ["default"]
    if any(section.find(f"{W}titlePg") is not None for section in sections):
        types.append("first")
    if any(b"evenAndOddHeaders" in made.parts[name] for name in made.kinds.get("settings", ())):
        types.append("even")
    for kind in ("footer", "header"):
        there = {element.get(f"{W}type", "default") for element in sections[0].iter(f"{W}{kind}Reference")}
        for type in reversed([type for type in types if type not in there]):
            element = sections[0].makeelement(f"{W}{kind}Reference")
            element.set(f"{W}type", type)
            element.set(RID, f"our{kind}")
            sections[0].insert(0, element)
            _add_part(made, kind)


def _add_part(made: Package, kind: str) -> None:
    name = MADE[kind]
    if name in made.parts:
        return
    tag = "hdr" if kind == "header" else "ftr"
    made.parts[name] = f'<w:{tag} xmlns:w="{WORD}"><w:p/></w:{tag}>'.encode()
    made.kinds.setdefault(kind, []).append(name)
    made.targets.setdefault(DOCUMENT, {})[f"our{kind}"] = name
    rels = parsed(made.parts.get(rels_name(DOCUMENT)) or f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode())
    element = rels.makeelement(f"{{{PACKAGE}/relationships}}Relationship")
    for key, value in (("Id", f"our{kind}"), ("Type", f"{OFFICE}/{kind}"), ("Target", posixpath.basename(name))):
        element.set(key, value)
    rels.append(element)
    made.parts[rels_name(DOCUMENT)] = xml_bytes(rels)
    types = parsed(made.parts[CONTENT_TYPES])
    _override(types, name, f"{_TYPE}.{kind}+xml")
    made.parts[CONTENT_TYPES] = xml_bytes(types)


def _content_types(made: Package) -> None:
    """The kinds of the parts that are left."""
    root = parsed(made.parts[CONTENT_TYPES])
    for element in list(root):
        name = element.get("PartName", "").lstrip("/")
        if name and (name not in made.parts or name == CORE):
            root.remove(element)
        elif name == DOCUMENT and not element.get("ContentType", "").endswith("document.main+xml"):
            do = "Save it as a Word document (.docx), without macros."
            made.faults.append((DOCUMENT, "is a Word template with macros (.dotm, .docm) or a .dotx file", do))
    _override(root, CORE, "application/vnd.openxmlformats-package.core-properties+xml")
    made.parts[CONTENT_TYPES] = xml_bytes(root)


def _override(root: Any, name: str, kind: str) -> None:
    element = root.makeelement(f"{{{PACKAGE}/content-types}}Override")
    element.set("PartName", f"/{name}")
    element.set("ContentType", kind)
    root.append(element)
