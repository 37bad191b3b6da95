"""Letters: what a letter should have and how it should close. A file that is clearly no letter is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lettersmith.checks.letter_frame import Letter, Line, greeting_of, letter_of
from lettersmith.checks.passages import Passage, passages, small_letters
from lettersmith.checks.places import place, whole
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import count, lazily
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

SOURCE = "Guide to Ofsted's house style (letters); Home Office design system, send a letter"

NOBODY = lazily(r"(?i)\b(?:sir|madam|sirs)\b")
GROUP = lazily(
    r"(?i)\b(?:all|agenc|board|carer|child|colleague|council|famil|friend|governor|guardian|headteacher|leader|manager|"
    r"member|neighbour|parent|partner|people|person|pupil|reader|resident|staff|student|team|tenant)\w*"
)
TITLED = lazily(
    r"Dear (?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Cllr|Councillor)\.? [A-Z]"
)
DATE = lazily(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
    r"|(?i:\bdate:|\[date)"
)
CONTACT_WORDS = ("@", "telephone", "email", "phone", "www.", "://", "call me", "call us", "contact me", "contact us")
NUMBER = lazily(r"0(?<!\w.)(?:\d{2,4}[ -]?\d{3}|\d{9,10}\b)")
"""Of a telephone. (A pattern that begins with a sign is found ten times as fast as one that begins with a boundary.)"""
NEXT_WORDS = (
    *(" will ", " can ", " must ", " should ", " may ", " need to ", " have to ", " plan to ", " next ", " please "),
    *("reply", "contact ", "call ", "send ", "write to", "email ", "next.", "’ll ", "'ll "),
)
"""Small letters, one of which is in every text that says what happens next."""
ASKS_FOR_REFERENCE = lazily(
    r"(?i)\bquot(?:e|ing) (?:the|this|our|your|that|my)(?: \w+){0,2} (?:reference|number|ref)\b"
)
REFERENCE = lazily(r"(?i)\b(?:reference|ref)(?: (?:number|no))?\.?\s*:|\bour ref\b|\byour ref\b")


def check(subject: Subject) -> Iterator[Remark]:
    """What a letter lacks, and a close that does not go with its greeting."""
    if not uses(subject, "Letters"):
        return
    letter = letter_of(subject.manuscript)
    if letter is not None:
        yield from _close(subject, letter)
        yield from _lacks(subject, letter)
    else:
        yield from _no_close(subject)


def _close(subject: Subject, letter: Letter) -> Iterator[Remark]:
    """A reader with a name is "sincerely", a Sir or Madam is "faithfully"; of a group both may be written."""
    greeting, close = letter.greeting.text, letter.close.text.lower()
    if _is_named(greeting) and "faithful" in close:
        wrong, right = "names its reader", "Yours sincerely"
    elif NOBODY().search(greeting) and not TITLED().match(greeting) and "sincere" in close:
        wrong, right = "names nobody", "Yours faithfully"
    else:
        return
    yield Remark(
        "Letters.CloseAgrees",
        Level.ERROR if subject.manuscript.template else Level.WARNING,
        f'The greeting "{greeting}" {wrong}, but the letter closes "{letter.close.text}".',
        _line(subject, letter.close),
        "Yours sincerely goes with a name, and Yours faithfully with Sir or Madam.",
        f'Close with "{right}".',
        instead=(right,),
        source=SOURCE,
    )


def _is_named(greeting: str) -> bool:
    """Whether a greeting names one person: "Dear Ms Quill", "Dear Ada Quill", "Dear Ada"."""
    if TITLED().match(greeting):
        return True
    name = greeting.removeprefix("Dear ").rstrip(",")
    if NOBODY().search(name) or GROUP().search(name):
        return False
    return bool(re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}", name))


def _lacks(subject: Subject, letter: Letter) -> Iterator[Remark]:
    """The parts that a reader looks for. In a document that we made its template answers for them."""
    if subject.manuscript.template:
        return
    before, inside, after = _parts_of(subject, letter)
    everything = "\n".join((before, inside, after))
    if not DATE().search(before):
        yield _missing(
            subject,
            "Letters.NoDate",
            "The letter has no date at its head.",
            "Without it nobody can tell what came before it, or from when days count.",
            "Put the date above the greeting: 7 March 2017.",
        )
    small = small_letters(subject.manuscript)
    if not any(word in small for word in CONTACT_WORDS) and not NUMBER().search(everything):
        yield _missing(
            subject,
            "Letters.NoContact",
            "The letter does not say how to reach its writer.",
            "A reader with a question has nobody to ask.",
            "Give a name with a telephone number or an email address.",
        )
    told = map(str.lower, inside.split("\n"))
    if not any(word in line for line in told for word in NEXT_WORDS):
        yield _missing(
            subject,
            "Letters.NoNextStep",
            "The letter does not say what happens next.",
            "A reader who does not know what to do does nothing.",
            "Say what the reader is to do, or what you will do, and by when.",
        )
    if not _has_subject(subject, letter):
        yield _missing(
            subject,
            "Letters.NoSubject",
            "The letter has no subject line under its greeting.",
            "A subject line tells at once what the letter is about, and helps to file it.",
            "Put one line under the greeting that says what the letter is about.",
        )
    if "quot" in small and ASKS_FOR_REFERENCE().search(inside) and not REFERENCE().search(everything):
        yield _missing(
            subject,
            "Letters.NoReference",
            "The letter asks its reader to quote a reference, and gives none.",
            "The reader cannot do what is asked.",
            "Put the reference above the greeting.",
        )


def _parts_of(subject: Subject, letter: Letter) -> tuple[str, str, str]:
    """The words above the greeting (with the running header), between greeting and close, and below."""
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for passage in passages(subject.manuscript):
        if passage.region == "header":
            found[0].append(passage.text)
        elif passage.region != "body":
            found[2].append(passage.text)
        else:
            found[(passage.at > letter.greeting.at) + (passage.at >= letter.close.at)].append(passage.text)
            if passage.at == letter.greeting.at:
                found[1].append(passage.text[letter.greeting.start + len(letter.greeting.text) :])
    return "\n".join(found[0]), "\n".join(found[1]), "\n".join(found[2])


def _has_subject(subject: Subject, letter: Letter) -> bool:
    """Whether one of the three passages beside the greeting looks like a subject line."""
    near = [
        passage
        for passage in passages(subject.manuscript)
        if passage.region == "body" and -1 <= passage.at - letter.greeting.at <= 3 and passage.at < letter.close.at
        if passage.at != letter.greeting.at
    ]
    return any(_is_subject(passage, passage.at < letter.greeting.at) for passage in near)


def _is_subject(passage: Passage, above: bool) -> bool:
    text = passage.text.strip()
    if passage.block.kind == "heading" or text.lower().startswith(("subject:", "re:")):
        return True
    if above:
        return False
    bold = bool(passage.spans) and all(span.bold for span in passage.spans if span.text.strip())
    return count(text) <= 25 and (bold or text[-1:] not in ".?!:;,") and len(text.splitlines()) <= 2


def _no_close(subject: Subject) -> Iterator[Remark]:
    """A greeting without a close. Emails and templates close as they like."""
    greeting = greeting_of(subject.manuscript)
    if greeting is None or subject.manuscript.template or subject.manuscript.envelope is not None:
        return
    yield Remark(
        "Letters.NoClose",
        Level.SUGGESTION,
        f'The letter begins "{greeting.text}" and has no close.',
        _line(subject, greeting),
        "The close shows where the letter ends and whose it is.",
        'Close with "Yours sincerely" and a name.',
        source=SOURCE,
    )


def _missing(subject: Subject, rule: str, what: str, why: str, do: str) -> Remark:
    level = Level.WARNING if subject.manuscript.audience == "families" else Level.SUGGESTION
    return Remark(rule, level, what, whole(subject), why, do, source=SOURCE)


def _line(subject: Subject, line: Line) -> Place:
    return place(subject, line.passage, line.start, line.start + len(line.text))
