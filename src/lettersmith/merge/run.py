"""One letter in the making: the values it has printed so far, and what is wrong with its facts."""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark

if TYPE_CHECKING:
    from lettersmith.merge.values import Fact, Missing


REFERENCE = re.compile(r"(\.(?:inspectorate|agency|spoken_to|raised_by|person))\.\w+$")
"""What is asked of somebody whom the facts only point to: where nothing points, the pointer is what is missing."""


class Run:
    """What one letter has printed and lacks. One for each letter, never shared."""

    def __init__(self, document: str, lines: list[Origin], number_style: str = "words") -> None:
        self.document = document
        self.lines = lines
        self.number_style = number_style
        self.slots: list[tuple[Any, int]] = []
        self.remarks: dict[tuple[str, str, str], Remark] = {}
        self.sound: set[str] = set()
        """Texts that were looked at and can be printed as they are: many a fact is printed more than once."""

    def add(self, remark: Remark) -> None:
        """Keep a remark, once for each rule and place."""
        place = remark.place
        remark = remark._replace(what=remark.what[:1].upper() + remark.what[1:])
        self.remarks.setdefault((remark.rule, place.file, place.path or f"{place.line}{remark.what}"), remark)

    def gap(self, missing: Missing, line: int = -1) -> str:
        """Say that a fact is missing, and give the words that stand in its stead."""
        path = REFERENCE.sub(r"\1", missing.path)
        name = field_words(path, missing.name)
        reason = missing.value
        whose = owner_words(missing.owner)
        if reason is not None:
            state = {"unknown": "is not known", "not_applicable": "does not apply", "withheld": "is withheld"}
            what = f"{name}{whose} {state[reason.kind]}: {reason.reason}"
            do = "Put the value in, or use a document that can do without it."
        elif missing.path == "$":
            what, do = f"{name} cannot be read, and this document needs it.", f"Mend {missing.file} first."
        else:
            what = f"{name}{whose} is missing from {missing.file}." if missing.file else f"{name}{whose} is missing."
            do = (
                f"Put it into {missing.file}, then make the document again."
                if missing.file
                else "Put it into the facts."
            )
        self.add(
            Remark(
                "Gaps.Missing",
                Level.ERROR,
                what,
                self._place(missing, f"[missing: {name}]")._replace(path=path),
                self._needed(line),
                do,
            )
        )
        return f"[missing: {name}]"

    def empty(self, fact: Fact, line: int = -1) -> str:
        """Say that a fact is there but holds nothing to print."""
        name = field_words(fact.path)
        what = f"{name} is empty in {fact.origin.file}."
        do = "Fill it in, or say why it is not there: unknown, not applicable or withheld."
        self.add(
            Remark("Gaps.Missing", Level.ERROR, what, self._place(fact, f"[missing: {name}]"), self._needed(line), do)
        )
        return f"[missing: {name}]"

    def misused(self, fact: Fact, wanted: str) -> None:
        """Say that a fact is of another kind than the template needs."""
        what = f"{field_words(fact.path)} in {fact.origin.file} is {kind_words(fact)}, and the document needs {wanted}."
        do = "Correct the fact; if it is right, the template's owner must correct the template."
        self.add(Remark("Facts.WrongKind", Level.ERROR, what, self._place(fact), "It cannot be printed as it is.", do))

    def fault(self, rule: str, fact: Fact, what: str, why: str, do: str, text: str = "") -> None:
        """Any other error in a value, at its own place."""
        self.add(Remark(rule, Level.ERROR, what, self._place(fact, text), why, do))

    def _place(self, fact: Fact, text: str = "") -> Place:
        return Place.of(fact.origin, document=self.document, text=text[:200])

    def _needed(self, line: int) -> str:
        where = self.lines[line] if 0 <= line < len(self.lines) else None
        return f"The document uses it ({where.file}, line {where.line})." if where else "The document depends on it."


RUNNING: ContextVar[Run] = ContextVar("lettersmith-run")


def running() -> Run:
    """The letter in the making."""
    return RUNNING.get()


READY = 1024
MARKS = tuple([f"\ufdd0{number}\ufdd1" for number in range(READY)])
"""The marks of the first values that a letter prints: longer reports need more, few letters do."""


def slot(value: Any, line: int) -> str:
    """Take a printed value in, and give the mark that stands for it. What a macro has made is marks already."""
    if isinstance(value, str) and hasattr(value, "__html__"):
        return value
    slots = RUNNING.get().slots
    slots.append((value, line))
    number = len(slots) - 1
    return MARKS[number] if number < READY else f"\ufdd0{number}\ufdd1"


def owner_words(owner: Any) -> str:
    """Whose fact it is, where the facts name its owner."""
    if isinstance(owner, dict):
        for key in ("name", "post", "id"):
            if isinstance(owner.get(key), str) and owner[key].strip():
                return f" ({owner[key].strip()[:60]})"
    return ""


def field_words(path: str, root: str = "") -> str:
    """The path of a fact in words: `$.findings[3].reply_by` is "finding 4, reply by"."""
    words = [] if not root or root in {"inspection", "judgements"} else [root]
    for key in path.removeprefix("$").removeprefix(".").split("."):
        name, *indexes = re.split(r"[\[\]]+", key)
        name = name.replace("_", " ").replace("-", " ")
        number = " ".join(str(int(index) + 1) for index in indexes if index.isdigit())
        if number:
            name = f"{singular(name)} {number}".strip()
        if name:
            words.append(name)
    return ", ".join(words) or root or "a fact"


def singular(word: str) -> str:
    """One of a list: `findings` is "finding"."""
    irregular = {
        "people": "person",
        "addressees": "addressee",
        "copies": "copy",
        "agencies": "agency",
        "bodies": "body",
    }
    return irregular.get(word, word[:-1] if word.endswith("s") and not word.endswith("ss") else word)


def kind_words(fact: Fact) -> str:
    """What a fact is, in words."""
    value = fact.value
    names = {
        bool: "a yes or no",
        str: "a text",
        int: "a number",
        float: "a number",
        dict: "a group of facts",
        list: "a list",
    }
    return names.get(type(value), "a long text" if hasattr(value, "blocks") else "a list")
