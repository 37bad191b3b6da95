"""Web pages from anywhere: what is words, what is not, and on which line each stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lettersmith.model.manuscript import Block, block_text
from lettersmith.reading.html import read


def shown(block: Block) -> str:
    """A block as one line: kind, level, marker and number, parts, words."""
    label = f"{block.kind}{block.level or ''}{block.marker[:1]}{block.number or ''}"
    return " ".join([label, *(f"({part})" for part in block.parts), repr(block_text(block))])


CASES = {
    "paragraphs and headings": ("<h1>A</h1><p>b</p><h3>C</h3>", ["heading1 'A'", "paragraph 'b'", "heading3 'C'"]),
    "white space is single": ("<p> a\n  b\t<b> c</b> </p>", ["paragraph 'a b c'"]),
    "a no-break space stays": ("<p>a&nbsp;b</p>", ["paragraph 'a\\xa0b'"]),
    "a line break": ("<p>a<br>b<br/>c</p>", ["paragraph 'a\\nb\\nc'"]),
    "entities": ("<p>a &lt;b&gt; &amp; &eacute; &#8217; AT&T</p>", ["paragraph 'a <b> & é ’ AT&T'"]),
    "words outside any paragraph": ("a<p>b</p>c", ["paragraph 'a'", "paragraph 'b'", "paragraph 'c'"]),
    "paragraphs left open": ("<p>a<p>b<h2>c</h2>", ["paragraph 'a'", "paragraph 'b'", "heading2 'c'"]),
    "items left open": (
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
        ["item1b 'a'", "item1b 'b'", "item2b 'c'", "item1b 'd'"],
    ),
    "a tag closed that was never open": ("<p>a</b></div>b</p>", ["paragraph 'ab'"]),
    "numbers from start and value": (
        '<ol start="4"><li>a<li>b<li value="9">c</ol>',
        ["item1n4 'a'", "item1n5 'b'", "item1n9 'c'"],
    ),
    "a further paragraph of an item": ("<ul><li><p>a</p><p>b</p></li></ul>", ["item1b 'a'", "item1 'b'"]),
    "scripts, styles and hidden words": (
        "<head><title>t</title><style>x</style></head><script>'<p>'</script><p hidden>h</p><template>t</template>a",
        ["paragraph 'a'"],
    ),
    "a comment": ("<p>a<!-- b -->c</p>", ["paragraph 'ac'"]),
    "a table": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>",
        ["table 'A\\tB\\n1\\t2\\n3'"],
    ),
    "a table left open": ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["table '1\\t2\\n3\\t4'"]),
    "a caption": ("<table><caption>C</caption><tr><td>1</td></tr></table>", ["paragraph 'C'", "table '1'"]),
    "a table for layout": (
        '<table role="presentation"><tr><td><p>a</p></td><td>b</td></tr></table>',
        ["paragraph 'a'", "paragraph 'b'"],
    ),
    "a table around a table": (
        "<table><tr><td>a<table><tr><td>1</td></tr></table></td></tr></table>",
        ["paragraph 'a'", "table '1'"],
    ),
    "a quote": ("<blockquote><p>She said</p></blockquote>", ["paragraph (quote) 'She said'"]),
    "typed text": ("<pre>a\n  b</pre>", ["paragraph (code) 'a\\n  b'"]),
    "our own parts": (
        '<div class="address"><p>a</p></div><div class="other">b</div>',
        ["paragraph (address) 'a'", "paragraph 'b'"],
    ),
    "a picture says its words": ('<p>See <img src="m.png" alt="the map">.</p>', ["paragraph 'See the map.'"]),
    "a rule": ("<p>a</p><hr>", ["paragraph 'a'", "rule ''"]),
    "a list of terms": (
        "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        ["paragraph 'a'", "paragraph 'b'", "paragraph 'c'", "paragraph 'd'"],
    ),
    "a button of words": ("<p>a <span>b</span><button>c</button></p>", ["paragraph 'a bc'"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_blocks(source: str, expected: list[str]) -> None:
    assert [shown(block) for block in read(source, "page.html").blocks] == expected


PAGE = """\
<!DOCTYPE html>
<html lang="cy"><head><title>A
title</title>
<style>
p { color: red }
</style></head>
<body><h1>WORD7 <b
class="x">WORD8</b>
</h1><p>WORD9
WORD10 &#10; WORD10b <br>
<!-- two
lines -->WORD12
<ul><li
>WORD14
</li></ul><table><tr><td>WORD15
WORD16</td></tr></table>
<script>
"WORD"
</script>
<p>WORD20</body></html>
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_word_knows_its_line(line_end: str) -> None:
    made = read(PAGE.replace("\n", line_end), "page.html", first_line=101)
    spans = [span for block in made.blocks for text in block.texts() for span in text]
    found = {word: span.origin.line - 100 for span in spans for word in span.text.split()}
    assert found == {word: int(word.removeprefix("WORD").removesuffix("b")) for word in found}
    assert len(found) == PAGE.count("WORD") - 1


def test_language_and_title() -> None:
    made = read(PAGE, "page.html")
    assert (made.language, made.title, made.kind) == ("cy", "WORD7 WORD8", "page.html")
    assert read("<title>A\n b</title><p>c", "x.html").title == "A b"
    assert read("<p>c", "x.html").title == "x.html"


def test_header_and_footer_stand_outside_main() -> None:
    made = read("<header><p>h</p></header><main><header>m</header><p>a</p></main><footer>f</footer>", "x.html")
    assert [[block_text(block) for block in blocks] for blocks in (made.header, made.blocks, made.footer)] == [
        ["h"],
        ["m", "a"],
        ["f"],
    ]


def test_without_main_everything_is_body() -> None:
    made = read("<header>h</header><p>a</p><footer>f</footer>", "x.html")
    assert [block_text(block) for block in made.blocks] == ["h", "a", "f"]


def test_looks_and_links() -> None:
    (block,) = read('<p><strong>b</strong><i>c</i><a href=" https://e.org ">d<em>e</em></a>', "x.html").blocks
    assert [(span.text, span.bold, span.italic, span.link) for span in block.spans] == [
        ("b", True, False, ""),
        ("c", False, True, ""),
        ("d", False, False, "https://e.org"),
        ("e", False, True, "https://e.org"),
    ]


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "blockquote", "p"])
def test_elements_in_elements_without_end_are_read(tag: str) -> None:
    made = read(f"<{tag}>" * 20_000 + "words", "x.html")
    assert [block_text(block) for block in made.blocks] == ["words"]


PIECES = [*"ab &;/='\"\n!->", "<", "</", "<p", "<li", "<td", "<table", "<tr", "<ul", "<br", "<a", "<b"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_anything_can_be_read(pieces: list[str]) -> None:
    source = "".join(pieces)
    made = read(source, "x.html")
    lines = source.count("\n") + 1
    for block in made.blocks:
        assert all(1 <= span.origin.line <= lines for text in block.texts() for span in text if span.text != "\n")
