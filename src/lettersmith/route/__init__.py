"""The route of a letter: from the facts of an inspection to documents that are fit to send."""
