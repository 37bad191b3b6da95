"""LanguageTool, through language-tool-python: a server of our own on this machine, asked paragraph by paragraph.

Letters are confidential. Nothing is sent anywhere but to 127.0.0.1, whatever proxy the machine is set up for, and what
was answered is kept in memory only, by the hash of the paragraph, for as long as the program runs.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from threading import Thread
from typing import Any

from lettersmith.checks.grammar import server
from lettersmith.checks.grammar.known_words import Known
from lettersmith.checks.grammar.languagetool_rules import (
    BREAKS_OFF,
    BREAKS_OFF_MESSAGE,
    COLLECTIVES,
    NUMBER_RULES,
    OFF_CATEGORIES,
    OFF_RULES,
    ON_RULES,
)
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip

NO_PROXY = {"no_proxy": f"{server.HERE},localhost"}
"""Told to the library that sends the texts: it would pass them to a proxy of the machine, even for this address."""

BEYOND = re.compile("[\U00010000-\U0010ffff\ud800-\udfff]")
"""Characters that are two in Java, and halves of such: each is sent as one plain sign, so that every offset is ours."""

SIGN = "\N{WHITE SMILING FACE}"

WARMING = "This is a letter of the council. Its leaders has a plan, which was written in in May."
"""Read once at the start: only then are the rules loaded."""

LONGEST = 120.0
"""Seconds that one paragraph may take. It takes some hundredths, on a busy machine a second."""

MOST_KEPT = 4096
"""How many paragraphs' answers are kept."""


MOST_SHOWN = 5
"""Of each slip: words that could stand there instead. Of a short word LanguageTool knows hundreds."""


class LanguageTool:
    """A `GrammarEngine`. It comes up in the background while other checks work, and goes when the program ends.

    A server that dies is started once more, and asked again. Once in a run: a second death is no accident.
    """

    def __init__(self, launch: Callable[[], server.Server]) -> None:
        """Raises what `launch` raises: EngineMissing."""
        self._launch = launch
        self._starts_left = 1
        self._library: Any = None
        self._fault: EngineMissing | None = None
        self._kept: dict[bytes, tuple[Slip, ...]] = {}
        self._server = launch()
        self._coming_up = Thread(target=self._come_up, daemon=True)
        self._coming_up.start()
        atexit.register(self.stop)

    @property
    def name(self) -> str:
        """`LanguageTool` with its version."""
        return f"LanguageTool {self._server.version}"

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        """The slips of each text. `known` are words that are right: names, places and terms.

        Raises EngineMissing if the server does not come up, hangs, or goes down a second time.
        """
        self._coming_up.join()
        if self._fault is not None:
            raise self._fault
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        found = {key: self._kept[key] for key in keys if key in self._kept}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        found.update(zip(new, self._ask_all(list(new.values())), strict=True))
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        self._kept.update(found)
        words = Known.of(known)
        return [
            [slip for slip in found[key] if not words.excuse(slip, text)] for key, text in zip(keys, texts, strict=True)
        ]

    def stop(self) -> None:
        """Stop the server for good; whoever asks then is told that it is gone."""
        self._starts_left = 0
        self._server.stop()

    def _come_up(self) -> None:
        try:
            self._server.wait()
            self._library = connect(self._server.address)
            self._library.check(WARMING)
        except EngineMissing as fault:
            self._fault = fault
        except Exception as fault:
            self._fault = gone(fault)

    def _ask_all(self, texts: list[str]) -> list[tuple[Slip, ...]]:
        """The slips of each text, from the server or the one that takes its place.

        A server that hangs is stopped, and the same texts are not asked again: they may be why it hangs. The next
        document finds it gone, and gets another.
        """
        if not texts:
            return []
        try:
            return self._ask_each(texts)
        except TimeoutError as fault:
            raise gone(fault) from fault
        except EngineMissing:
            if not self._starts_left:
                raise
            self._start_again()
            return self._ask_all(texts)

    def _start_again(self) -> None:
        """A server in the place of one that died. Raises EngineMissing if that one does not come up."""
        self._starts_left -= 1
        self._server.stop()
        self._server = self._launch()
        self._come_up()
        if self._fault is not None:
            raise self._fault

    def _ask_each(self, texts: list[str]) -> list[tuple[Slip, ...]]:
        with ThreadPoolExecutor(2) as pool:
            asked = [pool.submit(self._ask, text) for text in texts]
            try:
                return [answer.result(LONGEST) for answer in asked]
            except TimeoutError:
                self._server.stop()  # so that the other questions end too
                raise

    def _ask(self, text: str) -> tuple[Slip, ...]:
        try:
            matches = self._library.check(BEYOND.sub(SIGN, text))
        except Exception as fault:  # whatever the library, the network or the server may say
            if self._server.ends():
                raise gone(fault) from fault
            return (Slip(0, len(text), type(fault).__name__, "LanguageTool broke down on this text.", kind="unread"),)
        return slips_of(matches, text)


def connect(address: str) -> Any:
    """The library's own handle on a server of this machine, with our choice of rules.

    Raises ValueError for any other machine: the public service of LanguageTool is not for letters like these.
    """
    if not address.startswith(f"http://{server.HERE}:"):
        raise ValueError(f"{address} is not this machine")
    import language_tool_python

    library = language_tool_python.LanguageTool("en-GB", remote_server=address, proxies=NO_PROXY)
    library.picky = True  # only then is BREAKS_OFF on; the other picky rules are opinions, and off
    library.disabled_categories = set(OFF_CATEGORIES)
    library.disabled_rules = set(OFF_RULES)
    library.enabled_rules = set(ON_RULES)
    return library


def slips_of(matches: Any, text: str) -> tuple[Slip, ...]:
    """The library's answer as slips, in the order of the text, without what is right in Britain."""
    found = (slip_of(match, text) for match in matches)
    return tuple(sorted(slip for slip in found if not is_collective(slip, text)))


def slip_of(match: Any, text: str) -> Slip:
    """One match of the library as a slip."""
    start, end = match.offset, match.offset + match.error_length
    if match.rule_id == BREAKS_OFF:
        last_word = len(text.rstrip()) - len(text.split()[-1]) if text.split() else start
        return Slip(min(start, last_word), end, BREAKS_OFF, BREAKS_OFF_MESSAGE)
    kind = "spelling" if match.rule_id.startswith("MORFOLOGIK") else "grammar"
    return Slip(start, end, match.rule_id, match.message, tuple(match.replacements[:MOST_SHOWN]), kind)


def is_collective(slip: Slip, text: str) -> bool:
    """Whether a slip of number is only that a body of people has a plural verb: `the council are`, as many write."""
    before = re.search(r"(\w+)\s+$", text[: slip.start])
    return slip.rule in NUMBER_RULES and before is not None and before[1].lower() in COLLECTIVES


def gone(fault: BaseException) -> EngineMissing:
    """The server was there and is not any more, or does not answer."""
    what = f"The LanguageTool server on this machine gave no answer ({type(fault).__name__})."
    return server.missing(what, "Try again; if it stays so, check with `--grammar harper`.")


@cache
def start() -> LanguageTool:
    """LanguageTool, one server for the whole process. Raises EngineMissing, saying how to get what is not there."""
    if find_spec("language_tool_python") is None:
        what = "The Python package language-tool-python is not installed."
        raise server.missing(what, "Install it: `pip install 'lettersmith[languagetool]'`. See docs/grammar.md.")
    return LanguageTool(server.start)
