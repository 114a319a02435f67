"""A strategy has a next version: its objectives are mapped and vouched for; plans, workshops and branches follow."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation import packs
from facilitation.live.commands import AddCard, AddGroup, OpenStep, PutInGroup, Reveal
from facilitation.packs.mapping import StrategyMapping, newest, suggested
from facilitation.plans.commands import ReviseField
from facilitation.plans.moving import UNMAPPED
from facilitation.shapes import Goal, Plan
from tests.workshop.desk import Desk, set_up
from tests.workshop.followed import PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_bringing_packs import named, sent
from tests.workshop.tree import Tree
from tests.workshop.visitor import Sent, Visitor
from workshop import store
from workshop.store import mappings
from workshop.store.tables import AuditRow

OLD, NEW = "reading-2026", "reading-2030"
FOLLOWS = {"pack": OLD, "objectives": [{"before": "1.1", "now": ["1.1", "2.1"]}, {"before": "1.2", "now": []}]}
PAGE = f"/packs/{NEW}/mapping"
BORROW = "Grown-ups borrow more"


def later(**otherwise: Any) -> dict[str, Any]:
    """The reading programme of 2030: 1.1 became two, 1.2 was let go, and of 2.1 it does not say."""
    pack = named(NEW, follows=FOLLOWS, **otherwise)
    texts = {"1.1": "Children read with others", "1.2": "Everybody reads aloud", "2.1": "Rooms are quiet"}
    objectives = [each | {"text": {"en": texts[each["id"]]}} for each in pack["strategy"]["objectives"]]
    return pack | {"strategy": pack["strategy"] | {"objectives": objectives}}


@pytest.fixture
def both(administrator: Visitor) -> Visitor:
    assert sent(administrator, named(OLD)).status_code == 200
    assert sent(administrator, later()).status_code == 200
    return administrator


@pytest.fixture
def vouched(both: Visitor) -> Visitor:
    both.send(PAGE, "Keep the mapping", now_2="=2.1")
    both.send(PAGE, "This is right")
    return both


def kept(app: Flask) -> list[StrategyMapping]:
    with app.app_context(), store.reading() as db:
        return list(mappings.confirmed(db))


def old_plan() -> Plan:
    goals = (
        Goal("goal-000001", to={"en": "Children read every evening"}, objectives=("1.1",), owner="Head librarian"),
        Goal("goal-000002", to={"en": "Grown-ups borrow more"}, objectives=("1.2",), owner="Head librarian"),
    )
    return replace(PLAN, title={"en": "Reading 2026"}, pack=OLD, pack_version="1", goals=goals)


def test_the_newer_method_suggests_what_became_of_what(both: Visitor):
    mapping = suggested(packs.load(OLD), packs.load(NEW))
    assert mapping.objectives == {"1.1": ("1.1", "2.1"), "1.2": ()}
    assert "One objective is not decided yet." in both.get(PAGE).text


def test_objectives_in_the_same_words_need_no_deciding(administrator: Visitor):
    sent(administrator, named(OLD))
    sent(administrator, named("reading-same", follows={"pack": OLD}))
    mapping = suggested(packs.load(OLD), packs.load("reading-same"))
    assert mapping.objectives == {id: (id,) for id in ("1.1", "1.2", "2.1")}


def test_a_mapping_is_used_only_once_it_is_whole_and_confirmed(app: Flask, both: Visitor):
    page = both.send(PAGE, "Keep the mapping")
    assert "This is right" not in page.text
    assert both.send(PAGE, "Keep the mapping", now_2="=2.1").status_code == 200
    assert kept(app) == []
    both.send(PAGE, "This is right")
    assert kept(app) == [StrategyMapping(OLD, NEW, {"1.1": ("1.1", "2.1"), "1.2": (), "2.1": ("2.1",)})]


def test_any_change_takes_the_confirmation_away_and_stands_in_the_trail(app: Flask, vouched: Visitor):
    vouched.send(PAGE, "Keep the mapping", now_1="=1.2", more_0="")
    assert kept(app) == []
    with app.app_context(), store.reading() as db:
        actions = db.scalars(select(AuditRow.action).where(AuditRow.object == f"{OLD}/{NEW}")).all()
    assert actions == ["change_mapping", "confirm_mapping", "change_mapping"]


def test_an_objective_that_is_not_there_is_told_at_its_field_and_nothing_typed_is_lost(both: Visitor):
    page = both.send(PAGE, "Keep the mapping", now_2="=2.1", more_0="9.9")
    assert page.status_code == 400
    assert "There is no objective “9.9” in the newer strategy." in page.text
    assert 'value="9.9"' in page.text


def test_two_administrators_never_cross(both: Visitor):
    form = both.form(PAGE, "Keep the mapping")
    both.send(PAGE, "Keep the mapping", now_2="=2.1")
    page = both.client.post(form.action, data=form.fields | {"now_2": "-"})
    assert page.status_code == 409
    assert "Somebody changed this mapping meanwhile." in page.text


def test_a_facilitator_reads_the_mapping_and_changes_nothing(app: Flask, vouched: Visitor, facilitator: Visitor):
    page = facilitator.get(PAGE)
    assert "2.1 Rooms are quiet" in page.text
    assert "None: it was let go" in page.text
    assert "Keep the mapping" not in page.text
    form = vouched.form(PAGE, "Take back")
    assert facilitator.client.post(form.action, data=form.fields).status_code in (400, 403)
    assert len(kept(app)) == 1


def test_a_method_that_follows_none_has_no_such_page(administrator: Visitor):
    assert administrator.get("/packs/toimi/mapping").status_code == 404


def test_several_versions_are_read_one_after_the_other():
    first = StrategyMapping("a", "b", {"1": ("2", "3"), "4": ("5",)})
    second = StrategyMapping("b", "c", {"2": ("6",), "3": ("6", "7"), "5": ()})
    assert newest("a", [second, first]) == StrategyMapping("a", "c", {"1": ("6", "7"), "4": ()})
    assert newest("c", [second, first]) is None


# -- What goes on from it -------------------------------------------------------------------------------------------


def next_plan(app: Flask, facilitator: Visitor, **otherwise: Sent) -> PlanDesk:
    base = PlanDesk(app, facilitator.account, old_plan(), "plan-reading")
    page = facilitator.send("/plans/new", "", begins="plan", plan=base.id, title_en="Reading 2030", **otherwise)
    assert page.status_code == 200
    return PlanDesk.at(app, facilitator.account, page.request.path.split("/")[2])


def test_the_next_plan_has_its_objectives_mapped_and_what_has_none_as_a_task(
    app: Flask, vouched: Visitor, facilitator: Visitor
):
    plan = next_plan(app, facilitator, newer="y").life.plan
    assert plan.pack == NEW
    assert [goal.objectives for goal in plan.goals] == [("1.1", "2.1"), ()]
    assert [(task.about, task.words.id, task.who) for task in plan.tasks] == [
        ("goal-000002", UNMAPPED, "Head librarian")
    ]


def test_choosing_the_objective_settles_the_task(app: Flask, vouched: Visitor, facilitator: Visitor):
    desk = next_plan(app, facilitator, newer="y")
    assert desk.ask(ReviseField("goal-000002", "objectives", ["1.2"], [])).ok
    assert desk.life.plan.tasks == ()


def test_who_wants_to_stays_with_the_earlier_strategy(app: Flask, vouched: Visitor, facilitator: Visitor):
    plan = next_plan(app, facilitator, newer=[]).life.plan
    assert (plan.pack, plan.goals[0].objectives) == (OLD, ("1.1",))


def test_a_mapping_that_nobody_vouches_for_is_not_used(app: Flask, both: Visitor, facilitator: Visitor):
    assert next_plan(app, facilitator, newer="y").life.plan.pack == OLD


def test_a_workshop_goes_on_from_a_plan_by_the_earlier_strategy(app: Flask, vouched: Visitor, facilitator: Visitor):
    base = PlanDesk(app, facilitator.account, old_plan(), "plan-for-workshop")
    file = BytesIO(facilitator.get(f"{base.page}/plan.json").data)
    page = facilitator.send("/workshops/new", "", **HEAD, agenda=f"{NEW}/evening", plan=(file, "plan.json"))
    cards = [card for card in Desk(app, page.request.path.split("/")[2]).state.cards.values() if card.kind == "goal"]
    assert sorted(map(str, (card.answers.get("objectives") for card in cards))) == ["['1.1', '2.1']", "[]"]
    assert "Earlier objectives without a match in the newer strategy: “Grown-ups borrow more” (1.2)" in page.text


def earlier(app: Flask, facilitator: Visitor, **goals: str) -> Desk:
    """A workshop by the earlier strategy, in which groups have written these goals, each for an objective."""
    desk = Desk(app, set_up(facilitator, **HEAD, agenda=f"{OLD}/evening"))
    step = desk.step("goals")
    assert desk.ask(OpenStep(step, ""), desk.host).ok
    for number, (objective, words) in enumerate(goals.items()):
        group, seat = f"group-{number:04}", desk.seat(f"writer-{number}")
        for command in (AddGroup(group), PutInGroup(seat.seat, group)):
            assert desk.ask(command, desk.host).ok
        answers = {"to": words, "objectives": [objective.replace("_", ".")]}
        assert desk.ask(AddCard(f"goal-by-group-{number:04}", step, answers, "en", group=group), seat).ok
    assert desk.ask(Reveal(step, step), desk.host).ok
    return desk


def test_a_workshop_goes_on_from_a_workshop_by_the_earlier_strategy(app: Flask, vouched: Visitor, facilitator: Visitor):
    before = earlier(app, facilitator, **{"1_1": "Children read every evening", "1_2": BORROW})
    page = facilitator.send("/workshops/new", "", **HEAD, agenda=f"{NEW}/evening", continues=before.id)
    cards = Desk(app, page.request.path.split("/")[2]).state.cards.values()
    assert sorted(str(card.answers.get("objectives")) for card in cards) == ["['1.1', '2.1']", "[]"]
    assert f"Earlier objectives without a match in the newer strategy: “{BORROW}” (1.2)" in page.text


@pytest.mark.usefixtures("both")
def test_without_a_confirmed_mapping_a_workshop_s_goals_come_along_as_they_are(app: Flask, facilitator: Visitor):
    before = earlier(app, facilitator, **{"2_1": BORROW})
    page = facilitator.send("/workshops/new", "", **HEAD, agenda=f"{NEW}/evening", continues=before.id)
    assert "without a match in the newer strategy" not in page.text
    [card] = Desk(app, page.request.path.split("/")[2]).state.cards.values()
    assert card.answers.get("objectives") == ["2.1"]


@pytest.mark.parametrize("first", ["earlier", "newer"])
def test_workshops_of_both_versions_make_one_plan_by_the_newer(
    app: Flask, vouched: Visitor, facilitator: Visitor, first: str
):
    before = earlier(app, facilitator, **{"1_1": "Children read every evening", "1_2": BORROW})
    later = set_up(facilitator, **HEAD, agenda=f"{NEW}/evening")
    both = [before.id, later] if first == "earlier" else [later, before.id]
    page = facilitator.send("/plans/new", "", begins="workshops", workshops=both, title_en="Reading")
    plan = PlanDesk.at(app, facilitator.account, page.request.path.split("/")[2]).life.plan
    assert (plan.pack, [goal.objectives for goal in plan.goals]) == (NEW, [("1.1", "2.1"), ()])


HEAD = {"title_en": "Reading", "organisation": "Library", "period": "2030", "day": "2026-11-30", "time": "09:00"}


def branch_of_both(app: Flask) -> str:
    """A branch with one plan by either version; its page as the steering group reads it."""
    tree = Tree(app)
    followed(tree, "homes", "plan-old", old_plan())
    followed(tree, "repairs", "plan-new", newer_plan())
    return tree.somebody("steering", "housing").get(tree.page("housing") + "/branch").text


@pytest.mark.usefixtures("vouched")
def test_a_branch_reads_plans_of_both_versions_together_and_says_so(app: Flask):
    page = branch_of_both(app)
    assert "By an earlier strategy, read here through the mapping of its objectives" in page
    assert "One of their goals has no objective in the newer strategy." in page
    assert "2 of 3 objectives have a goal in some unit" in page


@pytest.mark.usefixtures("both")
def test_without_a_confirmed_mapping_the_branch_says_whose_goals_it_does_not_count(app: Flask):
    page = branch_of_both(app)
    assert "By another method, from which no confirmed mapping leads here" in page
    assert "1 of 3 objectives have a goal in some unit" in page


def newer_plan() -> Plan:
    goal = Goal("goal-000003", to={"en": "Rooms are quiet"}, objectives=("2.1",), owner="Head librarian")
    return replace(PLAN, title={"en": "Reading 2030"}, pack=NEW, pack_version="1", goals=(goal,))
