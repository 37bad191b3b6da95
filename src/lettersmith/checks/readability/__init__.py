"""How hard a text is to read: what is counted, and the measures made of it."""

from lettersmith.checks.readability.formulas import flesch_kincaid
from lettersmith.checks.readability.spoken import of_word, syllables

__all__ = ["flesch_kincaid", "of_word", "syllables"]
