"""Makes the table of syllables from the CMU pronouncing dictionary, or proves that it is equal to it.

    npm pack cmu-pronouncing-dictionary && tar xzf cmu-pronouncing-dictionary-*.tgz
    python tools/syllables.py package/index.js            # writes src/lettersmith/data/syllables.txt
    python tools/syllables.py package/index.js --check    # says which words differ, and fails if any does
    python tools/syllables.py package/index.js --words FOLDER   # of the words in texts: how many it has, and are right

Make it anew whenever the rules in `checks/readability` change: the table holds what they get wrong, and nothing else.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from lettersmith.checks.readability.spoken import FIELD, looked_up, of_word
from lettersmith.data import read_syllables

HOME = Path(__file__).parents[1]
TABLE = HOME / "src" / "lettersmith" / "data" / "syllables.txt"
SAMPLE = HOME / "tests" / "checks" / "readability" / "dictionary_sample.tsv"
SAMPLE_SIZE = 2000

ENTRY = re.compile(r"""^\s*(?:"([^"]+)"|(\w+)): "([^"]+)",?$""", re.MULTILINE)
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")

BRITISH = (
    (r"iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)", "is"),
    (r"yz(?=(?:e|es|ed|er|ers|ing)$)", "ys"),
    (r"(behavi|neighb|savi|endeav|demean|^col|^fav|^lab|^hon|^hum|^rum|^vap|^vig)or", r"\1our"),
    (r"([a-z][aeiou])l(?=(?:ed|ing|er|ers)$)", r"\1ll"),
    (r"^(cent|meag|theat|fib|lit|somb|calib)er(?=s?$)", r"\1re"),
    (r"^(catal|dial|anal|prol)og(?=s?$)", r"\1ogue"),
    (r"^pedi(?=at)", "paedi"),
)
"""American spellings and ours."""


def dictionary(path: Path) -> dict[str, tuple[int, ...]]:
    """Word to the numbers of syllables that it may be spoken with, the usual one first; British spellings too."""
    found: dict[str, tuple[int, ...]] = {}
    for quoted, bare, sounds in ENTRY.findall(path.read_text(encoding="utf-8")):
        word = re.sub(r"\(\d\)$", "", quoted or bare)
        count = len(re.findall(r"\d", sounds))
        if WORD.fullmatch(word) and count and count not in found.get(word, ()):
            found[word] = (*found.get(word, ()), count)
    for word in tuple(found):
        for pattern, ours in BRITISH:
            spelt = re.sub(pattern, ours, word)
            found.setdefault(spelt, found[word])
    return found


def exceptions(words: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    """The words that the rules get wrong, short ones first: a longer word may lean on a shorter one."""
    table: dict[str, int] = {}
    for word in sorted(words, key=lambda word: (len(word), word)):
        if word not in FIELD and looked_up(word, table) not in words[word]:
            table[word] = words[word][0]
    return table


def lines(table: Mapping[str, int]) -> Iterator[str]:
    """The table as text: a line for each number of syllables."""
    for count in sorted(set(table.values())):
        yield f"{count}\t{' '.join(sorted(word for word in table if table[word] == count))}\n"


def differences(words: Mapping[str, tuple[int, ...]], table: Mapping[str, int]) -> list[str]:
    """The words for which table and rules do not say what the dictionary says."""
    return [word for word, counts in words.items() if word not in FIELD and looked_up(word, table) not in counts]


def of_texts(words: Mapping[str, tuple[int, ...]], folder: Path) -> str:
    """How many of the different words of the texts in a folder the dictionary has, and how many are right."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md")))
    used = {word.replace("’", "'") for word in re.findall(r"[a-z]+(?:['’][a-z]+)?", texts.lower())}
    known = sorted(word for word in used if word in words)
    wrong = [word for word in known if of_word(word) not in words[word]]
    right = 1 - len(wrong) / len(known)
    return f"{len(used):,} different words, {len(known):,} in the dictionary, {right:.1%} right; not: {' '.join(wrong)}"


def main() -> int:
    """Write the table and a sample for the tests; with `--check` or `--words` only compare."""
    words = dictionary(Path(sys.argv[1]))
    if "--words" in sys.argv:
        print(of_texts(words, Path(sys.argv[-1])))
        return 0
    if "--check" in sys.argv:
        wrong = differences(words, read_syllables())
        print(f"{len(words):,} words, {len(wrong)} not as in the dictionary: {' '.join(wrong[:50])}")
        return 1 if wrong else 0
    table = exceptions(words)
    TABLE.write_text("".join(lines(table)), encoding="utf-8", newline="\n")
    picked = random.Random(1948).sample(sorted(words), SAMPLE_SIZE)
    sample = "".join(f"{word}\t{','.join(map(str, words[word]))}\n" for word in sorted(picked))
    SAMPLE.write_text(sample, encoding="utf-8", newline="\n")
    print(f"{len(words):,} words, {len(table):,} of them in the table, {TABLE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
