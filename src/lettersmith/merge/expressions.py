"""What the expressions of a template stand for: which facts they need, and in what words a condition is put."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import nodes

from lettersmith.merge.outline import Outline, Test
from lettersmith.merge.source import refusal
from lettersmith.model.remark import Remark


class Symbol(NamedTuple):
    """What a name or expression stands for."""

    kind: str
    """`fact`, `fixed`, `yesno`, `loop`, `made` (what a macro printed), `macro` or `module`."""
    words: str = ""
    paths: tuple[str, ...] = ()
    """The facts that it needs."""
    asked: tuple[str, ...] = ()
    """The facts that it only asks after."""
    content: Outline = ()
    macro: nodes.Macro | None = None
    file: str = ""
    scope: Mapping[str, Symbol] = MappingProxyType({})

    @property
    def every(self) -> tuple[str, ...]:
        """Needed and asked after."""
        return self.paths + self.asked


Scope = dict[str, Symbol]
COUNT = "|count()"


class Expressions:
    """The reading of expressions. `Walk` adds the tags, and the calls of macros."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self.roots: Scope = {name: Symbol("fact", name, (name,)) for name in roots}
        self.faults: dict[Remark, None] = {}
        self.file = ""

    def _called(self, node: nodes.Call, scope: Scope) -> Symbol:
        raise NotImplementedError

    def _fault(
        self, node: nodes.Node, what: str, do: str = "docs/template-language.md lists all that tags can say."
    ) -> None:
        told = f"Line {node.lineno} of {self.file}: {what}"
        self.faults[refusal("Language", self.file, node.lineno, told, do)] = None

    def _condition(self, node: nodes.Node, scope: Scope) -> Symbol:
        symbol = self._value(node, scope)
        if symbol.kind not in {"fact", "fixed", "yesno"}:
            self._fault(node, "this cannot be asked.")
        return symbol

    def _test(self, node: nodes.Node, scope: Scope) -> Test:
        words = self._value(node, scope).words
        if isinstance(node, nodes.Not):
            return Test("not", words, (self._test(node.node, scope),))
        if isinstance(node, nodes.And | nodes.Or):
            return Test(
                type(node).__name__.lower(), words, (self._test(node.left, scope), self._test(node.right, scope))
            )
        if words.startswith("not (") and isinstance(node, nodes.Compare):
            return Test("not", words, (Test("atom", words[5:-1]),))
        return Test("atom", words.removesuffix(COUNT))

    def _value(self, node: nodes.Node, scope: Scope) -> Symbol:
        find = _VALUES.get(type(node))
        return find(self, node, scope) if find is not None else Symbol("fixed", "?")

    def _name(self, node: nodes.Name, scope: Scope) -> Symbol:
        found = scope.get(node.name)
        if found is None:
            known = ", ".join(sorted(self.roots))
            self._fault(
                node,
                f"the name “{node.name}” is not known.",
                f"Use one of {known}, or a name that this text sets above.",
            )
            return Symbol("fixed", "?")
        return found

    def _const(self, node: nodes.Const, scope: Scope) -> Symbol:
        return Symbol("fixed", repr(node.value))

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Symbol:
        return self._child(node, self._value(node.node, scope), node.attr)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Symbol:
        return self._child(
            node, self._value(node.node, scope), node.arg.value if isinstance(node.arg, nodes.Const) else "?"
        )

    def _child(self, node: nodes.Node, parent: Symbol, key: object) -> Symbol:
        if parent.kind == "fact":
            tail = f"[{key}]" if isinstance(key, int) else f".{key}"
            return Symbol("fact", parent.words + tail, tuple(path + tail for path in parent.paths))
        if parent.kind == "loop":
            if key not in {"index", "first", "last", "length"}:
                self._fault(node, f"a loop has no “{key}”.", "It has index, first, last and length.")
            return Symbol("yesno" if key in {"first", "last"} else "fixed", f"loop.{key}")
        if parent.kind == "module":
            if key in parent.scope:
                return parent.scope[str(key)]
            self._fault(node, f"there is no macro “{key}”.")
        elif parent.words != "?":
            self._fault(node, f"“.{key}” stands behind something that has no parts.")
        return Symbol("fixed", "?")

    def _filter(self, node: nodes.Filter, scope: Scope) -> Symbol:
        inner = self._value(node.node, scope) if node.node is not None else Symbol("fixed")
        given = [self._value(one, scope) for one in node.args]
        if inner.kind not in {"fact", "fixed"} or any(one.kind not in {"fact", "fixed"} for one in given):
            self._fault(node, f"the filter “{node.name}” takes values only.")
        words = f"{inner.words}|{node.name}({','.join(one.words for one in given)})"
        paths = inner.paths
        if node.name == "joined":
            tail = f"[].{node.args[0].value}" if node.args and isinstance(node.args[0], nodes.Const) else "[]"
            paths = tuple(path + tail for path in paths)
        more = tuple(path for one in given for path in one.paths)
        return Symbol("fact" if paths else inner.kind, words, paths, inner.asked + more)

    def _is(self, node: nodes.Test, scope: Scope) -> Symbol:
        inner = self._value(node.node, scope)
        return Symbol("yesno", f"{inner.words} is {node.name}", (), inner.every)

    def _not(self, node: nodes.Not, scope: Scope) -> Symbol:
        inner = self._condition(node.node, scope)
        return inner._replace(kind="yesno", words=f"not ({inner.words})")

    def _and_or(self, node: nodes.And | nodes.Or, scope: Scope) -> Symbol:
        left, right = self._condition(node.left, scope), self._condition(node.right, scope)
        words = f"({left.words}) {type(node).__name__.lower()} ({right.words})"
        return Symbol("yesno", words, left.paths, left.asked + right.every)

    def _compare(self, node: nodes.Compare, scope: Scope) -> Symbol:
        parts = [self._value(node.expr, scope), *(self._value(one.expr, scope) for one in node.ops)]
        if any(part.kind not in {"fact", "fixed", "yesno"} for part in parts):
            self._fault(node, "what a macro prints cannot be compared.")
        words = parts[0].words + "".join(
            f" {one.op} {part.words}" for one, part in zip(node.ops, parts[1:], strict=True)
        )
        if len(node.ops) == 1:
            words = _compared(parts[0].words, node.ops[0].op, parts[1].words)
        return Symbol("yesno", words, *_needs(parts))

    def _concat(self, node: nodes.Concat, scope: Scope) -> Symbol:
        return self._together(node, [self._value(one, scope) for one in node.nodes], " ~ ")

    def _sum(self, node: nodes.Add | nodes.Sub, scope: Scope) -> Symbol:
        sign = " + " if isinstance(node, nodes.Add) else " - "
        return self._together(node, [self._value(node.left, scope), self._value(node.right, scope)], sign)

    def _together(self, node: nodes.Node, parts: list[Symbol], sign: str) -> Symbol:
        if any(part.kind not in {"fact", "fixed"} for part in parts):
            self._fault(node, "only values and words can be joined, not what a macro prints.")
        paths, asked = _needs(parts)
        return Symbol("fact" if paths else "fixed", sign.join(part.words for part in parts), paths, asked)

    def _call(self, node: nodes.Call, scope: Scope) -> Symbol:
        return self._called(node, scope)


def _compared(left: str, sign: str, right: str) -> str:
    """A comparison in words that are the same however it is put: `!=` is "not equal", `| count > 0` the list itself."""
    if left.endswith(COUNT) and (sign, right) in {("gt", "0"), ("ne", "0"), ("gteq", "1")}:
        return left.removesuffix(COUNT)
    if left.endswith(COUNT) and (sign, right) == ("eq", "0"):
        return f"not ({left.removesuffix(COUNT)})"
    if sign in {"ne", "notin"}:
        return f"not ({left} {'eq' if sign == 'ne' else 'in'} {right})"
    return f"{left} {sign} {right}"


def _needs(parts: list[Symbol]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    paths = tuple(dict.fromkeys(path for part in parts for path in part.paths))
    return paths, tuple(dict.fromkeys(path for part in parts for path in part.asked))


def either(one: Symbol | None, other: Symbol) -> Symbol:
    """What a name stands for that was set in several branches."""
    if one is None or one.kind not in {"fact", "fixed"} or other.kind not in {"fact", "fixed"}:
        return other
    paths, asked = _needs([one, other])
    return Symbol("fact" if paths else "fixed", f"{one.words} or {other.words}", paths, asked)


_VALUES: dict[type, Any] = {
    nodes.Name: Expressions._name,
    nodes.Const: Expressions._const,
    nodes.Getattr: Expressions._attribute,
    nodes.Getitem: Expressions._item,
    nodes.Filter: Expressions._filter,
    nodes.Test: Expressions._is,
    nodes.Not: Expressions._not,
    nodes.And: Expressions._and_or,
    nodes.Or: Expressions._and_or,
    nodes.Compare: Expressions._compare,
    nodes.Concat: Expressions._concat,
    nodes.Add: Expressions._sum,
    nodes.Sub: Expressions._sum,
    nodes.Call: Expressions._call,
}
