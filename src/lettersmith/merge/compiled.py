"""A template, compiled once and good for any number of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lettersmith.errors import TemplateRefused
from lettersmith.merge import duties, grammar
from lettersmith.merge.blocks import Memo
from lettersmith.merge.environment import Data, Parsed
from lettersmith.merge.lines import Lines
from lettersmith.merge.marks import NONCHARACTER
from lettersmith.merge.outline import Choice
from lettersmith.merge.proof import proof, proofs
from lettersmith.merge.source import faults_at_sight, prepared, refusal
from lettersmith.merge.walk import Walk
from lettersmith.model.remark import Remark
from lettersmith.model.template import FieldUse, Template

ROOTS = (
    "inspection",
    "judgements",
    "evidence",
    "framework",
    "timetable",
    "contacts",
    "addressee",
    "sender",
    "document",
)
"""The names that every template can use, beside the one in its `each`."""
INCLUDED = re.compile(r"""\{%\s*(?:include|import|from)\s+(["'])(.*?)\1""")
HEADER, FOOTER, WHEN = "letterhead/header.md", "letterhead/footer.md", "template.toml"
FORM = "form.docx"


@dataclass(slots=True)
class Compiled:
    """The code of a template's texts, its conditions, and what was parsed of it so far."""

    template: Template
    lines: Lines
    environment: Data
    memo: Memo
    fields: tuple[FieldUse, ...] = ()
    """Every fact that it uses, in the order of the text."""
    codes: Mapping[str, Any] = field(default_factory=dict)
    """The compiled body, header, footer and conditions of the duties, by name."""
    form: Any = None
    """Of a whole Word template: what is kept of it beside its code."""


def compile_template(template: Template, *, thorough: bool = False) -> Compiled:
    """Compile a template with all that it includes, its letterhead's texts and its duties' conditions.

    `thorough` tries every condition of the text by itself, as `templates lint` does. Raises TemplateRefused with
    everything that is wrong with it.
    """
    if template.body == FORM:
        from lettersmith.merge.word import compile_form

        return compile_form(template, thorough=thorough)
    lines = Lines()
    texts, files, faults = sources(template, lines)
    environment = Data(files, lines)
    trees, more = parse_all(template, texts, files, environment)
    faults.extend(more)
    memo = Memo(lines)
    fields, more = examined(template, trees, files, memo, faults, thorough=thorough)
    faults.extend(first_causes(faults, more))
    if faults:
        raise TemplateRefused(*sorted(dict.fromkeys(faults), key=_by_place))
    environment.loader = Parsed(trees)
    codes = {name: environment.get_template(name) for name in (template.body, HEADER, FOOTER, WHEN) if name in texts}
    return Compiled(template, lines, environment, memo, fields, codes)


def _by_place(remark: Remark) -> tuple[str, int]:
    return remark.place.file, remark.place.line


def first_causes(known: Iterable[Remark], more: Iterable[Remark]) -> list[Remark]:
    """Of further faults those that no fault of the same line has brought about."""
    lines = lines_of(known)
    return [fault for fault in more if (fault.place.file, fault.place.line) not in lines]


def lines_of(faults: Iterable[Remark]) -> frozenset[tuple[str, int]]:
    """The files and lines that have a fault."""
    return frozenset((fault.place.file, fault.place.line) for fault in faults)


def sources(template: Template, lines: Lines) -> tuple[dict[str, str], dict[str, str], list[Remark]]:
    """Every text of a template as Jinja reads it, the name of each file, and what is wrong at sight."""
    head = template.letterhead
    raw = {name: (template.texts[name], template.file(name)) for name in reachable(template)}
    for name, text in ((HEADER, head.header), (FOOTER, head.footer)):
        if text.strip():
            raw[name] = (text, f"{head.file}/{name.rpartition('/')[2]}")
    texts: dict[str, str] = {}
    files: dict[str, str] = {}
    faults: list[Remark] = []
    for name, (text, file) in raw.items():
        source = text.removeprefix("\ufeff").replace("\r\n", "\n")
        faults.extend(faults_at_sight(source, file))
        files[name] = file
        texts[name] = prepared(NONCHARACTER.sub("", source), file, lines)
    if not texts.get(template.body, "").strip():
        file = template.file(template.body)
        faults.append(refusal("Empty", file, 1, f"{file} is empty.", "Write the document's text."))
    whens = "".join(f"{{% if {duty.when} %}}{n} {{% endif %}}" for n, duty in enumerate(template.duties) if duty.when)
    if whens:
        texts[WHEN], files[WHEN] = whens, template.file(WHEN)
    return texts, files, faults


def reachable(template: Template) -> list[str]:
    """The body, and every text that it includes or imports, however deep."""
    found = [template.body] if template.body in template.texts else []
    for name in found:
        for _, other in INCLUDED.findall(template.texts[name]):
            if other in template.texts and other not in found:
                found.append(other)
    return found


Trees = dict[str, Any]
"""Jinja syntax trees by the name of their text."""


def parse_all(
    template: Template, texts: Mapping[str, str], files: Mapping[str, str], environment: Data
) -> tuple[Trees, list[Remark]]:
    """The syntax tree of every text, and everything in them that the template language does not know."""
    trees: Trees = {}
    faults: list[Remark] = []
    for name, source in texts.items():
        tree, found = grammar.parsed(environment, source, name, files[name])
        if tree is not None:
            trees[name] = tree
            found.extend(first_causes(found, grammar.faults(tree, files[name], template.texts)))
        faults.extend(found)
    return trees, faults


def examined(
    template: Template,
    trees: Trees,
    files: Mapping[str, str],
    memo: Memo,
    known: Sequence[Remark],
    *,
    thorough: bool,
) -> tuple[tuple[FieldUse, ...], list[Remark]]:
    """The fields of a template, and what is wrong with its names, its Markdown and its duties.

    `known` is wrong with it already.
    """
    roots = (*ROOTS, template.each) if template.each else ROOTS
    walk = Walk(trees, files, roots)
    outlines = {name: walk.text(name) for name in (template.body, HEADER, FOOTER, WHEN) if name in trees}
    for path in template.needs_fields:
        walk.fields.setdefault(FieldUse(path, template.file(WHEN), 0, True))
    faults = list(walk.faults)
    said: list[Remark] = []
    for name in (template.body, HEADER, FOOTER):
        if name in outlines:
            for made in proofs(outlines[name], memo, thorough=thorough):
                said.extend(made.faults)
    body = outlines.get(template.body, ())
    if body and not said and not any(b.kind == "heading" for b in proof(body, memo, lambda words: True, 1).blocks):
        file = template.file(template.body)
        what = f"{file} has no heading of the first level, so that its documents have no title."
        said.append(refusal("Markup", file, 1, what, "Begin the text with a line “# …”."))
    faults.extend(first_causes(faults, said))
    conditions = [choice.branches[0].test for choice in outlines.get(WHEN, ()) if isinstance(choice, Choice)]
    dutiful = [duty.id for duty in template.duties if duty.when]
    whens = {id: test for id, test in zip(dutiful, conditions, strict=False) if test is not None}
    if body:
        faults.extend(duties.faults(template, body, whens, memo.lines.origins, lines_of([*known, *faults])))
    return tuple(walk.fields), faults
