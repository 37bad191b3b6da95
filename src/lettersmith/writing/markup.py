"""Blocks as HTML elements: what the web page and the HTML half of an email have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby, zip_longest

from lettersmith.model.manuscript import Block, Span, block_text, plain

ROLES = frozenset(
    {"date", "reference", "address", "subject", "greeting", "close", "signature", "copies", "contact"}
    | {"next-steps", "box", "notice"}
)
"""The parts of a template that a reader sees; the others only say which duty a part meets."""

Attributes = Callable[[str, str], str]
"""The attributes of an element by tag and role: empty, or text that begins with a space. Web pages give classes,
emails inline styles."""


def elements(blocks: Sequence[Block], attributes: Attributes) -> str:
    """Blocks as HTML, one element a line. Nothing of the words is left out, and nothing is added."""
    return "\n".join(_in_parts([block for block in blocks if _shows(block)], attributes, 0))


def inline(spans: Sequence[Span], attributes: Attributes) -> str:
    """Spans as HTML text, with bold, italic, links, line breaks and calls of footnotes."""
    return "".join(
        _call(span.note, attributes) if span.note else "".join(_linked(group, link, attributes))
        for link, together in groupby(spans, key=lambda span: span.link)
        for span, group in _runs(tuple(together))
    )


def note_list(notes: Sequence[tuple[Span, ...]], attributes: Attributes) -> str:
    """Footnotes as a numbered list, each with a link back to its call."""
    items = "\n".join(
        f'<li id="note-{number}"{attributes("li", "note")}>{inline(spans, attributes)} '
        f'<a role="doc-backlink" href="#note-call-{number}" aria-label="Back to the text"{attributes("a", "")}>↩</a>'
        "</li>"
        for number, spans in enumerate(notes, 1)
    )
    return (
        f'<section role="doc-endnotes" aria-label="Footnotes"{attributes("section", "notes")}>\n'
        f"<ol{attributes('ol', 'notes')}>\n{items}\n</ol>\n</section>"
    )


def _shows(block: Block) -> bool:
    calls = any(span.note for text in block.texts() for span in text)
    return block.kind == "rule" or calls or bool(block_text(block).strip())


def _in_parts(blocks: Sequence[Block], attributes: Attributes, depth: int) -> Iterator[str]:
    for role, together in groupby(blocks, key=lambda block: _role(block, depth)):
        group = list(together)
        if role:
            yield f"<div{attributes('div', role)}>"
            yield from _in_parts(group, attributes, depth + 1)
            yield "</div>"
        else:
            yield from _flow(group, attributes)


def _role(block: Block, depth: int) -> str:
    roles = _roles(block)
    return roles[depth] if depth < len(roles) else ""


def _roles(block: Block) -> list[str]:
    return [part for part in block.parts if part in ROLES]


def _flow(blocks: Sequence[Block], attributes: Attributes) -> Iterator[str]:
    for are_items, together in groupby(blocks, key=lambda block: block.kind == "item"):
        if are_items:
            yield from _lists(list(together), attributes)
        else:
            yield from (_element(block, attributes) for block in together)


def _element(block: Block, attributes: Attributes) -> str:
    if block.kind == "rule":
        return f"<hr{attributes('hr', '')}>"
    if block.kind == "table":
        return _table(block, attributes)
    tag = f"h{block.level}" if block.kind == "heading" else "p"
    role = _roles(block)[-1:]
    return f"<{tag}{attributes(tag, role[0] if role else '')}>{inline(block.spans, attributes)}</{tag}>"


def _lists(items: Sequence[Block], attributes: Attributes) -> Iterator[str]:
    """Items, flat as they are, as lists in lists."""
    open_lists: list[Block] = []
    """The item in hand of each list that is open, outermost first."""

    def end(deepest: int) -> Iterator[str]:
        while open_lists and open_lists[-1].level > deepest:
            yield f"</li></{_list_tag(open_lists.pop())}>"

    for item in items:
        yield from end(item.level)
        words = inline(item.spans, attributes)
        if not item.marker:
            yield f"<p{attributes('p', 'further')}>{words}</p>"
            continue
        before = open_lists[-1] if open_lists else None
        if before and before.level == item.level and not _same_list(before, item):
            yield from end(item.level - 1)
            before = None
        if before and before.level == item.level:
            open_lists.pop()
            value = f' value="{item.number}"' if item.number != before.number + 1 and item.number else ""
            yield f"</li><li{value}{attributes('li', '')}>{words}"
        else:
            tag = _list_tag(item)
            start = f' start="{item.number}"' if item.number > 1 else ""
            yield f"<{tag}{start}{attributes(tag, 'inner' if before else '')}><li{attributes('li', '')}>{words}"
        open_lists.append(item)
    yield from end(0)


def _list_tag(item: Block) -> str:
    return "ol" if item.marker == "number" else "ul"


def _same_list(one: Block, other: Block) -> bool:
    return (one.marker, one.run) == (other.marker, other.run)


def _table(block: Block, attributes: Attributes) -> str:
    """A table with column headings. Each cell is told its heading as its role, for pages that stack cells on phones."""
    head, *body = block.rows
    names = [" ".join(plain(cell).split()) for cell in head]
    columns = "".join(
        f'<th scope="col"{attributes("th", "")}>{inline(cell, attributes)}</th>'
        if name
        else f"<td{attributes('td', '')}></td>"
        for name, cell in zip(names, head, strict=True)
    )
    row_start = f"<tr{attributes('tr', '')}>"
    rows = "\n".join(
        row_start
        + "".join(
            f"<td{attributes('td', name or '')}>{inline(cell, attributes)}</td>"
            for name, cell in zip_longest(names[: len(row)], row)
        )
        + "</tr>"
        for row in body
    )
    return (
        f"<div{attributes('div', 'table')}><table{attributes('table', '')}>\n"
        f"<thead{attributes('thead', '')}>{row_start}{columns}</tr></thead>\n"
        f"<tbody{attributes('tbody', '')}>\n{rows}\n</tbody></table></div>"
    )


def _runs(spans: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Calls of footnotes alone, and the spans between them together."""
    for is_call, together in groupby(spans, key=lambda span: bool(span.note)):
        group = tuple(together)
        yield from ((span, ()) for span in group) if is_call else [(group[0], group)]


def _linked(spans: Sequence[Span], link: str, attributes: Attributes) -> Iterator[str]:
    if link:
        yield f'<a href="{escape(link)}"{attributes("a", "")}>'
    for (bold, italic), together in groupby(spans, key=lambda span: (span.bold, span.italic)):
        words = escape("".join(span.text for span in together), quote=False).replace("\n", "<br>")
        words = f"<em>{words}</em>" if italic else words
        yield f"<strong>{words}</strong>" if bold else words
    if link:
        yield "</a>"


def _call(number: int, attributes: Attributes) -> str:
    return (
        f'<sup><a role="doc-noteref" id="note-call-{number}" href="#note-{number}" '
        f'aria-label="Footnote {number}"{attributes("a", "call")}>{number}</a></sup>'
    )
