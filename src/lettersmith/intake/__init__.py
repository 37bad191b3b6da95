"""JSON files to an Inspection: strict, with a place for every value and every problem in one run."""
