"""Files that people bring: what is not safe to open is refused before any library sees it, and people hear why."""

import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitation.words import Refused
from tests.workshop.hostile import HOSTILE, KINDS, OFFICE, RELS, every, instructed, linked, package
from workshop.uploads import checked

HOUSE = Path(__file__).resolve().parents[2]
OWN = HOUSE / "workshop/exports/templates/toimi.pptx"


def test_no_hostile_file_is_let_in_within_its_time_and_memory_and_without_a_connection():
    found = list(every())
    assert min(count for kind, count in Counter(kind for kind, _ in found).items() if kind in KINDS) >= 40
    command = [sys.executable, "-m", "tests.workshop.refusing"]
    told = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=400, check=False)
    assert (told.stdout.split("\n"), told.returncode) == ([str(len(found)), ""], 0), told.stdout + told.stderr


def test_the_guard_of_that_process_sees_whoever_reaches_for_the_network():
    reach = "import socket, sys; from tests.workshop import refusing; sys.addaudithook(refusing.no_connections); "
    for way in ("socket.getaddrinfo('example.invalid', 80)", "socket.create_connection(('127.0.0.1', 9))"):
        told = subprocess.run(
            [sys.executable, "-c", reach + way], cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False
        )
        assert "AssertionError: socket." in told.stderr


@pytest.mark.parametrize("text", ["Read the DDE report", "HYPERLINK &quot;https://example.fi&quot;", "PAGE"])
def test_words_about_fields_and_harmless_fields_are_let_in(text: str):
    assert checked(
        package(("ppt/a.xml", f"<a:t>{text}</a:t>{instructed(' PAGE ')}{instructed('HYPERLINK x')}")), "pptx"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("macros", "macros"),
        ("an embedded object", "objects"),
        ("entities", "doctype"),
        ("a picture from elsewhere", "links"),
        ("one part of 200 megabytes", "too_long"),
        ("damaged", "unreadable"),
    ],
)
def test_the_person_is_told_why_at_the_field(name: str, code: str):
    with pytest.raises(Refused) as refused:
        checked(HOSTILE[name](), "pptx", field="template")
    assert (refused.value.code, refused.value.field) == (code, "template")


def test_our_own_template_is_let_in_as_it_is():
    assert checked(OWN.read_bytes(), "pptx") == OWN.read_bytes()


def test_a_template_may_say_that_it_is_one():
    out = BytesIO()
    with ZipFile(OWN) as own, ZipFile(out, "w") as archive:
        for info in own.infolist():
            archive.writestr(info, own.read(info).replace(b"presentation.main+xml", b"template.main+xml"))
    assert checked(out.getvalue(), "pptx")


def test_a_link_that_people_click_is_no_reason_to_refuse():
    assert checked(linked("hyperlink", "https://example.fi/plan"), "pptx")


def test_an_encoding_of_two_bytes_is_read_as_well():
    assert checked(package((RELS, f'<Relationships xmlns="{OFFICE}"/>'.encode("utf-16"))), "pptx")


def test_a_file_of_one_kind_is_not_another():
    with pytest.raises(Refused, match="kind that is asked for"):
        checked(OWN.read_bytes(), "docx")
