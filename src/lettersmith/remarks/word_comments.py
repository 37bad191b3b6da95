"""The part of a Word file that holds the words of its comments, and the parts that know more about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lettersmith.model.remark import Remark
from lettersmith.ooxml.comments import COMMENT, INITIALS, OUR_INITIALS, OUR_NAME, is_ours
from lettersmith.ooxml.gate import parse
from lettersmith.ooxml.names import AUTHOR, DATE, ID, REFERENCE, W14, W15, WORD, P, R, T, W
from lettersmith.remarks.word_copy import Copy

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
PARAGRAPH_ID = f"{W14}paraId"
ANSWERS = f"{W15}paraIdParent"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file can hold."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def comments_of(copy: Copy) -> Any:
    """The root of the comments, made if there is none. It will be written anew."""
    name = copy.related("comments")
    if name:
        return copy.change(name)
    root = parse(f'<w:comments xmlns:w="{WORD}"/>'.encode(), copy.parts.file)
    copy.add("comments", CONTENT_TYPE, root)
    return root


def first_free(copy: Copy, comments: Any) -> int:
    """A number above that of every comment, there or only called."""
    marks = (*comments.iter(COMMENT), *copy.tree(copy.main).iter(REFERENCE))
    used = [int(id) for mark in marks if (id := mark.get(ID, "")).isascii() and id.isdecimal() and len(id) < 10]
    return max(used, default=-1) + 1


def write_comment(comments: Any, id: str, remark: Remark, where: str, now: datetime) -> None:
    """Add one remark. `where` says what it belongs to, when it stands beside it."""
    signed = {ID: id, AUTHOR: OUR_NAME, DATE: now.strftime("%Y-%m-%dT%H:%M:%SZ"), INITIALS: OUR_INITIALS}
    comment = comments.makeelement(COMMENT, signed)
    for number, (text, bold) in enumerate(lines(remark, where)):
        paragraph = comments.makeelement(P)
        paragraph.append(properties(comments, f"{W}pPr", "spacing", {"before": "0", "after": "60", "line": "240"}))
        if not number:
            mark = comments.makeelement(R)
            mark.append(comments.makeelement(f"{W}annotationRef"))
            paragraph.append(mark)
        paragraph.append(run(comments, text, bold))
        comment.append(paragraph)
    comments.append(comment)


def lines(remark: Remark, where: str) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a comment, and whether each is bold: what, where, why, what to do, and whose rule it is."""
    yield f"{remark.level.in_words.capitalize()}: {remark.what}", True
    instead = " or ".join(f"“{words}”" for words in remark.instead)
    for text in (
        where,
        remark.why,
        f"Do this: {remark.do}" if remark.do else "",
        f"Instead: {instead}" if instead else "",
        " · ".join(part for part in (remark.rule, remark.source, remark.link) if part),
    ):
        if text:
            yield text, False


def run(maker: Any, text: str, bold: bool) -> Any:
    """Some words of a comment, of a size that fits a margin whatever the letter's is."""
    made = maker.makeelement(R)
    look = properties(maker, f"{W}rPr", "sz", {"val": "20"})
    if bold:
        look.insert(0, maker.makeelement(f"{W}b"))
    words = maker.makeelement(T, {SPACE: "preserve"})
    words.text = NOT_XML.sub("\ufffd", text)
    made.extend((look, words))
    return made


def properties(maker: Any, name: str, property: str, values: dict[str, str]) -> Any:
    """How a paragraph or run looks: one property with its values."""
    made = maker.makeelement(name)
    made.append(maker.makeelement(f"{W}{property}", {f"{W}{key}": value for key, value in values.items()}))
    return made


def take_out(copy: Copy) -> set[str]:
    """Take our comments out of all the parts that know them, and give their ids."""
    name = copy.related("comments")
    root = copy.tree(name)
    ours = [] if root is None else [comment for comment in root.iter(COMMENT) if is_ours(comment)]
    if not ours:
        return set()
    copy.changed.add(name)
    known_as = {id for comment in ours for paragraph in comment.iter(P) if (id := paragraph.get(PARAGRAPH_ID))}
    for comment in ours:
        comment.getparent().remove(comment)
    forget(copy, known_as)
    return {comment.get(ID, "") for comment in ours}


def forget(copy: Copy, known_as: set[str]) -> None:
    """Take comments out of the parts that know their threads, their lasting ids and their authors.

    Each of these parts knows a comment by the id of its last paragraph. An answer that a person gave to one of our
    comments stays, as a comment of its own.
    """
    ids = entries(copy, "commentsIds")
    durable = {local(entry, "durableId") for entry in ids if local(entry, "paraId") in known_as}
    remove(copy, "commentsExtended", "paraId", known_as)
    remove(copy, "commentsIds", "paraId", known_as)
    remove(copy, "commentsExtensible", "durableId", durable)
    remove(copy, "people", "author", {OUR_NAME})
    for answer in entries(copy, "commentsExtended"):
        if answer.get(ANSWERS) in known_as:
            del answer.attrib[ANSWERS]
            copy.changed.add(copy.related("commentsExtended"))


def entries(copy: Copy, kind: str) -> list[Any]:
    """What stands in the part of a kind; nothing where there is none."""
    root = copy.tree(copy.related(kind))
    return [] if root is None else list(root)


def remove(copy: Copy, kind: str, attribute: str, values: set[str]) -> None:
    """Take out of the part of a kind what has one of some values."""
    for entry in entries(copy, kind):
        if local(entry, attribute) in values:
            entry.getparent().remove(entry)
            copy.changed.add(copy.related(kind))


def drop_empty(copy: Copy) -> None:
    """Take out those of these parts that have nothing left."""
    for kind in ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"):
        name = copy.related(kind)
        if name in copy.changed and not len(copy.tree(name)):
            copy.remove(name)


def local(element: Any, name: str) -> str:
    """An attribute by its name alone: its namespace has changed with the years."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
