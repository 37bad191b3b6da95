"""How fast a text is checked with all our styles: beside a bare reading of it, and beside other checkers of prose."""

from __future__ import annotations

import gc
import json
import math
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import ours
from lettersmith import checks
from lettersmith.data import read_areas
from lettersmith.model.manuscript import Manuscript, block_text
from lettersmith.model.subject import Subject
from lettersmith.reading import manuscript_of
from lettersmith.workspace import builtin
from stopwatch import Ratio, compare_processes, ratio_of

HOME = Path(__file__).resolve().parent.parent
ENGINES = HOME / "engines"
PEERS = ENGINES / "peers" / "node_modules"
OURS = next((builtin("samples") / "wexcombe-jtai-2017" / "expected").glob("*findings-letter*.txt"))
"""A letter of findings as it goes out: nothing to remark."""
PUBLISHED = HOME.parent / "shared" / "corpus" / "jtai-letters" / "2016-liverpool.md"
"""A published one, where it is at hand: it draws some 150 remarks, each with its place, reason and advice."""
WHY_NOT = "docs/decisions/0027"
"""Where it says why a letter with so many remarks costs more than is asked."""
WORDS = 2500
ROUNDS = 9
PASSES = 5
TRIES = 5
PROCESSES = 5

FLOOR = (re.compile(r"\w+"), re.compile(r"[.!?]+"), re.compile(r"[aeiouy]+", re.IGNORECASE))
"""The least that any check does: find words, ends of sentences, and groups of vowels."""


@cache
def letter(seed: int, source: Path = OURS) -> Manuscript:
    """A letter of some 2,500 words, read from a file; each seed begins at another paragraph."""
    whole, blocks, words = manuscript_of(source.read_bytes(), source.name), [], 0
    first = seed * 7 % len(whole.blocks)
    for block in (*whole.blocks[first:], *whole.blocks[:first]):
        blocks.append(block)
        words += len(block_text(block).split())
        if words >= WORDS:
            break
    return replace(whole, blocks=tuple(blocks))


def text_of(seed: int, source: Path = OURS) -> str:
    """The same as Markdown."""
    blocks = letter(seed, source).blocks
    return "\n\n".join(("## " if block.kind == "heading" else "") + block_text(block) for block in blocks) + "\n"


def check(seed: int, source: Path = OURS) -> int:
    """Every check with every style, on a letter that was not looked at before."""
    return len(checks.run(Subject(replace(letter(seed, source)), areas=read_areas(), styles=ours.book())))


def floor(text: str) -> int:
    """The bare reading."""
    return sum(len(pattern.findall(text)) for pattern in FLOOR)


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def beside_the_floor(source: Path) -> tuple[list[float], list[float]]:
    """Seconds for our check of a letter, and for a bare reading of it, in each round of several processes.

    Where Python puts its tables in memory differs from process to process, and is worth a tenth either way.
    """
    mine: list[float] = []
    least: list[float] = []
    for _ in range(PROCESSES):
        run = subprocess.run([sys.executable, __file__, str(source)], check=True, capture_output=True, text=True)
        for times, new in zip((mine, least), json.loads(run.stdout), strict=True):
            times += new
    return mine, least


def in_this_process(source: Path) -> tuple[list[float], list[float]]:
    """The same in one process: of both the best of all tries, the letter each time as if it came for the first time.

    The tries of a letter are spread over the process: what else the machine does slows down whole seconds.
    """
    texts = [text_of(seed, source) for seed in range(ROUNDS + 1)]
    check(0, source), floor(texts[0])
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)  # the program too looks for rings seldom (decision 20)
    mine, least = [math.inf] * ROUNDS, [math.inf] * ROUNDS
    for _ in range(PASSES):
        for at in range(ROUNDS):
            mine[at] = min(mine[at], best_of(partial(check, at + 1, source)))
            least[at] = min(least[at], best_of(partial(floor, texts[at + 1])))
    return mine, least


def best_of(work: Callable[[], object]) -> float:
    """The seconds that some work takes when nothing gets in its way."""
    return min(seconds(work) for _ in range(TRIES))


def checking() -> Iterator[Ratio]:
    """Warm: one text after the other. Cold: whole processes."""
    texts = [text_of(seed) for seed in range(ROUNDS + 1)]
    mine, least = beside_the_floor(OURS)
    yield ratio_of("2,500 words of ours checked, against a bare reading", 6, mine, least, at_least=False)
    if PUBLISHED.is_file():
        name = "2,500 published words, 150 remarks"
        yield replace(ratio_of(name, 6, *beside_the_floor(PUBLISHED), at_least=False), known=WHY_NOT)
    mine, _ = in_this_process(OURS)
    with tempfile.TemporaryDirectory() as folder:
        for name, theirs in peers(Path(folder), texts):
            yield ratio_of(f"2,500 words checked, beside {name}", 1, mine, theirs, at_least=True)
        file = Path(folder) / "cold.md"
        file.write_text(texts[0], encoding="utf-8")
        clean = Path(folder) / "clean.md"
        clean.write_text("We came to see you.\n", encoding="utf-8")
        command = [str(Path(sys.executable).with_name("lettersmith")), "check", str(clean), "--grammar", "none", "-q"]
        yield compare_processes(
            "check of one file cold, against import docx", 3, command, [sys.executable, "-c", "import docx"]
        )


def peers(folder: Path, texts: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """Other checkers: name, and seconds for a text in each round. One that is not on this machine is said to be so."""
    found = {"proselint": proselint, "write-good": write_good, "alex": alex, "Vale with our styles": vale}
    for name, timed in found.items():
        try:
            yield name, timed(folder, texts)
        except (ImportError, FileNotFoundError, subprocess.CalledProcessError) as error:
            print(f"{name:<42} not measured: {type(error).__name__}. `make peers` and `make vale` fetch them.")


def proselint(folder: Path, texts: Sequence[str]) -> list[float]:
    """proselint with its own rules, in this process, warm."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    registry = CheckRegistry()
    registry.register_many(__register__)
    LintFile("letter", texts[0]).lint()
    return [seconds(partial(lint, LintFile, text)) for text in texts[1:]]


def lint(file: Any, text: str) -> list[Any]:
    """What proselint says of a text."""
    return list(file("letter", text).lint())


def write_good(folder: Path, texts: Sequence[str]) -> list[float]:
    """write-good with its own rules, in one process of node, warm."""
    return in_node("write-good", folder, texts)


def alex(folder: Path, texts: Sequence[str]) -> list[float]:
    """alex with its own rules, in one process of node, warm."""
    return in_node("alex", folder, texts)


def in_node(peer: str, folder: Path, texts: Sequence[str]) -> list[float]:
    """Seconds for a text in a process of node that has read another before."""
    if not (PEERS / peer).is_dir():
        raise FileNotFoundError(PEERS / peer)
    script = HOME / "tools" / "peers" / "time_peer.mjs"
    took = []
    for text in texts[1:4]:
        file = folder / "peer.md"
        file.write_text(text, encoding="utf-8")
        command = ["node", str(script), peer, str(PEERS), str(file), "5"]
        took.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return [statistics.median(took)] * (len(texts) - 1)


def vale(folder: Path, texts: Sequence[str]) -> list[float]:
    """The real Vale with the same rules as ours, the start of its process taken off."""
    program = next(iter(sorted((ENGINES / "vale").glob("vale*"))), None)
    if program is None or not program.is_file():
        raise FileNotFoundError(ENGINES / "vale")
    names = sorted({rule.id.partition(".")[0] for rule in ours.book().rules})
    ini = folder / ".vale.ini"
    lines = (f"StylesPath = {builtin('styles')}", "MinAlertLevel = suggestion", "[*.md]")
    ini.write_text("\n".join((*lines, f"BasedOnStyles = {', '.join(names)}")) + "\n", encoding="utf-8")
    empty, full = folder / "empty.md", folder / "full.md"
    empty.write_text("", encoding="utf-8")
    took = []
    for text in texts[1:]:
        full.write_text(text, encoding="utf-8")
        command = [str(program), "--config", str(ini), "--no-exit", "--output", "line"]
        whole, start = (
            partial(subprocess.run, [*command, str(file)], check=True, capture_output=True) for file in (full, empty)
        )
        took.append(max(seconds(whole) - seconds(start), 1e-4))
    return took


if __name__ == "__main__":
    print(json.dumps(in_this_process(Path(sys.argv[1]))))
