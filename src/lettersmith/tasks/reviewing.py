"""The checks on files that anybody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lettersmith.errors import EngineMissing, LettersmithError, Unreadable
from lettersmith.issue import accepted
from lettersmith.issue.silencing import Silence, split
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.grammar import GrammarEngine
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Acceptance, Review, SentenceLength
from lettersmith.model.style import StyleBook
from lettersmith.model.subject import Subject
from lettersmith.reading.paths import WORD
from lettersmith.workspace import layers

if TYPE_CHECKING:
    from lettersmith.issue.log import Entry

NOT_CHECKED = ("Grammar.NotChecked", "Reading.NotEnglish", "OtherArea.NotChecked", "Styles.RanAway")
"""Rules whose remarks say what could not be looked at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How files are to be checked."""

    audience: str = ""
    """Empty: as the template that made the file says, else professionals."""
    styles: tuple[str, ...] = ()
    """Names of the styles to use; empty for all."""
    grammar: str = "none"
    """`harper`, `languagetool` or `none`."""
    pages: bool = False
    """Whether LibreOffice is asked on which page of a Word file each paragraph is."""
    today: date = date.max
    """The day that decides which acceptances hold."""
    before: Mapping[str, int] | None = None
    """How often each fingerprint was there last time: only what is new is shown. None for all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of checking some files."""

    reviews: tuple[Review, ...] = ()
    unread: tuple[Remark, ...] = ()
    """What could not be read, and why."""
    missing: tuple[Remark, ...] = ()
    """The engine that was asked for and is not there."""


@dataclass(slots=True)
class Reviewer:
    """Checks files one after the other: styles and engines are read and started once."""

    wanted: Wanted
    engine: GrammarEngine | None = None
    missing: tuple[Remark, ...] = ()
    books: dict[tuple[Path, ...], StyleBook] = field(default_factory=dict)
    lists: dict[Path, tuple[Acceptance, ...]] = field(default_factory=dict)
    names: dict[Path, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start the engine first: it gets ready while files are read."""
        if self.wanted.grammar != "none":
            from lettersmith.checks import grammar

            try:
                self.engine = grammar.start(self.wanted.grammar)
            except EngineMissing as error:
                self.missing = error.remarks

    def review(self, path: Path) -> Iterator[Review]:
        """One file, and the Word and text files attached to it if it is an email. Raises Unreadable."""
        from lettersmith import reading

        data = reading.data_of(path)
        yield self.of_data(data, str(path), path)
        if path.suffix.lower() == ".eml":
            for name, inner in reading.attached(data):
                yield self.of_data(inner, f"{path} › {name}", path)

    def review_piped(self, data: bytes) -> Iterator[Review]:
        """What was piped in: a Word file, HTML or an email if it looks so, else Markdown. Raises Unreadable."""
        from lettersmith import reading

        yield self.of_data(data, f"standard input{reading.kind_of(data)}", Path(), "standard input")

    def of_data(self, data: bytes, name: str, path: Path, shown: str = "") -> Review:
        """One file whose bytes are known. The end of `name` tells its kind; `shown` is its name for people.

        Raises Unreadable.
        """
        from lettersmith import reading
        from lettersmith.data import read_areas

        manuscript = reading.manuscript_of(data, name, path.suffix if name == str(path) else "")
        no_pages: tuple[Remark, ...] = ()
        if self.wanted.pages and name.lower().endswith(WORD):
            from lettersmith.reading.pages import with_pages

            try:
                manuscript = with_pages(manuscript, data)
            except EngineMissing as error:
                no_pages = error.remarks
        made = None if name != str(path) else self.made_by_us(path, data)
        if made is not None:
            from lettersmith.route.retracing import retraced

            folder, entry = made
            manuscript = retraced(manuscript, entry, folder)
        inspection = inspection_around(path)
        audience, why = audience_of(made[1] if made else None, self.wanted.audience)
        book = self.book(path)
        subject = Subject(
            replace(manuscript, audience=audience),
            areas=read_areas(),
            styles=book,
            grammar=self.engine,
            known=self.known(inspection) if inspection else frozenset(),
        )
        reviewed = review_of(subject, shown or name)
        kept, silenced = split(reviewed.remarks, manuscript, self.silence(path, name, data, book))
        return reviewed._replace(
            remarks=kept,
            silenced=silenced,
            audience_why=why,
            template=made[1].template if made else "",
            not_checked=(*reviewed.not_checked, *self.missing, *no_pages),
            digest=sha256(data).hexdigest(),
        )

    def silence(self, path: Path, name: str, data: bytes, book: StyleBook) -> Silence:
        """What may silence remarks about a file: comments in it, the list of what was accepted, last time's remarks."""
        text = data.decode("utf-8-sig", "replace") if b"<!--" in data else ""
        list_ = accepted.file_for(path)
        if list_ not in self.lists:
            self.lists[list_] = accepted.read(list_)
        return Silence(self.wanted.today, frozenset(book.styles), {name: text}, self.lists[list_], self.wanted.before)

    def made_by_us(self, path: Path, data: bytes) -> tuple[Path, Entry] | None:
        """The inspection and the log's entry of a file that this program made."""
        if not any((folder / "log").is_dir() for folder in folders_around(path)):
            return None
        from lettersmith.route.retracing import entry_of

        return entry_of(path, data)

    def known(self, folder: Path) -> frozenset[str]:
        """The words that are right in the documents of an inspection, read once."""
        if folder not in self.names:
            self.names[folder] = names_known(folder)
        return self.names[folder]

    def book(self, path: Path) -> StyleBook:
        """The styles for a file: those beside it or above it, and the built-in ones."""
        from lettersmith.catalogue.styles import read_styles

        folders = layers(path.parent, "styles")
        if folders not in self.books:
            found = read_styles(folders)
            names = self.wanted.styles
            if names:
                rules = tuple(rule for rule in found.rules if rule.style in names)
                unknown = [name for name in names if name not in found.styles]
                if unknown:
                    raise Unreadable(*(no_style(name, found.styles) for name in unknown))
                found = found._replace(rules=rules)
            self.books[folders] = found
        return self.books[folders]


def no_style(name: str, there: Iterable[str]) -> Remark:
    """What is said of a style that nobody has."""
    what = f"There is no style {name}."
    return Remark("Styles.Unknown", Level.ERROR, what, do=f"Choose from: {', '.join(sorted(there))}.")


def review_all(paths: Iterable[Path], wanted: Wanted, piped: Callable[[], bytes] | None = None) -> Outcome:
    """Every file that the paths mean: what the checks say of each, and which could not be read.

    `piped` gives the bytes that the path `-` stands for.
    """
    from lettersmith.reading.paths import files_in

    reviewer = Reviewer(wanted)
    reviews: list[Review] = []
    unread: list[Remark] = []
    for path in files_in(paths):
        found = reviewer.review_piped(piped()) if piped and str(path) == "-" else reviewer.review(path)
        while True:
            try:
                reviews.append(next(found))
            except StopIteration:
                break
            except Unreadable as error:
                unread += error.remarks
    return Outcome(tuple(reviews), tuple(dict.fromkeys(unread)), reviewer.missing)


def review_of(subject: Subject, name: str) -> Review:
    """The checks on one manuscript, with the figures that a report of them shows."""
    from lettersmith import checks
    from lettersmith.checks.measures import in_words
    from lettersmith.checks.passages import words_in
    from lettersmith.checks.prose import sentences
    from lettersmith.checks.sentences import levels

    found = tuple(
        remark._replace(place=remark.place._replace(document=name))
        for remark in (*subject.manuscript.remarks, *checks.run(subject))
    )
    manuscript = subject.manuscript
    rules = subject.styles.rules if subject.styles else ()
    return Review(
        name,
        manuscript,
        manuscript.audience,
        remarks=tuple(remark for remark in found if remark.rule not in NOT_CHECKED),
        not_checked=tuple(remark for remark in found if remark.rule in NOT_CHECKED),
        styles=subject.styles.styles if subject.styles else (),
        rules=len(rules),
        grammar=subject.grammar.name if subject.grammar else "none",
        reading=in_words(manuscript),
        facts={"words": words_in(manuscript), "sentences": len(sentences(manuscript)), **manuscript.counts},
        sentences=tuple(
            SentenceLength(one.passage.at, one.passage.offset + one.start, one.passage.offset + one.end, one.words)
            for one in sentences(manuscript)
        ),
        limits=levels(AUDIENCES[manuscript.audience], made=bool(manuscript.template)),
    )


def audience_of(entry: Entry | None, asked: str) -> tuple[str, str]:
    """Who reads a file: as asked, as the template that made it says, else professionals; and how we know."""
    if asked:
        return asked, "as asked"
    if entry is not None and entry.audience:
        return entry.audience, f"made by this program for {entry.audience}"
    return "professionals", "since nobody said for whom; say --audience if others will read it"


def inspection_around(path: Path) -> Path | None:
    """The inspection whose folder, or a folder in that, a file lies in: a section draft in `texts`, for example."""
    return next((folder for folder in folders_around(path) if (folder / "inspection.json").is_file()), None)


def folders_around(path: Path) -> Sequence[Path]:
    """The folder of a file, and the one above."""
    return path.resolve().parents[:2]


def names_known(folder: Path) -> frozenset[str]:
    """The names, places and terms of an inspection, right in its documents; none while its facts cannot be read."""
    from lettersmith.route.case import open_case
    from lettersmith.route.proofreading import known_words

    try:
        case = open_case(folder)
    except LettersmithError:
        return frozenset()
    return known_words(case.inspection, case.framework)
