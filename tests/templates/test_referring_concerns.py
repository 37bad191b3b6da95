"""K59: the form that refers one concern back to an agency has every field in its order, and fits on its page."""

from __future__ import annotations

import importlib.util
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from engines import ooxml_validator, pdftotext, soffice
from lettersmith.errors import TemplateRefused
from lettersmith.issue.clearance import clear_draft
from lettersmith.merge import compile_template
from lettersmith.model.manuscript import DRAFT_NOTICE, block_text, plain
from lettersmith.model.remark import Level
from lettersmith.model.template import Duty, Template
from lettersmith.reading.words import difference, expected_words
from lettersmith.route.case import Case, items, open_case
from lettersmith.route.preparing import Prepared, prepare
from lettersmith.writing import FORMATS

HOME = Path(__file__).parents[2]
WEXCOMBE = HOME / "samples" / "wexcombe-jtai-2017"
TODAY = date(2017, 5, 24)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Change = Callable[[dict[str, Any]], None]

FIELDS = (
    "Referring concerns to the local agencies",
    "Case number",
    "W-014",
    "Other children in the family or household",
    "W-015 and W-016",
    "Reason for referring back (one box only)",
    "Inspector referring",
    "Nell Ferris",
    "Date of referral",
    "Monday 22 May 2017",
    "Service",
    "Children's social care",
    "Issues that led to the referral",
    "A police report about threats to kill",
    "Response and explanation required by",
    "Tuesday 23 May 2017, from Ada Quill",
    "Agency’s written response",
    "Inspector’s evaluation of the information",
    "Sign off",
    "Chief officer",
    "Lead inspector",
    "Ada Quill, Director of Children's Services",
    "Sam Okoro",
    "seen the final version (signature)",
    "Date",
)


@lru_cache
def wexcombe() -> Case:
    return open_case(WEXCOMBE)


@lru_cache
def template() -> Template:
    return wexcombe().catalogue.template("jtai-2017", "referring-concerns", unsealed=True)


def made(case: Case, stage: str = "final") -> list[Prepared]:
    return [prepare(case, template(), item, TODAY, stage) for item in items(case, template())]


@lru_cache
def of_the_sample() -> tuple[Prepared, ...]:
    return tuple(made(wexcombe()))


def changed(folder: Path, change: Change) -> Prepared:
    """The form for the sample's first concern, with something changed in it."""
    copy = folder / "wexcombe"
    shutil.copytree(WEXCOMBE, copy, ignore=shutil.ignore_patterns("out", "log"))
    file = copy / "inspection.json"
    facts = json.loads(file.read_text(encoding="utf-8"))
    change(facts["concerns"][0])
    file.write_text(json.dumps(facts), encoding="utf-8")
    return made(open_case(copy))[0]


def said(prepared: Prepared, part: str = "") -> str:
    blocks = prepared.manuscript.blocks
    return "\n".join(block_text(block) for block in blocks if not part or part in block.parts)


def word(prepared: Prepared) -> bytes:
    return FORMATS["docx"].write(prepared.manuscript, prepared.template.letterhead.look)


def test_one_form_for_each_concern_and_nothing_to_remark() -> None:
    assert [one.manuscript.name for one in of_the_sample()] == ["c1", "c2"]
    assert [remark for one in of_the_sample() for remark in one.remarks] == []


def test_every_field_stands_in_its_order() -> None:
    text, at = said(of_the_sample()[0]), 0
    for field in FIELDS:
        at = text.find(field, at)
        assert at >= 0, f"“{field}” is missing, or stands too early"


@pytest.mark.parametrize(
    ("number", "ticked"), [(0, "■ Category 1"), (1, "■ Category 2")], ids=["category 1", "category 2"]
)
def test_exactly_one_box_is_ticked(number: int, ticked: str) -> None:
    text = said(of_the_sample()[number])
    assert ticked in text
    assert (text.count("■"), text.count("□")) == (1, 1)


@pytest.mark.parametrize(
    ("others", "shown"),
    [
        (["W-015"], "W-015"),
        ({"not_applicable": "There are none."}, "None"),
        ({"unknown": "We are still asking."}, "None known"),
    ],
    ids=["some", "none", "not known"],
)
def test_other_children(tmp_path: Path, others: object, shown: str) -> None:
    prepared = changed(tmp_path, lambda concern: concern.update(other_children=others))
    assert f"Other children in the family or household\t{shown}\n" in said(prepared)
    assert prepared.fit


def test_response_and_evaluation_are_printed_once_they_are_known(tmp_path: Path) -> None:
    reply = {
        "response": "We have held a strategy discussion.\n\nA social worker saw the children.",
        "evaluation": "Enough.",
    }
    prepared = changed(tmp_path, lambda concern: concern.update(reply))
    assert prepared.fit, prepared.remarks
    text = said(prepared)
    assert "strategy discussion" in text and "saw the children" in text and "Enough." in text
    assert difference(prepared.manuscript, "docx", word(prepared)) == ""


GAPS: dict[str, str] = {
    "case": "$.concerns[0].case",
    "on": "$.concerns[0].on",
    "service": "$.concerns[0].service",
    "issue": "$.concerns[0].issue",
    "reply_by": "$.concerns[0].reply_by",
    "raised_by": "$.concerns[0].raised_by",
    "category": "$.concerns[0].category",
}


@pytest.mark.parametrize("key", GAPS)
def test_a_fact_that_is_missing_stops_the_form(tmp_path: Path, key: str) -> None:
    prepared = changed(tmp_path, lambda concern: concern.pop(key))
    assert not prepared.fit
    assert any(remark.place.path.startswith(GAPS[key]) for remark in prepared.remarks if remark.level is Level.ERROR)


@pytest.mark.parametrize("format", template().formats)
def test_every_format_holds_the_same_words(format: str) -> None:
    for prepared in of_the_sample():
        data = FORMATS[format].write(prepared.manuscript, prepared.template.letterhead.look)
        assert difference(prepared.manuscript, format, data) == ""


@pytest.mark.parametrize("stage", ["final", "draft"])
def test_the_marking_stands_at_top_and_bottom(stage: str) -> None:
    prepared = made(wexcombe(), stage)[0]
    archive = zipfile.ZipFile(io.BytesIO(word(prepared)))
    edges = [name for name in archive.namelist() if name.startswith(("word/header", "word/footer"))]
    assert len(edges) == 2
    for name in edges:
        text = archive.read(name).decode("utf-8")
        assert "OFFICIAL-SENSITIVE" in text
        assert (DRAFT_NOTICE in text) == (stage == "draft")


def test_a_draft_carries_its_remarks_in_word_too(tmp_path: Path) -> None:
    prepared = changed(tmp_path, lambda concern: concern.pop("issue"))
    manuscript = clear_draft(prepared.manuscript, prepared.remarks).manuscript
    data = FORMATS["docx"].write(manuscript, prepared.template.letterhead.look)
    assert difference(manuscript, "docx", data) == ""
    assert any("Remarks on this draft" in words for words in expected_words(manuscript))


def test_label_cells_are_headings_language_and_title_are_set() -> None:
    archive = zipfile.ZipFile(io.BytesIO(word(of_the_sample()[0])))
    document: Any = etree.fromstring(archive.read("word/document.xml"))
    tables = list(document.iter(f"{W}tbl"))
    assert [next(one.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None for one in tables] == [True] * 4
    assert [one.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") for one in tables] == ["1", "0", "0", "1"]
    styles: Any = etree.fromstring(archive.read("word/styles.xml"))
    language = styles.find(f".//{W}rPrDefault//{W}lang")
    assert language.get(f"{W}val") == "en-GB"
    core = archive.read("docProps/core.xml").decode("utf-8")
    assert "<dc:title>Referring concerns to the local agencies</dc:title>" in core
    assert "creator" not in core and "lastModifiedBy" not in core


def test_it_fits_on_one_page_as_we_lay_it_out() -> None:
    assert template().limits.pages.cap == 1
    assert [one.layout.pages for one in of_the_sample() if one.layout] == [1, 1]


@pytest.mark.engine("LibreOffice")
def test_it_fits_on_one_page_in_libreoffice(tmp_path: Path) -> None:
    for prepared in of_the_sample():
        file = tmp_path / f"{prepared.manuscript.name}.docx"
        file.write_bytes(word(prepared))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [*soffice(), profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        pdf = file.with_suffix(".pdf")
        shown = subprocess.run([*pdftotext(), "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True).stdout
        assert shown.decode("utf-8").count("\f") == 1
        assert "Agency’s written response" in shown.decode("utf-8")


@pytest.mark.engine("Open XML SDK")
@pytest.mark.parametrize("stage", ["final", "draft"])
def test_words_own_validator_finds_nothing(tmp_path: Path, stage: str) -> None:
    for prepared in made(wexcombe(), stage):
        manuscript = prepared.manuscript
        if stage == "draft":
            manuscript = clear_draft(manuscript, made(wexcombe())[0].others).manuscript
        file = tmp_path / f"{manuscript.name}.docx"
        file.write_bytes(FORMATS["docx"].write(manuscript, prepared.template.letterhead.look))
        run = subprocess.run([*ooxml_validator(), str(file)], capture_output=True, text=True)
        assert json.loads(run.stdout)["errors"] == []


def without(duty: Duty, instead: str) -> Template:
    """The form with the words of one duty's part gone, or others in their place."""
    source = zipfile.ZipFile(io.BytesIO(template().form))
    root: Any = etree.fromstring(source.read("word/document.xml"))
    for control in root.iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == duty.part:
            texts = list(control.iter(f"{W}t"))
            for text in texts:
                text.text = ""
            if texts:
                texts[-1].text = instead
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = etree.tostring(root) if name == "word/document.xml" else source.read(name)
            target.writestr(name, data)
    return template()._replace(form=out.getvalue())


@pytest.mark.parametrize("instead", ["", "The weather was fine."], ids=["emptied", "unrelated"])
@pytest.mark.parametrize("duty", template().duties, ids=lambda duty: duty.id)
def test_a_form_that_lost_a_duty_is_refused(duty: Duty, instead: str) -> None:
    with pytest.raises(TemplateRefused, match=f"the duty “{duty.id}” is not met"):
        compile_template(without(duty, instead))


def test_the_form_is_the_one_that_our_tool_makes() -> None:
    spec = importlib.util.spec_from_file_location("make_forms", HOME / "tools" / "make_forms.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.referring_concerns() == tool.referring_concerns() == template().form


def test_case_references_alone_and_no_gap_is_left() -> None:
    for prepared in of_the_sample():
        texts = [plain(text) for block in prepared.manuscript.all_blocks() for text in block.texts()]
        assert not any("[missing" in text or "{{" in text for text in texts)
        assert prepared.template.codes_allowed
