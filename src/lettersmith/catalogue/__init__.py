"""Which frameworks, templates and styles there are, and which version is in force."""
