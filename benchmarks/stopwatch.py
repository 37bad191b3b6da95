"""Two ways of doing the same thing, timed in turn in one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as fast as the peer (or, where less is better, how many times its cost), with its goal."""

    name: str
    ratio: float
    goal: float
    at_least: bool
    """Whether the ratio should be at least the goal (times as fast) or at most it (times the cost)."""
    ours: float
    """Seconds or bytes, the median over the rounds, for one letter or one process."""
    peer: float
    samples: tuple[float, ...]
    """The ratio of each round."""
    known: str = ""
    """Where it is written why the goal is not reached, if that is known."""

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal

    def as_fields(self) -> dict[str, object]:
        """For build/bench.json."""
        return {**asdict(self), "met": self.met}


def timed(work: Callable[[int], object], numbers: Sequence[int]) -> float:
    """Seconds for one of the letters, over all of them."""
    start = time.perf_counter()
    for number in numbers:
        work(number)
    return (time.perf_counter() - start) / len(numbers)


def compare(
    name: str,
    goal: float,
    ours: Callable[[int], object],
    peer: Callable[[int], object],
    letters: int,
    peer_letters: int,
    *,
    at_least: bool = True,
    rounds: int = ROUNDS,
) -> Ratio:
    """Our work and the peer's in turn; every letter of every round has other facts."""
    ours(0), peer(0)
    mine, theirs = [], []
    for round_number in range(rounds):
        first = 1 + round_number * letters
        mine.append(timed(ours, range(first, first + letters)))
        theirs.append(timed(peer, range(first, first + peer_letters)))
    return ratio_of(name, goal, mine, theirs, at_least)


def ratio_of(name: str, goal: float, mine: Sequence[float], theirs: Sequence[float], at_least: bool) -> Ratio:
    """The ratio of the medians."""
    ours, peer = statistics.median(mine), statistics.median(theirs)
    samples = tuple((b / a if at_least else a / b) for a, b in zip(mine, theirs, strict=True))
    return Ratio(name, peer / ours if at_least else ours / peer, goal, at_least, ours, peer, samples)


def process_seconds(command: Sequence[str], compiled: str) -> float:
    """Wall seconds of one whole process. Raises CalledProcessError if it fails.

    Its modules are kept compiled in the folder `compiled`, as pip leaves them where a program is installed.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def compare_processes(
    name: str,
    goal: float,
    ours: Sequence[str],
    peer: Sequence[str],
    *,
    rounds: int = 15,
    before: Callable[[], object] = lambda: None,
) -> Ratio:
    """Two commands as whole processes in turn: how many times the peer's time ours takes. `before` is not timed: it
    takes away what the last round of ours left.
    """
    mine, theirs = [], []
    with tempfile.TemporaryDirectory() as compiled:
        process_seconds(ours, compiled), process_seconds(peer, compiled)
        for _ in range(rounds):
            before()
            mine.append(process_seconds(ours, compiled))
            theirs.append(process_seconds(peer, compiled))
    return ratio_of(name, goal, mine, theirs, at_least=False)
