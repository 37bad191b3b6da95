"""A timetable as a calendar file (iCalendar, RFC 5545), which every diary program opens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from lettersmith.model.framework import DatedStep, Step

LONGEST_LINE = 73
"""Octets of a line, RFC 5545 section 3.1, less the line break."""


def write(area: str, steps: Iterable[DatedStep]) -> bytes:
    """One whole-day event for each step whose dates are known. The same steps give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lettersmith//timetable//EN", "CALSCALE:GREGORIAN"]
    for dated in steps:
        if dated.first is not None and dated.last is not None:
            lines += event(area, dated.step, dated.first, dated.last)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode("utf-8")


def event(area: str, step: Step, first: date, last: date) -> list[str]:
    """One step as an event; its end is the day after its last, as the format wants it."""
    id = hashlib.sha256(f"{area}\0{step.id}\0{first}".encode()).hexdigest()[:24]
    end = last + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{id}@lettersmith",
        f"DTSTAMP:{first:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{escaped(f'{area}: {step.title}')}",
        f"DESCRIPTION:{escaped(step.source)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """A text with the marks of the format made harmless (RFC 5545 section 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """A long line broken as the format wants it, never inside a character."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode("utf-8")) > LONGEST_LINE:
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
