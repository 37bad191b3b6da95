"""A template, compiled once and good for any number of letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lettersmith.errors import TemplateRefused
from lettersmith.merge.blocks import Memo
from lettersmith.merge.environment import Data
from lettersmith.merge.lines import Lines
from lettersmith.merge.source import faults_at_sight, prepared
from lettersmith.model.remark import Remark
from lettersmith.model.template import FieldUse, Template

HEADER, FOOTER, WHEN = "letterhead/header.md", "letterhead/footer.md", "template.toml"


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


def compile_template(template: Template) -> Compiled:
    """Compile a template with all that it includes, its letterhead's texts and its duties' conditions.

    Raises TemplateRefused with everything that is wrong with it.
    """
    lines = Lines()
    texts, files, faults = sources(template, lines)
    if faults:
        raise TemplateRefused(*faults)
    environment = Data(texts, files, lines)
    names = [name for name in (template.body, HEADER, FOOTER, WHEN) if name in texts]
    codes = {name: environment.get_template(name) for name in names}
    return Compiled(template, lines, environment, Memo(lines), (), codes)


def sources(template: Template, lines: Lines) -> tuple[dict[str, str], dict[str, str], list[Remark]]:
    """Every text of a template as Jinja reads it, the name of each file, and what is wrong at sight."""
    head = template.letterhead
    raw = {name: (text, template.file(name)) for name, text in template.texts.items()}
    for name, text in ((HEADER, head.header), (FOOTER, head.footer)):
        if text.strip():
            raw[name] = (text, f"{head.file}/{name.rpartition('/')[2]}")
    texts, files, faults = {}, {}, []
    for name, (text, file) in raw.items():
        source = text.removeprefix("\ufeff").replace("\r\n", "\n")
        found = list(faults_at_sight(source, file))
        faults.extend(found)
        files[name] = file
        texts[name] = "" if found else prepared(source, file, lines)
    whens = "".join(
        f"{{% if {duty.when} %}}{number} {{% endif %}}" for number, duty in enumerate(template.duties) if duty.when
    )
    if whens:
        texts[WHEN], files[WHEN] = whens, template.file(WHEN)
    return texts, files, faults
