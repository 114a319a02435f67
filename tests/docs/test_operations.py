"""The operators' page: its backup can be restored, on a place that is at work."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.papers import INDENTED, paper
from tests.workshop.served import served
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.store import schema
from workshop.store.people import people_of

PAGE = paper("docs/operations.md")


def block(heading: str, number: int = 0) -> str:
    """A block of commands under a heading, with this test's Python in place of the operator's."""
    part = PAGE.text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = INDENTED.findall(part)[number]
    python = f"{sys.executable} -m workshop.cli"
    return lines.replace(".venv/bin/python", sys.executable).replace("toimi doctor", f"{python} doctor")


def run(commands: str, folder: Path) -> str:
    environment = {**os.environ, "TOIMI_INSTANCE": str(folder / "instance"), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        ["bash", "-e", "-c", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="sqlite3 is missing; the next test does it by Python.")
def test_the_backup_of_a_place_at_work_is_whole(tmp_path: Path):
    with served(instance(tmp_path)):
        run(block("Backup", 0), tmp_path)
        assert run(block("Backup", 2), tmp_path).strip() == "ok"


def test_what_was_backed_up_is_there_again_after_the_restore(tmp_path: Path):
    folder = instance(tmp_path)
    with served(folder):
        run(block("Backup", 1), tmp_path)
    shutil.copy(folder / "secret-key", tmp_path / "toimi-backup.key")
    (folder / "toimi.db").write_bytes(b"spoilt")
    assert "BAD" not in run(block("Restore"), tmp_path)
    with sqlite3.connect(folder / "toimi.db") as restored:
        assert restored.execute("SELECT count(*) FROM workshop").fetchone() == (1,)


def instance(folder: Path) -> Path:
    """A place with a workshop in it."""
    made = folder / "instance"
    made.mkdir()
    app = create_app(completed(Settings(instance=made)))
    schema.migrate(app)
    set_ = stage.build(app, "toimi", "ninety_minutes", "en")
    with app.app_context():
        assert people_of().of(set_.workshop)
    store.engine_of(app).dispose()
    return made
