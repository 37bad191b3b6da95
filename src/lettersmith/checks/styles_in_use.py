"""Whether a style is in use: some of its rules no file in `styles/` can say, and checks say them."""

from __future__ import annotations

from lettersmith.checks.kept import keep_last
from lettersmith.model.style import StyleBook
from lettersmith.model.subject import Subject


def uses(subject: Subject, style: str) -> bool:
    """Whether a style of ours is among those that a document is checked by.

    A book with sections comes from somebody's `.vale.ini`: it is checked as Vale would, and nothing more.
    """
    book = subject.styles
    if book is None or book.sections:
        return False
    return style in styles_of(book)


@keep_last
def styles_of(book: StyleBook) -> tuple[str, ...]:
    """The names of a book's styles."""
    return book.styles
