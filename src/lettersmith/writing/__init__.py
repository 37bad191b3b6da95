"""A manuscript to bytes; one file a format."""
