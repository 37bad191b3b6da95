"""What stands beside the text of a file that was read: deleted and hidden words, comments, words of pictures.

A reader does not see it on the page, but it goes out with the file. Names, gaps and notes to the writer are looked for
in it; style is not judged.
"""

from __future__ import annotations

from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage, all_words, passages, small_letters
from lettersmith.model.manuscript import Manuscript, plain

WHY = "It is not on the page, but it goes out with the file, and whoever opens that can see it."
IN = {
    "comment": "a comment",
    "alt text": "the alternative text of a picture",
    "chart": "a chart",
    "diagram": "a diagram",
}
"""A region as people say it, where that is not its name."""
ADVICE = {
    "deleted text": "Accept or reject the change, so that the deleted words are gone.",
    "comment": "Settle it, and delete the comment.",
    "hidden text": "Show the hidden text, and mend it or delete it.",
}
"""What to do about words in each place, in Word's own terms."""


@keep_last
def asides(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Every passage that stands beside the text, with its region."""
    return tuple(
        Passage(plain(spans), spans, block, -1, 0, block.parts[0] if block.parts else "")
        for block in manuscript.asides
        for spans in block.texts()
        if plain(spans).strip()
    )


@keep_last
def everywhere(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Every passage of the text, and then of what stands beside it."""
    return (*passages(manuscript), *asides(manuscript)) if manuscript.asides else passages(manuscript)


@keep_last
def every_word(manuscript: Manuscript) -> str:
    """All of its words in one text."""
    return "\n".join([all_words(manuscript), *(passage.text for passage in asides(manuscript))])


@keep_last
def every_small_letter(manuscript: Manuscript) -> str:
    """The same in small letters."""
    return "\n".join([small_letters(manuscript), *(passage.text.lower() for passage in asides(manuscript))])


def is_aside(passage: Passage) -> bool:
    """Whether a passage stands beside the text."""
    return passage.region not in ("body", "header", "footer", "note")
