"""Every word of a text file knows its line and column: what stands there is the word."""

from __future__ import annotations

import random

import pytest

from lettersmith.model.manuscript import Manuscript
from lettersmith.reading import manuscript_of

TEXTS = {
    "plain words": ("draft.md", "We met on Monday.\n\nWe left\non Tuesday.\n"),
    "marks around words": ("draft.md", "# A **bold** and *light* [link](http://a.example.org/bold) again bold\n"),
    "escapes and references": ("draft.md", "Fish \\* chips &amp; peas, 3 \\< 4 then *more* \\[x\\]\n"),
    "lists in lists": (
        "draft.md",
        "- one thing\n  - *two* things\n\n    again two\n\n1. first\n2.  second &lt; third\n",
    ),
    "a quotation": ("draft.md", "> She said **no**\n> and no again.\n"),
    "a table": ("draft.md", "| A day | What |\n|---|---|\n| Day A | a *thing* |\n"),
    "code": ("draft.md", "Say `run it` now\n\n    indented words\n\n```\nfenced words\n```\n"),
    "a footnote": ("draft.md", "Here[^1] and there.\n\n[^1]: The note says here.\n"),
    "a picture": ("draft.md", "Look ![a door](door.png) here\n"),
    "text": ("draft.txt", "Dear Ms Quill\n\n  Indented words here.\n- item one\n   goes on\n\n3. third\n"),
    "HTML": (
        "draft.html",
        '<h1 title="Findings">Findings</h1>\n<p>Fish &amp; <b>chips</b>\n   and&nbsp;peas   here</p>\n<li>One\n',
    ),
}


def misplaced(manuscript: Manuscript, source: str) -> list[tuple[str, str]]:
    """Words that are not where their origin says, with what stands there."""
    lines = source.split("\n")
    wrong = []
    for block in manuscript.blocks:
        for spans in block.texts():
            for span in spans:
                words = span.text.rstrip()
                if words and span.origin.column:
                    there = lines[span.origin.line - 1][span.origin.column - 1 :][: len(words)]
                    if there != words and not there.startswith(("\\", "&")):
                        wrong.append((words, there))
    return wrong


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_stands_at_its_column(name: str) -> None:
    file, source = TEXTS[name]
    manuscript = manuscript_of(source.encode(), file)
    spans = [span for block in manuscript.blocks for spans in block.texts() for span in spans if span.text.strip()]
    assert spans and all(span.origin.column for span in spans), [span for span in spans if not span.origin.column]
    assert misplaced(manuscript, source) == []


WORDS = ("a", "bold", "*b*", "**bold**", "\\*", "&amp;", "[a](b)", "`a b`", "a*b*", "bold.", "\n", "x  ", "&lt;")


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_typed_each_word_stands_at_its_column(seed: int) -> None:
    chance = random.Random(seed)
    starts = ("", "- ", "> ", "## ", "1. ", "  - ")
    paragraphs = (
        chance.choice(starts) + " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 12))) for _ in range(8)
    )
    source = "\n\n".join(paragraphs) + "\n"
    assert misplaced(manuscript_of(source.encode(), "draft.md"), source) == []
