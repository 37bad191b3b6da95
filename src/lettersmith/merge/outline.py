"""The outline of a template: its words, slots, choices and loops, with includes and macros put in their places.

Walked once when a template is compiled. From it come the fields that a template uses, the proof that its Markdown holds
whatever the facts are, and whether its duties are met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from jinja2 import nodes

from lettersmith.merge.source import refusal
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark
from lettersmith.model.template import FieldUse


class Words(NamedTuple):
    """Fixed text, stamps included."""

    text: str


class Slot(NamedTuple):
    """A printed value: the facts that it is made of, and its template line."""

    fields: tuple[str, ...]
    origin: Origin


class Test(NamedTuple):
    """A condition in words that are the same wherever it means the same."""

    sign: str
    """`atom`, `not`, `and` or `or`."""
    words: str
    parts: tuple[Test, ...] = ()


class Branch(NamedTuple):
    """One way that a choice can go; `test` is None for `else`."""

    test: Test | None
    content: tuple[Any, ...]


class Choice(NamedTuple):
    """`if` … `elif` … `else`."""

    branches: tuple[Branch, ...]


class Loop(NamedTuple):
    """`for`: what is said for each, and what is said when there is none."""

    path: str
    each: tuple[Any, ...]
    none: tuple[Any, ...]


Outline = tuple[Any, ...]
"""Words, slots, choices and loops."""


@dataclass(frozen=True)
class Symbol:
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
    scope: Mapping[str, Symbol] = field(default_factory=dict)

    @property
    def every(self) -> tuple[str, ...]:
        """Needed and asked after."""
        return self.paths + self.asked


Scope = dict[str, Symbol]
COUNT = "|count()"


class Walk:
    """One walk through a template's syntax trees."""

    def __init__(self, trees: Mapping[str, nodes.Template], files: Mapping[str, str], roots: tuple[str, ...]) -> None:
        self.trees = trees
        self.files = files
        self.roots: Scope = {name: Symbol("fact", name, (name,)) for name in roots}
        self.fields: dict[FieldUse, None] = {}
        self.faults: dict[Remark, None] = {}
        self.file = ""
        self.depth = 0
        """Conditions and loops around; 0 where every letter passes."""
        self.inside: tuple[str, ...] = ()
        """Texts and macros around, so that none calls itself."""

    def text(self, name: str) -> Outline:
        """The outline of one text."""
        return self._text(name, dict(self.roots))

    def _text(self, name: str, scope: Scope) -> Outline:
        if name in self.inside:
            self._fault(nodes.Name(name, "load", lineno=0), f"“{name}” includes itself.")
            return ()
        if name not in self.trees:
            return ()
        around, file = self.inside, self.file
        self.inside, self.file = (*around, name), self.files[name]
        made = self._body(self.trees[name].body, scope)
        self.inside, self.file = around, file
        return made

    def _fault(
        self, node: nodes.Node, what: str, do: str = "docs/template-language.md lists all that tags can say."
    ) -> None:
        told = f"Line {node.lineno} of {self.file}: {what}"
        self.faults[refusal("Language", self.file, node.lineno, told, do)] = None

    def _use(self, symbol: Symbol, node: nodes.Node) -> None:
        for paths, always in ((symbol.paths, self.depth == 0), (symbol.asked, False)):
            for path in paths:
                if path != "loop":
                    self.fields.setdefault(FieldUse(path, self.file, node.lineno, always))

    def _body(self, body: list[nodes.Node], scope: Scope) -> Outline:
        made: list[Any] = []
        for node in body:
            visit = _VISITS.get(type(node))
            if visit is not None:
                made.extend(visit(self, node, scope))
        return tuple(made)

    def _output(self, node: nodes.Output, scope: Scope) -> Iterator[Any]:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                yield Words(child.data)
                continue
            symbol = self._value(child, scope)
            if symbol.kind == "made":
                yield from symbol.content
                continue
            if symbol.kind not in {"fact", "fixed"} or (
                isinstance(child, nodes.Const) and type(child.value) not in (str, int, float)
            ):
                self._fault(child, "only values and words can be printed, not a yes or no, a macro or nothing.")
            self._use(symbol, child)
            yield Slot(symbol.paths, Origin(self.file, child.lineno))

    def _if(self, node: nodes.If, scope: Scope) -> Iterator[Any]:
        branches: list[Branch] = []
        scopes: list[Scope] = []
        for number, one in enumerate([node, *node.elif_]):
            self.depth += number > 0
            self._use(self._condition(one.test, scope), one.test)
            self.depth -= number > 0
            branches.append(Branch(self._test(one.test, scope), self._inner(one.body, copy := dict(scope))))
            scopes.append(copy)
        if node.else_:
            branches.append(Branch(None, self._inner(node.else_, copy := dict(scope))))
            scopes.append(copy)
        for one_scope in scopes:
            for name, symbol in one_scope.items():
                if scope.get(name) is not symbol:
                    scope[name] = _either(scope.get(name), symbol) if name not in self.roots else symbol
        yield Choice(tuple(branches))

    def _inner(self, body: list[nodes.Node], scope: Scope) -> Outline:
        self.depth += 1
        made = self._body(body, scope)
        self.depth -= 1
        return made

    def _for(self, node: nodes.For, scope: Scope) -> Iterator[Any]:
        source = self._value(node.iter, scope)
        if source.kind != "fact":
            self._fault(node, "a loop goes through a list of facts.")
        self._use(source, node.iter)
        inner = dict(scope)
        path = source.paths[0] if source.paths else ""
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        inner[name] = Symbol("fact", f"{source.words}[]", tuple(f"{one}[]" for one in source.paths))
        inner["loop"] = Symbol("loop", "loop")
        if node.test is not None:
            self.depth += 1
            self._use(self._condition(node.test, inner), node.test)
            self.depth -= 1
        each = self._inner(node.body, inner)
        none = self._inner(node.else_, dict(scope)) if node.else_ else ()
        yield Loop(path, each, none)

    def _set(self, node: nodes.Assign, scope: Scope) -> Iterator[Any]:
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        if name in self.roots or name == "loop":
            self._fault(node, f"“{name}” is a name of the facts and cannot be set.")
        scope[name] = self._value(node.node, scope)
        return iter(())

    def _include(self, node: nodes.Include, scope: Scope) -> Iterator[Any]:
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        yield from self._text(name, dict(scope))

    def _module(self, node: nodes.Import | nodes.FromImport) -> Scope:
        """The macros of an imported text. It may hold nothing else: Jinja would drop its words in silence."""
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        scope: Scope = dict(self.roots) if node.with_context else {}
        for made in self._text(name, scope):
            if not isinstance(made, Words) or made.text.strip():
                self._fault(
                    node,
                    f"“{name}” holds words outside its macros, which would vanish.",
                    "Put them into a macro, or include the text.",
                )
                break
        return {key: symbol for key, symbol in scope.items() if symbol.kind == "macro"}

    def _import(self, node: nodes.Import, scope: Scope) -> Iterator[Any]:
        scope[node.target] = Symbol("module", scope=self._module(node))
        return iter(())

    def _from_import(self, node: nodes.FromImport, scope: Scope) -> Iterator[Any]:
        macros = self._module(node)
        for name in node.names:
            theirs, ours = (name, name) if isinstance(name, str) else name
            if theirs not in macros:
                self._fault(node, f"there is no macro “{theirs}”.")
            else:
                scope[ours] = macros[theirs]
        return iter(())

    def _macro(self, node: nodes.Macro, scope: Scope) -> Iterator[Any]:
        scope[node.name] = Symbol("macro", node.name, macro=node, file=self.file, scope=scope)
        return iter(())

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
        return replace(inner, kind="yesno", words=f"not ({inner.words})")

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
        found = self._value(node.node, scope)
        if found.macro is None:
            if found.words != "?":
                self._fault(node, "only macros can be called.")
            return Symbol("made")
        macro = found.macro
        given = [self._value(one, scope) for one in node.args]
        named = {one.key: self._value(one.value, scope) for one in node.kwargs}
        names = [one.name for one in macro.args]
        least = len(names) - len(macro.defaults)
        if (
            len(given) > len(names)
            or not set(named) <= set(names)
            or any(n not in named for n in names[len(given) : least])
        ):
            self._fault(node, f"the macro “{macro.name}” has too many or too few values in its brackets.")
        if f"macro {macro.name}" in self.inside:
            self._fault(node, f"the macro “{macro.name}” calls itself.")
            return Symbol("made")
        inner: Scope = dict(found.scope)
        for name, default in zip(names[least:], macro.defaults, strict=True):
            inner[name] = self._value(default, inner)
        inner.update(zip(names, given, strict=False))
        inner.update(named)
        around, file = self.inside, self.file
        self.inside, self.file = (*around, f"macro {macro.name}"), found.file
        content = self._body(macro.body, inner)
        self.inside, self.file = around, file
        return Symbol("made", content=content)


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


def _either(one: Symbol | None, other: Symbol) -> Symbol:
    """What a name stands for that was set in several branches."""
    if one is None or one.kind not in {"fact", "fixed"} or other.kind not in {"fact", "fixed"}:
        return other
    paths, asked = _needs([one, other])
    return Symbol("fact" if paths else "fixed", f"{one.words} or {other.words}", paths, asked)


_VISITS: dict[type, Any] = {
    nodes.Output: Walk._output,
    nodes.If: Walk._if,
    nodes.For: Walk._for,
    nodes.Assign: Walk._set,
    nodes.Include: Walk._include,
    nodes.Import: Walk._import,
    nodes.FromImport: Walk._from_import,
    nodes.Macro: Walk._macro,
}
_VALUES: dict[type, Any] = {
    nodes.Name: Walk._name,
    nodes.Const: Walk._const,
    nodes.Getattr: Walk._attribute,
    nodes.Getitem: Walk._item,
    nodes.Filter: Walk._filter,
    nodes.Test: Walk._is,
    nodes.Not: Walk._not,
    nodes.And: Walk._and_or,
    nodes.Or: Walk._and_or,
    nodes.Compare: Walk._compare,
    nodes.Concat: Walk._concat,
    nodes.Add: Walk._sum,
    nodes.Sub: Walk._sum,
    nodes.Call: Walk._call,
}
