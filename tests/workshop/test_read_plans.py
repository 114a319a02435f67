"""Every file of many plans says of each which version was read, after which event of its log, and its digest."""

from hashlib import sha256

import pytest
from flask import Flask

from tests.conftest import NOON
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import flat, says
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.forest import move

FILES = ("pptx", "docx", "pdf", "xlsx", "md")
OF_A_BRANCH = ("plan", "agreements", "years")


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


def borne(visitor: Visitor, desk: PlanDesk, version: str) -> tuple[str, ...]:
    """What a version's own data is known by."""
    data = visitor.get(f"{desk.page}/plan.json?version={version}").data
    return desk.id, version, sha256(data).hexdigest()[:12]


def lacking(format: str, file: bytes, *wanted: str) -> list[str]:
    told = says(format, file)
    return [each for each in wanted if flat(each) not in told]


@pytest.mark.parametrize("of", OF_A_BRANCH)
@pytest.mark.parametrize("format", FILES)
def test_a_file_of_a_branch_bears_what_the_units_own_files_bear(ministry: Ministry, of: str, format: str):
    file = ministry.editor.get(f"{ministry.page('housing')}/branch/file.{format}?of={of}").data
    for name, desk in (("homes", ministry.homes), ("repairs", ministry.repairs)):
        wanted = (*borne(ministry.somebody("editor", name), desk, "1.0"), str(desk.life.versions[-1].seq))
        assert lacking(format, file, *wanted) == []


def test_an_approved_branch_rests_on_the_versions_that_were_read_then_and_bears_its_own(ministry: Ministry):
    editor = ministry.somebody("editor", "homes")
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    before = borne(editor, ministry.homes, "1.0")
    redefine(ministry.homes)
    [after] = {borne(editor, ministry.homes, "1.1")[-1]}
    file = ministry.editor.get(f"{ministry.page('housing')}/branch/file.md").data
    own = ministry.life.versions[-1]
    assert lacking("md", file, *before, ministry.plan.id, own.number, str(own.seq)) == []
    assert lacking("md", file, after) == [after]


@pytest.mark.parametrize("format", FILES)
def test_a_report_of_follow_up_says_how_far_each_log_had_come(ministry: Ministry, format: str):
    head = ministry.somebody("steering", "housing")
    file = head.get(f"{ministry.page('housing')}/follow-up/report.{format}").data
    wanted = borne(ministry.somebody("editor", "homes"), ministry.homes, "1.0")
    assert lacking(format, file, *wanted, str(ministry.homes.life.seq), ministry.repairs.id) == []


def test_of_one_plan_the_report_says_after_which_event(ministry: Ministry):
    file = ministry.somebody("editor", "homes").get(f"{ministry.homes.page}/follow-up/report.md").data
    homes = ministry.homes
    assert lacking("md", file, f"Plan {homes.id}, as it stood after event {homes.life.seq} of its log.") == []


def test_all_branches_together_name_the_plan_of_each(app: Flask, ministry: Ministry):
    ministry.add("state")
    with app.app_context(), store.writing() as db:
        move(db, ministry.ids["housing"], ministry.ids["state"], TODAY, None, NOON)
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    steering = ministry.somebody("steering", "state")
    file = steering.get(f"{ministry.page('state')}/branch/file.md?of=branches").data
    own = PlanDesk.at(app, "", ministry.plan.id)
    assert lacking("md", file, *borne(ministry.editor, own, "1.0")) == []
