"""A PostgreSQL of the tests' own, on a free port, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.workshop.served import free_port

STARTS_WITHIN = 60
SETTINGS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}


@contextmanager
def postgres() -> Iterator[str]:
    """The SQLAlchemy address of an empty database."""
    programs, folder, port = programs_or_skip(), Path(tempfile.mkdtemp(prefix="toimi-postgres-")), free_port()
    if as_other():
        shutil.chown(folder, "nobody")
    data, options = folder / "data", [word for pair in SETTINGS.items() for word in ("-c", "=".join(pair))]
    make = [programs / "initdb", "-D", data, "-U", "toimi", "-A", "trust", "-E", "UTF8", "--no-sync"]
    serve = [programs / "postgres", "-D", data, "-p", str(port), *options]
    subprocess.run([*as_other(), *make], check=True, capture_output=True, cwd="/")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*as_other(), *serve], stdout=log, stderr=log, cwd="/")
    try:
        until_ready(programs / "pg_isready", port)
        yield f"postgresql+psycopg://toimi@127.0.0.1:{port}/postgres"
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


def programs_or_skip() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "")]
    if found[-1].name != "initdb":
        missing = "PostgreSQL's programs are not here (apt install postgresql)"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return found[-1].parent


def as_other() -> list[str]:
    """PostgreSQL does not run as root: as nobody then."""
    if os.geteuid() != 0:
        return []
    nobody = pwd.getpwnam("nobody")
    return ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]


def until_ready(pg_isready: Path, port: int) -> None:
    for _try in range(STARTS_WITHIN * 10):
        asked = subprocess.run([pg_isready, "-q", "-h", "127.0.0.1", "-p", str(port)], check=False)
        if asked.returncode == 0:
            return
        threading.Event().wait(0.1)
    raise AssertionError("PostgreSQL did not start")
