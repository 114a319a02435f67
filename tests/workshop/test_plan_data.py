"""A plan as data: of published form, complete, and the same plan when it comes back."""

import hashlib
import json
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import vobject
from flask import Flask
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from facilitation.report import Report, english, report
from facilitation.shapes import Gathered, Gathering, Plan, StepPlan
from facilitation.view.as_data import SCHEMA, as_data, as_text
from facilitation.view.plain import plain
from facilitation.words import Message, Refused
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.any_plan import MOST, TYPED, kept, read_back, typed
from tests.workshop.filled import filled, unfilled
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.test_slides_any_text import UNSHRUNK, plans
from tests.workshop.visitor import Visitor
from workshop import exports, limits
from workshop.exports import FORMATS
from workshop.schemas import PLAN
from workshop.schemas.described import described
from workshop.schemas.reading import plan_of
from workshop.uploads import data
from workshop.uploads.data import cleaned

NOTES = Gathered(
    "notes",
    "Notes",
    ("Text", "Mark", "Where"),
    (({"fi": "Hei", "en": "Hi"}, Message("%(n)s dots", {"n": 3}), "Somewhere"), ({}, Message("None"), "")),
    {"en": "Our notes"},
)


@cache
def validator() -> Draft202012Validator:
    form = json.loads(PLAN.read_text("utf-8"))
    Draft202012Validator.check_schema(form)
    return Draft202012Validator(form, format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(document: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(document)]


def full() -> Plan:
    """The sample with what steps of other kinds brought."""
    return replace(plan(), gathered=(NOTES,))


def with_options() -> Plan:
    step = StepPlan("goals", {"en": "Goals"}, {}, 30, "10:30", {"fields": ["scope"], "own": True, "most": 3})
    return replace(plan(), gathering=Gathering(steps=(step,)))


def test_the_published_form_is_the_one_that_the_shapes_have():
    assert PLAN.read_text("utf-8") == described(), "python -m workshop.schemas writes it anew, if that is what you want"


def test_the_form_is_had_by_everybody_where_documents_say_it_is(app: Flask):
    answer = Visitor(app).client.get(SCHEMA)
    assert (answer.status_code, answer.mimetype) == (200, "application/schema+json")
    assert answer.json["$id"] == as_data(plan())["$schema"] == SCHEMA  # pyright: ignore[reportOptionalSubscript]


@pytest.mark.parametrize("make", [plan, full, with_options, lambda: Plan("p")])
def test_a_plan_has_the_published_form_and_comes_back_as_it_was(make: Any):
    assert complaints(as_data(make())) == []
    assert read_back(as_text(make()).encode()) == make()
    assert as_text(read_back(as_text(make()).encode())) == as_text(make())


def test_no_field_of_any_part_of_a_plan_is_lost_on_the_way():
    assert list(unfilled(filled())) == []
    assert complaints(as_data(filled())) == []
    assert read_back(as_text(filled()).encode()) == filled()


@given(plans)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_has_the_form_and_comes_back_but_for_signs_that_nobody_sees(any_plan: Plan):
    text = as_text(any_plan)
    assert complaints(as_data(any_plan)) == []
    assert as_data(read_back(text.encode())) == cleaned(json.loads(text))


def test_the_document_is_the_plan_and_nothing_is_missing():
    document = as_data(full())
    assert {key: each for key, each in document.items() if key != "$schema"} == plain(full())


def test_keys_that_nobody_knows_are_skipped():
    document: dict[str, Any] = {**as_data(full()), "weather": "fine"}
    document["goals"][0]["colour"] = "red"
    assert complaints(document) == []
    assert read_back(json.dumps(document).encode()) == full()


def test_a_file_of_an_earlier_toimi_says_no_form_and_comes_all_the_same():
    assert read_back(json.dumps(plain(full())).encode()) == full()


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},
        {"goals": "many"},
        {"goals": [{"to": {"en": "No id"}}]},
        {"goals": [{"id": "g", "due": "soon"}]},
        {"goals": [{"id": "g", "level_now": 1.5}]},
        {"goals": [7]},
        {"status": "perfect"},
        {"people": "five"},
        {"gathered": [{"kind": "k", "title": "t", "rows": [[7]]}]},
        {"gathered": [{"kind": "k", "title": "t", "rows": [[{"en": 7}]]}]},
        {"gathered": [{"kind": "k", "title": "t", "rows": [[{"id": 7, "arguments": {}}]]}]},
    ],
)
def test_what_has_not_the_form_is_refused_at_the_field(change: dict[str, Any]):
    document = as_data(full()) | change
    assert complaints(document)
    with pytest.raises(Refused, match="not a plan that was downloaded") as refused:
        read_back(json.dumps(document).encode())
    assert (refused.value.field, refused.value.code) == ("plan", "unreadable")


@pytest.mark.parametrize("value", [1.7e308, -1e16, 10**40])
def test_a_figure_so_large_that_no_page_could_draw_it_is_refused(value: float):
    plan = {"id": "p", "goals": [{"id": "g", "metrics": [{"id": "m", "targets": [{"value": value}]}]}]}
    with pytest.raises(Refused, match="not a plan that was downloaded"):
        read_back(json.dumps(plan).encode())


@pytest.mark.parametrize("file", [b"", b"null", b"[]", b"{}", b"\xff\xfe", b"{" * 5000, b"[" * 5000, b"PK\x03\x04"])
def test_what_is_no_document_is_refused_at_the_field(file: bytes):
    with pytest.raises(Refused, match="not a plan that was downloaded"):
        read_back(file)


def test_a_file_that_is_too_large_is_not_even_read():
    with pytest.raises(Refused, match="larger than twenty megabytes"):
        data.read(b" " * (limits.PLAN_BYTES + 1))


def test_a_plan_of_two_hundred_goals_with_every_field_filled_is_read_within_the_childs_limits():
    whole = typed(TYPED, Plan("p"), (), (), MOST)
    file = as_text(whole).encode()
    assert file.count(b"xxxxxxxxxx") and limits.PLAN_BYTES / 2 < len(file) < limits.PLAN_BYTES
    assert plan_of(file) == kept(whole)


@pytest.mark.parametrize("change", [{"title": ""}, {"fields": ["A", ""]}])
def test_a_table_that_nothing_names_is_refused(change: dict[str, Any]):
    gathered = {"kind": "k", "title": "t", "fields": ["A", "B"], "rows": []} | change
    with pytest.raises(Refused, match="not a plan that was downloaded"):
        read_back(json.dumps(as_data(plan()) | {"gathered": [gathered]}).encode())


@pytest.mark.parametrize("row", [[], ["one"], ["one", "two", "three"]])
def test_rows_that_have_not_a_cell_for_each_field_are_refused_since_no_table_can_hold_them(row: list[str]):
    gathered = {"kind": "k", "title": "t", "fields": ["A", "B"], "rows": [["one", "two"], row]}
    with pytest.raises(Refused, match="not a plan that was downloaded"):
        read_back(json.dumps(as_data(plan()) | {"gathered": [gathered]}).encode())


@pytest.mark.parametrize(
    ("sentence", "arguments"),
    [
        ("", {}),
        ("%(n)s dots", {"m": 3}),
        ("50 % done", {"n": 3}),
        ("%(n)d dots", {"n": "three"}),
        ("%s", {"n": 3, "m": 4}),
    ],
)
def test_a_sentence_that_cannot_be_said_with_what_goes_into_it_is_refused(sentence: str, arguments: dict[str, Any]):
    words = {"id": sentence, "arguments": arguments}
    gathered = {"kind": "k", "title": "t", "fields": ["A"], "rows": [[words]]}
    for change in ({"tasks": [{"about": "g1", "words": words}]}, {"gathered": [gathered]}):
        with pytest.raises(Refused, match="not a plan that was downloaded"):
            read_back(json.dumps(as_data(plan()) | change).encode())


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x85", "\u202e", "\u2066"])
def test_signs_that_nobody_sees_do_not_come_in(sign: str):
    before = Plan("p", {"en": f"a{sign}b"}, participants={f"c{sign}d": 2})
    read = read_back(json.dumps(as_data(before)).encode())
    assert (read.title, read.participants) == ({"en": "ab"}, {"cd": 2})


def test_the_digest_on_paper_is_that_of_the_file():
    text = as_text(plan())
    told = report(plan(), "en", english, PACK, data=text)
    assert told.origin[-1] == f"Digest {hashlib.sha256(text.encode()).hexdigest()[:12]}."
    assert told.data == text


@pytest.mark.parametrize("format", FORMATS)
def test_every_file_bears_the_digest(format: str):
    text = as_text(plan())
    told = report(plan(), "en", english, PACK, made=DAY, data=text)
    assert hashlib.sha256(text.encode()).hexdigest()[:12].encode() in printed(exports.make(format, told))


def sent() -> tuple[Plan, Report]:
    """A plan with a life of its own, after the seventh event of its log, with its data."""
    of = replace(plan(), id="p7", version="1.25")
    return of, report(of, "en", english, PACK, made=DAY, seq=7, data=as_text(of))


@pytest.mark.parametrize("format", SAYS)
def test_every_file_says_which_version_it_is_of_which_plan_and_event_by_which_method(format: str):
    _, told = sent()
    found = says(format, exports.make(format, told))
    assert "1.25" in told.subtitle
    assert [line for line in (*told.subtitle.split("\n"), *from_where(told)) if flat(line) not in found] == []


def test_the_calendar_says_from_which_plan_and_event_it_is_and_by_which_method():
    _, told = sent()
    (calendar,) = vobject.readComponents(exports.make("ics", told).decode())
    assert calendar.description.value.split("\n") == [*told.subtitle.split("\n"), *from_where(told)]


def test_the_data_says_from_which_plan_workshop_and_event_they_are_and_by_which_method():
    of, told = sent()
    document = json.loads(told.data)
    assert {key: document[key] for key in ("id", "version", "pack", "pack_version", "workshops")} == {
        "id": "p7",
        "version": "1.25",
        "pack": PACK.key,
        "pack_version": PACK.version,
        "workshops": list(of.workshops),
    }
    assert document["gathering"]["seq"] == 812


def from_where(told: Report) -> list[str]:
    """Each thing that a reader has to know to find the same again, by its first word."""
    assert [line.split()[0] for line in told.origin] == ["Plan", "From", "Workshop", "Method", "Digest"]
    assert told.origin[0] == "Plan p7, as it stood after event 7 of its log."
    assert "as it stood after event 812 of its log." in told.origin[1]
    return list(told.origin)


def printed(file: bytes) -> bytes:
    """What can be read in a file, whatever it is packed in."""
    if file.startswith(b"%PDF"):
        return subprocess.run(["pdftotext", "-", "-"], input=file, capture_output=True, check=True).stdout
    if not file.startswith(b"PK"):
        return file.replace(b"\r\n ", b"")
    with zipfile.ZipFile(BytesIO(file)) as package:
        return b"".join(map(package.read, package.namelist()))


def test_another_plan_or_another_moment_has_another_digest():
    def digest(of: Plan) -> str:
        return report(of, "en", english, PACK, data=as_text(of)).origin[-1]

    assert digest(plan()) == digest(plan()) == digest(read_back(as_text(plan()).encode()))
    assert digest(plan()) != digest(replace(plan(), owner="Somebody"))
    assert digest(plan()) != digest(replace(plan(), gathering=Gathering(seq=813)))
