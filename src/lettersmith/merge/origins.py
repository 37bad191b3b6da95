"""Where words come from that were made from several values."""

from __future__ import annotations

from lettersmith.model.place import Origin


def combined(*parts: object) -> Origin | None:
    """The origin of something made from several parts: facts, origins themselves, and values that come from nowhere.

    None when every part comes from nowhere.
    """
    found: dict[Origin, None] = {}
    for part in parts:
        origin = part if isinstance(part, Origin) else getattr(part, "origin", None)
        if origin is not None:
            found[origin._replace(more=())] = None
            found.update(dict.fromkeys(origin.more))
    if not found:
        return None
    first, *more = found
    return Origin(*first[:3], tuple(more))
