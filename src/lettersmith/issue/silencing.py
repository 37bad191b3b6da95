"""Which remarks are not shown: by a comment in the text, by an acceptance, or because they were there last time."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.errors import Unreadable
from lettersmith.model import fingerprint
from lettersmith.model.calendar import in_words
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

if TYPE_CHECKING:
    from lettersmith.model.review import Acceptance, Silenced

ABOUT_WORDING = frozenset(("Reading", "Grammar", "Length"))
"""Families beside the styles whose remarks may be silenced. Gaps, duties, names, other areas and facts never are."""
COMMENT = re.compile(r"<!--\s*(?:vale|lettersmith)\s+(.*?)\s*-->|\{#\s*lettersmith\s+(.*?)\s*#\}", re.DOTALL)
"""`<!-- lettersmith PlainEnglish.Wordy = NO -->` in a draft, `{# lettersmith off #}` in a template."""
SWITCH = re.compile(
    r"(?P<name>[\w-]+(?:\.[\w-]+)?)\s*(?:\[(?P<words>[^\]]+)\])?\s*=\s*(?P<state>YES|NO|on|off)", re.IGNORECASE
)
QUOTED = re.compile("[\"“]([^\"”]*)[\"”]|'([^']*)'")


class Switch(NamedTuple):
    """What a comment turns off, or on again, from its place in the text on."""

    line: int
    column: int
    name: str
    """A rule, a style, or `*` for all."""
    off: bool
    words: frozenset[str] = frozenset()
    """In small letters: only remarks about these words; empty for all."""


class Silence(NamedTuple):
    """All that may keep a remark from being shown."""

    today: date
    styles: frozenset[str] = frozenset()
    """Names of the styles: their rules may be silenced."""
    texts: Mapping[str, str] = {}
    """Source texts by the name that places give; comments in them are looked for."""
    accepted: Sequence[Acceptance] = ()
    before: Mapping[str, int] | None = None
    """How often each fingerprint was there last time; None to show all."""
    final: bool = False
    """Whether a document is being made: then no error is silenced, whatever was accepted."""

    def may(self, remark: Remark) -> bool:
        """Whether a remark can be silenced at all."""
        return (remark.family in ABOUT_WORDING or remark.family in self.styles) and not (
            self.final and remark.level is Level.ERROR
        )


def split(
    remarks: Iterable[Remark], manuscript: Manuscript, silence: Silence
) -> tuple[tuple[Remark, ...], tuple[Silenced, ...]]:
    """The remarks to show, with one for each acceptance that has run out, and those that are silenced."""
    switches = {file: list(switches_in(text)) for file, text in silence.texts.items()}
    accepted = {entry.fingerprint: entry for entry in silence.accepted}
    before = Counter(silence.before or {})
    shown: list[Remark] = []
    hidden: list[Silenced] = []
    for remark in remarks:
        print_ = fingerprint.of(remark, manuscript)
        entry = accepted.get(print_)
        if not silence.may(remark):
            shown.append(remark)
        elif switched_off(remark, switches.get(remark.place.file, ())):
            hidden.append(silenced(remark, "comment"))
        elif entry is not None and entry.rule == remark.rule and entry.until >= silence.today:
            hidden.append(silenced(remark, "accepted", entry))
        elif before[print_] > 0:
            before[print_] -= 1
            hidden.append(silenced(remark, "baseline"))
        else:
            shown.append(remark)
            if entry is not None and entry.until < silence.today:
                shown.append(run_out(entry, remark.place))
    return tuple(shown), tuple(hidden)


def silenced(remark: Remark, how: str, entry: Acceptance | None = None) -> Silenced:
    """A remark that is not shown, and why."""
    from lettersmith.model.review import Silenced

    return Silenced(remark, how, entry.reason, entry.by, entry.until) if entry else Silenced(remark, how)


def run_out(entry: Acceptance, place: Place) -> Remark:
    """What is said of an acceptance whose last day is over."""
    what = f"{entry.by} accepted {entry.rule} here until {in_words(entry.until)}: {entry.reason.rstrip('.')}."
    do = "Change the words, or accept them again with `check --accept`."
    return Remark("Accepted.RunOut", Level.SUGGESTION, what, place, why="That day is over.", do=do)


def switches_in(text: str) -> Iterator[Switch]:
    """What the comments of a text turn off and on, in their order."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in COMMENT.finditer(text):
        said = found[1] or found[2] or ""
        line = bisect_right(starts, found.end())
        column = found.end() - starts[line - 1]
        if said.lower() in ("off", "on"):
            yield Switch(line, column, "*", said.lower() == "off")
        for switch in SWITCH.finditer(said):
            words = frozenset((one or other).lower() for one, other in QUOTED.findall(switch["words"] or ""))
            yield Switch(line, column, switch["name"], switch["state"].lower() in ("no", "off"), words)


def switched_off(remark: Remark, switches: Sequence[Switch]) -> bool:
    """Whether the comments before a remark's place have turned its rule off. Facts have no comments."""
    place = remark.place
    if not switches or place.path or not place.line:
        return False
    off: dict[tuple[str, frozenset[str]], bool] = {}
    names = ("*", remark.family, remark.rule)
    for switch in switches:
        if (switch.line, switch.column) > (place.line, place.column or 1_000_000):
            break
        if switch.name == "*":
            off.clear()
        if switch.name in names and (not switch.words or place.text.lower() in switch.words):
            off[switch.name, switch.words] = switch.off
    told = [off[key] for name in names for key in off if key[0] == name]
    return bool(told) and told[-1]


def baseline(text: str, file: str) -> dict[str, int]:
    """How often each fingerprint is in what `check --json` printed. Raises Unreadable for anything else."""
    try:
        remarks = json.loads(text)["remarks"]
        return Counter(remark["fingerprint"] for remark in remarks if remark.get("fingerprint"))
    except (ValueError, TypeError, KeyError, AttributeError):
        what = f"{file} is not what `check --json` writes, so it tells nothing of last time."
        do = "Delete it, and it is written anew; or name the right file."
        raise Unreadable(Remark("Accepted.Baseline", Level.ERROR, what, Place(file), do=do)) from None


def acceptances(
    remarks: Iterable[Remark],
    manuscript: Manuscript,
    *,
    rules: Sequence[str],
    words: str,
    reason: str,
    by: str,
    until: date,
    on: date,
    file: str,
) -> tuple[Acceptance, ...]:
    """Entries for the remarks of some rules (`Style.Rule` or `Style`), about some words only where any are given."""
    from lettersmith.model.review import Acceptance

    found = {}
    for remark in remarks:
        named = remark.rule in rules or remark.family in rules
        if named and (not words or " ".join(words.lower().split()) in " ".join(remark.place.text.lower().split())):
            print_ = fingerprint.of(remark, manuscript)
            text = " ".join(remark.place.text.split())
            found[print_] = Acceptance(remark.rule, print_, text[:200], reason, by, until, on, file)
    return tuple(found.values())
