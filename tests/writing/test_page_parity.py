"""The PDF has as many pages as LibreOffice gives the Word file."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from engines import soffice
from writing.pdf_letters import LOOK

TOOL = Path(__file__).parents[2] / "tools" / "page_parity.py"
HELD_OUT = 20120507
"""A seed that the numbers of the PDF were never tuned on."""


def tool() -> ModuleType:
    """tools/page_parity.py, which is no package."""
    spec = importlib.util.spec_from_file_location("page_parity", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["page_parity"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.engine("LibreOffice")
def test_sixty_letters_have_as_many_pages_in_word_and_pdf(tmp_path: Path) -> None:
    parity = tool()
    pairs = parity.compare(HELD_OUT, 20, soffice(), LOOK, tmp_path)
    assert Counter(pair.band for pair in pairs) == {"short": 20, "middle": 20, "long": 20}
    unequal = [pair for pair in pairs if pair.pdf != pair.libreoffice]
    assert parity.good_enough(pairs), unequal
