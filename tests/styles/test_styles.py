"""The built-in styles: every rule says why and who says so, and its own examples hold."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml

from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import OFF, StyleBook, StyleRule
from lettersmith.reading import manuscript_of
from lettersmith.tasks.styling import book_at, failures, style_remarks
from lettersmith.workspace import builtin

STYLES = builtin("styles")
HERE = Path(__file__).parent
LISTS = frozenset(("existence", "substitution"))
"""Types of rules that are lists of entries."""
LEAST_ENTRIES = 1_200

SHAPES = frozenset(
    (
        "HouseStyle.Capitals",
        "HouseStyle.CapitalsBodies",
        "HouseStyle.CapitalsForWeight",
        "HouseStyle.Compounds",
        "HouseStyle.ListEnds",
        "HouseStyle.Names",
        "HouseStyle.Splice",
        "PlainEnglish.HiddenVerb",
        "PlainEnglish.NounStack",
        "PlainEnglish.ThereIs",
    )
)
"""Rules that look at how words are written or joined, whichever they are: they may stand beside an entry."""


@cache
def book() -> StyleBook:
    """The built-in styles."""
    return book_at(HERE)


def rules() -> tuple[StyleRule, ...]:
    """Their rules: what `reject.txt` of a vocabulary makes has no file of its own."""
    return tuple(rule for rule in book().rules if rule.id.partition(".")[0] != "Vale")


def entries(rule: StyleRule) -> tuple[str, ...]:
    """The patterns that a list is made of."""
    return (*rule.settings.get("swap", {}), *rule.settings.get("tokens", ()))


@cache
def notes(id: str) -> dict[str, Any]:
    """What stands beside a rule, as its file has it."""
    style, _, name = id.partition(".")
    text = (STYLES / style / "tests" / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def patterns(id: str) -> tuple[Any, ...]:
    """The entries of a rule, compiled one by one."""
    rule = next(rule for rule in rules() if rule.id == id)
    flags = regex.V1 | regex.MULTILINE | (regex.IGNORECASE if rule.settings.get("ignorecase") else 0)
    whole = rule.settings.get("nonword", False)
    return tuple(regex.compile(one if whole else rf"\b(?:{one})\b", flags) for one in entries(rule))


def on(rule: StyleRule) -> frozenset[str]:
    """The audiences for which a rule is on."""
    levels = notes(rule.id).get("levels", {})
    return frozenset(one for one in AUDIENCES if levels.get(one, rule.level) != OFF)


def said(text: str, audience: str) -> tuple[Remark, ...]:
    """What the styles say of some text."""
    manuscript = replace(manuscript_of(text.encode("utf-8"), "text.md"), audience=audience)
    return style_remarks(manuscript, book())


def brief(remarks: tuple[Remark, ...], *levels: Level) -> list[tuple[str, str]]:
    """Rule and words of the remarks of some levels; of all levels where none is named."""
    return [(one.rule, one.place.text) for one in remarks if not levels or one.level in levels]


def ids() -> list[str]:
    """Every rule's id, for the tables."""
    return [rule.id for rule in rules()]


def rule_of(id: str) -> StyleRule:
    """The rule of an id."""
    return next(rule for rule in rules() if rule.id == id)


def test_nothing_in_the_styles_is_refused() -> None:
    assert [remark.what for remark in book().refused] == []


@pytest.mark.parametrize("id", ids())
def test_every_rule_says_why_and_who_says_so_and_has_examples(id: str) -> None:
    beside = notes(id)
    assert beside["why"].strip() and beside["source"].strip()
    assert len(beside["hits"]) >= 2 and len(beside["passes"]) >= 2
    assert beside["headwords"] >= 1


@pytest.mark.parametrize("id", ids())
def test_every_example_is_judged_as_it_should_be(id: str) -> None:
    assert list(book().notes[id].hits) == notes(id)["hits"], "the examples that are tried are those of the file"
    assert list(failures(book(), rule_of(id))) == []


@pytest.mark.parametrize("id", [id for id in ids() if id.startswith(("PlainEnglish.", "Children."))])
def test_every_entry_of_a_list_has_an_example(id: str) -> None:
    sentences = notes(id)["hits"]
    without = [one.pattern for one in patterns(id) if not any(one.search(sentence) for sentence in sentences)]
    assert without == []


def test_there_are_at_least_1_200_entries_and_none_is_counted_twice() -> None:
    count = {rule.id: notes(rule.id)["headwords"] for rule in rules()}
    ours = {id: number for id, number in count.items() if id.startswith(("PlainEnglish.", "Children."))}
    too_many = {id: number for id, number in ours.items() if number > max(1, len(entries(rule_of(id))))}
    assert too_many == {}
    assert sum(count.values()) >= LEAST_ENTRIES
    assert sum(ours.values()) >= LEAST_ENTRIES


def test_no_words_draw_two_lists_for_one_reader() -> None:
    lists = [rule for rule in rules() if rule.type in LISTS and rule.id not in SHAPES]
    twice = [
        (rule.id, other.id, words.group())
        for rule, words, sentence in _first_hits(lists)
        for other in lists
        if other.id > rule.id
        and on(rule) & on(other)
        and _same_kinds(rule, other)
        and any(one.fullmatch(sentence, words.start(), words.end()) for one in patterns(other.id))
        and _both_draw(rule, other, sentence, words.group())
    ]
    assert sorted(set(twice)) == []


def _first_hits(lists: list[StyleRule]) -> Iterator[tuple[StyleRule, Any, str]]:
    for rule in lists:
        for one in patterns(rule.id):
            for sentence in notes(rule.id)["hits"]:
                if words := one.search(sentence):
                    yield rule, words, sentence
                    break


def _same_kinds(rule: StyleRule, other: StyleRule) -> bool:
    """Whether two rules can meet in one document: neither is for other kinds or parts than the other."""
    one, two = notes(rule.id), notes(other.id)
    return all(not one.get(key) or not two.get(key) or set(one[key]) & set(two[key]) for key in ("kinds", "parts"))


def _both_draw(rule: StyleRule, other: StyleRule, sentence: str, words: str) -> bool:
    audience = sorted(on(rule) & on(other))[0]
    drawn = {(one.rule, one.place.text) for one in said(sentence, audience)}
    return {(rule.id, words), (other.id, words)} <= drawn


EXCEPTIONS = {
    "foster carer": "Her foster carer came to the school.",
    "foster carers": "Foster carers came to the school.",
    "key person": "The key person met him at the door.",
    "key stage": "He is at key stage 2.",
    "good progress": "He makes good progress.",
    "special educational needs": "She has special educational needs.",
    "serious case review": "There was a serious case review.",
    "child protection conference": "There was a child protection conference.",
    "Keeping children safe in education": "They read Keeping children safe in education.",
    "Ofsted": "Ofsted came to the school.",
    "SENCo": "The SENCo came to the school.",
    "HMI": "She is one of HMI.",
}


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("term", EXCEPTIONS)
def test_terms_of_the_domain_pass_for_every_reader(term: str, audience: str) -> None:
    about = [remark for remark in said(EXCEPTIONS[term], audience) if remark.place.text.lower() in term.lower()]
    assert brief(tuple(about)) == []


BRITISH = (
    "The colour of the centre is grey, and the theatre is near the harbour.",
    "We practise our skills at the practice, and the licence lets them license it.",
    "They fulfil the rules and enrol in the programme.",
    "She travelled by aeroplane, cancelled a cheque and labelled the catalogue.",
    "He is a skilful jeweller, and his favourite neighbour lives in the storey above.",
    "The judgement on ageing, defence and the tyre at the kerb was kind.",
    "Mum learnt to cook, spelt it right and dreamt of the moulded jewellery.",
    "We recognise, organise and apologise, and we analyse the plan.",
)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sentence", BRITISH)
def test_british_spelling_is_never_flagged(sentence: str, audience: str) -> None:
    plain = {"practise", "practice", "skills", "programme", "recognise", "analyse", "licence", "license"}
    about_spelling = [one for one in said(sentence, audience) if one.rule.startswith(("HouseStyle.", "Consistency."))]
    others = [one for one in said(sentence, audience) if one.level is Level.ERROR and one.place.text not in plain]
    assert brief((*about_spelling, *others)) == []


@pytest.mark.parametrize("file", sorted((HERE / "good").glob("*.md")), ids=lambda file: str(file.stem))
def test_good_modern_letters_draw_no_error_and_at_most_one_warning(file: Path) -> None:
    remarks = said(file.read_text(encoding="utf-8"), file.stem.partition("-")[0])
    assert brief(remarks, Level.ERROR) == []
    assert len(brief(remarks, Level.WARNING)) <= 1


def audiences_of_kinds() -> dict[str, str]:
    """Kind of document to its reader."""
    files = builtin("templates").glob("*/*/*/template.toml")
    return {file.parent.parent.name: tomllib.loads(file.read_text(encoding="utf-8"))["audience"] for file in files}


def made() -> Iterator[tuple[Path, str]]:
    """Every expected document of the samples with its reader."""
    readers = audiences_of_kinds()
    for file in sorted(builtin("samples").glob("*/expected/*.txt")):
        kind = max((kind for kind in readers if f"-{kind}-" in file.name), key=len)
        yield file, readers[kind]


@pytest.mark.parametrize(("file", "audience"), list(made()), ids=lambda one: one.stem if isinstance(one, Path) else one)
def test_what_our_own_templates_say_draws_no_error(file: Path, audience: str) -> None:
    manuscript = replace(manuscript_of(file.read_bytes(), file.name), audience=audience)
    assert brief(style_remarks(manuscript, book()), Level.ERROR) == []


def test_levels_are_gentler_the_more_the_reader_knows() -> None:
    weight = {"error": 3, "warning": 2, "suggestion": 1, OFF: 0}
    steeper = []
    for id in (id for id in ids() if id.startswith("PlainEnglish.")):
        levels = notes(id).get("levels", {})
        if {"public", "staff", "professionals"} <= levels.keys():
            found = [weight[levels[one]] for one in ("families", "public", "staff", "professionals")]
            if found != sorted(found, reverse=True) and id not in GENTLER_FOR_FAMILIES:
                steeper.append((id, found))
    assert steeper == []


GENTLER_FOR_FAMILIES = frozenset(("PlainEnglish.ThereIs", "PlainEnglish.Weak"))
"""Off for families: a letter to a family is spoken, and "there is" and "really" are how people speak."""


def test_names_of_styles_are_those_of_the_handbook() -> None:
    styles = Counter(id.partition(".")[0] for id in ids())
    assert set(styles) == {
        "Children", "Consistency", "HouseStyle", "Judgement", "Letters", "PlainEnglish", "Readability",
    }  # fmt: skip
