"""The index finds what the plain patterns find: no more, no less, in the same places and with the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.style.plainly import run_plainly
from checks.style.rule_kit import REPLACE, book, rule
from lettersmith.catalogue.styles import read_styles
from lettersmith.checks.style import dialect
from lettersmith.checks.style.engine import run
from lettersmith.checks.style.index import VERSION
from lettersmith.checks.style.joined import Joined, piece_of
from lettersmith.checks.style.needs import needs
from lettersmith.checks.style.plan import key_of
from lettersmith.checks.style.spellings import spellings
from lettersmith.checks.style.table import table_of_book
from lettersmith.checks.style.worth import Need
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

HOME = Path(__file__).parents[3]
OURS = read_styles([HOME / "styles"])
TEXTS = [*sorted((HOME / "samples").glob("*/expected/**/*.txt"))[:8], *sorted((HOME / "docs").glob("*.md"))[:6]]
PLAIN = frozenset(("existence", "substitution", "occurrence", "repetition"))
"""Types whose units do not lean on each other."""


def facts(alerts: list[Alert]) -> list[tuple[object, ...]]:
    """What matters of each alert; of two in one place the first, as the engine does it."""
    first = {(a.rule.id, a.unit, a.start): a for a in reversed(alerts)}
    return sorted((*place, a.end, a.message, a.instead) for place, a in first.items())


def without_limits(rules: tuple[StyleRule, ...]) -> StyleBook:
    kept = tuple(one._replace(limit=0) for one in rules if one.type in PLAIN)
    return book(*kept, accept=tuple(term for words in OURS.vocabularies for term in words.accept))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_our_styles_over_our_texts(path: Path) -> None:
    own = without_limits(OURS.rules)
    units = [Unit(text, "paragraph.text") for text in path.read_text(encoding="utf-8").split("\n\n")]
    assert facts(run(units, own)) == facts(run_plainly(units, own, PLAIN))


@pytest.mark.parametrize("one", [one for one in OURS.rules if one.type in PLAIN], ids=lambda one: one.id)
def test_our_styles_over_texts_made_of_their_own_words(one: StyleRule) -> None:
    """Each rule's spellings, run together, with and without capitals: where one ends and the next begins matters."""
    own = without_limits((one,))
    listed = [text for key in (*one.settings.get("swap", ()), *one.settings.get("tokens", ())) for text in _some(key)]
    text = " ".join(listed)
    units = [Unit(part, "paragraph.text") for part in (text[:4000], text[:4000].title(), "".join(listed)[:2000])]
    assert facts(run(units, own)) == facts(run_plainly(units, own, PLAIN))


def _some(key: object) -> list[str]:
    return list(spellings(str(key), 16) or ())[:4]


WORDS = st.sampled_from(
    [
        "a",
        "to",
        "order",
        "in",
        "plan",
        "Plan",
        "child",
        "children",
        "re",
        "naïve",
        "ſo",
        "x2",
        "İs",
        "7",
        "12:30",
        "2.5",
    ]
)
MARKS = st.sampled_from([" ", " ", " ", "-", ", ", ". ", "’", "\n", "", "  ", "²", "_"])
TOKENS = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" ", "-", r"\s+", r"[- ]", " ?", r"\w* ", ""]), inner).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        inner.map(lambda one: f"(?:{one})?s"),
        inner.map(lambda one: one + r"(?= \w)"),
        inner.map(lambda one: r"\b\d*" + one),
        inner.map(lambda one: r"\d{1,3}" + one),
        inner.map(lambda one: one + r" \d+"),
        inner.map(lambda one: one + r"[12]?[.:]?\d\d"),
        inner.map(lambda one: f"(?:{one} )+in"),
        inner.map(lambda one: f"(?<!to ){one}"),
        inner.map(lambda one: f"(?<=to ){one}"),
        inner.map(lambda one: f"(?<=[.a-z] ){one}"),
    ),
    max_leaves=4,
)
TEXT = st.lists(st.tuples(WORDS, MARKS).map("".join), max_size=25).map("".join)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    tokens=st.lists(TOKENS, min_size=1, max_size=6),
    texts=st.lists(TEXT, min_size=1, max_size=3),
    ignorecase=st.booleans(),
    nonword=st.booleans(),
    exceptions=st.lists(TOKENS, max_size=2),
    swap=st.booleans(),
)
def test_any_rules_over_any_text(
    tokens: list[str], texts: list[str], ignorecase: bool, nonword: bool, exceptions: list[str], swap: bool
) -> None:
    more: dict[str, Any] = {"ignorecase": ignorecase, "nonword": nonword, "exceptions": exceptions}
    one = (
        rule(
            "substitution",
            "%s|%s",
            swap={token: f"other {n}" for n, token in enumerate(tokens)},
            action=REPLACE,
            **more,
        )
        if swap
        else rule("existence", tokens=tokens, **more)
    )
    own = book(one)
    units = [Unit(text, "text") for text in texts]
    assert facts(run(units, own)) == facts(run_plainly(units, own, PLAIN))


@settings(max_examples=250, deadline=None)
@given(pattern=TOKENS, text=TEXT, fold=st.booleans())
def test_a_text_that_lacks_what_a_pattern_needs_holds_no_match(pattern: str, text: str, fold: bool) -> None:
    whole = ("(?i)" if fold else "") + rf"(?m)\b(?:{pattern})\b"
    if dialect.compile(whole).search(text):
        joined = Joined([Unit(text, "text")])
        for needed in needs(whole):
            assert any(holds(joined, need) for need in needed), needed


def holds(text: Joined, need: Need) -> bool:
    if need.beside not in text.shapes[0]:
        return False
    one = frozenset((need.text,))
    if need.kind in ("word", "exact"):
        return need.text in text.words(one, one)
    if need.kind == "pair":
        first, _, second = need.text.partition(" ")
        return bool(text.pairs(frozenset(((first, second),))))
    return bool(text.units_with_digits() if need.kind == "digit" else text.units_with(piece_of(need.text)))


NEEDS = {
    "a word": (r"\bassessments?\b", [["assessments", "assessment"]]),
    "two lists, both needed": (
        r"\b(?:holds|held) \w+ (?:discrepancy|oversight)\b",
        [["discrepancy", "oversight"], ["holds", "held"]],
    ),
    "a pair of common words": (r"\bthere is\b", [["there is"]]),
    "a pair, not the rarer of its words": (r"\bteam managers?\b", [["team managers", "team manager"]]),
    "a common word besides a rare one": (r"\b(?:make|made) \w+ oversight\b", [["oversight"], ["make", "made"]]),
    "a part of a word": (r"\b\w+tion\b", [["tion"]]),
    "digits, each as 0, with what stands beside them": (r"\d{1,2}:[0-5]\d(?!\d)", [["0:00"]]),
    "a word of digits and letters": (r"\b\d{1,2}(?:st|nd)\b", [["0st", "0nd", "00st", "00nd"]]),
    "a mark": (r"\w+!", [["!"]]),
    "a digit": (r"\d+", [[""]]),
    "what stands ahead": (r"\brisk(?= children\b)", [["risk children"]]),
    "what stands behind its beginning": (r"(?<=[.?] )\d{1,2}", [[". 0", "? 0"]]),
    "not what stands behind, further on": (r"\brisk (?<=high risk )of oversight\b", [["of oversight"]]),
    "not what must not": (r"\brisk(?! children\b)", [["risk"]]),
    "nothing that is sure": (r"\w*", []),
    "nothing in a set of letters": (r"[a-z]{3}", []),
}


@pytest.mark.parametrize(("pattern", "expected"), NEEDS.values(), ids=NEEDS)
def test_what_a_pattern_needs(pattern: str, expected: list[list[str]]) -> None:
    assert [[need.text for need in needed] for needed in needs(pattern)][: len(expected) or None] == expected


KEYS = {
    "its one word": ("Utilise", False, "utilise"),
    "its one word, with each digit as 0": ("24hr", False, "00hr"),
    "two words, not the common ones": ("as a matter of urgency", False, "of urgency"),
    "a word with its capital where capitals count": ("the Social Worker", True, "Worker"),
    "not a common word with its capital": ("In accordance with", True, "in accordance"),
}


@pytest.mark.parametrize(("phrase", "exact", "key"), KEYS.values(), ids=KEYS)
def test_by_what_a_phrase_is_found(phrase: str, exact: bool, key: str) -> None:
    assert key_of(phrase, exact) == key


def test_a_table_that_came_with_the_book_is_used() -> None:
    own = book(rule("existence", tokens=["very"]))
    table = table_of_book(own)
    table["words"]["quite"] = table["words"].pop("very")
    kept = StyleBook(own.rules, table=table, in_table=frozenset({"Test.Rule"}))
    assert run([Unit("very", "text")], kept) == []
    assert len(run([Unit("very", "text")], own)) == 1


@pytest.mark.parametrize(
    "change", [{"table": {"version": VERSION + 1}}, {"in_table": frozenset()}], ids=["another version", "another rule"]
)
def test_a_table_of_other_rules_is_not_used(change: dict[str, object]) -> None:
    own = book(rule("existence", tokens=["very"]))
    table = table_of_book(book(rule("existence", tokens=["quite"])))
    kept = StyleBook(own.rules, **{"table": table, **change})  # type: ignore[arg-type]
    assert len(run([Unit("very", "text")], kept)) == 1
