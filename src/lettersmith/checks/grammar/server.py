"""The LanguageTool server of one run: found, started, awaited, stopped. It listens to this machine alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket
from time import monotonic, sleep

from lettersmith.errors import EngineMissing
from lettersmith.model.remark import Level, Remark

HERE = "127.0.0.1"
"""The only address that is ever spoken to."""

WHERE = "LTP_PATH"
"""Environment variable of language-tool-python: the folder that holds `LanguageTool-<version>`."""

BESIDE_THE_SOURCE = Path(__file__).parents[4] / "engines" / "languagetool"
"""Where `make languagetool` puts it."""

JAR = "languagetool-server.jar"
GUARDIAN = Path(__file__).with_name("guardian.py")
SPARING = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A server that lives for one letter is ready sooner, and no slower, if Java does not polish its code."""

PATIENCE = 120.0
"""Seconds until a server that does not answer is given up. It takes one or two, on a very busy machine thirty."""

MOMENT = 1.0
"""Seconds after which a server that gave no answer, and still runs, has only broken down on one text."""


class Server:
    """A server that runs, or is coming up."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, version: str) -> None:
        self.process = process
        self.port = port
        self.version = version

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://{HERE}:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def ends(self) -> bool:
        """Whether it has ended, or does in a moment: its guardian sees it a little later than whoever asked it."""
        try:
            self.process.wait(timeout=MOMENT)
        except subprocess.TimeoutExpired:
            return False
        return True

    def wait(self) -> None:
        """Until it answers. Raises EngineMissing if it ends instead, or takes too long."""
        deadline = monotonic() + PATIENCE
        while self.alive and monotonic() < deadline:
            if answers(self.port):
                return
            sleep(0.05)
        self.stop()
        raise missing("LanguageTool was found, but does not start.", "It needs Java 17 or newer: try `java -version`.")

    def stop(self) -> None:
        """Stop it, and see that it has stopped. Stopping twice does no harm."""
        if self.process.stdin is not None:
            self.process.stdin.close()  # the guardian stops the server when this pipe closes
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start() -> Server:
    """A server of our own, coming up. Raises EngineMissing if Java or LanguageTool is not on this machine."""
    java = find_java(os.environ)
    home = find_languagetool(os.environ)
    port = free_port()
    jars = os.pathsep.join((str(home / JAR), str(home / "libs" / "*")))
    command = [java, *SPARING, "-cp", jars, "org.languagetool.server.HTTPServer", "--port", str(port)]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # there only on Windows
    process = subprocess.Popen(
        [sys.executable, "-I", str(GUARDIAN), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=no_window,
    )
    return Server(process, port, home.name.rpartition("-")[2])


def find_java(environment: Mapping[str, str]) -> str:
    """The command that runs Java. Raises EngineMissing."""
    homes = [str(Path(environment["JAVA_HOME"]) / "bin")] if environment.get("JAVA_HOME") else []
    found = shutil.which("java", path=os.pathsep.join([*homes, environment.get("PATH", "")]))
    if not found:
        raise missing("LanguageTool needs Java, which is not on this machine.", "Install Java 17 or newer.")
    return found


def find_languagetool(environment: Mapping[str, str]) -> Path:
    """The folder `LanguageTool-<version>` that holds the server, the newest of several. Raises EngineMissing."""
    folder = Path(environment.get(WHERE) or BESIDE_THE_SOURCE)
    homes = [jar.parent for jar in folder.glob(f"LanguageTool-*/{JAR}")]
    if not homes:
        what = f"LanguageTool is not on this machine: there is no LanguageTool-6.8 with {JAR} in {folder}."
        raise missing(what, f"`make languagetool` fetches it; or name the folder that holds it in {WHERE}.")
    return max(homes, key=lambda home: [int(number) for number in re.findall(r"\d+", home.name)])


def free_port() -> int:
    """A port of this machine that nobody uses at the moment."""
    with socket(AF_INET, SOCK_STREAM) as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether the server says that it is well. Asked without any proxy."""
    connection = HTTPConnection(HERE, port, timeout=5)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def missing(what: str, do: str) -> EngineMissing:
    """LanguageTool cannot be used: why, and how to get it."""
    return EngineMissing(Remark("Grammar.NoEngine", Level.ERROR, what, do=do))
