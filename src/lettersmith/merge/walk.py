"""The walk through a template's syntax trees that makes its outline, and finds the facts that it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import nodes

from lettersmith.merge.expressions import Expressions, Scope, Symbol, either
from lettersmith.merge.outline import Branch, Choice, Loop, Outline, Slot, Words
from lettersmith.model.place import Origin
from lettersmith.model.template import FieldUse


class Walk(Expressions):
    """One walk through a template's syntax trees."""

    def __init__(self, trees: Mapping[str, nodes.Template], files: Mapping[str, str], roots: tuple[str, ...]) -> None:
        super().__init__(roots)
        self.trees = trees
        self.files = files
        self.fields: dict[FieldUse, None] = {}
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
                    scope[name] = either(scope.get(name), symbol) if name not in self.roots else symbol
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

    def _called(self, node: nodes.Call, scope: Scope) -> Symbol:
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
