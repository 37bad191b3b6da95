"""Style rules in Vale's format: the engine, and the check of a manuscript with it."""
