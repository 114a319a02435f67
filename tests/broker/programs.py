"""The broker and a federation behind it, as programs of their own: the broker set up by the very files we give away."""

import os
import shutil
import signal
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.broker.setting_up import commands, filled, set_up
from tests.docs.papers import HOUSE
from tests.workshop.served import Place, free_port

PROGRAMS = Path(sys.prefix) / "broker" / "bin"


@dataclass(frozen=True)
class Federation:
    """Members that say what they are told to, and what is published of them."""

    base: str
    folder: Path

    def ask(self, page: str, **fields: str) -> None:
        with urllib.request.urlopen(f"{self.base}/{page}", urlencode(fields).encode(), timeout=60) as answer:
            assert answer.status == 200


class Broker(Place):
    """SATOSA as it runs."""

    @property
    def said_last(self) -> str:
        """What it said of the last that it refused."""
        return self.said.rsplit("ERROR satosa", 1)[-1]

    def reads_metadata_anew(self) -> bool:
        """By the command of the page for operators."""
        command = commands("Keys and metadata", 0).replace("http://127.0.0.1:8090", self.url)
        done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, env=trusting(self.instance))
        return done.returncode == 0


def trusting(folder: Path) -> dict[str, str]:
    """An environment in which the broker's certificate is trusted."""
    certificate = str(folder / "tls.crt")
    return os.environ | {"SSL_CERT_FILE": certificate, "CURL_CA_BUNDLE": certificate}


def trusted(folder: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(folder / "tls.crt"))


def must_be_there(program: str, found: bool, how: str) -> None:
    """Where something is missing the run says so, and fails on a machine that must have it."""
    if not found:
        missing = f"{program} is missing: {how} installs it."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)


@contextmanager
def federation(folder: Path) -> Iterator[Federation]:
    """Once it listens."""
    must_be_there("The broker", (PROGRAMS / "gunicorn").exists(), "scripts/setup broker")
    must_be_there("xmlsec1", shutil.which("xmlsec1") is not None, "scripts/setup system")
    folder.mkdir()
    port = free_port()
    command = [str(PROGRAMS / "python"), "-m", "tests.broker.federation", str(folder), str(port)]
    with (folder / "said.log").open("w") as errors:
        process = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout is not None
        assert "listening" in process.stdout.readline(), (folder / "said.log").read_text()
        yield Federation(f"http://127.0.0.1:{port}", folder)
    finally:
        process.kill()
        process.communicate()


@contextmanager
def broker(folder: Path, members: Federation, back: str, port: int) -> Iterator[Broker]:
    """Set up as the page for operators says, and registered with the federation; back is Toimi's own address."""
    url = address(port)
    set_up(folder, members.folder)
    output, said = folder / "said.log", filled(folder, url, members.base, back)
    own = commands("Setting it up", 2).replace("broker/bin", str(PROGRAMS)).replace("8090", str(port)).split()
    command = [*own, "--certfile", "tls.crt", "--keyfile", "tls.key"]
    with output.open("w") as out:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | said, stdout=out, stderr=out, text=True, start_new_session=True
        )
    running = Broker(url, folder, process, output)
    try:
        running.until_ready("/.well-known/openid-configuration")
        with urllib.request.urlopen(f"{url}/federation/metadata", timeout=60) as own:
            members.ask("register", metadata=own.read().decode())
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # with the worker that it started
        process.wait()


def address(port: int) -> str:
    return f"https://localhost:{port}"
