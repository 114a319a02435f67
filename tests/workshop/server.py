"""A server as a process of its own, as an operator runs it, on a free port; killed and started again at will."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SERVE = ("-m", "workshop.cli", "serve")
START_SECONDS = 40.0


class Server:
    """`serve` with an instance folder of its own. What it says goes to server.log there."""

    def __init__(self, folder: Path, command: tuple[str, ...] = SERVE, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._command = command
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it answers."""
        environment = {
            **os.environ,
            **self._settings,
            "TOIMI_INSTANCE": str(self.folder),
            "TOIMI_PORT": str(self.port),
            "PYTHONPATH": str(HOUSE),
            "PYTHONUNBUFFERED": "1",
        }
        with self.log.open("ab") as said:
            self._process = subprocess.Popen(
                [sys.executable, *self._command],
                cwd=HOUSE,
                env=environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._until_it_answers()

    def _until_it_answers(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                raise RuntimeError(f"The server ended: {self.said()}")
            try:
                with urllib.request.urlopen(self.url + "/healthz", timeout=1):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"The server does not answer: {self.said()}")

    def said(self) -> str:
        return self.log.read_text()

    def children(self, program: str) -> list[int]:
        """The server's own processes, by id, that run this program."""
        tasks = Path("/proc").glob("[0-9]*")
        return [int(task.name) for task in tasks if self._is_ours(int(task.name)) and program in command_of(task)]

    def _is_ours(self, process: int) -> bool:
        with suppress(ProcessLookupError):
            return self._process is not None and os.getpgid(process) == self._process.pid
        return False

    def kill(self) -> None:
        """kill -9, all of it: nothing is said, nothing is put in order."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """As an operator stops it."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            if number is signal.SIGKILL:
                os.killpg(self._process.pid, number)
            else:
                self._process.send_signal(number)
            self._process.wait(15)
        self._process = None


def command_of(task: Path) -> str:
    with suppress(OSError):
        return (task / "cmdline").read_text()
    return ""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running_server(folder: Path, command: tuple[str, ...] = SERVE, **settings: str) -> Iterator[Server]:
    """A server that runs while the block does."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(folder, command, **settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()
