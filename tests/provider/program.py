"""The provider program as a process of its own: `with provider(back, after) as issuer: …`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("provider.mjs")
CLIENT, SECRET = "toimi", "a goose: in the granary+100%"
"""As the program has them."""


@contextmanager
def provider(back: str, after: str, port: int) -> Iterator[str]:
    """Its issuer, once it listens. Where there is no Node the run says so, and fails on a machine that must have it."""
    node = shutil.which("node")
    if node is None:
        missing = "Node is missing: the tests of the front end need it too."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    command = [node, str(PROGRAM), str(port), back, after]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        assert "listening" in process.stdout.readline(), "The provider did not start"
        yield issuer_at(port)
    finally:
        process.kill()
        process.communicate()


def issuer_at(port: int) -> str:
    return f"http://127.0.0.1:{port}"
