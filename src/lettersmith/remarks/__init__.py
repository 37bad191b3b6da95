"""Remarks to a reader; one file a way of showing them."""

from __future__ import annotations

from collections.abc import Callable

from lettersmith.remarks import json_v1, text

FORMATS: dict[str, Callable[..., str]] = {
    "text": text.show,
    "json": json_v1.show,
}
"""Every way of showing remarks: `FORMATS[name](remarks, ...) -> str`. What else each takes is told where it is."""
