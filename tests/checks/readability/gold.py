"""The gold set of sentences, and how a splitter does on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("gold_sentences.txt")
FRESH = Path(__file__).with_name("fresh_sentences.txt")
"""Written when the splitter was done."""


class Passage(NamedTuple):
    """One block of text with its sentences, as somebody split it by hand."""

    kind: str
    """`paragraph`, `item` or `heading`."""
    tries: str
    """What it is there for."""
    text: str
    sentences: tuple[str, ...]
    labels: tuple[str, ...]
    """Lines that are no prose."""


class Score(NamedTuple):
    """How many sentences and labels came out right, and which did not."""

    right: int
    wanted: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def share(self) -> float:
        """The part that is right of what was wanted."""
        return self.right / self.wanted


def read(file: Path = FILE) -> tuple[Passage, ...]:
    """The whole gold set."""
    passages = file.read_text(encoding="utf-8").split("\n@")[1:]
    return tuple(_passage(*passage.split("\n", 1)) for passage in passages)


def _passage(head: str, body: str) -> Passage:
    kind, tries = head.split(": ", 1)
    text, labels, prose = [], [], ""
    for line in filter(None, body.split("\n")):
        ended, words = line.startswith("||"), line.removeprefix("||").lstrip()
        prose += "||" if ended else ""
        if words.startswith("~ "):
            labels.append(words[2:])
            text.append(words[2:])
        else:
            prose += words + " "
            text.append(re.sub(r"\s*\|\|", "", words))
    sentences = tuple(_plain(part) for part in prose.split("||") if part.strip())
    return Passage(kind, tries, "\n".join(text), sentences, tuple(labels))


def score(passages: Iterable[Passage], sentences_of: Callable[[Passage], Iterable[str]]) -> Score:
    """How a splitter does: a sentence is right when it comes out whole and alone, a label when no sentence holds it."""
    right, wanted = 0, 0
    missed: list[str] = []
    extra: list[str] = []
    for passage in passages:
        want = Counter(passage.sentences)
        found = Counter(map(_plain, sentences_of(passage)))
        lost, more = want - found, found - want
        bad = [label for label in passage.labels if any(_plain(label) in sentence for sentence in more)]
        wanted += len(passage.sentences) + len(passage.labels)
        right += len(passage.sentences) - lost.total() + len(passage.labels) - len(bad)
        missed += [*lost, *bad]
        extra += more
    return Score(right, wanted, tuple(missed), tuple(extra))


def _plain(text: str) -> str:
    return " ".join(text.split())
