"""JSON files to an Inspection: strict, with a place for every value and every problem in one run."""

from lettersmith.intake.evidence import same_texts
from lettersmith.intake.read import read_inspection
from lettersmith.intake.relevance import relevant
from lettersmith.intake.shape import SCHEMAS, schema

__all__ = ["SCHEMAS", "read_inspection", "relevant", "same_texts", "schema"]
