"""Every file of the samples, held against the reference validators."""

import importlib.util
import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from engines import ooxml_validator, verapdf
from lettersmith.route.case import open_case
from lettersmith.route.pipeline import make_all

HOME = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("expected", HOME / "tools" / "expected.py")
assert SPEC and SPEC.loader
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)


def made(sample: str, folder: Path, format: str, stage: str) -> list[Path]:
    """Every document of a sample in one format."""
    work = folder / sample
    shutil.copytree(HOME / "samples" / sample, work, ignore=shutil.ignore_patterns("log", "out", "expected"))
    day = tool.DAYS[sample]
    case = open_case(work)
    kinds = [kind for kind in case.kinds() if format in case.template(kind).formats]
    now = datetime(day.year, day.month, day.day)
    make_all(case, kinds, work / "out", day, now, formats=(format,), stage=stage)
    found = sorted((work / "out").glob(f"*.{format}"))
    assert len(found) >= len(kinds)
    return found


@pytest.mark.engine("veraPDF")
@pytest.mark.parametrize("stage", ["final", "draft"])
@pytest.mark.parametrize("sample", tool.DAYS)
def test_every_pdf_meets_pdf_ua(sample: str, stage: str, tmp_path: Path) -> None:
    command = verapdf()
    files = made(sample, tmp_path, "pdf", stage)
    run = subprocess.run(
        [*command, "--flavour", "ua1", "--format", "json", *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    results = [job["validationResult"][0] for job in json.loads(run.stdout)["report"]["jobs"]]
    assert len(results) == len(files)
    assert [result["details"]["failedChecks"] for result in results] == [0] * len(files)
    assert all(result["compliant"] for result in results)


@pytest.mark.engine("Open XML SDK")
@pytest.mark.parametrize("stage", ["final", "draft"])
@pytest.mark.parametrize("sample", tool.DAYS)
def test_the_open_xml_sdk_finds_nothing_in_any_word_file(sample: str, stage: str, tmp_path: Path) -> None:
    command = ooxml_validator()
    for file in made(sample, tmp_path, "docx", stage):
        run = subprocess.run([*command, str(file)], capture_output=True, encoding="utf-8", check=False)
        assert json.loads(run.stdout)["errors"] == [], file.name
