"""Facts that come with the program: which councils and districts there are, and how many syllables words have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lettersmith.model.area import Area


@cache
def read_areas() -> tuple[Area, ...]:
    """Every authority and district in England, of now and of former times, in the order of their names.

    Source and licence: README.md beside the table.
    """
    text = Path(__file__).with_name("authorities.tsv").read_text(encoding="utf-8")
    return tuple(_area(line.split("\t")) for line in text.splitlines()[1:])


@cache
def read_syllables() -> dict[str, int]:
    """The syllables of the words that the rules of `checks.readability` get wrong.

    Source and licence: README.md and NOTICE.md beside the table.
    """
    path = Path(__file__).with_name("syllables.txt")
    table: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        count, _, words = line.partition("\t")
        table.update(dict.fromkeys(words.split(), int(count)))
    return table


def _area(cells: list[str]) -> Area:
    name, also, code, type, services, county = cells
    return Area(
        name=name,
        also_known_as=tuple(filter(None, also.split("; "))),
        code=code,
        type=type,
        childrens_services=services == "yes",
        county=county,
    )


@cache
def read_terms() -> frozenset[str]:
    """Words of this field that are right although dictionaries lack them: `words.txt`, without its comments."""
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
