"""The one Jinja environment: strict, without globals, data only, and every printed value taken in as a slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import BaseLoader, Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lettersmith.merge.filters import FILTERS, TESTS
from lettersmith.merge.lines import Lines
from lettersmith.merge.origins import combined
from lettersmith.merge.run import running, slot
from lettersmith.merge.values import Fact, Leaf, Missing, bare

LOOP_FACTS = frozenset({"index", "first", "last", "length"})


class SlotGenerator(CodeGenerator):
    """Python code in which every printed value becomes a slot that knows its template line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.not_facts = {"loop"}

    def _line(self, node: nodes.Node) -> int:
        environment: Any = self.environment
        return int(environment.lines.number(environment.files.get(self.name, self.name), node.lineno))

    def write_commons(self) -> None:
        """Names that the code of every text uses."""
        super().write_commons()
        self.writeline("slot = environment.slot")

    def _make_finalize(self) -> Any:
        return self._FinalizeInfo(None, None)  # no `const`: nothing is printed at compile time

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("slot(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f", {self._line(node)})")

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802
        """`import`: what stands behind the name's dot is a macro."""
        self.not_facts.add(node.target)
        super().visit_Import(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`a.b`: of a fact without a detour."""
        if isinstance(node.node, nodes.Name) and node.node.name in self.not_facts:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".child({node.attr!r})")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """`a ~ b`: one value with several sources."""
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(f"), {self._line(node)})")


class Parsed(BaseLoader):
    """The texts of one template, from their syntax trees: nothing is read from a disk."""

    def __init__(self, trees: Mapping[str, nodes.Template]) -> None:
        self.trees = dict(trees)

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """One text as code."""
        code = environment.compile(self.trees[name], name, f"<{name}>")
        return environment.template_class.from_code(environment, code, globals or {})


class Data(ImmutableSandboxedEnvironment):
    """What a template can reach: facts, loops and macros; no attribute of any Python object."""

    code_generator_class = SlotGenerator

    def __init__(self, files: Mapping[str, str], lines: Lines) -> None:
        super().__init__(
            autoescape=True,
            optimized=False,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.slot = slot
        self.undefined = unknown_name  # type: ignore[assignment]
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self.filters.update(FILTERS)
        self.tests.update(TESTS)
        self.files = dict(files)
        self.lines = lines

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`, of data."""
        if isinstance(obj, Fact):
            return obj.child(attribute)
        if type(obj) is LoopContext and attribute in LOOP_FACTS:
            return getattr(obj, attribute)
        if type(obj) is TemplateModule and isinstance(macro := obj.__dict__.get(attribute), Macro):
            return macro
        raise SecurityError(f"“{attribute}” cannot be used here")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj["key"]` or `obj[0]`, of data."""
        if isinstance(obj, Fact) and type(argument) in (str, int):
            return obj.child(argument)
        raise SecurityError("only facts have parts")

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """`macro(…)`: nothing else can be called."""
        if not isinstance(obj, Macro):
            raise SecurityError("only macros can be called")
        return obj(*args, **kwargs)

    def concatenated(self, parts: tuple[Any, ...], line: int) -> Any:
        """`a ~ b ~ c`, keeping every source."""
        for part in parts:
            if isinstance(part, Missing):
                return part
            if (
                isinstance(part, Markup)
                or not isinstance(part, str | int | float | Leaf)
                or isinstance(bare(part), bool)
            ):
                if not isinstance(part, Fact):
                    raise SecurityError("“~” joins texts and numbers only")
                running().misused(part, "a text")
                return part
        text = "".join(str(bare(part)) for part in parts)
        own = () if all(isinstance(part, Fact) for part in parts) else (self.lines.origins[line],)
        origin = combined(*parts, *own)
        return text if origin is None else Leaf(text, origin.file, origin.path, origin)


def unknown_name(hint: Any = None, obj: Any = None, name: str = "", exc: Any = None) -> Fact:
    """What a name stands for that was never set, such as a `{% set %}` in a branch not taken."""
    return Missing(None, "", f"$.{name}", name="")
