"""What `.vale.ini` says of reading one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Selection(NamedTuple):
    """A CSS selector that some rule's scope names, as `doc(...)`, and the name that it has in scopes."""

    name: str
    selector: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read one file. Patterns come compiled: they are in Vale's dialect, which is not a reader's business."""

    name: str = "text.md"
    """The file's name; its ending ends every scope."""
    format: str = "md"
    """What it is read as: `md`, `html`, `txt`, or anything else for a text without structure."""
    skipped_scopes: tuple[str, ...] = ()
    """Tags whose text is no prose; empty for Vale's own list."""
    ignored_scopes: tuple[str, ...] = ()
    """Inline tags whose text is masked; empty for Vale's own list."""
    ignored_classes: tuple[str, ...] = ()
    block_ignores: tuple[Any, ...] = ()
    token_ignores: tuple[Any, ...] = ()
    comment_delimiters: tuple[str, str] = ("", "")
    styles: tuple[str, ...] = ()
    """The styles that are on for the file: what `vale styles = ...` in a comment chooses from."""
    wanted: frozenset[str] = frozenset()
    """Kinds of units that some rule asks for: `sentence`, `paragraph`, `link`, `strong`, `emphasis`, `code`."""
    selections: tuple[Selection, ...] = ()
    sentences: Callable[[str], Sequence[str]] = field(default=lambda text: [text])
    """Splits a text into its sentences."""
    front_matter_ignored: Callable[[str], bool] = field(default=lambda scope: False)
    """Whether an entry of the front matter with this scope is left out."""

    @property
    def ending(self) -> str:
        """The ending of the file's name with its dot, such as `.md`."""
        base = self.name.replace("\\", "/").rpartition("/")[2]
        return "." + base.rpartition(".")[2] if "." in base else ""


Switches = Mapping[str, bool]
