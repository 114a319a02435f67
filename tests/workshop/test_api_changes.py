"""A program changes a plan from what it saw, and takes it as a file."""

from io import BytesIO

import pytest

from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program
from tests.workshop.test_api_plans import desk, first_goal, homes, revised
from tests.workshop.visitor import Visitor

__all__ = ["desk", "homes"]


# -- Changing -------------------------------------------------------------------------------------------------------


def test_a_field_changes_from_what_the_writer_saw(desk: PlanDesk, homes: Program):
    before = desk.life.plan.goals[0].to["en"]
    done = homes.post(f"/plans/{desk.id}/commands", revised(desk, "Every agreement has one.", before)).get_json()
    assert done == {"seq": desk.life.seq, "beside": False}
    assert desk.life.plan.goals[0].to["en"] == "Every agreement has one."


def test_what_came_too_late_stands_beside_what_is_there(desk: PlanDesk, homes: Program):
    done = homes.post(f"/plans/{desk.id}/commands", revised(desk, "Every agreement has one.", "an older text"))
    assert done.get_json()["beside"]
    assert len(desk.life.kept) == 1


def test_a_line_is_added_taken_out_and_put_back(desk: PlanDesk, homes: Program):
    path, line = f"/plans/{desk.id}/commands", "metric-from-books"
    values = {"name": {"en": "Share of agreements with a target"}}
    added = {"type": "AddLine", "kind": "metric", "line": line, "values": values, "under": first_goal(desk)}
    assert homes.post(path, added).status_code == 200
    assert homes.get(f"/plans/{desk.id}/metrics/{line}").get_json()["goals"] == [first_goal(desk)]
    assert homes.post(path, {"type": "DropLine", "line": line, "reason": "Counted twice"}).status_code == 200
    assert homes.get(f"/plans/{desk.id}/metrics/{line}").status_code == 404
    assert homes.post(path, {"type": "PutLineBack", "line": line}).status_code == 200
    assert homes.get(f"/plans/{desk.id}/metrics/{line}").status_code == 200


def test_a_change_that_is_held_to_an_older_state_is_not_made(desk: PlanDesk, homes: Program):
    etag = homes.get(f"/plans/{desk.id}").headers["ETag"]
    before = desk.life.plan.goals[0].to["en"]
    path, first, second = f"/plans/{desk.id}/commands", revised(desk, "One", before), revised(desk, "Two", "One")
    done = homes.post(path, first, If_Match=etag)
    assert done.status_code == 200
    assert homes.post(path, second, If_Match=etag).status_code == 412
    assert homes.post(path, second, If_Match=done.headers["ETag"]).status_code == 200
    assert homes.get(f"/plans/{desk.id}", If_None_Match=etag).status_code == 200


@pytest.mark.parametrize(
    "command",
    [
        {"type": "ApprovePlan", "remarks": "", "today": "2026-11-26"},
        {"type": "PlacePlan", "organisation": "x"},
        {"type": "DropLine", "line": 1},
        {"type": "DropLine", "line": "x", "surprise": 1},
        {"line": "x"},
    ],
)
def test_what_is_no_command_of_programs_is_told_so(desk: PlanDesk, homes: Program, command: dict):
    assert homes.post(f"/plans/{desk.id}/commands", command).status_code == 422


def test_what_is_not_json_is_told_so(desk: PlanDesk, homes: Program):
    path, header = f"/api/v1/plans/{desk.id}/commands", {"Authorization": f"Bearer {homes.token}"}
    for kind, data, status in (("text/plain", b"{}", 415), ("application/json", b"{", 400)):
        assert homes.client.post(path, headers=header, content_type=kind, data=data).status_code == status


# -- Files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_plan_is_taken_as_a_file_in_the_language_that_is_asked_for(desk: PlanDesk, homes: Program, language: str):
    file = homes.get(f"/plans/{desk.id}/exports/md", Accept_Language=language)
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert desk.life.plan.title[language] in file.text


@pytest.mark.parametrize(("format", "page"), [("xlsx", "workbook"), ("docx", "document")])
def test_a_file_taken_by_a_program_comes_back_to_its_page_and_differs_in_nothing(
    desk: PlanDesk, homes: Program, facilitator: Visitor, format: str, page: str
):
    desk.invite(facilitator.account, "editor")
    file = homes.get(f"/plans/{desk.id}/exports/{format}", Accept_Language="sv").data
    compared = facilitator.send(f"{desk.page}/{page}", file=(BytesIO(file), f"plan.{format}"))
    assert f"Nothing in the {page} is to be taken in" in compared.text


def test_a_file_that_one_has_is_not_made_again(desk: PlanDesk, homes: Program):
    path = f"/plans/{desk.id}/exports/md"
    file = homes.get(path)
    assert homes.get(path, If_None_Match=file.headers["ETag"]).status_code == 304
    assert homes.get(f"{path}?of=board").status_code == 200
    assert homes.get(f"/plans/{desk.id}/exports/exe").status_code == 400
