"""A page in headless Chromium, asked and told through its debugging pipe: no driver, no library."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import Any

from engines import axe, chromium

SECONDS = 60
SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"

LAUNCH = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Starts Chromium with its debugging pipe where it looks for it: it reads file 3 and writes file 4."""


class Page:
    """One page that is open."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._rest = b""
        self._number = 0
        self._session = ""
        self.told: list[dict[str, Any]] = []
        """Every event: requests, messages of the console, refusals of the content policy."""

    def call(self, method: str, **params: Any) -> Any:
        """The answer to one command of the DevTools protocol."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.told.append(answer)

    def open(self, address: str, scripts: bool) -> None:
        """Open the page and wait until it is there."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.told):
            self.told.append(self._next())

    def run(self, script: str) -> Any:
        """The value of some JavaScript; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def settle(self) -> None:
        """Wait until the page has been drawn."""
        self.run(SETTLED)

    def press(self, key: str) -> None:
        """Press and let go of a key."""
        text = {"text": key} if len(key) == 1 else {}
        code = {"Tab": 9, "Enter": 13}.get(key, ord(key[0].upper()))
        for kind in ("keyDown", "keyUp"):
            more = text if kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)
        self.settle()

    def look(self, *, dark: bool = False, width: int = 1280, height: int = 900, paper: bool = False) -> None:
        """How the reader looks at it."""
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.call("Emulation.setEmulatedMedia", media="print" if paper else "", features=features)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.settle()

    def faults(self) -> list[str]:
        """What axe-core finds, with all its rules on: the rule and the element of each fault."""
        self.run(axe().read_text(encoding="utf-8") + ";0")
        found = self.run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
        return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]

    def picture(self, path: Path) -> None:
        """A picture of what is in sight."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def complaints(self) -> list[str]:
        """What the browser had to say: errors of scripts, and what the content policy refused."""
        said = [e["params"]["entry"]["text"] for e in self.told if e.get("method") == "Log.entryAdded"]
        thrown = [str(e["params"]) for e in self.told if e.get("method") == "Runtime.exceptionThrown"]
        return said + thrown

    def requests(self) -> list[str]:
        """Every address that the page asked for."""
        sent = (event for event in self.told if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select([self._read], [], [], SECONDS)[0], "Chromium does not answer"
            data = os.read(self._read, 1 << 16)
            assert data, "Chromium has gone"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def opened(path: Path, *, scripts: bool = True) -> Iterator[Page]:
    """A file as a page in Chromium, closed in the end; without `scripts`, its own are not run."""
    to_child, from_us = os.pipe()
    to_us, from_child = os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [*chromium(), "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        child = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(to_child), str(from_child), *command],
            pass_fds=(to_child, from_child),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        page = Page(to_us, from_us)
        try:
            page.open(path.resolve().as_uri(), scripts)
            yield page
        finally:
            os.close(from_us)
            os.close(to_us)
            child.terminate()
            child.wait(SECONDS)
