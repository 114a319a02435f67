"""Rows of where goals stand: what pages over many plans read is what each plan's own log says."""

import json
from datetime import date

from flask import Flask
from lxml import html
from sqlalchemy import update

from facilitation import packs
from facilitation.followup import Outlook, follow, standings, standings_on
from facilitation.plans.results import redefined, with_results
from facilitation.shapes import Plan
from facilitation.shapes.series import Counting
from tests.workshop.followed import followed, redefine
from tests.workshop.older import migrated_again
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import page
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from workshop import store
from workshop.store import duties, outlook, versions
from workshop.store.followed import followed_by_id
from workshop.store.tables import PlanOutlookRow

DAYS = [date(2026, 1, 1), date(2026, 6, 1), date(2027, 3, 1), date(2028, 6, 1)]
DAYS_OF_ROUND = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}


def test_the_rows_tell_on_every_day_what_a_fold_of_the_log_tells(tree: Tree):
    homes = followed(tree)
    told_alike(homes)
    enter(tree.somebody("editor", "homes"), homes, value="12")
    told_alike(homes)
    redefine(homes)
    told_alike(homes)


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
        db.execute(update(PlanOutlookRow).values(body="", duties=""))
    assert "The goal lags behind" in page(head, tree, "housing")
    assert given_and_asked(head.get(tree.page("housing") + "/rounds").text) == ("1", "1")


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
    homes = followed(tree)
    goals = [older(), older(0, 1), older(2, 0), older(3)]
    with store.writer_of(app).begin() as connection:
        connection.execute(update(PlanOutlookRow).values(body=json.dumps([{"en": "Plan"}, "Homes", "", goals])))
    migrated_again(app, "0026")
    with app.app_context(), store.reading() as db:
        [(_, kept)] = outlook.kept(db, [homes.id])
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
