"""The syllables of a number as it is spoken."""

from __future__ import annotations

ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
"""Of nought ("zero") to nineteen."""
TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
"""Of twenty, thirty, ..., by the first digit."""


def of_number(digits: str) -> int:
    """The syllables of a whole number: years in pairs, long numbers digit by digit.

    >>> [of_number(digits) for digits in ("17", "100", "2017", "2004", "01632")]
    [3, 3, 5, 5, 6]
    """
    number = int(digits)
    if len(digits) > 4 or digits.startswith("0"):
        return sum(ONES[int(digit)] for digit in digits)
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (ONES[number % 10] if number % 10 else 0)
    if number < 1000:
        return ONES[number // 100] + 2 + (1 + of_number(str(number % 100)) if number % 100 else 0)
    if number % 1000 == 0:
        return ONES[number // 1000] + 2
    if digits[1:3] == "00":
        return ONES[number // 1000] + 2 + 1 + of_number(str(number % 1000))
    return of_number(digits[:2]) + of_number(str(int(digits[2:]))) + (1 if digits[2] == "0" else 0)
