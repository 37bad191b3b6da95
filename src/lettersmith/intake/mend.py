"""Values that cannot be used as they stand, replaced by ones that can, with a fault for each."""

from __future__ import annotations

from typing import Any

from lettersmith.intake.characters import FORBIDDEN, cleaned, names_of
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.show import listed, sentence, shortened

LONGEST_NUMBER = 15
"""Digits of a whole number."""


class Odd(str):
    """A number that JSON or we do not know, as it is written: `NaN`, `1.5`."""


def mended(value: Any, path: Path, file: str, faults: Faults, tree: Any) -> Any:
    """The tree with what cannot be used replaced, and a fault for each."""
    if isinstance(value, Odd):
        what = sentence(tree, path, f"is {shortened(value)}.")
        why = f"Numbers in the facts are whole, with at most {LONGEST_NUMBER} digits."
        faults.add(Fault("Number", file, path, what, why, "Write a whole number.", str(value)))
        return None
    if isinstance(value, str):
        return _mended_text(value, path, file, faults, tree)
    if isinstance(value, list):
        return [mended(inner, (*path, index), file, faults, tree) for index, inner in enumerate(value)]
    if isinstance(value, dict):
        return {
            _mended_key(key, (*path, key), file, faults): mended(inner, (*path, key), file, faults, tree)
            for key, inner in value.items()
        }
    return value


def _mended_key(key: str, path: Path, file: str, faults: Faults) -> str:
    if not FORBIDDEN.search(key):
        return key
    what = f'The name "{shortened(cleaned(key))}" holds {listed(names_of(key), "and")}.'
    faults.add(Fault("Character", file, path, what, "Names hold letters only.", "Type the name again.", at_key=True))
    return cleaned(key)


def _mended_text(value: str, path: Path, file: str, faults: Faults, tree: Any) -> str:
    text = value.replace("\r\n", "\n")
    if FORBIDDEN.search(text):
        what = sentence(tree, path, f"holds {listed(names_of(text), 'and')}.")
        why = (
            "It cannot be seen, and no document can print it. It often comes in with text copied from another program."
        )
        do = "Delete the text around it and type it again."
        text = cleaned(text)
        faults.add(Fault("Character", file, path, what, why, do, text))
    return text
