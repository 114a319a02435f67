"""Files of a plan that lives by itself: made, looked at, told in two languages and keyed in as a draft's are."""

from hashlib import sha256

import pytest
from flask import Flask

from facilitation.plans.commands import KeepVersion, ReviseField
from tests.conftest import signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.test_gallery import Looking
from tests.workshop.test_making import Gate, gate, until
from tests.workshop.test_transfer import book
from tests.workshop.visitor import Visitor
from workshop.exports import FORMATS
from workshop.uploads import child

__all__ = ["gate"]

AIM = sample().goals[0].to["en"]
NEW = "Every agreement has a target that is looked at by everybody."


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    """Fay's plan, of whose first goal version 0.1 says something else than the plan does now."""
    desk = PlanDesk(app, facilitator.account)
    assert desk.ask(KeepVersion("As it left the room")).ok
    assert desk.revise(desk.life.plan.goals[0].id, "to", NEW, AIM).ok
    return desk


@pytest.fixture
def ben(app: Flask) -> Visitor:
    return signed_in(app, "ben@example.fi", "Ben", "facilitator")


class PlanLooking(Looking):
    """Somebody at a plan's own pages whose script asks for files and pictures."""

    def __init__(self, visitor: Visitor, plan: str) -> None:
        super().__init__(visitor, plan)
        self.draft, self.page, self.file = f"/plans/{plan}", f"/plans/{plan}/files", f"/plans/{plan}/plan"


@pytest.fixture
def fay(desk: PlanDesk, facilitator: Visitor) -> PlanLooking:
    return PlanLooking(facilitator, desk.id)


def test_what_is_made_beside_the_page_is_what_the_plain_link_gives(desk: PlanDesk, fay: PlanLooking):
    making = fay.asked("md", version="0.1")
    until(fay.is_(making, "made"))
    made, plain = fay.fetched(making), fay.visitor.get(f"{desk.page}/plan.md?version=0.1")
    assert made.data == plain.data
    assert AIM in plain.text
    assert NEW not in plain.text
    assert NEW in fay.visitor.get(f"{desk.page}/plan.md").text
    assert ", 0.1.md" in made.headers["Content-Disposition"]
    assert made.headers["Content-Disposition"] == plain.headers["Content-Disposition"]


def test_a_file_in_the_making_is_given_up(fay: PlanLooking, gate: Gate):
    making = fay.asked("slow")
    until(gate.at_work)
    fay.give_up(making)
    until(fay.is_(making, "unmade"))
    assert fay.stands(making)["words"] == "Cancelled. Nothing was made."


def test_every_format_of_a_version_has_its_card(desk: PlanDesk, fay: PlanLooking):
    page = fay.visitor.get(f"{fay.page}?version=0.1").text.replace("&amp;", "&")
    assert all(f"{desk.page}/plan.{format}?version=0.1" in page for format in (*FORMATS, "json"))
    assert "Version 0.1" in page
    assert f"{fay.page}?version=0.1" in fay.visitor.get(f"{desk.page}?version=0.1").text
    assert fay.visitor.get(f"{fay.page}?version=9.9").status_code == 404


def test_the_first_pages_are_of_the_version_that_was_asked_for(fay: PlanLooking):
    def seen(**asked: str) -> str:
        return "".join(fay.visitor.get(each["address"]).text for each in fay.pages("docx", **asked)["pages"])

    last = AIM.split()[-1].rstrip(".")
    assert "everybody" in seen()
    assert "everybody" not in seen(version="0.1")
    assert last in seen(version="0.1")


def test_a_reader_takes_files_and_brings_none_back(desk: PlanDesk, ben: Visitor):
    assert ben.get(f"{desk.page}/files").status_code == 404
    desk.invite(ben.account, "reader")
    assert ben.get(f"{desk.page}/files").status_code == 200
    page = ben.get(desk.page).text
    assert "See the first pages" in page
    assert "Bring a workbook back" not in page
    for part in ("workbook", "document"):
        assert ben.get(f"{desk.page}/{part}").status_code == 403


def test_what_was_made_for_one_is_nobody_elses_nor_theirs_once_they_have_no_part(
    desk: PlanDesk, fay: PlanLooking, ben: Visitor
):
    desk.invite(ben.account, "reader")
    bens, fays = PlanLooking(ben, desk.id), fay.asked("md")
    making = bens.asked("md")
    until(bens.is_(making, "made"))
    assert bens.fetched(making).status_code == 200
    assert ben.client.get(fays).status_code == 404
    desk.invite(ben.account)
    assert ben.client.get(making).status_code == 404


def test_two_languages_stand_side_by_side_and_what_is_missing_is_marked(desk: PlanDesk, fay: PlanLooking):
    page = fay.visitor.get(f"{desk.page}?beside=sv").text
    assert "side by side" in page
    assert f"{desk.page}/plan.docx?beside=sv" in page
    goal, path = desk.life.plan.goals[0], f"{desk.page}/plan.md?beside=sv"
    told = fay.visitor.get(path).text
    assert NEW in told
    assert goal.to["sv"] in told
    before = told.count("saknas")
    assert desk.ask(ReviseField(goal.id, "to", "", goal.to["sv"], "sv")).ok
    assert fay.visitor.get(path).text.count("saknas") > before
    assert fay.visitor.get(f"{desk.page}/plan.ics?beside=sv").status_code == 404


def test_a_file_says_which_plan_it_is_from_but_for_one_in_two_languages(desk: PlanDesk, fay: PlanLooking):
    stamp = child.read(fay.visitor.get(f"{desk.page}/plan.xlsx?version=0.1").data)["stamp"]
    assert (stamp["plan"], stamp["version"], stamp["seq"], stamp["language"]) == (desk.id, "0.1", "1", "en")
    assert child.read(fay.visitor.get(f"{desk.page}/plan.xlsx?beside=sv").data)["stamp"] == {}


@pytest.mark.parametrize("format", SAYS)
def test_every_file_bears_plan_version_number_and_digest(desk: PlanDesk, fay: PlanLooking, format: str):
    told = says(format, fay.visitor.get(f"{desk.page}/plan.{format}?version=0.1").data)
    digest = sha256(fay.visitor.get(f"{desk.page}/plan.json?version=0.1").data).hexdigest()[:12]
    for borne in (desk.id, "0.1", "event 1 of its log", digest):
        assert flat(borne) in told, borne


def test_a_plan_is_laid_out_to_be_keyed_in_elsewhere(desk: PlanDesk, fay: PlanLooking):
    path = f"{desk.page}/transfer/hankintaluotsi"
    assert f'href="{path}"' in fay.visitor.get(desk.page).text
    page = fay.visitor.get(path).text
    assert f"data-cell>{NEW}</dd>" in page
    assert f'data-transfer="{desk.id}.0.hankintaluotsi"' in page
    assert AIM in fay.visitor.get(f"{path}?version=0.1").text
    assert any(NEW in row for rows in book(fay.visitor, path).values() for row in rows)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_of_files_is_read_in_every_language(desk: PlanDesk, facilitator: Visitor, language: str):
    second = "sv" if language == "fi" else "fi"
    for part in ("/files", "/transfer/hankintaluotsi", "/workbook", "/document", f"?beside={second}"):
        page = facilitator.get(desk.page + part, **{"Accept-Language": language})
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text
