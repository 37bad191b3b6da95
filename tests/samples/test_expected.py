"""Every document of the samples, word for word as it was read and kept."""

import importlib.util
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("expected", HOME / "tools" / "expected.py")
assert SPEC and SPEC.loader
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)


@pytest.mark.parametrize("sample", tool.DAYS)
def test_every_document_of_a_sample_reads_as_expected(sample: str) -> None:
    folder = HOME / "samples" / sample / "expected"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    made = tool.expected(sample)
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], f"{name} changed: read it, then run tools/expected.py"
