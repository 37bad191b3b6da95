"""Clearance, the log, and the only code that puts a document on disk."""
