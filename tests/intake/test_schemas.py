"""The published schemas: sound, described in full, and what the facts are held against."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

import lettersmith.intake
from lettersmith.intake import SCHEMAS, schema

FACTS_PAGE = (Path(__file__).parents[2] / "docs" / "facts.md").read_text(encoding="utf-8")


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    """Every property that a schema names, with what is said of it."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"].items()
        for inner in node.values():
            yield from properties(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from properties(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_sound_schema_with_title_and_description(name: str) -> None:
    tree = json.loads(schema(name))
    jsonschema_rs.meta.validate(tree)
    assert tree["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert tree["title"] and tree["description"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described(name: str) -> None:
    missing = [key for key, described in properties(json.loads(schema(name))) if not described.get("description")]
    assert missing == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_is_a_good_one(name: str) -> None:
    tree = json.loads(schema(name))
    bad = []
    for key, described in properties(tree):
        validator = jsonschema_rs.Draft202012Validator({**described, "$defs": tree["$defs"]}, validate_formats=True)
        bad += [(key, example) for example in described.get("examples", ()) if not validator.is_valid(example)]
    assert bad == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_stands_in_the_page_on_the_facts(name: str) -> None:
    names = {key for key, _ in properties(json.loads(schema(name)))} - {"$schema"}
    assert [key for key in sorted(names) if f"`{key}`" not in FACTS_PAGE and f'"{key}"' not in FACTS_PAGE] == []


def test_what_two_schemas_share_is_the_same_in_both() -> None:
    shared: dict[str, Any] = {}
    for name in SCHEMAS:
        for key, node in json.loads(schema(name))["$defs"].items():
            assert shared.setdefault(key, node) == node


def test_every_rule_stands_in_the_page_on_the_facts() -> None:
    source = Path(lettersmith.intake.__file__).parent
    texts = [file.read_text(encoding="utf-8") for file in sorted(source.glob("*.py"))]
    rules = {
        rule for text in texts for rule in re.findall(r'(?:Fault\(\s*"|Fault\("Facts\.|Remark\("Facts\.)(\w+)"', text)
    }
    assert len(rules) > 25
    assert [rule for rule in sorted(rules) if f"`Facts.{rule}`" not in FACTS_PAGE] == []


def test_there_is_no_other_schema() -> None:
    with pytest.raises(KeyError):
        schema("framework")
