"""How long plans are kept: told to those whose they are; kept by class, hold or branch; removed once by the timer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, PlacePlan, RecordApproval, ReviseField
from facilitation.shapes import Span
from tests.conftest import Clock
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.branch_desk import Ministry
from tests.workshop.maija import dump
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post, posted
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.keeping.classes import months_for, months_of
from workshop.keeping.removal import Gone, carry_out
from workshop.mail.delivery import deliver
from workshop.mail.due import write
from workshop.store import plans
from workshop.store.tables import AuditRow, OrganisationRow, PlanRow

CLASS, OWNER = "02.04.01", "olga@example.fi"
NOTHING = Gone()


class Kept:
    """A plan of the agency homes, whose period is over when it is approved."""

    def __init__(self, app: Flask, clock: Clock, post: Post) -> None:
        self.app, self.clock, self.post, self.tree = app, clock, post, Tree(app)
        plan = replace(sample(), period=Span("2024", date(2024, 1, 1), date(2024, 12, 31)))
        self.desk = PlanDesk(app, self.tree.account("olga"), plan)
        assert self.desk.ask(PlacePlan(self.tree.ids["homes"])).ok

    def says(self, **months: int | str) -> "Kept":
        with store.writing(self.app) as db:
            row = db.get_one(OrganisationRow, self.tree.ids["homes"])
            for name, value in months.items():
                setattr(row, name, value)
        return self

    def approved(self, records_class: str = CLASS) -> "Kept":
        for field, value in (("publicity", "public"), ("records_class", records_class)):
            assert self.desk.revise_plan(field, value).ok
        with self.app.app_context(), store.writing() as db:
            digest = plans.keep_file(db, self.desk.id, b"%PDF-1.7 signed", self.clock())
        day = self.clock().date()
        assert self.desk.ask(RecordApproval("Board", day, "VN/1", digest, "a.pdf", "", "Known", day)).ok
        return self

    def due(self, days: float = 0) -> Gone:
        self.clock.pass_by(days=days)
        with self.app.app_context():
            write(self.app, self.clock())
            deliver(self.app, self.clock())
            return carry_out(self.app, self.clock())

    @property
    def there(self) -> bool:
        with store.reading(self.app) as db:
            return db.get(PlanRow, self.desk.id) is not None


@pytest.fixture
def kept(app: Flask, clock: Clock) -> Iterator[Kept]:
    with posted(app) as post:
        yield Kept(app, clock, post)


# -- Drafts ---------------------------------------------------------------------------------------------------------


def test_without_a_word_every_plan_is_kept_for_good(kept: Kept):
    assert kept.due(days=6000) == NOTHING
    assert kept.there


def test_a_draft_goes_a_month_after_those_whose_it_is_were_told_and_the_trail_says_so(kept: Kept):
    kept.says(drafts_months=6)
    assert kept.due(days=150) == NOTHING
    assert kept.post.to == []
    assert kept.due(days=3) == NOTHING
    assert kept.post.to == [OWNER]
    assert "This plan is removed on" in kept.post.text(OWNER)
    assert kept.due(days=28) == NOTHING
    assert kept.due(days=2) == Gone(plans=1)
    assert not kept.there
    with store.reading(kept.app) as db:
        [line] = [row for row in db.query(AuditRow) if row.action == "remove_plan"]
        assert (line.object, line.detail["why"]) == (kept.desk.id, "draft")


def test_nothing_of_it_is_left_and_done_again_there_is_nothing_more_to_do(kept: Kept):
    words = kept.desk.life.plan.goals[0].to["en"]
    kept.says(drafts_months=1)
    kept.due(days=5)
    assert kept.due(days=40) == Gone(plans=1)
    assert words not in dump(kept.app)
    assert f"plan:{kept.desk.id}" not in dump(kept.app)
    assert kept.due() == NOTHING


def test_where_the_timer_did_not_run_the_month_of_notice_is_given_all_the_same(kept: Kept):
    kept.says(drafts_months=6)
    assert kept.due(days=1000) == NOTHING
    assert kept.due(days=29) == NOTHING
    assert kept.due(days=1) == Gone(plans=1)


def test_a_change_after_the_letter_begins_its_time_anew(kept: Kept):
    kept.says(drafts_months=6)
    kept.due(days=170)
    goal = kept.desk.life.plan.goals[0]
    assert kept.desk.revise(goal.id, "to", "Every agreement has a target.", goal.to["en"]).ok
    assert kept.due(days=60) == NOTHING
    assert kept.there
    assert kept.post.to == [OWNER]


# -- Approved -------------------------------------------------------------------------------------------------------


def test_an_approved_plan_goes_by_the_class_it_was_filed_in_with_its_versions_and_files(kept: Kept):
    kept.says(records_months=f"{CLASS} 12\n03 600", drafts_months=1).approved()
    assert kept.due(days=335) == NOTHING
    assert kept.post.to == [OWNER]
    assert kept.due(days=32) == Gone(plans=1)
    assert "VN/1" not in dump(kept.app)


def test_a_class_that_nobody_named_is_kept_for_good_whatever_drafts_are(kept: Kept):
    kept.says(records_months="03 1", drafts_months=1).approved()
    assert kept.due(days=6000) == NOTHING
    assert kept.due(days=60) == NOTHING
    assert kept.there


def test_the_version_that_is_kept_longest_keeps_the_plan(kept: Kept):
    kept.says(records_months="02 1\n03 24").approved("03.01")
    assert kept.desk.ask(OpenAmendment("Filed elsewhere")).ok
    kept.approved(CLASS)
    assert kept.due(days=365) == NOTHING
    assert kept.post.to == []


def test_time_counts_from_the_end_of_the_period_where_that_is_later(kept: Kept):
    kept.says(records_months=f"{CLASS} 12")
    assert kept.desk.ask(ReviseField(kept.desk.id, "period", "2027–2029", "2024")).ok
    kept.approved()
    assert kept.due(days=(date(2030, 11, 30) - TODAY).days) == NOTHING
    assert kept.post.to == []
    assert kept.due(days=20) == NOTHING
    assert kept.post.to == [OWNER]


@pytest.mark.parametrize(("rests", "gone"), [(False, 2), (True, 0)])
def test_a_plan_on_which_a_branch_s_plan_rests_stays(app: Flask, clock: Clock, rests: bool, gone: int):
    ministry = Ministry(app)
    if rests:
        ministry.begun().editor.send(ministry.goals, "Take the plan to approval")
    with store.writing(app) as db:
        for row in db.query(OrganisationRow):
            row.records_months = "02 1"
    clock.pass_by(days=6000)
    with app.app_context():
        write(app, clock())
        clock.pass_by(days=40)
        assert carry_out(app, clock()).plans == gone


# -- Pages ----------------------------------------------------------------------------------------------------------


def test_an_administrator_reads_beforehand_which_plan_goes_and_keeps_it(kept: Kept, administrator: Visitor):
    kept.says(drafts_months=6)
    assert "26 May 2027" in administrator.get("/retention").text
    page = administrator.send(f"/retention/plans/{kept.desk.id}/hold", why="The audit is not over")
    assert "Kept: The audit is not over" in page.text
    assert kept.due(days=400) == NOTHING
    assert kept.post.to == []
    with store.reading(kept.app) as db:
        assert "hold_plan" in {row.action for row in db.query(AuditRow)}


def test_a_hold_that_is_taken_off_lets_it_go_after_notice(kept: Kept, administrator: Visitor):
    kept.says(drafts_months=6)
    administrator.send(f"/retention/plans/{kept.desk.id}/hold", why="The audit is not over")
    administrator.send("/retention", "Take the hold off")
    assert kept.due(days=200) == NOTHING
    assert kept.due(days=30) == Gone(plans=1)


def test_only_administrators_of_its_organisation_keep_a_plan(kept: Kept):
    kept.says(drafts_months=6)
    other = kept.tree.somebody("administrator", "roads")
    assert kept.desk.life.plan.title["en"] not in other.get("/retention").text
    assert other.get(f"/retention/plans/{kept.desk.id}/hold").status_code == 404


def test_an_organisation_says_both_in_its_settings_and_is_told_of_a_line_that_says_nothing(kept: Kept):
    ann = kept.tree.somebody("administrator", "homes")
    page = f"{kept.tree.page('homes')}/settings"
    ann.send(page, en="Homes", drafts_months="24", records_months="02.04.01 120\n03 12")
    with store.reading(kept.app) as db:
        row = db.get_one(OrganisationRow, kept.tree.ids["homes"])
        assert (row.drafts_months, months_of(row.records_months)) == (24, {CLASS: 120, "03": 12})
    answer = ann.send(page, en="Homes", records_months="02.04.01 for ever")
    assert answer.status_code == 400
    assert "“02.04.01 for ever” is no class" in answer.text


@pytest.mark.parametrize(
    ("filed", "months"),
    [("02", 12), ("02.04", 12), ("02.04.01", 120), ("02.04.01 Strategies", 120), ("020", None), ("03", None)],
)
def test_the_closest_class_around_decides(filed: str, months: int | None):
    assert months_for(filed, {"02": 12, CLASS: 120}) == months


@pytest.mark.parametrize("lines", ["02", "02 0", "02 601", "02 12\n02 24", "twelve"])
def test_lines_that_are_no_class_with_months_are_refused(lines: str):
    with pytest.raises(ValueError, match=lines.splitlines()[-1]):
        months_of(lines)
