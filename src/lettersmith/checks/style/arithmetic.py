"""The formulas of `metric` rules, worked out without running any code of theirs."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

from lettersmith.checks.style.compiled import Unfit

Number = Any

OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Mod: math.fmod,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
FUNCTIONS = frozenset(("abs", "ceil", "floor", "sqrt", "pow", "log", "log2", "log10", "exp", "max", "min", "round"))
MAX_POWER = 64


def worked_out(formula: str, values: Mapping[str, float]) -> Number:
    """The value of a formula such as `(0.39 * (words / sentences)) + 2` or a condition such as `7.1 > 5`.

    Raises Unfit for what is no such formula, or names a variable that there is not.
    """
    text = re.sub(r"!(?!=)", " not ", formula.replace("&&", " and ").replace("||", " or ")).strip()
    try:
        return _value(ast.parse(text, mode="eval").body, values)
    except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError):
        raise Unfit(f"the formula “{formula.strip()[:80]}” cannot be worked out.") from None


def _value(node: ast.AST, values: Mapping[str, float]) -> Number:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.Name):
        if node.id not in values:
            raise Unfit(f"its formula names “{node.id}”. Known are: {', '.join(sorted(values))}.")
        return values[node.id]
    if isinstance(node, ast.UnaryOp):
        return _operator(node.op)(_value(node.operand, values))
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, values), _value(node.right, values)
        return _divided(left, right) if isinstance(node.op, ast.Div) else _operator(node.op)(left, right)
    if isinstance(node, ast.BoolOp):
        found = [_value(one, values) for one in node.values]
        return all(found) if isinstance(node.op, ast.And) else any(found)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _operator(node.ops[0])(_value(node.left, values), _value(node.comparators[0], values))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.keywords:
        return _called(node.func, [float(_value(one, values)) for one in node.args])
    raise ValueError


def _operator(op: ast.AST) -> Callable[..., Any]:
    if type(op) not in OPERATORS:
        raise ValueError
    return OPERATORS[type(op)]


def _divided(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int):
        return int(left / right) if right else 0
    return left / right if right else math.copysign(math.inf, left)


def _called(function: ast.Attribute, values: list[float]) -> float:
    name = function.attr
    if not (isinstance(function.value, ast.Name) and function.value.id == "math" and name in FUNCTIONS):
        raise ValueError
    if name == "pow" and abs(values[1]) > MAX_POWER:
        raise ValueError
    own: dict[str, Callable[..., float]] = {"abs": abs, "max": max, "min": min, "round": round}
    return float((own.get(name) or getattr(math, name))(*values))
