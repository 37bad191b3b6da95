"""A process of its own that runs a server for as long as the program that started it lives, and not a moment longer.

Run by its path, with the server's command behind it. Its standard input is a pipe from the program: when the program
ends, however it ends (done, broken, killed), the pipe closes and the server is stopped. So no server is left behind.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from os import _exit
from threading import Thread


def main(command: list[str]) -> None:
    """Run the command until it ends, or until nobody holds the other end of the pipe."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        Thread(target=_end_with, args=(server,), daemon=True).start()
        sys.stdin.buffer.read()
    finally:
        server.kill()
        server.wait()


def _end_with(server: subprocess.Popen[bytes]) -> None:
    """End this process when the server has ended by itself: the program sees that, and asks no more."""
    server.wait()
    _exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
