"""The command line: thin, and the only code that reads the clock or prints."""


def main() -> None:
    """Run the command line; what `lettersmith` starts."""
    from lettersmith.cli.app import app

    app(prog_name="lettersmith")
