"""Working days, and the dates that are counted from others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Calendar(NamedTuple):
    """Which days are closed: weekends, bank holidays and the closed periods that an inspection sets.

    A working day is a day that is not a Saturday, Sunday, Christmas Day, Good Friday or bank holiday in England and
    Wales (the definition of the Children Act 2004 (Joint Area Reviews) Regulations 2005).
    """

    closed: frozenset[date]
    first: date
    last: date
    """The span of time that `closed` is known for. Dates outside it cannot be counted."""

    def is_working(self, day: date) -> bool:
        """Whether offices are open on a day."""
        return day.weekday() < 5 and day not in self.closed

    def knows(self, day: date) -> bool:
        """Whether the closed days around a day are known."""
        return self.first <= day <= self.last

    def working(self, base: date, days: int) -> date:
        """The working day `days` working days after `base` (before, if negative); `base` itself is not counted.

        Zero gives the base if it is a working day, else the next one. Raises ValueError outside the known years.
        """
        if not self.knows(base):
            raise ValueError(f"the bank holidays around {base.isoformat()} are not known")
        step = ONE_DAY if days >= 0 else -ONE_DAY
        day = base
        while days == 0 and not self.is_working(day):
            day += step
        for _ in range(abs(days)):
            day += step
            while not self.is_working(day):
                day += step
        if not self.knows(day):
            raise ValueError(f"the bank holidays around {day.isoformat()} are not known")
        return day


def in_words(day: date, *, weekday: bool = True) -> str:
    """A date as letters print it.

    >>> in_words(date(2017, 3, 3))
    'Friday 3 March 2017'
    >>> in_words(date(2017, 3, 3), weekday=False)
    '3 March 2017'
    """
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {text}" if weekday else text


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
