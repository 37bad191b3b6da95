"""Write the expected text of every document of the samples: `samples/<case>/expected/*.txt`.

Run it after a change of wording, and read every line that changed before it is kept.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
DAYS = {"thornmere-2012": date(2012, 5, 16), "wexcombe-jtai-2017": date(2017, 7, 10)}
"""Sample to the day on which its documents are made."""


def expected(sample: str) -> dict[str, str]:
    """Every document of a sample as plain text, by file name. Refused documents raise AssertionError."""
    from lettersmith.route.case import open_case
    from lettersmith.route.pipeline import make_all

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / sample
        shutil.copytree(HOME / "samples" / sample, work, ignore=shutil.ignore_patterns("log", "out", "expected"))
        case = open_case(work)
        day = DAYS[sample]
        run = make_all(case, case.kinds(), work / "out", day, datetime(day.year, day.month, day.day), formats=("txt",))
        said = [remark.what for made in run.refused for remark in made.prepared.remarks]
        assert not run.refused and not run.failed, said or run.failed
        return {path.name: path.read_text(encoding="utf-8") for path in sorted((work / "out").glob("*.txt"))}


def main() -> int:
    """Write them all."""
    for sample in DAYS:
        folder = HOME / "samples" / sample / "expected"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, text in expected(sample).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{folder.relative_to(HOME)}: {len(list(folder.iterdir()))} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
