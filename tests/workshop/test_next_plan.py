"""A plan becomes the base of the next with its results: each goal is asked for and counted once."""

from collections.abc import Mapping
from datetime import date

import pytest

from facilitation.plans.commands import EnterFigure, OpenAmendment, PlacePlan, RecordApproval, ReviseField
from facilitation.shapes.followed import period_of
from tests.conftest import Clock
from tests.workshop.followed import FINANCE, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.asked import roles_waited_for
from workshop.store.followed import Head, carried, heads
from workshop.store.forest import forest
from workshop.store.rounds import round_now

OVERDUE = "A first figure should be there by now."


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """Homes' plan for 2025–2027."""
    return followed(tree)


def begun(editor: Visitor, desk: PlanDesk, period: str = "2026–2028") -> PlanDesk:
    """The plan after it, begun on the page."""
    page = editor.send("/plans/new", "", begins="plan", plan=desk.id, period=period, title_en="Next plan of Homes")
    return PlanDesk.at(desk.app, editor.account, page.request.path.split("/")[2])


def approved(desk: PlanDesk) -> PlanDesk:
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        if getattr(desk.life.plan, field) != value:
            assert desk.revise_plan(field, value).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    return desk


def asked_in(visitor: Visitor, desk: PlanDesk) -> bool:
    return "-value" in visitor.get(f"{desk.page}/follow-up/enter").text


def test_while_the_next_plan_is_a_draft_the_earlier_one_is_followed(desk: PlanDesk, editor: Visitor, tree: Tree):
    begun(editor, desk)
    assert asked_in(editor, desk)
    assert f"{desk.page}/follow-up" in editor.get(tree.page("homes") + "/follow-up").text


def test_once_the_next_plan_is_approved_the_earlier_one_asks_for_nothing(desk: PlanDesk, editor: Visitor, tree: Tree):
    assert asked_in(editor, desk)
    later = approved(begun(editor, desk))
    assert not asked_in(editor, desk)
    assert asked_in(editor, later)


def test_what_the_earlier_one_still_owed_is_overdue_in_the_next_alone(desk: PlanDesk, editor: Visitor):
    assert OVERDUE in editor.get(f"{desk.page}/follow-up").text
    later = approved(begun(editor, desk))
    assert OVERDUE not in editor.get(f"{desk.page}/follow-up").text
    assert OVERDUE in editor.get(f"{later.page}/follow-up").text


def test_a_round_asks_the_one_that_stands(desk: PlanDesk, editor: Visitor, tree: Tree):
    later = approved(begun(editor, desk))
    path = tree.page("homes") + "/rounds"
    editor.send(path, "Set the round", opens=f"{TODAY}", due=f"{NEXT_YEAR}")
    told = editor.get(path).text
    assert f"{later.page}/follow-up" in told
    assert f"{desk.page}/follow-up" not in told
    with desk.app.app_context(), store.reading() as db:
        known, day = forest(db), TODAY
        round = round_now(db, known, tree.ids["homes"], day)
        assert round is not None
        plans = carried(db, tree.ids["homes"], known, day)
        waits = roles_waited_for(plans, round, day)[FINANCE.casefold()]
    assert [each.id for each in waits.plans] == [later.id]


def test_each_goal_is_counted_once(desk: PlanDesk, editor: Visitor, tree: Tree):
    later = approved(begun(editor, desk))
    told = editor.get(tree.page("homes") + "/follow-up").text
    assert f"{later.page}/follow-up" in told
    assert f"{desk.page}/follow-up" not in told


def test_an_amendment_of_the_earlier_plan_does_not_bring_it_back_into_the_branch(
    desk: PlanDesk, editor: Visitor, tree: Tree
):
    approved(begun(editor, desk))
    assert desk.ask(OpenAmendment("A slip")).ok
    assert desk.ask(ReviseField(desk.id, "title", "The earlier one", PLAN.title["en"], "en")).ok
    approved(desk)
    told = tree.somebody("steering", "housing").get(tree.page("housing") + "/branch").text
    assert "Next plan of Homes" in told
    assert "The earlier one" not in told


def test_the_two_lead_to_each_other_and_the_earlier_one_says_that_it_is_closed(desk: PlanDesk, editor: Visitor):
    later = approved(begun(editor, desk))
    for path in (desk.page, f"{desk.page}/follow-up"):
        told = editor.get(path).text
        assert "nothing is asked for here any more" in told
        assert f'href="{later.page}">Next plan of Homes' in told
    assert "Closed" in editor.get(desk.page).text
    for path in (later.page, f"{later.page}/follow-up"):
        assert f'href="{desk.page}">{PLAN.title["en"]}' in editor.get(path).text


def test_a_plan_is_in_follow_up_once_anything_was_entered(desk: PlanDesk, editor: Visitor):
    assert "In follow-up" not in editor.get(desk.page).text
    enter(editor, desk, value="12")
    assert "In follow-up" in editor.get(desk.page).text


def test_what_was_entered_into_the_earlier_plan_stays_and_goes_on_in_the_next(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="12", comment="Counted by hand.")
    later = approved(begun(editor, desk))
    for each in (desk, later):
        assert "Counted by hand." in editor.get(f"{each.page}/follow-up").text
    assert not asked_in(editor, later), "the period was given in the earlier plan"


def test_a_definition_that_the_next_plan_changes_breaks_the_series(desk: PlanDesk, editor: Visitor):
    enter(editor, desk, value="12")
    later = begun(editor, desk)
    assert later.ask(ReviseField(SHARE.id, "definition", "Only agreements in force.", "", "en")).ok
    approved(later)
    assert "a new series begins" in editor.get(f"{later.page}/follow-up").text
    assert "a new series begins" not in editor.get(f"{desk.page}/follow-up").text


def test_who_only_took_the_words_of_another_organisations_plan_closes_nothing(tree: Tree, desk: PlanDesk):
    head = tree.somebody("editor", "repairs")
    desk.invite(head.account, "reader")
    later = begun(head, desk)
    assert later.ask(PlacePlan(tree.ids["repairs"])).ok
    approved(later)
    assert asked_in(tree.somebody("editor", "homes"), desk)


def test_a_plan_for_years_to_come_waits_until_they_begin(desk: PlanDesk, editor: Visitor, tree: Tree, clock: Clock):
    later = approved(begun(editor, desk, "2027–2029"))
    told = editor.get(tree.page("homes") + "/follow-up").text
    assert f"{desk.page}/follow-up" in told
    assert f"{later.page}/follow-up" not in told
    assert "this plan is followed by another" in editor.get(desk.page).text
    clock.pass_by(days=(date(2027, 1, 2) - TODAY).days)
    told = tree.somebody("reader", "homes").get(tree.page("homes") + "/follow-up").text
    assert f"{desk.page}/follow-up" not in told
    assert f"{later.page}/follow-up" in told


def test_a_figure_that_comes_late_into_an_earlier_plan_is_seen_by_every_plan_after_it(
    desk: PlanDesk, editor: Visitor, tree: Tree
):
    second = approved(begun(editor, desk))
    third = approved(begun(editor, second, "2027–2029"))
    before = known(tree)
    year = period_of("yearly", date(2025, 1, 1))
    figure = EnterFigure("figure-late", SHARE.id, year, 30, 30, 100, "", "", "final", FINANCE, TODAY)
    assert desk.ask(figure).ok
    assert {plan for plan, head in known(tree).items() if head != before[plan]} == {desk.id, second.id, third.id}


def known(tree: Tree) -> Mapping[str, Head]:
    """How far each plan of Homes has come, by what is remembered of it."""
    with tree.app.app_context(), store.reading() as db:
        return {head.plan: head for head in heads(db, [tree.ids["homes"]])}
