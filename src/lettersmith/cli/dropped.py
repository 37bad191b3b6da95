"""What somebody gets back who sends files here from a menu, or saves them in a folder that is watched."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from lettersmith.cli.checking import PAGE, marked_copies, page_beside, shown
from lettersmith.errors import LettersmithError
from lettersmith.tasks.reviewing import Outcome, Wanted, review_all


def give_back(paths: Sequence[Path], asked: Wanted, *, open_it: bool = True) -> Outcome:
    """Check some files: `NAME (checked).docx` beside each Word file, and one page of all remarks, which is opened.

    A folder that refuses the copies gets none; the page is then put where this person may write.
    """
    outcome = review_all(paths, asked)
    word = tuple(review for review in outcome.reviews if is_word_file(Path(review.file)))
    try:
        marked_copies(Outcome(word), None)
    except (LettersmithError, OSError) as error:
        click.echo(f"There is no marked copy: {error}", err=True)
    page = put_page(shown(outcome, "html"), page_path(paths, outcome))
    if open_it:
        open_page(page.resolve().as_uri())
    return outcome


def is_word_file(path: Path) -> bool:
    """Whether a marked copy can be made: of a Word file on the disk, not of one inside an email."""
    return path.suffix.lower() in (".docx", ".docm", ".dotx") and path.is_file()


def page_path(paths: Sequence[Path], outcome: Outcome) -> Path:
    """Beside the file, or in the folder of the first of several."""
    beside = page_beside(outcome)
    return beside if beside.name != PAGE else paths[0].with_name(PAGE)


def put_page(page: str, path: Path) -> Path:
    """Write the page, where it belongs or else into a new folder of this person's own; where it is now."""
    from lettersmith.issue.disk import put

    data = page.encode("utf-8")
    try:
        put(path, data)
    except (LettersmithError, OSError):
        path = Path(tempfile.mkdtemp(prefix="lettersmith-")) / path.name
        put(path, data)
    return path


def open_page(address: str) -> None:
    """Show a page in this person's browser."""
    import webbrowser

    webbrowser.open(address)
