"""What was approved elsewhere is recorded: when and under which number, how it is filed, and with its signed file."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.conftest import NOON
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_answers import desk as desk
from tests.workshop.visitor import Visitor


def test_what_was_approved_elsewhere_is_recorded_with_its_file_and_then_amended(desk: PlanDesk, facilitator: Visitor):
    desk.revise(desk.id, "publicity", "public", "")
    desk.revise(desk.id, "records_class", "02.04.01", "")
    fields = {"approver": "Management team", "day": "2026-11-25", "record_number": "TEM/1/2026", "reason": "Known."}
    page = facilitator.send(f"{desk.page}/approval", "Record", file=(BytesIO(b"MZ"), "virus.exe"), **fields)
    assert "Bring a PDF" in page.text
    facilitator.send(f"{desk.page}/approval", "Record", file=(BytesIO(b"%PDF-1.7 signed"), "signed.pdf"), **fields)
    page = facilitator.get(f"{desk.page}/approval")
    assert "TEM/1/2026" in page.text
    link = page.text.split(f"{desk.page}/approval/signed/")[1].split('"')[0]
    assert facilitator.get(f"{desk.page}/approval/signed/{link}").data == b"%PDF-1.7 signed"
    facilitator.send(f"{desk.page}/approval", "Open an amendment", reason="A new head")
    assert (desk.row.stage, desk.row.published) == ("amended", "1.0")


def test_why_a_plan_is_amended_is_read_by_whoever_approves_it_and_stays_beside_what_was_approved_then(
    desk: PlanDesk, facilitator: Visitor
):
    fields = {"approver": "Management team", "day": "2026-11-25", "record_number": "TEM/1/2026"}
    filed = {"publicity": "public", "records_class": "02.04.01", "reason": "Known."}
    facilitator.send(f"{desk.page}/approval", "Record", **fields, **filed)
    first = facilitator.send(f"{desk.page}/approval", "Open an amendment", reason="A new head").text
    assert "A new head" in first.partition("Approved so far")[0]
    page = facilitator.send(f"{desk.page}/approval", "Record", **fields | {"record_number": "TEM/2/2026"}).text
    before, _, approved = page.partition("Approved so far")
    assert "A new head" not in before
    second, _, first = approved.partition("Version 1.0")
    assert ("A new head" in second, "A new head" in first) == (True, False)
    again = facilitator.send(f"{desk.page}/approval", "Open an amendment", reason="New targets").text
    assert "New targets" in again.partition("Approved so far")[0]


def test_what_was_approved_elsewhere_is_filed_where_it_is_recorded(desk: PlanDesk, facilitator: Visitor):
    fields = {"approver": "Management team", "day": "2026-11-25", "record_number": "TEM/1/2026", "reason": "Known."}
    page = facilitator.send(f"{desk.page}/approval", "Record", records_class="02.04.01", **fields)
    assert page.status_code == 400
    asked = page.text.split("It was approved elsewhere")[1].split("Who approved it")[0]
    assert "Say how public the plan is." in asked
    assert 'value="02.04.01"' in page.text
    facilitator.send(f"{desk.page}/approval", "Record", publicity="public", records_class="02.04.01", **fields)
    published = desk.life.published
    assert published and (published.plan.publicity, published.plan.records_class) == ("public", "02.04.01")


@pytest.mark.parametrize(("ending", "said"), [("asice", "asic-e"), ("asics", "asic-s")])
def test_a_container_of_signatures_is_recorded_and_given_back_as_what_it_is(
    desk: PlanDesk, facilitator: Visitor, ending: str, said: str
):
    file = container(f"application/vnd.etsi.{said}+zip")
    record(desk, facilitator, file, f"plan.{ending}")
    link = facilitator.get(f"{desk.page}/approval").text.split(f"{desk.page}/approval/signed/")[1].split('"')[0]
    given = facilitator.get(f"{desk.page}/approval/signed/{link}")
    assert given.data == file
    assert given.headers["Content-Disposition"].endswith(f".{ending}")
    assert given.mimetype == f"application/vnd.etsi.{said}+zip"


@pytest.mark.parametrize("said", ["application/zip", "application/vnd.etsi.asic-e+zip-and-more", ""])
def test_an_archive_that_is_no_such_container_is_not_recorded(desk: PlanDesk, facilitator: Visitor, said: str):
    assert "Bring a PDF or an ASiC container" in record(desk, facilitator, container(said), "plan.asice")
    assert desk.row.stage == "draft"


def record(desk: PlanDesk, by: Visitor, file: bytes, name: str) -> str:
    desk.revise(desk.id, "publicity", "public", "")
    desk.revise(desk.id, "records_class", "02.04.01", "")
    fields = {"approver": "Management team", "day": "2026-11-25", "record_number": "TEM/1/2026", "reason": "Known."}
    return by.send(f"{desk.page}/approval", "Record", file=(BytesIO(file), name), **fields).text


def container(said: str) -> bytes:
    """An archive that says first of all what it is, with a document and a signature."""
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", said)
        archive.writestr("plan.pdf", b"%PDF-1.7", ZIP_DEFLATED)
        archive.writestr("META-INF/signatures.xml", "<asic/>", ZIP_DEFLATED)
    return kept.getvalue()


def test_a_day_that_is_still_to_come_is_not_recorded(desk: PlanDesk, facilitator: Visitor):
    desk.revise(desk.id, "publicity", "public", "")
    desk.revise(desk.id, "records_class", "02.04.01", "")
    tomorrow = (NOON + timedelta(days=1)).date().isoformat()
    fields = {"approver": "Management team", "day": tomorrow, "record_number": "1", "reason": "Known."}
    page = facilitator.send(f"{desk.page}/approval", "Record", **fields)
    assert page.status_code == 400
    assert "still to come" in page.text
