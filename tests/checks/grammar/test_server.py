"""No server is left behind, however the program ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from engines import languagetool as wanted
from lettersmith.checks.grammar import server
from lettersmith.errors import EngineMissing

ENDS = {
    "it is done": "",
    "an error": "raise ZeroDivisionError",
    "the command line's quick end": "import os; os._exit(3)",
    "the program is killed": "import os, signal; os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))",
    "the program is stopped": "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    "the program is interrupted": "raise KeyboardInterrupt",
}
"""How a program ends, and how to bring that about."""


def free(port: int, within: float = 15.0) -> bool:
    """Whether nobody listens any more, soon."""
    deadline = monotonic() + within
    while monotonic() < deadline:
        if not server.answers(port):
            return True
        sleep(0.1)
    return False


@pytest.mark.engine("LanguageTool")
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_the_server_ends_with_the_program(end: str) -> None:
    wanted()
    code = f"""
from lettersmith.checks import grammar
engine = grammar.start("languagetool")
engine._server.wait()
print(engine._server.port, flush=True)
{end}
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip().isdigit(), result.stderr
    assert free(int(result.stdout))


@pytest.mark.engine("LanguageTool")
def test_the_server_ends_though_nobody_asked_it_anything() -> None:
    wanted()
    started = server.start()
    started.wait()
    assert server.answers(started.port)
    started.stop()
    started.stop()
    assert not started.alive
    assert free(started.port, within=1)


def test_what_dies_at_once_is_told_at_once(tmp_path: Path) -> None:
    """As Java does that is too old, or LanguageTool of which a part is missing."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(server.GUARDIAN), sys.executable, "-c", "raise SystemExit(1)"], stdin=subprocess.PIPE
    )
    started, begun = server.Server(process, server.free_port(), "6.8"), monotonic()
    with pytest.raises(EngineMissing, match="does not start"):
        started.wait()
    assert monotonic() - begun < server.PATIENCE / 2


def test_what_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.3)
    waiting = [sys.executable, "-c", "import time; time.sleep(60)"]
    process = subprocess.Popen([sys.executable, "-I", str(server.GUARDIAN), *waiting], stdin=subprocess.PIPE)
    started = server.Server(process, server.free_port(), "6.8")
    with pytest.raises(EngineMissing, match="does not start"):
        started.wait()
    assert not started.alive


def test_the_guardian_stops_what_it_guards_when_the_pipe_closes(tmp_path: Path) -> None:
    note = tmp_path / "still here"
    beating = f"import time, pathlib\nwhile True:\n pathlib.Path({str(note)!r}).write_text('x'); time.sleep(0.05)"
    guard = subprocess.Popen(
        [sys.executable, "-I", str(server.GUARDIAN), sys.executable, "-c", beating], stdin=subprocess.PIPE
    )
    deadline = monotonic() + 10
    while not note.exists() and monotonic() < deadline:
        sleep(0.02)
    assert guard.stdin is not None
    guard.stdin.close()
    guard.wait(timeout=10)
    note.unlink(missing_ok=True)
    sleep(0.3)
    assert not note.exists()
