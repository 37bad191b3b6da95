"""A manuscript to remarks; one file a check."""
