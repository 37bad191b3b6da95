"""One letter: a compiled template and the facts to a manuscript."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from jinja2.exceptions import SecurityError, UndefinedError

from lettersmith.errors import TemplateRefused
from lettersmith.merge.assemble import Assembled, assemble
from lettersmith.merge.compiled import FOOTER, HEADER, ROOTS, WHEN, Compiled
from lettersmith.merge.run import RUNNING, Run
from lettersmith.merge.source import refusal
from lettersmith.merge.values import Missing, bare, root
from lettersmith.model.facts import Root
from lettersmith.model.manuscript import Manuscript, plain
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark

LONGEST, MOST_PIECES = 5_000_000, 200_000
"""Characters of one slotted text, marks included, and the pieces that it is made of."""

_FILES = {"inspection": "inspection.json", "judgements": "judgements.json", "evidence": "evidence.json"}


class Merged(NamedTuple):
    """A manuscript, and what is wrong with the facts that it uses."""

    manuscript: Manuscript
    remarks: tuple[Remark, ...]
    printed: tuple[Origin, ...] = ()
    """Where every printed value comes from, in the order of the text."""

    @property
    def used(self) -> frozenset[str]:
        """Every fact that is printed, by its path in its file: `judgements.findings[3].text`."""
        found: set[str] = set()
        for origin in self.printed:
            for one in (origin, *origin.more):
                if one.path:
                    found.add(one.file.removesuffix(".json") + one.path.removeprefix("$"))
        return frozenset(found)


def merge(compiled: Compiled, roots: Mapping[str, Root], *, name: str = "", stage: str = "final") -> Merged:
    """The manuscript of one document. What its facts lack stands in it as `[missing: …]`, and in the remarks.

    `name` tells it from its sisters. Raises TemplateRefused when only this letter shows a fault of the template.
    """
    template = compiled.template
    facts, run = _begun(compiled, roots)
    token = RUNNING.set(run)
    try:
        body, header, footer, form = _made(compiled, facts, run, stage)
        due = _rendered(compiled, WHEN, facts).split() if WHEN in compiled.codes else []
        needed(compiled, facts, run)
    finally:
        RUNNING.reset(token)
    faults = (*body.faults, *header.faults, *footer.faults)
    if faults:
        raise TemplateRefused(*dict.fromkeys(faults))
    title = next((plain(block.spans) for block in body.blocks if block.kind == "heading" and block.level == 1), "")
    manuscript = Manuscript(
        kind=template.kind,
        title=" ".join(title.split()) or template.title,
        blocks=body.blocks,
        notes=body.notes,
        header=header.blocks,
        footer=footer.blocks,
        template=template.id,
        audience=template.audience,
        marking=template.marking.get(stage, ""),
        stage=stage,
        name=name,
        duties=tuple(duty.id for number, duty in enumerate(template.duties) if not duty.when or str(number) in due),
        form=form,
    )
    return Merged(manuscript, tuple(run.remarks.values()), body.printed + header.printed + footer.printed)


def _begun(compiled: Compiled, roots: Mapping[str, Root]) -> tuple[dict[str, Any], Run]:
    """The facts as the template names them, and the run of one letter."""
    template = compiled.template
    facts: dict[str, Any] = {known: root(value) for known, value in roots.items()}
    for known in (*ROOTS, template.each):
        if known and known not in facts:
            facts[known] = Missing(None, _FILES.get(known, ""), "$", name=known)
    style = bare(facts["framework"].child("number_style")) if "framework" in roots else None
    run = Run(template.kind, compiled.lines.origins, style if isinstance(style, str) else "words")
    return facts, run


def merge_form(compiled: Compiled, roots: Mapping[str, Root]) -> dict[str, bytes]:
    """The filled parts of a whole Word template, by name, without a manuscript: nothing of it can be checked."""
    from lettersmith.merge.word import parts_alone

    facts, run = _begun(compiled, roots)
    token = RUNNING.set(run)
    try:
        return parts_alone(compiled, {name: _pieces(compiled, name, facts) for name in compiled.codes}, run)
    finally:
        RUNNING.reset(token)


def needed(compiled: Compiled, facts: Mapping[str, Any], run: Run) -> None:
    """Say which of the facts that the template needs by name are missing."""
    for path in compiled.template.needs_fields:
        name, *keys = path.split(".")
        found = facts.get(name)
        for key in keys:
            found = found.child(key) if found is not None else None
        if isinstance(found, Missing):
            run.gap(found)
        elif found is not None and isinstance(found.value, str) and not found.value.strip():
            run.empty(found)


_Made = tuple[Assembled, Assembled, Assembled, Mapping[str, bytes] | None]


def _made(compiled: Compiled, facts: Mapping[str, Any], run: Run, stage: str) -> _Made:
    """Body, header and footer; of a whole Word template its filled parts too."""
    if compiled.form is None:
        return (
            _assembled(compiled, compiled.template.body, facts, run),
            _assembled(compiled, HEADER, facts, run),
            _assembled(compiled, FOOTER, facts, run),
            None,
        )
    from lettersmith.merge.word import fill

    return fill(compiled, {name: _pieces(compiled, name, facts) for name in compiled.codes if name != WHEN}, run, stage)


def _assembled(compiled: Compiled, name: str, facts: Mapping[str, Any], run: Run) -> Assembled:
    if name not in compiled.codes:
        return Assembled((), (), (), ())
    return assemble(_rendered(compiled, name, facts), compiled.memo, run)


def _rendered(compiled: Compiled, name: str, facts: Mapping[str, Any]) -> str:
    """The slotted text of one of a template's texts."""
    return "".join(_pieces(compiled, name, facts))


def _pieces(compiled: Compiled, name: str, facts: Mapping[str, Any]) -> list[str]:
    """The same in its pieces: fixed text, and marks of values."""
    code = compiled.codes[name]
    try:
        pieces = list(islice(code.root_render_func(code.new_context(facts, True)), MOST_PIECES))
    except (
        SecurityError,
        UndefinedError,
        ArithmeticError,
        AttributeError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise TemplateRefused(_broken(compiled, name, error)) from error
    size = sum(map(len, pieces))
    if len(pieces) == MOST_PIECES or size > LONGEST:
        what = f"{compiled.template.id} grows past any letter with these facts: {size:,} characters."
        raise TemplateRefused(refusal("Size", compiled.template.file(name), 0, what, "Look for a loop in a loop."))
    return pieces


def _broken(compiled: Compiled, name: str, error: Exception) -> Remark:
    """The remark of a tag that asks for what values cannot do, at the innermost template line that was reached."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        inner = trace.tb_frame.f_code.co_filename
        if inner.startswith("<") and inner[1:-1] in compiled.environment.files:
            name = inner[1:-1]
            line = compiled.environment.get_template(name).get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    file = compiled.environment.files[name]
    what = f"Line {line} of {file} asks for what a value cannot do: {error}."
    return refusal("Language", file, line, what, "docs/template-language.md lists all that tags can say.")
