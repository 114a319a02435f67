"""The command line starts, looks after and stops a place."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.conftest import new_account
from tests.workshop.served import served
from workshop import cli
from workshop.config import Settings
from workshop.store import schema

STOPS_WITHIN = 8
"""Seconds, on a machine that does other things too."""


def toimi(instance: Path, *words: str, **settings: str) -> Result:
    given = {"TOIMI_INSTANCE": str(instance)} | {f"TOIMI_{name.upper()}": value for name, value in settings.items()}
    return CliRunner(env=given).invoke(cli.main, words)


def test_a_place_is_served_from_nothing_and_stops_when_told(tmp_path: Path):
    with served(tmp_path) as place:
        assert re.search(rf"{place.url}/first/[\w-]{{43}}", place.said)
        place.process.terminate()
        assert place.process.wait(STOPS_WITHIN) == 0


def test_a_place_with_open_sockets_says_farewell_and_stops(tmp_path: Path):
    websocket = pytest.importorskip("websocket")
    with served(tmp_path) as place:
        host = place.url.removeprefix("http://")
        line = websocket.create_connection(f"ws://{host}/socket.io/?EIO=4&transport=websocket", origin=place.url)
        assert line.recv().startswith("0{")
        place.process.send_signal(signal.SIGTERM)
        assert place.process.wait(STOPS_WITHIN) == 0
        line.close()


def test_gevents_own_server_serves_where_there_is_no_gunicorn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cli, "find_spec", lambda _name: None)
    assert cli.server(Settings())[1:] == ["-m", "gevent.monkey", "--module", "workshop.serving"]


def test_migrate_says_the_version(tmp_path: Path):
    assert f"Tables are of version {schema.newest()}" in toimi(tmp_path, "migrate").output


def test_doctor_finds_a_new_place_well(tmp_path: Path):
    toimi(tmp_path, "migrate")
    found = toimi(tmp_path, "doctor")
    assert found.exit_code == 0, found.output
    assert "journal_mode wal" in found.output


def test_doctor_names_what_must_not_stay_so(tmp_path: Path):
    toimi(tmp_path, "migrate")
    os.chmod(tmp_path / "secret-key", 0o644)  # noqa: PTH101 (plainer than Path here)
    found = toimi(tmp_path, "doctor", debug="true", host="0.0.0.0")  # noqa: S104 (that is the point)
    assert found.exit_code == 1
    assert {line.split()[1] for line in found.output.splitlines() if line.startswith("BAD")} == {"secret", "debug"}


def test_doctor_sees_tables_of_another_version(tmp_path: Path):
    assert "of another version" in toimi(tmp_path, "doctor").output


def test_doctor_prints_no_password(tmp_path: Path):
    found = toimi(tmp_path, "doctor", database="postgresql+psycopg://toimi:hush-hush@127.0.0.1:1/toimi")
    assert found.exit_code == 1
    assert "hush-hush" not in found.output


def test_an_unfit_setting_is_said_in_one_line(tmp_path: Path):
    found = toimi(tmp_path, "doctor", port="many")
    assert found.exit_code == 1
    assert found.output.startswith("Error: The environment's TOIMI_ settings do not fit")
    assert "Traceback" not in found.output


def test_an_operator_makes_a_link_for_a_lost_password(app: Flask, settings: Settings):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    link = toimi(settings.instance, "link", "fay@example.fi").output.strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:5000/invite/[\w-]{43}", link)


def test_no_link_is_made_for_somebody_without_an_account(app: Flask, settings: Settings):
    found = toimi(settings.instance, "link", "nobody@example.fi")
    assert found.exit_code == 1
    assert "no open account" in found.output


def test_the_command_is_installed():
    assert Path(sys.executable).with_name("toimi").exists()
