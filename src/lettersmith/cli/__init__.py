"""The command line: thin, and the only code that reads the clock or prints."""


def main() -> None:
    """Run the command line."""
