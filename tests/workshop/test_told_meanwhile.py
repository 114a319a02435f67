"""Of what a form shows only what somebody changed in it is told: the rest stays as it is now."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.plans.commands import EnterFigure, TellProgress
from facilitation.plans.reached import signs_of
from facilitation.shapes import Milestone
from facilitation.shapes.followed import ActionStatus, Period, Told
from tests.conftest import NOON
from tests.workshop.followed import ACTION, FINANCE, GOAL, LAW, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.rounds import open_round
from workshop.store.tables import AccountRow

TENDER = Milestone({"en": "Tender out"}, TODAY - timedelta(days=10))
SIGNED = Milestone({"en": "Contract signed"}, TODAY + timedelta(days=30))
OPENED, CLOSED = (signs[0] for signs in signs_of((TENDER, SIGNED)))


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """An action with two milestones, of which nothing was told yet."""
    action = replace(ACTION, end=date(2027, 6, 30), milestones=(TENDER, SIGNED))
    return followed(tree, plan=replace(PLAN, goals=(replace(GOAL, actions=(action,)),)))


def tell(desk: PlanDesk, status: ActionStatus, comment: str, *milestones: str) -> None:
    assert desk.ask(TellProgress(ACTION.id, status, comment, LAW, TODAY, milestones)).ok


def told(desk: PlanDesk) -> tuple[str, str, set[str]]:
    found: Told = desk.life.told[ACTION.id]
    return found.status, found.comment, set(found.reached)


class Page:
    """Of entering, as it was when somebody opened it."""

    def __init__(self, visitor: Visitor, desk: PlanDesk) -> None:
        self.visitor, self.path = visitor, f"{desk.page}/follow-up/enter"
        self.fields = visitor.form(self.path, "Save").fields
        [self.prefix] = {name.removesuffix("-status") for name in self.fields if name.endswith("-status")}

    def send(self, **changed: str | list[str]) -> None:
        typed = {f"{self.prefix}-{name}": value for name, value in changed.items()}
        sent = {name: value for name, value in {**self.fields, **typed}.items() if value}
        assert self.visitor.client.post(self.path, data=sent).status_code == 303


def test_a_tick_takes_no_tick_of_others_away(desk: PlanDesk, editor: Visitor):
    page = Page(editor, desk)
    tell(desk, "to_come", "", OPENED)
    page.send(milestones=[CLOSED])
    assert told(desk) == ("to_come", "", {OPENED, CLOSED})


def test_a_tick_that_is_taken_away_brings_back_none_that_others_took_away(desk: PlanDesk, editor: Visitor):
    tell(desk, "to_come", "", OPENED, CLOSED)
    page = Page(editor, desk)
    tell(desk, "to_come", "", CLOSED)
    page.send(milestones=[OPENED])
    assert told(desk) == ("to_come", "", set())


def test_a_comment_takes_no_word_back_on_how_far_it_has_come(desk: PlanDesk, editor: Visitor):
    page = Page(editor, desk)
    tell(desk, "paused", "Signed in May.")
    page.send(comment="Two offices are missing.")
    assert told(desk) == ("paused", "Two offices are missing.", set())


def test_how_far_it_has_come_leaves_a_comment_of_others_where_it_is(desk: PlanDesk, editor: Visitor):
    page = Page(editor, desk)
    tell(desk, "to_come", "Signed in May.", OPENED)
    page.send(status="in_progress")
    assert told(desk) == ("in_progress", "Signed in May.", {OPENED})


def test_a_form_that_does_not_say_what_it_showed_tells_all_that_it_holds(desk: PlanDesk, editor: Visitor):
    page = Page(editor, desk)
    tell(desk, "paused", "", OPENED)
    page.send(status="in_progress", milestones=[CLOSED], shown="crooked")
    assert told(desk) == ("in_progress", "", {CLOSED})


# -- Figures --------------------------------------------------------------------------------------------------------

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def asked(tree: Tree, desk: PlanDesk, editor: Visitor) -> PlanDesk:
    """A round is open, so that a figure is asked for also once it was given."""
    with tree.app.app_context(), store.writing() as db:
        by = db.get_one(AccountRow, editor.account)
        open_round(db, tree.ids["homes"], TODAY, TODAY + timedelta(days=9), {}, by, NOON)
    return desk


class Figure(Page):
    """The page of entering, of which only the figure is filled in."""

    def __init__(self, visitor: Visitor, desk: PlanDesk) -> None:
        super().__init__(visitor, desk)
        [self.prefix] = {name.removesuffix("-value") for name in self.fields if name.endswith("-value")}


def give(desk: PlanDesk, value: float, comment: str = "") -> None:
    figure = f"figure-{len(desk.life.entered):04}"
    assert desk.ask(EnterFigure(figure, SHARE.id, YEAR, value, None, None, comment, "", "final", FINANCE, TODAY)).ok


def figures(desk: PlanDesk) -> list[tuple[float, str]]:
    return [(each.value, each.comment) for each in desk.life.entered]


def test_a_figure_that_another_corrected_meanwhile_is_not_brought_back_by_a_page_that_showed_it(
    asked: PlanDesk, editor: Visitor
):
    give(asked, 41)
    page = Figure(editor, asked)
    give(asked, 45)
    page.send()
    assert figures(asked) == [(41, ""), (45, "")]
    page.send(comment="One office is missing.")
    assert figures(asked)[2:] == [(45, "One office is missing.")]


def test_whoever_changes_the_figure_itself_means_it(asked: PlanDesk, editor: Visitor):
    give(asked, 41)
    page = Figure(editor, asked)
    give(asked, 45, "As of May.")
    page.send(value="42")
    assert figures(asked)[2:] == [(42, "As of May.")]


def test_a_third_is_not_corrected_by_a_page_that_cannot_show_all_of_its_digits(asked: PlanDesk, editor: Visitor):
    Figure(editor, asked).send(numerator="1", denominator="3")
    Figure(editor, asked).send()
    assert len(figures(asked)) == 1
