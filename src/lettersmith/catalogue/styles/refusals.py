"""What is said of a rule or a setting that cannot be used: always with its file, and never a reason to stop."""

from __future__ import annotations

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

NOT_USED = "The other rules are used. What this one looks for is not looked for."


def broken(file: str, line: int, what: str, do: str = "Correct the rule, or take its file away.") -> Remark:
    """A rule that Vale would refuse too."""
    return Remark("Styles.Refused", Level.WARNING, what, Place(file, line), why=NOT_USED, do=do)


def cannot_run(file: str, rule: str, reason: str) -> Remark:
    """A rule that is sound, and cannot run here."""
    what = f"The rule {rule} cannot run here: {reason}"
    do = "Use real Vale for it, or write the rule in another way."
    return Remark("Styles.CannotRun", Level.WARNING, what, Place(file, 1), why=NOT_USED, do=do)


def missing(file: str, line: int, what: str, do: str) -> Remark:
    """A style, vocabulary or package that a setting names and that is not there."""
    return Remark("Styles.Missing", Level.WARNING, what, Place(file, line), why=NOT_USED, do=do)


def setting(file: str, line: int, what: str, do: str) -> Remark:
    """A setting of `.vale.ini` that means nothing, or is in the wrong place."""
    why = "A setting that is passed over changes nothing, in silence."
    return Remark("Styles.Setting", Level.WARNING, what, Place(file, line), why=why, do=do)
