"""The lines of a piece of slotted text, with the template line that each comes from."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.merge.marks import SLOT, STAMPS, slot_mark, stamp_mark
from lettersmith.model.place import NOWHERE, Origin


class PieceLines:
    """The lines of a piece without their stamps, and the template line of each."""

    def __init__(self, piece: str, origins: Sequence[Origin]) -> None:
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.slots = 0
        self._origins = origins
        number = -1
        for line in piece.split("\n"):
            text, first, number = self._line(line, number)
            self.texts.append(text)
            self.numbers.append(first)

    def _line(self, line: str, number: int) -> tuple[str, int, int]:
        made: list[str] = []
        first = number
        for index, piece in enumerate(STAMPS.split(line)):
            if index % 2:
                if not "".join(made).strip():
                    first = number = int(piece)
                elif int(piece) != number:
                    number = int(piece)
                    made.append(stamp_mark(number))
            else:
                for position, text in enumerate(piece.split(SLOT)):
                    if position:
                        made.append(slot_mark(self.slots))
                        self.slots += 1
                    made.append(text)
        return "".join(made), first, number

    def origin(self, line: int) -> Origin:
        """The template line that a line of the piece begins with."""
        return self.at(self.numbers[min(line, len(self.numbers) - 1)])

    def at(self, number: int) -> Origin:
        """A template line by its number."""
        return self._origins[number] if 0 <= number < len(self._origins) else NOWHERE
