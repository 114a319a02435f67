"""Plans at the API: read, begun, changed and taken as files, through the same door as on pages."""

import json
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import event

from facilitation.plans.state import Life
from facilitation.view.as_data import as_data
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_plans_of_organisations import DRAFT, approve, plan_of
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.uploads import body

LARGE, LARGEST = limits.API_BYTES, limits.PLAN_BYTES
NEW = {"title": {"en": "Plan of homes", "fi": "Asuntojen suunnitelma"}, "period": "2027–2029"}


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """A plan of an agency's."""
    return plan_of(tree, "homes")


@pytest.fixture
def homes(app: Flask, tree: Tree) -> Program:
    return Program(app, token_for(app, tree.ids["homes"]))


@pytest.fixture
def housing(app: Flask, tree: Tree) -> Program:
    """The ministry's above it."""
    return Program(app, token_for(app, tree.ids["housing"], below=True))


def life_of(app: Flask, plan: str) -> Life:
    with app.app_context():
        return rooms_of().room(plan_log(plan)).state


def first_goal(desk: PlanDesk) -> str:
    return desk.life.plan.goals[0].id


def revised(desk: PlanDesk, value: str, base: str) -> dict[str, str]:
    return {
        "type": "ReviseField",
        "line": first_goal(desk),
        "field": "to",
        "value": value,
        "base": base,
        "language": "en",
    }


# -- Reading --------------------------------------------------------------------------------------------------------


def test_a_plan_is_read_whole_and_in_its_parts(desk: PlanDesk, homes: Program):
    whole = homes.get(f"/plans/{desk.id}/document").get_json()
    assert whole == json.loads(json.dumps(as_data(desk.life.plan)))
    goals = homes.get(f"/plans/{desk.id}/goals").get_json()["goals"]
    assert goals == whole["goals"]
    assert homes.get(f"/plans/{desk.id}/goals/{goals[0]['id']}").get_json() == goals[0]
    metrics = homes.get(f"/plans/{desk.id}/metrics").get_json()["metrics"]
    assert metrics == [*(each for goal in goals for each in goal["metrics"]), *whole["loose_metrics"]]
    assert homes.get(f"/plans/{desk.id}/metrics/{metrics[0]['id']}").get_json() == metrics[0]


def test_a_version_is_read_as_it_was(desk: PlanDesk, homes: Program):
    approve(desk)
    versions = homes.get(f"/plans/{desk.id}/versions").get_json()["versions"]
    approved = next(each for each in versions if each["approved"])
    assert homes.get(f"/plans/{desk.id}/versions/{approved['number']}").get_json() == approved
    then = homes.get(f"/plans/{desk.id}/document?version={approved['number']}").text
    assert DRAFT not in then
    assert DRAFT in homes.get(f"/plans/{desk.id}/document").text
    assert homes.get(f"/plans/{desk.id}/document?version=9.9").status_code == 404


def test_from_above_only_what_was_approved_is_seen(desk: PlanDesk, housing: Program):
    assert housing.get("/plans").get_json()["plans"] == []
    assert housing.get(f"/plans/{desk.id}").status_code == 404
    approve(desk)
    [found] = housing.get("/plans").get_json()["plans"]
    assert (found["published"], found["draft"]) == ("1.0", None)
    assert found == housing.get(f"/plans/{desk.id}").get_json()
    parts = ("", "/document", "/goals", "/metrics", "/versions", "/exports/md")
    told = [housing.get(f"/plans/{desk.id}{part}") for part in parts]
    assert all(each.status_code == 200 for each in told)
    assert not any(DRAFT in each.text for each in told)
    assert housing.get(f"/plans/{desk.id}/document?version=0.1").status_code == 404


def test_a_longer_list_asks_the_database_no_more_often(app: Flask, tree: Tree, desk: PlanDesk, homes: Program):
    homes.get("/plans")
    few = asked_of_the_database(app, lambda: homes.get("/plans"))
    for number in range(2, 6):
        plan_of(tree, "homes", f"plan-000{number}")
    assert asked_of_the_database(app, lambda: homes.get("/plans")) == few
    assert len(homes.get("/plans").get_json()["plans"]) == 5


def asked_of_the_database(app: Flask, act: Callable[[], object]) -> int:
    """How many statements it takes."""
    engine, said = store.engine_of(app), list[str]()

    def heard(_connection, _cursor, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    act()
    event.remove(engine, "before_cursor_execute", heard)
    return len(said)


def test_a_plan_that_belongs_to_nobody_is_no_program_s(app: Flask, tree: Tree, facilitator: Visitor):
    PlanDesk(app, facilitator.account)
    for name in ("homes", "housing", "traffic"):
        assert Program(app, token_for(app, tree.ids[name], below=True)).get("/plans").get_json()["plans"] == []


def test_two_organisations_of_one_name_never_mix(app: Flask, tree: Tree, desk: PlanDesk, homes: Program):
    tree.add("twin", "traffic", en="Homes", fi="Homes")
    twin = Program(app, token_for(app, tree.ids["twin"]))
    other = plan_of(tree, "twin", "plan-0002")
    assert other.life.plan.organisation == desk.life.plan.organisation
    for program, own, not_own in ((homes, desk, other), (twin, other, desk)):
        assert [each["id"] for each in program.get("/plans").get_json()["plans"]] == [own.id]
        assert program.get(f"/plans/{not_own.id}").status_code == 404
        assert program.post(f"/plans/{not_own.id}/commands", revised(not_own, "x", "")).status_code == 404


# -- Beginning ------------------------------------------------------------------------------------------------------


def test_a_plan_begins_for_the_token_s_organisation(app: Flask, tree: Tree, homes: Program):
    begun = homes.post("/plans", NEW)
    assert begun.status_code == 201
    assert homes.get(begun.headers["Location"]).get_json() == begun.get_json()
    assert begun.get_json()["organisation"] == tree.ids["homes"]
    life = life_of(app, begun.get_json()["id"])
    assert life.organisation == tree.ids["homes"]
    assert life.plan.title == NEW["title"]


def test_its_organisation_s_editors_find_it_and_see_that_a_program_wrote_it(tree: Tree, homes: Program):
    begun = homes.post("/plans", NEW).get_json()
    editor = tree.somebody("editor", "homes")
    assert "Plan of homes" in editor.get("/plans").text
    assert "Books" in editor.get(f"/plans/{begun['id']}/people").text


def test_a_plan_comes_in_as_data_and_leaves_the_same(desk: PlanDesk, homes: Program):
    document = homes.get(f"/plans/{desk.id}/document").get_json()
    begun = homes.post("/plans", {"document": document}).get_json()
    again = homes.get(f"/plans/{begun['id']}/document").get_json()
    assert [each["to"] for each in again["goals"]] == [each["to"] for each in document["goals"]]
    assert begun["id"] != desk.id


@pytest.mark.parametrize("days", [-1, 10**6, 10**15])
def test_a_plan_that_says_no_number_of_days_that_a_form_takes_is_followed_up_all_the_same(
    desk: PlanDesk, tree: Tree, homes: Program, days: int
):
    document = homes.get(f"/plans/{desk.id}/document").get_json()
    for metric in (each for goal in document["goals"] for each in goal["metrics"]):
        metric |= {"days_to_count": days, "frequency": "monthly"}
    begun = homes.post("/plans", {"document": document})
    assert begun.status_code == 201
    its = PlanDesk.at(desk.app, desk.fay.seat, begun.get_json()["id"])
    approve(its)
    editor = tree.somebody("editor", "homes")
    for page in (its.page, f"{its.page}/follow-up", f"{tree.page('homes')}/follow-up/report.md"):
        assert editor.get(page).status_code == 200


def test_a_plan_of_a_hundred_goals_with_long_texts_comes_in_as_data_too(desk: PlanDesk, homes: Program):
    document = homes.get(f"/plans/{desk.id}/document").get_json()
    [goal, *_others] = document["goals"]
    long = [{**goal, "id": f"long-{at}", "to": {"fi": "\N{HOUSE BUILDING}" * 2000}} for at in range(100)]
    large = {"document": {**document, "goals": long}}
    assert len(json.dumps(large, ensure_ascii=True)) > 2 << 20
    begun = homes.post("/plans", large).get_json()
    again = homes.get(f"/plans/{begun['id']}/document").get_json()
    assert [each["to"] for each in again["goals"]] == [each["to"] for each in long]


def test_an_ask_of_too_many_values_is_refused_before_any_is_made(homes: Program):
    answer = homes.post("/plans", {"document": {"goals": [[]] * (limits.JSON_VALUES // 2)}})
    assert answer.status_code == 413


@pytest.fixture
def read_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own process cannot read what is sent; a process of its own knows nothing of that."""

    def not_here(_sent: bytes) -> list[object]:
        raise AssertionError("It was read in the server's own process.")

    monkeypatch.setattr(body, "read", not_here)


@pytest.mark.usefixtures("read_elsewhere")
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b'"' * LARGEST, 400),
        (b"[" * LARGEST, 413),
        (b'{"document": {"goals": [' + b"[]," * limits.JSON_VALUES + b"[]]}}", 413),
        (b'{"document": {"id": "' + b"\\ud800" * 500_000 + b'"}}', 400),
        (b" " * LARGE + b"null", 422),
        (b" " * LARGE + b'{"surprise": 1}', 422),
        (b'{"document": {"goals": "' + "\N{HOUSE BUILDING}".encode() * 5_000_000 + b'"}}', 409),
        (b" " * LARGE + json.dumps(NEW).encode(), 201),
    ],
)
def test_what_is_larger_than_asks_mostly_are_keeps_no_room_waiting_whatever_is_in_it(
    homes: Program, sent: bytes, status: int
):
    assert LARGE < len(sent) <= LARGEST
    assert homes.send("/plans", sent).status_code == status


@pytest.mark.usefixtures("read_elsewhere")
def test_an_ask_of_ordinary_size_is_not_worth_a_process(homes: Program):
    with pytest.raises(AssertionError, match="the server's own"):
        homes.send("/plans", json.dumps(NEW).encode())


def test_a_small_ask_and_a_large_one_are_refused_in_the_same_words(homes: Program):
    for wrong in (b"{", b'"\xff"', b"null", b'{"period": 7}', b'{"document": ' + b"[" * 70 + b"]" * 70 + b"}"):
        small, large = homes.send("/plans", wrong), homes.send("/plans", b" " * LARGE + wrong)
        assert (large.status_code, large.get_json()) == (small.status_code, small.get_json())


@pytest.mark.parametrize(
    ("new", "status", "field"),
    [
        ({"period": "2027"}, 409, "title"),
        ({**NEW, "pack": "nowhere"}, 409, "pack"),
        ({"document": {"goals": 1}}, 409, "plan"),
        ({**NEW, "surprise": 1}, 422, None),
        ({"title": "Plan"}, 422, None),
    ],
)
def test_what_makes_no_plan_is_refused(homes: Program, new: dict, status: int, field: str | None):
    answer = homes.post("/plans", new)
    assert (answer.status_code, answer.get_json().get("field")) == (status, field)
    assert homes.get("/plans").get_json()["plans"] == []


def test_a_plan_is_begun_for_nobody_else(tree: Tree, homes: Program, housing: Program):
    for program, name in ((homes, "repairs"), (housing, "homes"), (homes, "roads")):
        assert program.post("/plans", {**NEW, "organisation": tree.ids[name]}).status_code == 403


# -- The same ask again ---------------------------------------------------------------------------------------------


def test_the_same_ask_again_is_done_once_and_answered_the_same(homes: Program):
    first, second = (homes.post("/plans", NEW, Idempotency_Key="plan-of-homes") for _again in range(2))
    assert (second.status_code, second.data) == (first.status_code, first.data)
    assert second.headers["Location"] == first.headers["Location"]
    assert second.headers["Idempotent-Replayed"] == "true"
    assert len(homes.get("/plans").get_json()["plans"]) == 1


def test_the_same_key_with_other_words_is_a_mistake(homes: Program):
    homes.post("/plans", NEW, Idempotency_Key="plan-of-homes")
    answer = homes.post("/plans", {**NEW, "period": "2030"}, Idempotency_Key="plan-of-homes")
    assert (answer.status_code, answer.get_json()["code"]) == (422, "key_used")


def test_a_key_is_its_token_s_own(app: Flask, tree: Tree, homes: Program):
    other = Program(app, token_for(app, tree.ids["homes"]))
    ids = {each.post("/plans", NEW, Idempotency_Key="plan-of-homes").get_json()["id"] for each in (homes, other)}
    assert len(ids) == 2


def test_what_was_refused_is_refused_the_same_again(desk: PlanDesk, homes: Program):
    command = {"type": "DropLine", "line": "no-such-line"}
    answers = [homes.post(f"/plans/{desk.id}/commands", command, Idempotency_Key="drop-it-1") for _again in range(2)]
    assert [each.status_code for each in answers] == [409, 409]
    assert answers[0].data == answers[1].data
