"""A whole Word template: compiled once, its slotted XML rendered by the same Jinja, its values filled in last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lettersmith.errors import TemplateRefused
from lettersmith.merge import duties, grammar
from lettersmith.merge.assemble import Assembled
from lettersmith.merge.blocks import Memo
from lettersmith.merge.compiled import ROOTS, WHEN, Compiled, first_causes, lines_of
from lettersmith.merge.environment import Data, Parsed
from lettersmith.merge.fill import Filler, NotPrintable
from lettersmith.merge.lines import Lines
from lettersmith.merge.outline import Choice
from lettersmith.merge.run import Run
from lettersmith.merge.source import faults_at_sight, refusal
from lettersmith.merge.walk import Walk
from lettersmith.merge.word_blocks import Part, xml_alone
from lettersmith.merge.word_clean import cleaned, in_paragraphs, patched, sight_faults
from lettersmith.merge.word_events import Reader
from lettersmith.merge.word_file import DOCUMENT, NotAForm, parsed, read_parts
from lettersmith.merge.word_package import CORE, Package, add_edges, clean, left_out, rendered
from lettersmith.merge.word_proof import proof_faults, with_parts
from lettersmith.merge.word_styles import Styles
from lettersmith.merge.word_values import escaped
from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Span, block_text, plain
from lettersmith.model.remark import Level, Remark
from lettersmith.model.template import FieldUse, Template

Filled = tuple[Assembled, Assembled, Assembled, Mapping[str, bytes] | None]
"""Body, header and footer of one letter, and its parts by name."""
TITLE, SUBJECT = "core title", "core subject"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DRAWING = re.compile(r'(<wp:docPr\b[^<>]*?\bid=")\d+(")')
_EDGE_END = re.compile(r"</w:ftr>\s*$")
_EDGE_START = re.compile(r"(<w:hdr\b[^<>]*>)")


@dataclass(slots=True)
class Form:
    """What is kept of a Word template beside its code."""

    fixed: Mapping[str, bytes]
    """Parts that no letter changes."""
    readers: Mapping[str, Reader]
    """Of each part that is rendered, in the order of reading: footnotes, text, headers, footers."""
    drawings: bool
    """Whether there are pictures or text boxes, whose numbers must differ."""
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    subject: str = ""
    warnings: tuple[Remark, ...] = field(default_factory=tuple)


def compile_form(template: Template, *, thorough: bool = False) -> Compiled:
    """Compile a whole Word template. Raises TemplateRefused with everything that is wrong with it."""
    file = template.file(template.body)
    try:
        parts = read_parts(template.form)
        package = clean(parts)
        gone = left_out(parts, package)
        roots = {name: parsed(package.parts[name]) for name in rendered(package)}
        core = core_texts(parts)
    except NotAForm as why:
        raise TemplateRefused(refusal("Word", file, 0, f"{file} {why}.", "Save it again in Word as .docx.")) from None
    lines = Lines()
    faults = [_package_fault(file, *fault) for fault in package.faults]
    names = {name: part_file(file, name) for name in roots}
    add_edges(package, roots[DOCUMENT])
    for name in rendered(package):
        if name not in roots:
            roots[name] = parsed(package.parts[name])
            names[name] = part_file(file, name)
    texts: dict[str, str] = {}
    for name, root in roots.items():
        cleaned(root)
        faults.extend(found := list(sight_faults(root, names[name])))
        texts[name], lost = patched(root, names[name], lines)
        faults.extend([] if found else lost)
    for name, text in core.items():
        names[name], texts[name] = f"{file} ({name.removeprefix('core ')})", text
        faults.extend(map(in_paragraphs, faults_at_sight(text, names[name])))
    whens = "".join(f"{{% if {duty.when} %}}{n} {{% endif %}}" for n, duty in enumerate(template.duties) if duty.when)
    if whens:
        texts[WHEN], names[WHEN] = whens, template.file(WHEN)
    environment = Data(names, lines)
    trees: dict[str, Any] = {}
    for name, text in texts.items():
        tree, found = grammar.parsed(environment, text, name, names[name])
        if tree is not None:
            trees[name] = tree
            found.extend(first_causes(found, grammar.faults(tree, names[name], {})))
        faults.extend(map(in_paragraphs, map(_without_xml, found)))
    fields, form, more = examined(template, package, trees, names, lines, faults, thorough=thorough)
    faults.extend(first_causes(faults, more))
    if faults:
        raise TemplateRefused(*sorted(dict.fromkeys(faults), key=lambda one: (one.place.file, one.place.line)))
    form.warnings = tuple(_left_out(file, words) for words in gone)
    environment.loader = Parsed(trees)
    codes = {name: environment.get_template(name) for name in trees}
    return Compiled(template, lines, environment, Memo(lines), fields, codes, form)


def part_file(file: str, name: str) -> str:
    """How a part is named to people: the body is the file itself."""
    short = name.rpartition("/")[2].removesuffix(".xml")
    return file if name == DOCUMENT else f"{file} ({short})"


def core_texts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The title and subject among the properties, as far as they say anything."""
    root = parsed(parts[CORE]) if CORE in parts else None
    found = {
        name: " ".join((root.findtext(f"{_DC}{name.removeprefix('core ')}") or "").split()) if root is not None else ""
        for name in (TITLE, SUBJECT)
    }
    return {name: text for name, text in found.items() if text}


def _package_fault(file: str, part: str, what: str, do: str) -> Remark:
    where = part_file(file, part or DOCUMENT)
    return refusal("Word", where, 0, f"{where} {what}.", do)


def _left_out(file: str, words: str) -> Remark:
    what = f"{file} holds {words}. It does not go out with a letter."
    return refusal("Word", file, 0, what, "Take it out, if it is not meant to stay.")._replace(level=Level.WARNING)


def _without_xml(remark: Remark) -> Remark:
    """A remark whose words are those of the paragraph, not its code."""
    text = re.sub(r"<[^<>]*>?|^[^<>]*>", "", remark.place.text)
    return remark._replace(place=remark.place._replace(text=text))


def examined(
    template: Template,
    package: Package,
    trees: Mapping[str, Any],
    names: Mapping[str, str],
    lines: Lines,
    known: Sequence[Remark],
    *,
    thorough: bool,
) -> tuple[tuple[FieldUse, ...], Form, list[Remark]]:
    """The fields of a form, what is kept of it, and what is wrong with its names, its XML and its duties.

    `known` is wrong with it already.
    """
    roots = (*ROOTS, template.each) if template.each else ROOTS
    walk = Walk(trees, names, roots)
    outlines = {name: walk.text(name) for name in trees}
    for path in template.needs_fields:
        walk.fields.setdefault(FieldUse(path, template.file(WHEN), 0, True))
    faults = [in_paragraphs(fault) for fault in walk.faults]
    form, said = kept(package, trees, lines), list[Remark]()
    for name in form.readers:
        if name in outlines:
            said.extend(proof_faults(outlines[name], form.readers[name], names[name], lines, thorough=thorough))
    faults.extend(first_causes(faults, said))
    conditions = [one.branches[0].test for one in outlines.get(WHEN, ()) if isinstance(one, Choice)]
    dutiful = [duty.id for duty in template.duties if duty.when]
    whens = {id: test for id, test in zip(dutiful, conditions, strict=False) if test is not None}
    if DOCUMENT in outlines:
        body, broken = with_parts(outlines[DOCUMENT]), lines_of([*known, *faults])
        faults.extend(map(_in_controls, duties.faults(template, body, whens, lines.origins, broken)))
    return tuple(walk.fields), form, faults


def _in_controls(remark: Remark) -> Remark:
    """What is said of a part of a text, said of a content control."""
    do = re.sub(r"a part “::: (.*?)”", r"a content control whose tag is “\1”", remark.do)
    return in_paragraphs(remark._replace(do=do))


def kept(package: Package, trees: Mapping[str, Any], lines: Lines) -> Form:
    """What every letter of a form is made with."""
    kinds, parts = package.kinds, package.parts
    sheets = [parsed(parts[kinds[kind][0]]) if kinds.get(kind) else None for kind in ("styles", "numbering")]
    styles = Styles(*sheets)
    edges = {*kinds.get("header", ()), *kinds.get("footer", ())}
    readers = {
        name: Reader(styles, package.links.get(name, {}), lines.origins, edge=name in edges)
        for name in rendered(package)
    }
    fixed = {name: data for name, data in parts.items() if name not in readers and name != CORE and name}
    drawings = b"<wp:docPr" in parts[DOCUMENT]
    return Form(fixed, readers, drawings, tuple(kinds.get("header", ())), tuple(kinds.get("footer", ())))


def fill(compiled: Compiled, render: Mapping[str, list[str]], run: Run, stage: str) -> Filled:
    """One letter: the rendered pieces of each part, with the values of the run in their places.

    Raises TemplateRefused when only these facts show that the form prints something that is no words.
    """
    form: Form = compiled.form
    notes: dict[str, tuple[Span, ...]] = {}
    filler = Filler(run, ())
    marking = marking_of(compiled.template, stage)
    parts = dict(form.fixed)
    blocks: dict[str, list[Any]] = {}
    try:
        for name, reader in form.readers.items():
            made = Part(reader, filler, notes)
            made.fill(render[name])
            blocks[name] = made.blocks
            parts[name] = finished(name, "".join(made.xml), form, marking).encode("utf-8")
    except NotPrintable as stop:
        what = f"Paragraph {stop.origin.line} of {stop.origin.file} prints something that is not words."
        fault = refusal("Tag", stop.origin.file, stop.origin.line, what, "Print a value of the facts, or words.")
        raise TemplateRefused(fault) from None
    heading = next((one for one in blocks[DOCUMENT] if one.kind == "heading" and one.level == 1), None)
    title = plain(heading.spans) if heading else core_text(render, filler, TITLE)
    title = " ".join(title.split()) or compiled.template.title
    parts[CORE] = core_xml(title, core_text(render, filler, SUBJECT)).encode("utf-8")
    called = tuple(notes[id] for id in filler.calls)
    return (
        Assembled(tuple(blocks[DOCUMENT]), called, (), tuple(filler.printed)),
        Assembled(edge(blocks, form.headers), (), (), ()),
        Assembled(edge(blocks, form.footers), (), (), ()),
        parts,
    )


def parts_alone(compiled: Compiled, render: Mapping[str, list[str]], run: Run) -> dict[str, bytes]:
    """The filled parts of one letter without its blocks: what docxtpl makes, for those who measure."""
    form: Form = compiled.form
    filler = Filler(run, ())
    parts = dict(form.fixed)
    for name, reader in form.readers.items():
        parts[name] = finished(name, xml_alone(reader, filler, render[name]), form, "").encode("utf-8")
    title = core_text(render, filler, TITLE) or compiled.template.title
    parts[CORE] = core_xml(title, core_text(render, filler, SUBJECT)).encode("utf-8")
    return parts


def core_text(render: Mapping[str, list[str]], filler: Filler, name: str) -> str:
    """The title or subject among the properties, filled."""
    made = []
    for piece in re.split("(\ufdd0\\d+\ufdd1)", "".join(render.get(name, ()))):
        value = filler.run.slots[int(piece[1:-1])] if piece.startswith("\ufdd0") else None
        made.append(filler.text(*value)[0] if value else piece)
    return " ".join("".join(made).split())


def edge(blocks: Mapping[str, list[Any]], names: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks of all headers, or of all footers; the same words once."""
    found: dict[tuple[str, ...], list[Block]] = {}
    for name in names:
        texts = tuple(map(block_text, blocks[name]))
        found.setdefault(texts, blocks[name])
    return tuple(block for some in found.values() for block in some)


def marking_of(template: Template, stage: str) -> str:
    """What stands at the top and bottom of every page: that it is a draft, and its security marking."""
    notice = DRAFT_NOTICE if stage == "draft" else ""
    return " · ".join(filter(None, (notice, template.marking.get(stage, ""))))


def finished(name: str, xml: str, form: Form, marking: str) -> str:
    """The XML of a part with the marking on every page, and pictures numbered one by one."""
    if form.drawings and "<wp:docPr" in xml:
        numbers = iter(range(1001, 1_000_000))
        xml = _DRAWING.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)
    if marking and (name in form.headers or name in form.footers):
        line = (
            '<w:p><w:pPr><w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
            f"<w:t>{escaped(marking)}</w:t></w:r></w:p>"
        )
        if name in form.headers:
            return _EDGE_START.sub(lambda found: found[1] + line, xml, count=1)
        return _EDGE_END.sub(lambda found: line + found[0], xml, count=1)
    return xml


def core_xml(title: str, subject: str) -> str:
    """The title, subject and language; no names, and no times."""
    about = f"<dc:subject>{escaped(subject)}</dc:subject>" if subject else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title>{about}<dc:language>en-GB</dc:language></cp:coreProperties>"
    )
