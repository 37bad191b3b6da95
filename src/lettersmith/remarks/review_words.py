"""What there is to say of a review besides its remarks: for whom it was read, what was silenced, with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review, Silenced

TALLY = {Level.ERROR: "must change", Level.WARNING: "to look at", Level.SUGGESTION: "could be better"}
HOW = {
    "comment": "by a comment in the text",
    "accepted": "accepted",
    "baseline": "not new since last time",
}
_ONE = {
    "tracked changes": "tracked change",
    "words": "word",
    "sentences": "sentence",
    "comments": "comment",
    "text boxes": "text box",
}


def tally(remarks: Iterable[Remark]) -> str:
    """How many remarks there are, in words: "3 must change, 1 to look at." """
    counts = Counter(remark.level for remark in remarks)
    told = [f"{counts[level]} {words}" for level, words in TALLY.items() if counts[level]]
    return f"{', '.join(told)}." if told else "Nothing to change."


def silenced(left_out: Sequence[Silenced]) -> str:
    """How many remarks are not shown, and why: "3 silenced: 2 by a comment in the text, 1 accepted." Empty for none."""
    if not left_out:
        return ""
    counts = Counter(HOW.get(one.how, one.how) for one in left_out)
    return f"{len(left_out)} silenced: {', '.join(f'{number} {how}' for how, number in counts.items())}."


def why_silenced(one: Silenced) -> str:
    """Why one remark is not shown: "Accepted by Ada Quill until 3 May 2017: the council's own name." """
    how = HOW.get(one.how, one.how).capitalize()
    by = f" by {one.by}" if one.by else ""
    until = f" until {in_words(one.until)}" if one.until else ""
    return f"{how}{by}{until}{f': {one.reason}' if one.reason else ''}".rstrip(".") + "."


def about(review: Review) -> str:
    """For whom the file was read, its counts, how hard it is: "Read for families, as asked. 1,210 words." """
    return " ".join(part for part in (audience(review), facts(review), review.reading) if part)


def audience(review: Review) -> str:
    """For whom it was read, and why for them."""
    why = f", {review.audience_why.rstrip('.')}" if review.audience_why else ""
    return f"Read for {'the public' if review.audience == 'public' else review.audience}{why}."


def facts(review: Review) -> str:
    """The counts of a review as one sentence: "1,210 words, 3 tracked changes." Nothing of those at 0."""
    told = [f"{number:,} {counted(number, name)}" for name, number in review.facts.items() if number]
    return f"{', '.join(told)}." if told else ""


def counted(number: int, name: str) -> str:
    """The name of a count, as fits one or many."""
    if number != 1:
        return name
    return _ONE.get(name) or (name[:-1] if name.endswith("s") and not name.endswith("ss") else name)


def checked_with(review: Review) -> str:
    """What was used: "Styles: PlainEnglish, Letters (412 rules). Grammar and spelling: Harper 0.2." """
    name = engine(review)
    grammar = f"Grammar and spelling: {name}." if name else "Grammar and spelling: not checked."
    return " ".join(part for part in (styles(review), grammar) if part)


def styles(review: Review) -> str:
    """The styles that were used, and how many rules they have together."""
    rules = f" ({review.rules:,} {counted(review.rules, 'rules')})" if review.rules else ""
    return f"Styles: {', '.join(review.styles)}{rules}." if review.styles else ""


def engine(review: Review) -> str:
    """The engine for grammar and spelling; empty for none."""
    return "" if review.grammar == "none" else review.grammar


def unsaid(remark: Remark) -> tuple[str, ...]:
    """What could stand there instead, unless the remark has said it already."""
    return () if all(words in remark.what for words in remark.instead) else remark.instead
