"""What a template may say in its tags: a list of what is allowed, so that everything else is refused."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from lettersmith.merge.filters import FILTERS, TESTS
from lettersmith.merge.mending import mended_tree
from lettersmith.merge.source import refusal, segments
from lettersmith.model.remark import Remark

ALLOWED = frozenset({
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Include, nodes.Import,
    nodes.FromImport, nodes.Macro, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Add, nodes.Sub, nodes.Filter, nodes.Test, nodes.Call,
    nodes.Keyword,
})  # fmt: skip
FORBIDDEN_NAMES = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_WORDS: dict[type, str] = {
    nodes.CondExpr: "“… if … else …” inside a value",
    nodes.Extends: "“extends”",
    nodes.Block: "“block”",
    nodes.CallBlock: "“call”",
    nodes.FilterBlock: "“filter” around text",
    nodes.AssignBlock: "“set” around text",
    nodes.With: "“with”",
    nodes.ScopedEvalContextModifier: "“autoescape”",
    nodes.List: "a list in brackets",
    nodes.Tuple: "a list in brackets",
    nodes.Dict: "braces inside a tag",
    nodes.Slice: "a part of a text or list, “[a:b]”",
    nodes.NSRef: "a name with a dot after “set”",
    nodes.Mul: "“*”",
    nodes.Div: "“/”",
    nodes.FloorDiv: "“//”",
    nodes.Mod: "“%”",
    nodes.Pow: "“**”",
    nodes.Neg: "a minus sign before a value",
    nodes.Pos: "a plus sign before a value",
}
_DO = "docs/template-language.md lists all that tags can say."


def parsed(environment: Environment, source: str, name: str, file: str) -> tuple[nodes.Template | None, list[Remark]]:
    """The syntax tree of a text, and everything that keeps it from being read.

    Where tags cannot be read, the tree is that of the text without them, to look for other faults in the same run;
    None where there is no making sense of it.
    """
    try:
        return environment.parse(source, name), []
    except TemplateSyntaxError as error:
        tree, unpaired = mended_tree(environment, source, name)
        faults = {**unpaired, **dict(_each_tag(environment, source))} or {error.lineno: error.message or ""}
        return tree, [_syntax(file, line, faults[line], source) for line in sorted(faults)]


def _syntax(file: str, line: int, message: str, source: str) -> Remark:
    what = f"The tag on line {line} of {file} cannot be read: {message.rstrip('.')}."
    text = source.split("\n")[line - 1] if line <= source.count("\n") + 1 else ""
    return refusal("Syntax", file, line, what, f"Correct the tag. {_DO}", re.sub("[\ufdd0-\ufdd3]\\d*", "", text))


def _each_tag(environment: Environment, source: str) -> Iterator[tuple[int, str]]:
    """The tags that cannot be read even alone: Jinja itself stops at the first."""
    for segment in segments(source):
        text = segment.text
        opener = re.match(r"\{%\s*(if|elif|for|set|include|import|from)\b", text)
        if segment.kind == "block" and opener:
            text = text.replace("elif", "if", 1) if opener[1] == "elif" else text
            text += {"if": "{% endif %}", "elif": "{% endif %}", "for": "{% endfor %}"}.get(opener[1], "")
        elif segment.kind != "slot":
            continue
        try:
            environment.parse(text)
        except TemplateSyntaxError as error:
            yield segment.line + error.lineno - 1, error.message or ""


def faults(tree: nodes.Template, file: str, texts: Collection[str]) -> Iterator[Remark]:
    """Everything in a syntax tree that the template language does not know."""
    refused: set[int] = set()
    line = 1
    for node in tree.find_all(nodes.Node):
        line = node.lineno or line  # nodes that Jinja makes up have none
        what = _fault(node, texts)
        if what and line not in refused:
            refused.add(line)
            yield refusal("Language", file, line, f"Line {line} of {file}: {what}", _DO)


def _fault(node: nodes.Node, texts: Collection[str]) -> str:
    if type(node) not in ALLOWED:
        return f"{_WORDS.get(type(node), type(node).__name__)} is not part of the template language."
    check = _CHECKS.get(type(node))
    return check(node, texts) if check else ""


def _name(node: nodes.Name, _: Collection[str]) -> str:
    return f"“{node.name}” is not a name that a template can use." if node.name in FORBIDDEN_NAMES else ""


def _attribute(node: nodes.Getattr, _: Collection[str]) -> str:
    return f"“.{node.attr}” is not a fact." if node.attr.startswith("_") else ""


def _item(node: nodes.Getitem, _: Collection[str]) -> str:
    fixed = isinstance(node.arg, nodes.Const) and type(node.arg.value) in (int, str)
    if fixed and not str(node.arg.value).startswith("_"):  # type: ignore[attr-defined]
        return ""
    return "only a number or a name in quotation marks can stand in square brackets."


def _filter(node: nodes.Filter, _: Collection[str]) -> str:
    return _called(FILTERS, "filter", node)


def _test(node: nodes.Test, _: Collection[str]) -> str:
    return _called(TESTS, "test", node)


def _called(known: Mapping[str, Callable[..., object]], kind: str, node: nodes.Filter | nodes.Test) -> str:
    if node.name not in known:
        return f"there is no {kind} “{node.name}”; there are {', '.join(sorted(known))}."
    if node.dyn_args or node.dyn_kwargs or node.kwargs:
        return f"the {kind} “{node.name}” takes plain values only."
    try:
        inspect.signature(known[node.name]).bind(None, *node.args)
    except TypeError:
        return f"the {kind} “{node.name}” has too many or too few values in its brackets."
    return ""


def _call(node: nodes.Call, _: Collection[str]) -> str:
    callee = node.node
    if node.dyn_args or node.dyn_kwargs:
        return "a macro takes plain values only."
    if isinstance(callee, nodes.Name) or (isinstance(callee, nodes.Getattr) and isinstance(callee.node, nodes.Name)):
        return ""
    return "only macros can be called."


def _for(node: nodes.For, _: Collection[str]) -> str:
    if node.recursive:
        return "a loop cannot call itself."
    return "" if isinstance(node.target, nodes.Name) else "a loop has one name: {% for x in list %}."


def _assign(node: nodes.Assign, _: Collection[str]) -> str:
    return "" if isinstance(node.target, nodes.Name) else "“set” gives a value to one name."


def _include(node: nodes.Include, texts: Collection[str]) -> str:
    if node.ignore_missing or not node.with_context:
        return "“include” takes the name of a text, and nothing more."
    return _named(node.template, texts)


def _import(node: nodes.Import | nodes.FromImport, texts: Collection[str]) -> str:
    return _named(node.template, texts)


def _named(template: nodes.Expr, texts: Collection[str]) -> str:
    if not isinstance(template, nodes.Const) or not isinstance(template.value, str):
        return "the name of a text must stand in quotation marks."
    if template.value in texts:
        return ""
    return f"there is no text “{template.value}”; there are {', '.join(sorted(texts)) or 'none'}."


_CHECKS: dict[type, Callable[..., str]] = {
    nodes.Name: _name,
    nodes.Getattr: _attribute,
    nodes.Getitem: _item,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Call: _call,
    nodes.For: _for,
    nodes.Assign: _assign,
    nodes.Include: _include,
    nodes.Import: _import,
    nodes.FromImport: _import,
}
