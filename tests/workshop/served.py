"""A place that is really served, in a process of its own: `with served(tmp_path) as place: place.url …`."""

import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTS_WITHIN = 60
"""Seconds; a machine under load starts slowly."""


@dataclass
class Place:
    url: str
    instance: Path
    process: "subprocess.Popen[str]"
    output: Path

    @property
    def said(self) -> str:
        """What it printed so far."""
        return self.output.read_text()

    def until_ready(self, path: str = "/readyz") -> None:
        waited = threading.Event()
        for _try in range(STARTS_WITHIN * 20):
            if self.process.poll() is not None:
                raise AssertionError(f"The server ended:\n{self.said}")
            if answers(self.url + path):
                return
            waited.wait(0.05)
        raise AssertionError(f"The server did not start:\n{self.said}")


@contextmanager
def served(instance: Path, port: int | None = None, **settings: str) -> Iterator[Place]:
    """`toimi serve` on a free port; settings are further TOIMI_ words. It is ended when the block is."""
    port = port or free_port()
    output = instance / f"serve-{port}.log"
    given = {f"TOIMI_{name.upper()}": value for name, value in settings.items()}
    environment = os.environ | given | {"TOIMI_INSTANCE": str(instance), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "workshop.cli", "serve", "--port", str(port)]
    with output.open("w") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT, text=True)
    place = Place(f"http://127.0.0.1:{port}", instance, process, output)
    try:
        place.until_ready()
        yield place
    finally:
        process.kill()
        process.wait()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    """A free port below the range that outgoing connections take theirs from."""
    for port in range(20000 + os.getpid() % 5000, 32000):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("No free port")
