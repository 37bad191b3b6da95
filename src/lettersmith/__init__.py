"""lettersmith makes the documents of an inspection and refuses those that are not fit to send."""

__version__ = "0.1.0"
