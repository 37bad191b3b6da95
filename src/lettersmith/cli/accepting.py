"""What `lettersmith check` does with --accept and --baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from lettersmith.cli.common import count, say, show_remarks
from lettersmith.errors import MADE, REFUSED, UNREADABLE
from lettersmith.issue import accepted
from lettersmith.issue.silencing import Silence, acceptances, baseline
from lettersmith.model.calendar import in_words
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.tasks.reviewing import Outcome


class Decision(NamedTuple):
    """Who lets a remark stand, why and how long."""

    reason: str
    by: str
    until: date
    on: date


def accept_some(outcome: Outcome, rules: tuple[str, ...], words: str, decision: Decision) -> int:
    """Add the remarks of some rules to the lists of what was accepted; the exit code."""
    refused: list[Remark] = [*outcome.unread, *_past(decision)]
    number = 0
    for review in outcome.reviews if not refused else ():
        silence = Silence(decision.on, frozenset(review.styles))
        named = [r for r in review.remarks if r.rule in rules or r.family in rules]
        refused += [_never(remark) for remark in named if not silence.may(remark)]
        path = Path(review.file.partition(" › ")[0])
        entries = acceptances(
            [remark for remark in named if silence.may(remark)],
            review.manuscript,
            rules=rules,
            words=words,
            file=path.name,
            **decision._asdict(),
        )
        if entries:
            list_ = accepted.file_for(path)
            accepted.add(list_, entries)
            number += len(entries)
            say(f"{review.file}: {count(len(entries), 'remark')} may stand until {in_words(decision.until)} ({list_}).")
    if refused:
        show_remarks(refused)
        return UNREADABLE if outcome.unread else REFUSED
    if not number:
        say("None of these rules says anything of these files, so nothing was accepted.")
    return MADE


def _never(remark: Remark) -> Remark:
    what = f"{remark.rule} cannot be accepted: {remark.what}"
    why = "Gaps, duties, names, other areas and facts are never a matter of taste."
    return Remark("Accepted.Never", Level.ERROR, what, remark.place, why=why, do="Mend it.")


def _past(decision: Decision) -> list[Remark]:
    if decision.until >= decision.on:
        return []
    what = f"The last day, {in_words(decision.until)}, is over."
    return [Remark("Accepted.Past", Level.ERROR, what, Place(), do="Give a day that is still to come.")]


def last_time(file: Path | None) -> dict[str, int] | None:
    """How often each fingerprint was there when the file was written; None without a file."""
    if file is None or not file.is_file():
        return None
    return baseline(file.read_text(encoding="utf-8", errors="replace"), file.name)


def write_baseline(outcome: Outcome, file: Path) -> None:
    """Write down what there is now, for the next time."""
    from lettersmith.issue.disk import put
    from lettersmith.remarks.json_v1 import show_reviews

    put(file, show_reviews(outcome.reviews, unread=outcome.unread).encode("utf-8"))
    say(f"Wrote {file}: from now on `--baseline {file}` shows only what is new.")
