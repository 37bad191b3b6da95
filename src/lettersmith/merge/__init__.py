"""Inspection and template to manuscript; the only stage that knows Jinja."""
