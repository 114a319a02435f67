"""Rows of where goals stand: what pages over many plans read is what each plan's own log says."""

import json
from dataclasses import replace
from datetime import date

from flask import Flask
from lxml import html
from sqlalchemy import select, update

from facilitation import packs
from facilitation.followup import Outlook, follow, follow_loose, loose_actions, loose_on, standings, standings_on
from facilitation.plans.commands import EnterFigure, WithdrawFigure
from facilitation.plans.results import redefined, with_results
from facilitation.shapes import Plan
from facilitation.shapes.followed import period_of
from facilitation.shapes.series import Counting
from tests.workshop.followed import ACTION, FINANCE, PLAN, SHARE, followed, redefine
from tests.workshop.older import migrated_again
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import page
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from workshop import store
from workshop.room import rooms_of
from workshop.store import duties, outlook, versions
from workshop.store.followed import followed_by_id, heads_by_id
from workshop.store.tables import PlanOutlookRow
from workshop.together.joined import told_of

DAYS = [date(2026, 1, 1), date(2026, 6, 1), date(2027, 3, 1), date(2028, 6, 1)]
DAYS_OF_ROUND = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}


def test_the_rows_tell_on_every_day_what_a_fold_of_the_log_tells(tree: Tree):
    homes = followed(tree)
    told_alike(homes)
    enter(tree.somebody("editor", "homes"), homes, value="12")
    told_alike(homes)
    redefine(homes)
    told_alike(homes)


def test_the_rows_tell_the_same_of_actions_that_belong_to_no_goal(tree: Tree):
    told_alike(followed(tree, plan=replace(PLAN, loose_actions=(replace(ACTION, id="action-loose"),))))


def told_alike(desk: PlanDesk) -> None:
    with desk.app.app_context(), store.reading() as db:
        [(_, kept)] = outlook.kept(db, [desk.id])
        [(_, asking)] = duties.kept(db, [desk.id])
        [standing] = followed_by_id(db, [desk.id])
        assert asking == duties.of(standing)
    life, plan = desk.life, with_results(desk.life)
    assert plan
    strategy = packs.load(plan.pack).strategy
    for day in DAYS:
        folded = standings(follow(plan, life.entered, day, strategy, Counting(redefined(life))))
        assert tuple(standings_on(day, kept.goals, plan.organisation, strategy, plan.pack, plan.id)) == folded
        assert loose_on(day, kept.loose) == loose_actions(follow_loose(plan, life.entered, day))


def test_each_approved_version_has_a_row_that_never_changes(tree: Tree):
    homes = followed(tree)
    first = versions_kept(homes)
    redefine(homes)
    assert versions_kept(homes) == first | {each.number: each.plan for each in homes.life.versions if each.approved}
    assert len(first) == 1


def versions_kept(desk: PlanDesk) -> dict[str, Plan]:
    numbers = [(desk.id, each.number) for each in desk.life.versions]
    with desk.app.app_context(), store.reading() as db:
        return {number: found.plan for (_, number), found in versions.approved(db, numbers)}


def test_a_row_from_before_there_were_outlooks_is_read_all_the_same(app: Flask, tree: Tree):
    homes, head = followed(tree), tree.somebody("steering", "housing")
    tree.somebody("editor", "housing").send(tree.page("housing") + "/rounds", "Set the round", **DAYS_OF_ROUND)
    with app.app_context(), store.writing() as db:
        db.execute(update(PlanOutlookRow).values(body="", duties=""))
    enter(tree.somebody("editor", "homes"), homes, value="12")
    with app.app_context(), store.writing() as db:
        db.execute(update(PlanOutlookRow).values(body="", duties="", reckoned=0))
    assert "The goal lags behind" in page(head, tree, "housing")
    assert given_and_asked(head.get(tree.page("housing") + "/rounds").text) == ("1", "1")


def test_what_an_older_version_reckoned_is_made_anew_by_whoever_reads_it_first(app: Flask, tree: Tree):
    homes, head = followed(tree), tree.somebody("steering", "housing")
    with app.app_context(), store.writing() as db:
        db.execute(update(PlanOutlookRow).values(body="of another rule", duties="the same"))
    migrated_again(app, "0030")
    assert "No figure" in page(head, tree, "housing")
    told_alike(homes)


def test_no_row_is_renewed_by_what_was_read_before_something_came_in(app: Flask, tree: Tree):
    homes = followed(tree)
    with app.app_context(), store.reading() as db:
        early = {each.plan.id: told_of(each) for each in followed_by_id(db, [homes.id])}
        signs = {each.plan: each.sign for each in heads_by_id(db, [homes.id])}
    enter(tree.somebody("editor", "homes"), homes, value="12")
    with app.app_context(), store.writing() as db:
        outlook.renew(db.connection(), early, signs)
    told_alike(homes)


def test_they_are_kept_by_a_thread_that_can_ask_nothing_of_its_own(app: Flask, tree: Tree):
    """As under gevent on SQLite, where files are waited for beside the loop."""
    homes, head = followed(tree), tree.somebody("steering", "housing")
    with app.app_context(), store.writing() as db:
        rooms_of().transactions.beside = True
        db.execute(update(PlanOutlookRow).values(reckoned=0))
    assert "No figure" in page(head, tree, "housing")
    told_alike(homes)


def test_a_figure_that_came_and_went_leaves_a_plan_that_nobody_takes_for_the_one_before(tree: Tree):
    homes = followed(tree)
    signs = {sign_of(homes)}
    for act in (FIGURE, WithdrawFigure(FIGURE.figure, "Of another year.", "", TODAY)):
        assert homes.ask(act).ok
        signs.add(sign_of(homes))
    assert len(signs) == 3


def sign_of(desk: PlanDesk) -> str:
    with desk.app.app_context(), store.reading() as db:
        [head] = heads_by_id(db, [desk.id])
    return head.sign


FIGURE = EnterFigure(
    "figure-1", SHARE.id, period_of("yearly", date(2025, 1, 1)), 40, 40, 100, "", "", "final", FINANCE, TODAY
)


def given_and_asked(page: str) -> tuple[str, str]:
    first, second = html.fromstring(page).xpath("//td[@class='num']")
    return first.text, second.text


OLDER = [
    ["on_its_way", "on_its_way", 0.0, "2027-03-31"],
    ["no_figure", "unentered", 0.0, "2027-06-30"],
    ["behind", "behind", 0.5, "2027-03-31"],
    ["slightly_behind", "slightly_behind", 0.1, None],
]
"""How metrics looked in rows of before 0027: status, reason, lag, and after which day a newer figure is overdue."""


def older(*metrics: int) -> list[object]:
    return [{"en": "Repairs"}, "Head of repairs", "", "", [OLDER[each] for each in metrics], 1, ["2027-01-31"]]


def test_rows_of_where_each_metric_is_tell_where_goals_stand_once_they_were_migrated(app: Flask, tree: Tree):
    followed(tree)
    goals = [older(), older(0, 1), older(2, 0), older(3)]
    with store.writer_of(app).begin() as connection:
        connection.execute(update(PlanOutlookRow).values(body=json.dumps([{"en": "Plan"}, "Homes", "", goals])))
    migrated_again(app, "0026")
    with app.app_context(), store.reading() as db:
        kept = outlook.read(db.scalars(select(PlanOutlookRow.body)).one())
    assert [phases(goal) for goal in kept.goals] == [
        ["no_figure for good"],
        ["no_figure until 2027-03-31", "overdue until 2027-06-30", "overdue for good"],
        ["behind until 2027-03-31", "behind for good"],
        ["slightly_behind for good"],
    ]
    assert [phase.lag for goal in kept.goals for phase in goal.phases] == [0, 0, 0, 0, 0.5, 0.5, 0.1]
    assert [phase.reason for phase in kept.goals[1].phases] == ["unentered", "newer_owed", "newer_owed"]
    assert {(goal.owner, goal.late_after) for goal in kept.goals} == {("Head of repairs", (date(2027, 1, 31),))}


def phases(goal: Outlook) -> list[str]:
    return [f"{each.status} {f'until {each.until}' if each.until else 'for good'}" for each in goal.phases]
