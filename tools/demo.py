"""Make every document of the sample inspections into `out/` and print what was made: what `make demo` runs.

Needs Python alone: it makes a virtual environment of its own (`.venv`) and installs the program there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
SAMPLES = {"thornmere-2012": "2012-05-16", "wexcombe-jtai-2017": "2017-07-10"}
"""Sample to the day on which its documents are made: later, the days to answer that its letters name are over."""
COLUMNS = (
    ("document", 42), ("version", 8), ("formats", 18), ("pages", 6), ("words", 6), ("longest sentence", 17),
    ("reading level", 14), ("remarks", 7),
)  # fmt: skip


def program() -> list[str]:
    """The installed program; installs it first where that has not been done."""
    if sys.version_info < (3, 11):  # noqa: UP036 - it is started before anything is installed
        sys.exit("This needs Python 3.11 or newer. Start it with that one: python3.11 tools/demo.py")
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        print("Making a virtual environment in .venv ...", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(f".venv could not be made: {error}\nOn Debian, `apt install python3-venv` helps.")
    here = subprocess.run([python, "-c", "import lettersmith, typst"], capture_output=True, check=False)
    if here.returncode:
        print("Installing ...", flush=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--editable", str(HOME)], check=False)
        if done.returncode:
            sys.exit("Installing failed. It needs the network once. If .venv is half made, delete it and try again.")
    return [str(python), "-m", "lettersmith"]


def make(command: list[str], sample: str) -> dict[str, Any]:
    """Make every document of one sample, from nothing, in a copy: so its log does not land among the samples."""
    work = HOME / "build" / "demo" / sample
    out = HOME / "out" / sample
    for old in (work, out):
        try:
            shutil.rmtree(old)
        except FileNotFoundError:
            continue
        except OSError as error:
            sys.exit(f"{old} could not be emptied: {error.strerror}. Close what is open in it, and try again.")
    shutil.copytree(HOME / "samples" / sample, work, ignore=shutil.ignore_patterns("expected", "out", "log"))
    run = subprocess.run(
        [*command, "make", "--all", "--json", "--today", SAMPLES[sample], "--out", str(out), str(work)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if run.returncode not in (0, 1):
        sys.exit(run.stdout + run.stderr)
    result: dict[str, Any] = json.loads(run.stdout)
    return result


def row(document: dict[str, Any], remarks: list[dict[str, Any]]) -> tuple[str, ...]:
    """One document as the columns of the table."""
    measures = document["measures"] or {}
    formats = sorted({Path(file).suffix[1:] for file in document["files"]})
    said = [remark for remark in remarks if remark["place"]["document"] == document["document"]]
    grade = measures.get("grade")
    return (
        document["document"] + (f" ({document['item']})" if document["item"] else ""),
        document["template"].rpartition("@")[2],
        " ".join(formats) or "not made",
        str(document["pages"] or "-"),
        str(measures.get("words", "-")),
        str(measures.get("longest_sentence", "-")),
        f"{grade:.1f}" if grade is not None else "too short",
        str(len(said)),
    )


def main() -> int:
    """Print one table for each sample; 1 if any document was refused."""
    command = program()
    refused = 0
    for sample in SAMPLES:
        result = make(command, sample)
        print(f"\n{sample}, in out/{sample}")
        print("  ".join(f"{name:<{width}}" for name, width in COLUMNS).rstrip())
        for document in (*result["made"], *result["refused"]):
            cells = row(document, result["remarks"])
            print("  ".join(f"{cell:<{width}}" for cell, (_, width) in zip(cells, COLUMNS, strict=True)).rstrip())
        for kind, why in result["left_out"].items():
            print(f"{kind}: not made, {why}")
        for remark in result["remarks"]:
            if remark["level"] == "error":
                print(f"  must change: {remark['what']}")
        refused += len(result["refused"])
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
