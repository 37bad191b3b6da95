"""Our own styles over the corpus: real Vale and we say the same of the same lines."""

from __future__ import annotations

import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from engines import vale
from lettersmith.vale import run
from vale.e2e_cases import LINE, Line

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "styles"
CORPUS = ROOT.parent / "shared" / "corpus"
DIFFERENCES = Path(__file__).parent / "differences.toml"
TYPES = {"existence", "substitution", "repetition", "conditional", "capitalization"}
LEAST_AGREEMENT = 0.98

pytestmark = pytest.mark.engine("Vale")


@pytest.fixture(scope="module")
def ini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every style and vocabulary of ours, for all audiences, every level shown."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the checkout, in ../shared/corpus")
    path = tmp_path_factory.mktemp("ini") / ".vale.ini"
    names = ", ".join(sorted(rule.parent.name for rule in {one.parent / "x" for one in STYLES.glob("*/*.yml")}))
    words = ", ".join(sorted(folder.name for folder in STYLES.glob("config/vocabularies/*")))
    core = f"StylesPath = {STYLES}\nMinAlertLevel = suggestion\nVocab = {words}\n"
    path.write_text(f"{core}\n[*.md]\nBasedOnStyles = {names}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def types() -> dict[str, str]:
    """The type of each rule."""
    return {
        f"{path.parent.name}.{path.stem}": yaml.safe_load(path.read_text(encoding="utf-8"))["extends"]
        for path in STYLES.glob("*/*.yml")
    }


@pytest.fixture(scope="module")
def theirs(ini: Path, types: dict[str, str]) -> Counter[Line]:
    flags = [f"--config={ini}", "--output=line", "--normalize", "--no-global", "--no-exit"]
    ran = subprocess.run([*vale(), *flags, "."], cwd=CORPUS, capture_output=True, text=True, encoding="utf-8")
    assert ran.stderr == ""
    found = (LINE.fullmatch(line) for line in ran.stdout.splitlines())
    lines = (Line(one["file"], int(one["line"]), one["rule"], one["message"]) for one in found if one)
    return Counter(line for line in lines if types.get(line.rule) in TYPES)


@pytest.fixture(scope="module")
def ours(ini: Path, types: dict[str, str]) -> Counter[Line]:
    checked = run(ini, [Path()], root=CORPUS)
    assert checked.remarks == ()
    lines = (Line(one.file, one.line, one.rule, one.message) for one in checked.found)
    return Counter(line for line in lines if types[line.rule] in TYPES)


def test_rule_line_and_message_are_the_same(theirs: Counter[Line], ours: Counter[Line]) -> None:
    assert theirs.total() > 5000
    both = (theirs & ours).total()
    assert both / max(theirs.total(), ours.total()) >= LEAST_AGREEMENT


def test_rules_that_differ_are_listed_with_the_reason(theirs: Counter[Line], ours: Counter[Line]) -> None:
    listed = tomllib.loads(DIFFERENCES.read_text(encoding="utf-8"))
    differing = [str(line) for line in (*(theirs - ours), *(ours - theirs)) if line.rule not in listed]
    assert differing == []
    assert all(listed.values())
