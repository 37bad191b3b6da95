"""The command line: thin, and the only code that reads the clock or prints."""


def main() -> None:
    """Run the command line; what `lettersmith` starts.

    One letter is over in a fifth of a second, and a quarter of that would go into looking for rings of objects and
    taking the libraries down one by one. So Python looks for rings seldom, and the process ends as soon as everything
    is told: every file was closed by whoever wrote it.
    """
    import gc
    import os
    import sys

    gc.set_threshold(100_000)
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # started with none, as by the menu of a desktop
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for all of the run
    from lettersmith.cli.app import app

    try:
        app(prog_name="lettersmith")
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)
