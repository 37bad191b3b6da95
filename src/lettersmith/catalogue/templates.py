"""A template's folder to a Template, with its seal checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from lettersmith.catalogue.table import Table, read_table
from lettersmith.errors import TemplateRefused, Unreadable
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.look import Letterhead
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.template import NO_LIMIT, Duty, Limits, Range, Template

FORMATS = ("docx", "pdf", "html", "txt", "eml")
BODIES = ("letter.md", "form.docx")
ENGINES = ("harper", "languagetool", "libreoffice")
INCLUDED = re.compile(r"""\{%\s*(?:include|import|from|extends)\s+(["'])(?P<name>[^"']+)\1""")
SEAL = "seal.toml"
Limit = TypeVar("Limit", Range, int)


def read_template(
    folder: Path,
    layers: tuple[Path, ...],
    letterheads: Mapping[str, Letterhead],
    *,
    builtin: bool,
    unsealed: bool = False,
) -> Template:
    """The template in `folder` (`<framework>/<kind>/<version>`); shared texts are looked for in `layers` in turn.

    Raises Unreadable, or TemplateRefused with everything that is wrong in `template.toml`, with its seal, or with an
    included text that is not there. `unsealed` reads a template although its seal does not fit.
    """
    framework, kind, version = folder.parts[-3:]
    id = f"{framework}/{kind}@{version}"
    table = read_table(folder / "template.toml", f"{id}/template.toml")
    body = table.choice("body", BODIES, "letter.md")
    texts, form = read_body(table, folder, layers, body)
    limits, needs, marking = table.table("limits"), table.table("needs"), table.table("marking")
    letterhead = table.choice("letterhead", tuple(letterheads), next(iter(letterheads)))
    hash = fingerprint(table.text, texts, form)
    template = Template(
        framework=framework,
        kind=kind,
        version=version,
        title=table.need("title", ""),
        requirement=table.need("requirement", ""),
        audience=table.choice("audience", tuple(AUDIENCES), "professionals"),
        changes=table.need("changes", ""),
        body=body,
        texts=texts,
        form=form,
        letterhead=letterheads[letterhead],
        formats=table.texts("formats"),
        folder=folder,
        builtin=builtin,
        sealed=read_seal(folder, id),
        hash=hash,
        description=table.get("description", ""),
        for_each=table.get("for_each", ""),
        each=table.get("each", ""),
        addressee=table.get("addressee", ""),
        copies=table.get("copies", ""),
        sender=table.get("sender", ""),
        large_print=table.get("large_print", False),
        email=table.get("email", False),
        attachments=table.texts("attachments"),
        marking={stage: marking.get(stage, "") for stage in ("draft", "final")},
        codes_allowed=table.get("codes_allowed", False),
        due=table.get("due", ""),
        needs_fields=needs.texts("fields"),
        needs_engines=needs.texts("engines"),
        limits=read_limits(limits),
        duties=tuple(read_duty(duty) for duty in table.tables("duty")),
        greeting=table.get("greeting", ""),
        close=table.get("close", ""),
    )
    for part in (limits, needs, marking, table):
        part.no_others()
    check(table, template)
    if template.sealed and template.sealed != hash and not unsealed:
        note_broken_seal(table, template)
    table.settle()
    return template


def read_body(table: Table, folder: Path, layers: tuple[Path, ...], body: str) -> tuple[dict[str, str], bytes]:
    """The texts that make the template's words: its body and all that it includes; or its Word form."""
    if body == "form.docx":
        try:
            return {}, (folder / body).read_bytes()
        except OSError:
            table.note("Missing", f"{folder.name}/{body} is not there.", "Put the Word template beside template.toml.")
            return {}, b""
    texts: dict[str, str] = {}
    wanted = [body]
    while wanted:
        name = wanted.pop(0)
        if name in texts:
            continue
        places = [folder, *layers] if "/" not in name else list(layers)
        path = next((place / name for place in places if (place / name).is_file()), None)
        if path is None or ".." in name:
            table.note("Missing", f"The text `{name}` is not there.", "Correct its name, or restore the file.")
            texts[name] = ""
            continue
        try:
            texts[name] = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            table.note("Unreadable", f"The text `{name}` is not written in UTF-8.", "Save it again as UTF-8.")
            texts[name] = ""
        wanted += [found["name"] for found in INCLUDED.finditer(texts[name])]
    return texts, b""


def read_limits(table: Table) -> Limits:
    """`[limits]`: each a warning number and a hard cap; of the whole document, and of its parts."""
    all_parts = table.table("parts")
    parts = {name: all_parts.table(name) for name in all_parts.values}
    limits = Limits(
        words=read_range(table, "words"),
        pages=read_range(table, "pages"),
        large_print_pages=read_range(table, "large_print_pages"),
        part_words={name: Range(part.get("warn", 0), part.get("cap", 0)) for name, part in parts.items()},
        sentence_words=read_range(table, "sentence_words"),
        grade=table.get("grade", 0),
        part_sentence_words=given({name: read_range(part, "sentence_words") for name, part in parts.items()}),
        part_grade=given({name: part.get("grade", 0) for name, part in parts.items()}),
    )
    for part in parts.values():
        part.no_others()
    return limits


def given(limits: Mapping[str, Limit]) -> dict[str, Limit]:
    """The limits of those parts that have one."""
    return {name: limit for name, limit in limits.items() if limit not in (NO_LIMIT, 0)}


def read_range(table: Table, key: str) -> Range:
    """`{ warn = 900, cap = 1200 }`; either may be left out."""
    if key not in table.values:
        table.asked.add(key)
        return NO_LIMIT
    inner = table.table(key)
    found = Range(inner.get("warn", 0), inner.get("cap", 0))
    inner.no_others()
    return found


def read_duty(table: Table) -> Duty:
    """One `[[duty]]`."""
    duty = Duty(
        id=table.need("id", ""),
        says=table.need("says", ""),
        source=table.need("source", ""),
        part=table.need("part", ""),
        words=table.texts("words"),
        fields=table.texts("fields"),
        when=table.get("when", ""),
    )
    if not duty.words and not duty.fields:
        table.note("Missing", f"The duty `{duty.id}` has neither words nor fields.", "Say what must stand in its part.")
    table.no_others()
    return duty


def check(table: Table, template: Template) -> None:
    """Note what no single key shows."""
    for format in template.formats:
        if format not in FORMATS:
            table.note("NotOneOf", f"`formats` names {format!r}.", f"Choose from: {', '.join(FORMATS)}.", "formats")
    if not template.formats:
        table.note("Missing", "`formats` names no format.", f"Choose from: {', '.join(FORMATS)}.", "formats")
    for engine in template.needs_engines:
        if engine not in ENGINES:
            table.note("NotOneOf", f"`needs.engines` names {engine!r}.", f"Choose from: {', '.join(ENGINES)}.")
    if bool(template.for_each) != bool(template.each):
        table.note("Missing", "`for_each` and `each` go together.", "Give both: the list, and the name of one of it.")
    check_limits(table, template)
    ids = [duty.id for duty in template.duties]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        table.note("DuplicateId", f"Two duties have the id {id!r}.", "Give one of them another id.")


def check_limits(table: Table, template: Template) -> None:
    """Note limits for sentences and reading grade that are looser than what the audience is given."""
    reader, limits = AUDIENCES[template.audience], template.limits
    sentences = {"": limits.sentence_words, **limits.part_sentence_words}
    grades = {"": limits.grade, **limits.part_grade}
    for part, given in sentences.items():
        if given.cap > reader.made_error or given.warn > reader.made_warning:
            note_looser(table, template, part, "sentence_words", f"{reader.made_warning} and {reader.made_error}")
    for part, grade in grades.items():
        if grade > reader.grade:
            note_looser(table, template, part, "grade", str(reader.grade))


def note_looser(table: Table, template: Template, part: str, key: str, most: str) -> None:
    """Note one limit that is looser than the audience's."""
    name = f"limits.parts.{part}.{key}" if part else f"limits.{key}"
    what = f"`{name}` is looser than what documents for {template.audience} may have: {most}."
    table.note("LooserLimit", what, "Make it stricter, or leave it out: the limit of the audience holds anyway.")


def fingerprint(settings: str, texts: Mapping[str, str], form: bytes) -> str:
    """SHA-256 of everything that makes a template's words, in hexadecimal digits."""
    digest = hashlib.sha256()
    parts = {"template.toml": settings.replace("\r\n", "\n").encode(), "form.docx": form}
    parts |= {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    for name in sorted(parts):
        digest.update(f"{name}\0{len(parts[name])}\0".encode())
        digest.update(parts[name])
    return digest.hexdigest()


def read_seal(folder: Path, id: str) -> str:
    """The hash that a version was released with; empty when it was not released."""
    path = folder / SEAL
    return read_table(path, f"{id}/{SEAL}").get("sha256", "") if path.is_file() else ""


def note_broken_seal(table: Table, template: Template) -> None:
    """Note that a released version was changed."""
    table.note(
        "Changed",
        f"{template.title} {template.version} was changed after its release, so it cannot be used.",
        f"`lettersmith templates release {template.framework}/{template.kind}` makes a new version from your edit; "
        "to keep this one, put the old text back.",
    )


def refused(what: str, file: str, do: str) -> TemplateRefused:
    """A refusal of one template for one reason."""
    return TemplateRefused(Remark("Template.Refused", Level.ERROR, what, Place(file), do=do))


def not_there(what: str, do: str) -> Unreadable:
    """A framework, document or version that nobody has."""
    return Unreadable(Remark("Template.NotThere", Level.ERROR, what, do=do))
