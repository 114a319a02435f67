"""Files that people bring: what is not safe to open is refused before any library sees it, and people hear why."""

import resource
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from benchmarks.files import large
from facilitation.report import report
from facilitation.shapes import Plan
from facilitation.words import Refused
from tests.facilitation.sample_plan import DAY, PACK
from tests.workshop.any_plan import MOST, TYPED, kept, typed
from tests.workshop.catalogue import words_of
from tests.workshop.hostile import HOSTILE, KINDS, OFFICE, RELS, every, instructed, linked, package
from workshop import exports, limits
from workshop.exports import child
from workshop.uploads import checked
from workshop.uploads import child as uploaded

HOUSE = Path(__file__).resolve().parents[2]
OWN = HOUSE / "workshop/exports/templates/toimi.pptx"


def test_a_file_is_looked_at_for_two_seconds_at_most_and_with_three_hundred_megabytes():
    assert (limits.CHECK_SECONDS, limits.CHECK_MEGABYTES) == (2, 300)


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
        package(("ppt/a.xml", f"<a><a:t>{text}</a:t>{instructed(' PAGE ')}{instructed('HYPERLINK x')}</a>")), "pptx"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("macros", "macros"),
        ("an embedded object", "objects"),
        ("entities", "doctype"),
        ("a picture from elsewhere", "links"),
        ("a link outside by a reference", "links"),
        ("a link outside behind an arrow in its address", "links"),
        ("a link outside behind an arrow in its name", "links"),
        ("a link outside that says of itself that it is clicked", "links"),
        ("a field in a section of its own", "links"),
        ("a field cut by a remark", "links"),
        ("a field behind an arrow", "links"),
        ("a field by references", "links"),
        ("macros by a reference", "macros"),
        ("entities under another name", "doctype"),
        ("entities by the type of their part", "unreadable"),
        ("five million tags", "too_long"),
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


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_what_a_plan_of_a_thousand_goals_leaves_as_may_come_back(format: str):
    file = exports.make(format, large(1000))
    assert checked(file, format) == file


@pytest.mark.parametrize(("format", "kind"), [("docx", "document"), ("xlsx", "workbook")])
def test_so_may_two_hundred_goals_with_every_field_filled(format: str, kind: str):
    whole = kept(typed(TYPED, Plan("p"), (), (), MOST))
    file = exports.make(format, report(whole, "sv", words_of("sv"), PACK, made=DAY))
    assert checked(file, format) == file
    assert uploaded.read(file, kind)


def test_a_file_of_one_kind_is_not_another():
    with pytest.raises(Refused, match="kind that is asked for"):
        checked(OWN.read_bytes(), "docx")


def crowded(marks: int) -> bytes:
    """Our own template with so many shapes of nothing in a layout."""
    out = BytesIO()
    with ZipFile(OWN) as own, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for info in own.infolist():
            part = own.read(info)
            if info.filename == "ppt/slideLayouts/slideLayout2.xml":
                part = part.replace(b"</p:spTree>", b"<p:sp/>" * marks + b"</p:spTree>")
            archive.writestr(info.filename, part)
    return out.getvalue()


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_template_of_too_many_shapes_is_refused_before_a_library_opens_it():
    with pytest.raises(Refused) as refused:
        checked(crowded(5_000_000), "pptx")
    assert refused.value.code == "too_long"


def test_one_of_as_many_shapes_as_are_let_in_takes_no_more_than_a_look_may_take():
    file, before = crowded(limits.MARKS - 20_000), spent()
    checked(file, "pptx")
    assert spent() - before < limits.CHECK_SECONDS
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        why, seconds, megabytes = alone.submit(looked, file).result()
    assert why in {"late", "memory"}
    assert seconds < limits.LOOK_SECONDS + 2
    assert megabytes <= limits.LOOK_MEGABYTES


def looked(file: bytes) -> tuple[str, float, int]:
    """Why a template could not be looked at, in a process that has had no other child, and what that took."""
    try:
        child.look("pptx", file)
    except child.Unmade as unmade:
        why = unmade.why
    else:
        why = ""
    return why, spent(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10


def test_a_look_from_outside_that_takes_too_long_or_too_much_ends_in_words(monkeypatch: pytest.MonkeyPatch):
    for limit, value in (("CHECK_SECONDS", 0), ("CHECK_MEGABYTES", 1)):
        with monkeypatch.context() as patched:
            patched.setattr(limits, limit, value)
            with pytest.raises(Refused) as refused:
                checked(OWN.read_bytes(), "pptx", field="template")
            assert refused.value.field == "template"
