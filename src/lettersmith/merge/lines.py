"""The lines of a template's files, numbered: a stamp in a text and a slot in its code name a line by its number."""

from __future__ import annotations

from lettersmith.model.place import Origin


class Lines:
    """Every line that a template's words can come from, once each."""

    def __init__(self) -> None:
        self.origins: list[Origin] = []
        self._numbers: dict[tuple[str, int], int] = {}

    def number(self, file: str, line: int) -> int:
        """The number of a line of a file."""
        key = (file, line)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.origins)
            self.origins.append(Origin(file, line))
        return found
