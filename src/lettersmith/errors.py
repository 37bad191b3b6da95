"""The few exceptions of the program, each with an exit code. Everything else is a remark."""

from __future__ import annotations

from lettersmith.model.remark import Remark

MADE = 0
REFUSED = 1
USAGE = 2
UNREADABLE = 3
NO_ENGINE = 4
BUG = 70


class LettersmithError(Exception):
    """Something that stops a command, told in one or more remarks."""

    exit_code = UNREADABLE

    def __init__(self, *remarks: Remark) -> None:
        self.remarks = remarks
        super().__init__("\n".join(remark.what for remark in remarks))


class Unreadable(LettersmithError):
    """A file is missing, cannot be read, or is of the wrong kind."""


class TemplateRefused(LettersmithError):
    """A template breaks the rules of the template language, its seal or its duties."""


class NotCleared(LettersmithError):
    """A document is not fit to be written."""

    exit_code = REFUSED


class EngineMissing(LettersmithError):
    """An engine that was required is not on this machine."""

    exit_code = NO_ENGINE
