"""Styles: rules in Vale's format, what stands beside them, vocabularies, and `.vale.ini`."""

from lettersmith.catalogue.styles.ours import read_styles
from lettersmith.catalogue.styles.vale import read_ini

__all__ = ["read_ini", "read_styles"]
