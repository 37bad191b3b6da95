"""What veraPDF says of our PDFs: every one is PDF/UA-1, with no check failed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from engines import verapdf
from lettersmith.writing.pdf import write
from writing.pdf_letters import LARGE, LOOK, MARKED, everything, letter, paragraph, span
from writing.test_pdf import LETTERS


@pytest.mark.engine("veraPDF")
def test_every_pdf_is_pdf_ua_1(tmp_path: Path) -> None:
    made = {
        "normal": write(everything(), LOOK),
        "large print": write(everything(), LARGE),
        "marked draft": write(MARKED, LOOK),
        "marked draft in large print": write(MARKED, LARGE),
        **{name: write(manuscript, LOOK) for name, manuscript in LETTERS.items()},
    }
    assert {name: failed(report) for name, report in reports(made, tmp_path).items()} == dict.fromkeys(made, 0)


@pytest.mark.engine("veraPDF")
def test_verapdf_would_have_found_a_fault(tmp_path: Path) -> None:
    data = write(letter(paragraph(span("x"))), LOOK)
    broken = data.replace(b"/Lang(en-GB)", b"            ").replace(b"pdfuaid:part>1<", b"pdfuaid:part>7<")
    assert failed(reports({"broken": broken}, tmp_path)["broken"]) > 0


def reports(made: dict[str, bytes], folder: Path) -> dict[str, dict[str, Any]]:
    """veraPDF's report on each of some PDFs, by name."""
    files = {name: folder / f"{number:02}.pdf" for number, name in enumerate(made)}
    for name, file in files.items():
        file.write_bytes(made[name])
    command = [*verapdf(), "--flavour", "ua1", "--format", "json", *map(str, files.values())]
    said = subprocess.run(command, capture_output=True, text=True)
    jobs = json.loads(said.stdout)["report"]["jobs"]
    found = {Path(job["itemDetails"]["name"]).name: job["validationResult"][0] for job in jobs}
    return {name: found[file.name] for name, file in files.items()}


def failed(report: dict[str, Any]) -> int:
    """How many checks failed."""
    checks: int = report["details"]["failedChecks"]
    assert report["compliant"] == (checks == 0)
    assert report["details"]["passedChecks"] > 50
    return checks
