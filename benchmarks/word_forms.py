"""Whole Word templates beside docxtpl: the very same template, merged by both."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import ours
import peer
from lettersmith import merge
from lettersmith.merge.compiled import Compiled
from lettersmith.merge.letters import merge_form
from lettersmith.writing import docx
from lettersmith.writing.docx_zip import archive

Work = Callable[[str, int], object]


@cache
def compiled(letter: str) -> Compiled:
    """The Word template compiled: once for all letters."""
    template = ours.template(letter)._replace(body="form.docx", texts={}, form=peer.template(letter), hash=f"w{letter}")
    return merge.compile_template(template)


def bare(letter: str, seed: int) -> bytes:
    """The filled Word file alone: what docxtpl makes."""
    parts = merge_form(compiled(letter), ours.made_up(letter, seed))
    return archive(docx.pack_form_part(name, data) for name, data in parts.items())


def with_manuscript(letter: str, seed: int) -> bytes:
    """The file, with the same words as blocks that know where they came from."""
    return docx.write(merge.merge(compiled(letter), ours.made_up(letter, seed)).manuscript, ours.LETTERHEAD.look)


MERGING: tuple[tuple[str, str, float, Work], ...] = (
    ("a whole-Word, bare", "a", 80, bare),
    ("b whole-Word, bare", "b", 25, bare),
    ("c whole-Word, bare", "c", 20, bare),
    ("a whole-Word with its manuscript", "a", 80, with_manuscript),
    ("b whole-Word with its manuscript", "b", 10, with_manuscript),
    ("c whole-Word with its manuscript", "c", 10, with_manuscript),
)
"""Name, letter, how many times as fast as docxtpl, what we do."""
