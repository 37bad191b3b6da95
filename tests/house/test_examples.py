"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import lettersmith

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(lettersmith.__path__, "lettersmith.")
    if not found.name.endswith("__main__")
]
WITH_EXAMPLES = [module for module in MODULES if any(test.examples for test in doctest.DocTestFinder().find(module))]


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda module: module.__name__.removeprefix("lettersmith."))
def test_the_examples_of(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    assert len(WITH_EXAMPLES) > 20
