"""Inspection and template to manuscript; the only stage that knows Jinja.

`compile_template` once, `merge` for each letter. Jinja and the Markdown parser are imported at the first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lettersmith.merge.compiled import Compiled
    from lettersmith.merge.letters import Merged
    from lettersmith.model.facts import Root
    from lettersmith.model.remark import Remark
    from lettersmith.model.template import Template

__all__ = ["compile_template", "lint", "merge"]


def compile_template(template: Template) -> Compiled:
    """A template ready for any number of letters. Raises TemplateRefused with everything that is wrong with it."""
    from lettersmith.merge import compiled

    return compiled.compile_template(template)


def merge(compiled: Compiled, roots: Mapping[str, Root], *, name: str = "", stage: str = "final") -> Merged:
    """The manuscript of one document, and what is wrong with the facts it uses.

    `name` tells it from its sisters; `stage` (`draft`, `final`) chooses its marking. A missing fact is an error remark
    and stands in the text as `[missing: …]`. Raises TemplateRefused when only these facts show a fault of the template.
    """
    from lettersmith.merge import letters

    return letters.merge(compiled, roots, name=name, stage=stage)


def lint(template: Template) -> tuple[Remark, ...]:
    """Everything that is wrong with a template; nothing, or warnings alone, if it can be used."""
    from lettersmith.errors import TemplateRefused
    from lettersmith.merge import compiled

    try:
        made = compiled.compile_template(template, thorough=True)
    except TemplateRefused as refused:
        return refused.remarks
    return made.form.warnings if made.form is not None else ()
