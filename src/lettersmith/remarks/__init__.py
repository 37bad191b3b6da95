"""Remarks to a reader; one file a way of showing them."""
