"""What is known of a document once it is laid out on pages."""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """The pages of one document."""

    pages: int
    lines_left: float | None = None
    """Lines of body text that still fit on the last page; None when not measured."""
    page_of_block: tuple[int, ...] = ()
    """For each block of the manuscript, the page (from 1) on which it begins; empty when not measured."""
    large_print_pages: int = 0
    """Pages of the large print; 0 when there is none."""
