"""Harper, the grammar checker that comes with the program: no server, no network, British spelling.

Harper is young, and its Python side younger: whatever it does, the check goes on. A text on which it breaks down comes
back as a slip of the kind `unread`, never as a text without slips.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from threading import Lock, Thread
from typing import Any

from lettersmith.checks.grammar.harper_rules import KEEP, SPELLING
from lettersmith.checks.grammar.known_words import Known
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip
from lettersmith.model.remark import Level, Remark

MOST_KEPT = 4096
"""How many texts' answers are kept: a long report has some hundreds of paragraphs."""


class Harper:
    """A `GrammarEngine`. Its dictionary is loaded once, in the background, from the moment it is started."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()  # a linter refuses a second caller
        self._linter: Any = None
        self._fault: BaseException | None = None
        self._kept: dict[bytes, tuple[Slip, ...]] = {}
        self._loading = Thread(target=self._load, daemon=True)
        self._loading.start()

    @property
    def name(self) -> str:
        """`Harper` with the version of its Python package."""
        return f"Harper {version('harper-py')}"

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        """The slips of each text. `known` are words that are right: names, places and terms.

        Raises EngineMissing if Harper is not installed or cannot be loaded.
        """
        self._loading.join()
        if self._fault is not None:
            raise missing() from self._fault
        words = Known.of(known)
        return [[slip for slip in self._slips(text) if not words.excuse(slip, text)] for text in texts]

    def _load(self) -> None:
        try:
            self._linter = new_linter()
        except BaseException as fault:  # a panic of Rust code is no Exception
            self._fault = fault

    def _slips(self, text: str) -> tuple[Slip, ...]:
        key = sha256(text.encode("utf-8", "surrogatepass")).digest()
        found = self._kept.get(key)
        if found is None:
            found = self._ask(text)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def _ask(self, text: str) -> tuple[Slip, ...]:
        with self._one_at_a_time:
            try:
                return slips_of(self._linter.organized_lints(text, language="plaintext"))
            except BaseException as fault:
                if isinstance(fault, (KeyboardInterrupt, SystemExit)):
                    raise
                self._load()  # whatever broke may have left the linter broken too
                return (Slip(0, len(text), type(fault).__name__, "Harper broke down on this text.", kind="unread"),)


def new_linter() -> Any:
    """A linter for British English with only the rules that we keep. Takes half a second."""
    import harper

    linter = harper.Linter(harper.Dialect.BRITISH)
    linter.set_lint_config({rule: rule in KEEP for rule in linter.get_default_lint_config()})
    return linter


def slips_of(lints: Any) -> tuple[Slip, ...]:
    """Harper's own answer (rule to what it found) as slips, in the order of the text."""
    found = [
        Slip(
            lint.span.start,
            lint.span.end,
            rule,
            lint.message,
            tuple(dict.fromkeys(suggestion.replacement_text for suggestion in lint.suggestions)),
            "spelling" if rule in SPELLING else "grammar",
        )
        for rule, ones in lints.items()
        for lint in ones
    ]
    return tuple(sorted(found))


def missing() -> EngineMissing:
    """Harper cannot be loaded: it comes with the program, so its package is not whole."""
    what = "Harper, which checks grammar and spelling, cannot be loaded."
    do = "Install it again: `pip uninstall harper-py`, `pip install harper-py`. Or check without: `--grammar none`."
    return EngineMissing(Remark("Grammar.NoEngine", Level.ERROR, what, do=do))


@cache
def start() -> Harper:
    """Harper, one for the whole process."""
    return Harper()
