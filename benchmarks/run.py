"""`make bench`: how fast we merge beside docxtpl, and check beside other checkers of prose, as ratios of one run.

Prints a line for each measurement and writes build/bench.json. A goal that is missed is shown, and ends in exit code 1,
unless it is written down why it cannot be reached.
"""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import checking
import ours
import peer
import word_forms
from stopwatch import Ratio, compare, compare_processes, ratio_of

HOME = Path(__file__).resolve().parent.parent
LETTERS = 200
PEER_LETTERS = 20
"""Fewer for the peer, which takes as long for one letter as we do for dozens; the figure is seconds for one letter."""

Work = Callable[[str, int], object]

MERGING: tuple[tuple[str, str, float, Work], ...] = (
    ("a merged to DOCX", "a", 40, ours.to_word),
    ("b merged to DOCX", "b", 15, ours.to_word),
    ("c merged to DOCX", "c", 15, ours.to_word),
    ("a merged and read back", "a", 30, ours.to_word_and_back),
    ("b merged and read back", "b", 10, ours.to_word_and_back),
    ("c merged and read back", "c", 10, ours.to_word_and_back),
    ("b merged and checked, no styles", "b", 3, ours.checked),
    ("b merged and checked, all styles", "b", 2, ours.checked_with_styles),
)
"""Name, letter, how many times as fast as docxtpl's bare merge, what we do."""

WITH_PAGES: tuple[tuple[str, str, float, Work], ...] = (
    ("b merged, checked, laid out", "b", 1.5, ours.checked_and_laid_out),
    ("b merged, checked, laid out, read back", "b", 2, ours.checked_laid_out_and_read_back),
)
"""The same with a PDF: at most how many times docxtpl's bare merge it takes."""


def merging() -> Iterator[Ratio]:
    """One process, warm, every letter of another inspection."""
    for name, letter, goal, work in (*MERGING, *word_forms.MERGING):
        prepare(letter)
        yield compare(name, goal, bound(work, letter), bound(peer.to_word, letter), LETTERS, PEER_LETTERS)
    for name, letter, goal, work in WITH_PAGES:
        yield compare(
            name, goal, bound(work, letter), bound(peer.to_word, letter), PEER_LETTERS, PEER_LETTERS, at_least=False
        )


def bound(work: Work, letter: str) -> Callable[[int], object]:
    """The work on one letter, by seed."""
    return lambda seed: work(letter, seed)


def prepare(letter: str) -> None:
    """Make the facts beforehand, so that only the merging is timed."""
    for seed in range(7 * LETTERS + 1):
        ours.made_up(letter, seed)
        if seed <= 7 * LETTERS:
            peer.context(letter, seed)
    gc.collect()
    gc.freeze()


PEER_COLD = """
import io, sys; sys.path.insert(0, {benchmarks!r})
import docxtpl
document = docxtpl.DocxTemplate(io.BytesIO(open({template!r}, "rb").read()))
import json
document.render(json.load(open({facts!r}, encoding="utf-8")), autoescape=True)
document.save({out!r})
"""

WITHOUT_STYLES = """
import sys
from pathlib import Path
from lettersmith import workspace
builtin = workspace.builtin
workspace.builtin = lambda name: Path({empty!r}) if name == "styles" else builtin(name)
from lettersmith.cli import main
main()
"""
"""The same command where the styles that come with the program are an empty folder: all else that it does is done."""

SAMPLE = "thornmere-2012"
COLD_KIND = "staff-preparation-note"
"""One page, made as two files; a letter to families comes in large print too, which makes four."""


def cold() -> Iterator[Ratio]:
    """Whole processes: one letter from a standing start, and the help."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "a.docx").write_bytes(peer.template("a"))
        (home / "a.json").write_text(json.dumps(peer.context("a", 1)), encoding="utf-8")
        script = PEER_COLD.format(
            benchmarks=str(HOME / "benchmarks"),
            template=str(home / "a.docx"),
            facts=str(home / "a.json"),
            out=str(home / "peer.docx"),
        )
        theirs = [sys.executable, "-c", script]
        (home / "no styles").mkdir()
        bare = [sys.executable, "-c", WITHOUT_STYLES.format(empty=str(home / "no styles"))]
        full = [sys.executable, "-m", "lettersmith"]
        inspection = sample(home)
        make = ["make", COLD_KIND, str(inspection), "--format", "docx,pdf", "-q", "--today", "2012-05-16"]
        for name, goal, ours in (("no styles", 1.5, bare), ("all styles", 2, full)):
            name = f"one letter cold, DOCX and PDF, {name}"
            yield compare_processes(name, goal, [*ours, *make], theirs, before=partial(forget, inspection))
    helps = [str(Path(sys.executable).with_name("lettersmith")), "--help"]
    yield compare_processes("--help against python -c pass", 5, helps, [sys.executable, "-c", "pass"], rounds=25)


def forget(inspection: Path) -> None:
    """Take away what was made for an inspection: a standing start has no log to read and no file to replace."""
    for made in ("out", "log"):
        shutil.rmtree(inspection / made, ignore_errors=True)


def sample(folder: Path) -> Path:
    """A copy of a sample inspection."""
    copy = folder / SAMPLE
    shutil.copytree(HOME / "samples" / SAMPLE, copy, ignore=shutil.ignore_patterns("out", "log"))
    return copy


MEMORY = """
import re, sys; sys.path.insert(0, {benchmarks!r})
import ours
for seed in range({letters}):
    ours.to_word_and_back("b", seed)
    ours.made_up.cache_clear()
print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status", encoding="ascii").read())[1])
"""
"""The peak is asked of Linux's own table: `getrusage` counts what the process that started this one had in use."""


def memory() -> Iterator[Ratio]:
    """Peak memory for a thousand letters against fifty."""
    few, many = ([peak(letters) for _ in range(3)] for letters in (50, 1000))
    yield ratio_of("memory of 1,000 letters against 50", 1.2, many, few, at_least=False)


def peak(letters: int) -> float:
    """Peak memory in kilobytes of a process that makes so many letters."""
    script = MEMORY.format(benchmarks=str(HOME / "benchmarks"), letters=letters)
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return float(run.stdout)


def wanted_of(ratio: Ratio) -> str:
    """What is asked of a ratio, and whether it was missed."""
    wanted = f"{'at least' if ratio.at_least else 'at most'} {ratio.goal:g}"
    if ratio.met:
        return wanted
    return f"{wanted}   NOT REACHED: {ratio.known}" if ratio.known else f"{wanted}   MISSED"


def main() -> int:
    """Measure everything that is named, or all."""
    parts = {"merging": merging, "checking": checking.checking, "cold": cold, "memory": memory}
    wanted = [name for name in parts if name in sys.argv[1:]] or list(parts)
    found = []
    for name in wanted:
        for ratio in parts[name]():
            print(f"{ratio.name:<42} {ratio.ratio:7.2f} times   {wanted_of(ratio)}", flush=True)
            found.append(ratio)
    build = HOME / "build"
    build.mkdir(exist_ok=True)
    fields = [ratio.as_fields() for ratio in found]
    (build / "bench.json").write_text(json.dumps(fields, indent=1) + "\n", encoding="utf-8")
    return 0 if all(ratio.met or ratio.known for ratio in found) else 1


if __name__ == "__main__":
    sys.exit(main())
