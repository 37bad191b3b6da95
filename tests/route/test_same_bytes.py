"""The same facts give the same bytes: in any folder, time zone, language and order of hashing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = (
    ("thornmere-2012", ("family-letter", "notification-email"), "2012-05-16", {".docx", ".pdf", ".eml", ".html"}),
    ("wexcombe-jtai-2017", ("findings-letter",), "2017-07-07", {".docx", ".pdf", ".html", ".txt"}),
)
"""Sample, documents, the day they are made on, and the formats that must be among the files."""

HERE = {"TZ": "Europe/London", "PYTHONHASHSEED": "1", "LANG": "en_GB.UTF-8", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LANG": "tr_TR.ISO-8859-9", "LC_ALL": "C"}


def made(sample: str, kinds: tuple[str, ...], today: str, folder: Path, cwd: Path, settings: dict[str, str]) -> Path:
    """The folder of what a whole process of its own has made."""
    inspection = folder / sample
    shutil.copytree(SAMPLES / sample, inspection, ignore=shutil.ignore_patterns("out", "log"))
    command = [sys.executable, "-m", "lettersmith", "make", *kinds, "--today", today]
    formats = ["--format", "docx,pdf,html,txt,eml", "-q", str(inspection)]
    run = subprocess.run(
        command + formats, cwd=cwd, env={**os.environ, **settings}, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return inspection / "out"


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("sample", "kinds", "today", "formats"), LETTERS, ids=[letter[0] for letter in LETTERS])
def test_the_same_facts_give_the_same_bytes(
    sample: str, kinds: tuple[str, ...], today: str, formats: set[str], tmp_path: Path
) -> None:
    near, far = tmp_path / "near", tmp_path / "far away" / "Ünspection folder"
    near.mkdir()
    far.mkdir(parents=True)
    first = digests(made(sample, kinds, today, near, near, HERE))
    second = digests(made(sample, kinds, today, far, Path(sys.prefix), ELSEWHERE))
    assert formats <= {Path(name).suffix for name in first}
    assert first == second
