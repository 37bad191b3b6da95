"""A template sealed by its hash, so that what was sent can always be made again."""

from __future__ import annotations

import re
from datetime import date

from lettersmith.catalogue.catalogue import Catalogue, version_key
from lettersmith.catalogue.templates import SEAL, fingerprint, refused
from lettersmith.errors import TemplateRefused
from lettersmith.issue.disk import put
from lettersmith.merge import lint
from lettersmith.model.remark import errors
from lettersmith.model.template import Template

CHANGES = re.compile(r'^changes\s*=\s*".*"\s*$', re.MULTILINE)


def release(catalogue: Catalogue, framework: str, kind: str, version: str, *, changes: str, today: date) -> str:
    """Seal a version; one that was sealed and then edited becomes the next minor version, with `changes` as its line.

    Returns the version that was released. Raises TemplateRefused if it has faults, has nothing new, or no line of
    changes; Unreadable if there is none, or the disk refuses.
    """
    template = catalogue.template(framework, kind, version, unsealed=True)
    faults = errors(lint(template))
    if faults:
        raise TemplateRefused(*faults)
    if not template.sealed:
        put(template.folder / SEAL, seal(template.hash, today))
        return template.version
    if template.sealed == template.hash:
        raise refused(f"{template.id} is released already and has not changed.", template.id, "Edit it first.")
    if not changes:
        raise refused(f"{template.id} was changed.", template.id, 'Say what is new in it: --changes "...".')
    return as_new_version(catalogue, template, changes, today)


def as_new_version(catalogue: Catalogue, template: Template, changes: str, today: date) -> str:
    """Copy an edited version to a new folder under the next number, and seal that."""
    newest = catalogue.versions(template.framework, template.kind)[-1]
    major, minor, _ = version_key(newest)
    version = f"{major}.{minor + 1}.0"
    folder = template.folder.parent / version
    settings = (template.folder / "template.toml").read_text(encoding="utf-8-sig")
    settings = CHANGES.sub(lambda _: f'changes = "{changes.replace(chr(34), chr(39))}"', settings, count=1)
    put(folder / "template.toml", settings.encode("utf-8"))
    body = (template.folder / template.body).read_bytes()
    put(folder / template.body, body)
    put(folder / SEAL, seal(fingerprint(settings, template.texts, template.form), today))
    return version


def seal(hash: str, today: date) -> bytes:
    """The text of a seal."""
    return f'sha256 = "{hash}"\nreleased = {today.isoformat()}\n'.encode()
