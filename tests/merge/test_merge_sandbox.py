"""Known ways out of a Jinja template: none works, neither when it is compiled nor in a value."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError

from lettersmith.merge import lint, merge
from lettersmith.merge.compiled import compile_template
from lettersmith.merge.environment import Data
from lettersmith.merge.lines import Lines
from merge.letter_kit import roots, template

ESCAPES = [
    "''.__class__.__mro__[1].__subclasses__()",
    "().__class__.__base__.__subclasses__()",
    "inspection.__class__",
    "inspection['__class__']",
    "inspection.a.__class__.__init__.__globals__",
    "inspection.a['__init__']",
    "inspection | attr('__class__')",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "joiner.__init__.__globals__.os",
    "namespace.__init__.__globals__",
    "lipsum.__globals__['os'].popen('id').read()",
    "lipsum.__globals__.os",
    "dict.__base__.__subclasses__()",
    "range(10)",
    "range(999999999)",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self",
    "config",
    "request.application.__globals__",
    "url_for.__globals__",
    "get_flashed_messages.__globals__",
    "'%s' | format('x')",
    "'{0.__class__}' | format(inspection)",
    "'{0.__class__.__init__.__globals__}'.format(inspection)",
    "'x'.format",
    "inspection.a.format_map(inspection)",
    "inspection.a.upper()",
    "inspection.items()",
    "inspection.a.replace('a', 'b')",
    "[] | map(attribute='__class__')",
    "inspection | tojson",
    "inspection.a | safe",
    "inspection.a | xmlattr",
    "inspection | list",
    "loop.__class__",
    "caller()",
    "varargs",
    "kwargs",
    "inspection.a | pprint",
    "(inspection.a).__len__()",
    "'a' * 999999999",
    "2 ** 999999",
    "'x' % inspection",
    "[x for x in inspection]",
    "lambda: 1",
    "__import__('os')",
    "inspection[inspection.a]",
    "{}.__class__",
    "inspection.a[::-1]",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_an_escape_in_a_template_is_refused(escape: str) -> None:
    assert lint(template(f"# T\n\n{{{{ {escape} }}}}")) != ()
    assert lint(template(f"# T\n\n{{% if {escape} %}}x{{% endif %}}")) != ()


STATEMENTS = [
    "{% import 'os' as os %}",
    "{% include '/etc/passwd' %}",
    "{% include '../../secret.md' %}",
    "{% extends 'x' %}",
    "{% set x = cycler %}",
    "{% for c in ''.__class__.__mro__ %}x{% endfor %}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m() }}",
    "{% call m() %}x{% endcall %}",
    "{% with x = inspection %}{{ x }}{% endwith %}",
    "{% do inspection.clear() %}",
    "{% macro m() %}x{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}x{% endmacro %}{{ m.name }}",
    "{% for x in inspection.l %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in inspection.l %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for x in inspection.l recursive %}{{ loop(x) }}{% endfor %}",
    "{% trans %}x{% endtrans %}",
    "{% debug %}",
    "{% set inspection.a = 1 %}",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_an_escape_in_a_tag_is_refused(statement: str) -> None:
    assert lint(template(f"# T\n\n{statement}")) != ()


@pytest.mark.parametrize("escape", ESCAPES[:12])
def test_an_escape_in_a_value_is_words(escape: str) -> None:
    value = f"{{{{ {escape} }}}}"
    made = merge(compile_template(template("# T\n\n{{ inspection.v }}")), roots({"v": value}))
    assert made.manuscript.blocks[1].spans[0].text == value


def test_the_environment_itself_reaches_nothing() -> None:
    """The second wall, without the allow-list before it."""
    data = Data({}, Lines())
    assert not data.globals
    for obj, name in [
        ("text", "upper"),
        ([], "append"),
        ({}, "items"),
        (data, "globals"),
        (test_an_escape_in_a_tag_is_refused, "__globals__"),
    ]:
        with pytest.raises(SecurityError):
            data.getattr(obj, name)
        with pytest.raises(SecurityError):
            data.getitem(obj, name)
    with pytest.raises(SecurityError):
        data.call(None, print, "x")


def test_a_key_called_like_a_method_is_data() -> None:
    made = merge(
        compile_template(template("# T\n\n{{ inspection.items }} {{ inspection.get }}")),
        roots({"items": "i", "get": "g"}),
    )
    assert [s.text for s in made.manuscript.blocks[1].spans] == ["i", " ", "g"]
