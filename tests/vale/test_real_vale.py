"""Vale's own end-to-end cases: what we say of their files, beside what real Vale says."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from engines import vale_testdata
from lettersmith.vale import Found, run
from vale.e2e_cases import ENDINGS, Case, Line, cases, ini_of, laid_out

MISSES = Path(__file__).parent / "misses.toml"
LEAST_AGREEMENT = 0.97
MOST_EXTRA = 0.05

pytestmark = pytest.mark.engine("Vale")


class Miss(NamedTuple):
    """A line on which the two differ, without its message: that is Vale's."""

    case: str
    line: str
    """`file:line:Rule`"""


@dataclass
class Compared:
    """All cases, run."""

    wanted: int = 0
    agreed: int = 0
    lost: Counter[Miss] = field(default_factory=Counter)
    ours: Counter[Miss] = field(default_factory=Counter)
    found: list[tuple[Path, Found]] = field(default_factory=list)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    testdata, scratch = vale_testdata(), tmp_path_factory.mktemp("vale")
    result = Compared()
    for case in cases(testdata):
        compare(case, laid_out(case, testdata, scratch), result)
    return result


def compare(case: Case, folder: Path, result: Compared) -> None:
    ini = ini_of(case, folder)
    assert ini is not None, f"{case.name} has no .vale.ini"
    found = [one for one in run(ini, case.paths, root=folder).found if one.file.endswith(ENDINGS)]
    result.found += [(folder / one.file, one) for one in found]
    wanted, got = Counter(case.want), Counter(Line(one.file, one.line, one.rule, one.message) for one in found)
    result.wanted += wanted.total()
    result.agreed += (wanted & got).total()
    result.lost.update(misses(case, wanted - got))
    result.ours.update(misses(case, got - wanted))


def misses(case: Case, lines: Counter[Line]) -> Iterator[Miss]:
    return (Miss(case.name, f"{line.file}:{line.line}:{line.rule}") for line in lines.elements())


def listed(key: str) -> Counter[Miss]:
    entries = tomllib.loads(MISSES.read_text(encoding="utf-8"))[key]
    assert all(entry["why"] for entry in entries)
    return Counter(Miss(entry["case"], line) for entry in entries for line in entry["lines"])


def test_there_are_as_many_lines_as_we_say(compared: Compared) -> None:
    assert compared.wanted == 492


def test_we_agree_on_file_line_rule_and_message(compared: Compared) -> None:
    assert compared.agreed / compared.wanted >= LEAST_AGREEMENT


def test_we_hardly_say_what_vale_does_not(compared: Compared) -> None:
    assert compared.ours.total() / compared.wanted <= MOST_EXTRA


def test_each_line_of_vales_that_we_lack_is_listed_with_its_reason(compared: Compared) -> None:
    assert compared.lost == listed("lost")


def test_each_line_that_only_we_have_is_listed_with_its_reason(compared: Compared) -> None:
    assert compared.ours == listed("ours")


def test_at_our_line_and_column_stand_the_words_that_are_meant(compared: Compared) -> None:
    wrong = [f"{path}: {one}" for path, one in compared.found if not stands_there(path, one)]
    assert wrong == []
    assert len(compared.found) > 480


def stands_there(path: Path, one: Found) -> bool:
    """Whether the letters of the words stand from that place on, in order. Marks of Markdown may be between them."""
    lines = path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    here = "\n".join([lines[one.line - 1][one.column - 1 :], *lines[one.line : one.end[0]]])
    letters = [letter for letter in one.words if not letter.isspace() and letter != "*"]
    if letters and one.words[:1] == letters[0] and not here.startswith((letters[0], "&")):
        return False
    at = 0
    for letter in letters:
        at = here.find(letter, at) + 1
        if not at:
            return "&" in here
    return True
