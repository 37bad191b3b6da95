"""In continuous integration a skipped test is a failure, and random examples are the same in every run.

What a test wants must be installed there. A change is judged by its own faults; new random examples are tried wherever
else the tests run.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

if os.environ.get("CI"):
    settings.register_profile("the same in every run", derandomize=True)
    settings.load_profile("the same in every run")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where the environment says `CI`."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report
