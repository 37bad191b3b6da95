"""What a record holds where a mapping was not given."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[Any, Any] = MappingProxyType({})
"""An empty mapping that stays empty: it may be the default of every record, which all share it."""
