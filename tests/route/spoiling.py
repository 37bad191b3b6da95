"""Ways to spoil a copy of a sample inspection, each with what must be said of it and where."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from lettersmith.route.pipeline import Run, make_all, open_case

SAMPLES = Path(__file__).parents[2] / "samples"
JOINT, CHILD = "wexcombe-jtai-2017", "thornmere-2012"
DAYS = {JOINT: date(2017, 7, 10), CHILD: date(2012, 5, 16)}
KINDS = {JOINT: ("findings-letter",), CHILD: ("childrens-summary", "staff-information", "notification-email")}
"""Documents that use what is spoiled: fewer than all, as each is laid out."""


class Spoiled(NamedTuple):
    """One thing that is wrong with a copy, and the one remark that must name it."""

    spoil: Callable[[Path], None]
    rule: str
    file: str
    path: str


def copy(sample: str, home: Path) -> Path:
    """A copy of a sample, alone in its folder."""
    return Path(
        shutil.copytree(SAMPLES / sample, home / "own", ignore=shutil.ignore_patterns("out", "log", "expected"))
    )


def change(folder: Path, file: str, edit: Callable[[Any], object]) -> None:
    """Edit one file of the facts."""
    path = folder / file
    value = json.loads(path.read_text(encoding="utf-8"))
    edit(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")


def made(folder: Path, sample: str, kinds: tuple[str, ...] = (), *, stage: str = "final") -> Run:
    """What becomes of some documents of a spoiled copy, on the day of the sample."""
    day = DAYS[sample]
    now = datetime(day.year, day.month, day.day, 12)
    return make_all(open_case(folder), kinds or KINDS[sample], folder / "out", day, now, stage=stage)


def copied_from_elsewhere(folder: Path) -> None:
    """Evidence of another inspection, in the folder beside this one, holds the text of record 3."""
    other = folder.parent / "other"
    shutil.copytree(folder, other)
    own = json.loads((SAMPLES / source(folder) / "evidence.json").read_text(encoding="utf-8"))
    for name in ("judgements.json", "texts"):
        path = other / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    change(other, "inspection.json", lambda facts: facts["area"].update(website="https://www.other.example.org"))
    (other / "evidence.json").write_text(json.dumps([own[3]]), encoding="utf-8")


def source(folder: Path) -> str:
    """The sample that a copy is of."""
    facts = json.loads((folder / "inspection.json").read_text(encoding="utf-8"))
    return JOINT if facts["framework"] == "jtai-2017" else CHILD


def wrong_post(folder: Path) -> None:
    """A person has a role that the framework does not know."""
    change(folder, "inspection.json", lambda facts: facts["people"][0].update(role="dsc"))


def misspelt_key(folder: Path) -> None:
    """A fact that the documents need stands under a misspelt name."""

    def edit(facts: Any) -> None:
        facts["area"]["authorty"] = facts["area"].pop("authority")

    change(folder, "inspection.json", edit)


def finding(number: int, words: str) -> Callable[[Path], None]:
    """Words added to a finding, as all its readers meet it."""

    def spoil(folder: Path) -> None:
        key = words_of(folder)
        change(folder, "judgements.json", lambda facts: facts["findings"][number].update({key: words}))

    return spoil


def words_of(folder: Path) -> str:
    """Which words of a finding the documents print."""
    return "text" if source(folder) == JOINT else "for_children"


def at(sample: str, number: int) -> str:
    """The path of a finding's words."""
    return f"$.findings[{number}].{'text' if sample == JOINT else 'for_children'}"


def spoiled(sample: str) -> dict[str, Spoiled]:
    """Everything that can be spoiled in a sample, by a name for people."""
    words = "judgements.json"
    return {
        "copied evidence": Spoiled(copied_from_elsewhere, "Facts.SameText", "evidence.json", "$[3].text"),
        "a wrong post": Spoiled(wrong_post, "Facts.NoSuchReference", "inspection.json", "$.people[0].role"),
        "a misspelt key": Spoiled(misspelt_key, "Facts.UnknownKey", "inspection.json", "$.area.authorty"),
        "an impossible date": Spoiled(
            finding(0, "Children were seen on 31 June 2012, and were safe."), "Dates.Impossible", words, at(sample, 0)
        ),
        "another council": Spoiled(
            finding(1, "Children in Leeds are helped early, and feel safe."), "OtherArea.Name", words, at(sample, 1)
        ),
        "a gap": Spoiled(
            finding(2, "Help came early to [insert number] children."), "Gaps.Placeholder", words, at(sample, 2)
        ),
    }
