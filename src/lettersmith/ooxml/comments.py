"""Which comments of a Word file are ours."""

from __future__ import annotations

from typing import Any

from lettersmith.ooxml.names import AUTHOR, W

OUR_NAME = "lettersmith"
OUR_INITIALS = "ls"
COMMENT, INITIALS = f"{W}comment", f"{W}initials"


def is_ours(comment: Any) -> bool:
    """Whether a comment was put there by this program: it is signed so, and no person signs with these initials."""
    return bool(comment.get(AUTHOR) == OUR_NAME and comment.get(INITIALS) == OUR_INITIALS)
