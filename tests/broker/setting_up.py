"""What an operator does before the broker starts, by the page for operators: its commands run, its blanks filled in."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from tests.docs.papers import HOUSE, INDENTED, paper

FILES = HOUSE / "docs" / "broker"
CLIENT, SECRET = "toimi", "a goose: in the granary+100%"
MEMBERS = {"bureau": "bureau.example"}
"""Who may speak for whom by the broker's own settings: what an operator writes there for a member without scopes."""


def commands(heading: str, number: int) -> str:
    """A block of commands on the page for operators."""
    part = paper("docs/operations.md").text.split(f"\n#### {heading}\n")[1]
    return dedent(INDENTED.findall(part)[number])


def set_up(folder: Path, federation: Path) -> None:
    """The files we give away, with new keys; and, as no proxy stands in front, with a certificate for https."""
    shutil.copytree(FILES, folder)
    own = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout tls.key -out tls.crt -subj /CN=localhost"
    for each in (commands("Setting it up", 1), f"{own} -addext subjectAltName=DNS:localhost"):
        subprocess.run(["bash", "-e", "-c", each], cwd=folder, check=True, capture_output=True)
    shutil.copy(federation / "federation.crt", folder / "keys")


def filled(folder: Path, url: str, members: str, back: str) -> Mapping[str, str]:
    """`clients.json`, `broker.env` and the one line of `federation.yaml` that are a place's own, filled in."""
    client = json.loads((folder / "clients.json").read_text())
    client[CLIENT] |= {"client_secret": SECRET, "redirect_uris": [back]}
    (folder / "clients.json").write_text(json.dumps(client))
    settings = folder / "federation.yaml"
    spoken = json.dumps({f"{members}/{name}": [home] for name, home in MEMBERS.items()})
    settings.write_text(settings.read_text().replace("may_speak_for: {}", f"may_speak_for: {spoken}"))
    own = {
        "BROKER_ADDRESS": url,
        "BACK_TO_TOIMI": back,
        "FEDERATION_METADATA": f"{members}/metadata",
        "FEDERATION_DISCOVERY": f"{members}/discovery",
    }
    lines = [line.split("=", 1) for line in (folder / "broker.env").read_text().splitlines() if "=" in line]
    assert set(own) <= {name for name, _value in lines}, "what is filled in is what is asked for"
    return {name: own.get(name, value) for name, value in lines}
