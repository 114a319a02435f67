"""Somebody leaves: one act hands over all that they hold or stand in for, and nothing of anybody else's."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from facilitation.plans.commands import AddComment, OpenAmendment, OpenCommentRound
from tests.conftest import NOON, Clock
from tests.workshop.checking_in import desk, editor, hand_over, link
from tests.workshop.followed import ACTION, FINANCE, LAW, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import Asker
from workshop.store import holders, leaving
from workshop.store.leaving import Successor
from workshop.store.tables import AccountRow, AuditRow, RoleHolderRow

HAL, DEE = ("Hal", "Hal@homes.example"), ("Dee", "dee@homes.example")


__all__ = ["desk", "editor"]
NEA = Successor("Nea", "nea@homes.example", "fi", TODAY)
LATER = TODAY + timedelta(days=30)


# -- Whose rows end, and how those that begin go on -----------------------------------------------------------------


def given(tree: Tree, *, who: tuple[str, str] = HAL, role: str = FINANCE, part: holders.Part = "holder", **days: date):
    with tree.app.app_context(), store.writing() as db:
        by, since = db.scalars(select(AccountRow)).first(), days.get("since", TODAY)
        assert by
        return holders.hand_over(db, tree.ids["homes"], role, part, who, since, by, NOON, "en", days.get("until")).id


def gone(tree: Tree, whom: str, to: Successor = NEA) -> None:
    with tree.app.app_context(), store.writing() as db:
        by, home = db.scalars(select(AccountRow)).first(), tree.ids["homes"]
        assert by
        theirs = leaving.of_person(db, [home], db.get_one(RoleHolderRow, whom), TODAY)
        leaving.hand_over_all(db, home, theirs, to, by, NOON)


def held(tree: Tree, day: date = TODAY) -> Mapping[tuple[str, str], list[tuple[str, date, date | None]]]:
    """By role and part who has it on a day or will, and when."""
    found: dict[tuple[str, str], list[tuple[str, date, date | None]]] = {}
    with tree.app.app_context(), store.reading() as db:
        for row in holders.every(db, [tree.ids["homes"]], day):
            found.setdefault((row.role, row.part), []).append((row.name, row.since, row.until))
    return found


def test_all_that_somebody_holds_or_stands_in_for_is_the_successors(tree: Tree, editor: Visitor):
    given(tree, role=LAW, part="deputy")
    gone(tree, given(tree))
    assert held(tree) == {(FINANCE, "holder"): [("Nea", TODAY, None)], (LAW, "deputy"): [("Nea", TODAY, None)]}


def test_the_others_in_these_roles_stay(tree: Tree, editor: Visitor):
    given(tree, who=DEE, part="deputy")
    given(tree, who=DEE, role=LAW)
    gone(tree, given(tree))
    assert held(tree)[FINANCE, "deputy"] == [("Dee", TODAY, None)]
    assert held(tree)[LAW, "holder"] == [("Dee", TODAY, None)]


def test_who_somebody_is_their_address_says_whatever_its_letters_and_else_their_name(tree: Tree, editor: Visitor):
    given(tree, who=("H. Harkonen", "hal@HOMES.example"), role=LAW)
    given(tree, who=("Hal", ""), role="Head of staff")
    gone(tree, given(tree))
    assert held(tree)[LAW, "holder"] == [("Nea", TODAY, None)]
    assert held(tree)["Head of staff", "holder"] == [("Hal", TODAY, None)], "a namesake without an address"


def test_until_the_day_everything_stays(tree: Tree, editor: Visitor):
    gone(tree, given(tree), Successor("Nea", "", "fi", LATER))
    assert held(tree) == {(FINANCE, "holder"): [("Hal", TODAY, LATER), ("Nea", LATER, None)]}


def test_a_last_day_that_was_known_stays_and_so_does_a_first_day_to_come(tree: Tree, editor: Visitor):
    given(tree, role=LAW, since=LATER)
    gone(tree, given(tree, until=LATER))
    assert held(tree) == {(FINANCE, "holder"): [("Nea", TODAY, LATER)], (LAW, "holder"): [("Nea", LATER, None)]}


def test_of_the_role_s_last_day_and_the_successor_s_the_earlier_holds(tree: Tree, editor: Visitor):
    soon = TODAY + timedelta(days=9)
    given(tree, role=LAW)
    gone(tree, given(tree, until=LATER), Successor("Nea", "", "fi", TODAY, soon))
    assert {each[0][2] for each in held(tree).values()} == {soon}


def test_a_role_that_ends_before_the_day_stays_as_it_is(tree: Tree, editor: Visitor):
    soon = TODAY + timedelta(days=9)
    given(tree, role=LAW, until=soon)
    gone(tree, given(tree), Successor("Nea", "", "fi", LATER))
    assert held(tree)[LAW, "holder"] == [("Hal", TODAY, soon)]


def test_whoever_is_followed_before_their_first_day_never_holds_it(tree: Tree, editor: Visitor):
    given(tree, since=LATER)
    given(tree, who=DEE)
    assert held(tree)[FINANCE, "holder"] == [("Dee", TODAY, None)]


def test_the_trail_tells_of_the_act_and_of_each_role_in_it(tree: Tree, editor: Visitor):
    given(tree, role=LAW)
    whom = given(tree)
    gone(tree, whom)
    with tree.app.app_context(), store.reading() as db:
        told = db.scalars(select(AuditRow).order_by(AuditRow.id)).all()
    assert [each.action for each in told[-3:]] == ["hand_over", "hand_over", "hand_over_all"]
    assert told[-1].detail["roles"] == "2"
    assert "Hal" not in repr(told[-1].detail) and "Nea" not in repr(told[-1].detail)


# -- At the desk ----------------------------------------------------------------------------------------------------


def shown(editor: Visitor, tree: Tree) -> str:
    """The page that tells what Hal holds."""
    path = tree.page("homes") + "/holders/all"
    [whom] = re.findall(r'<option[^>]*value="([\w-]+)">Hal,', editor.get(path).text)
    return f"{path}?whom={whom}"


def leave(editor: Visitor, tree: Tree, **more: str):
    return editor.send(shown(editor, tree), "Hand all of it over", **{"name": "Nea", **more})


def briefing(editor: Visitor, tree: Tree) -> str:
    """Of whoever stands first among the holders."""
    page = editor.get(tree.page("homes") + "/holders").text
    return re.findall(r"/organisations/[\w-]+/holders/[\w-]+/briefing", page)[0] + "/all"


@pytest.fixture
def hal(tree: Tree, editor: Visitor) -> None:
    hand_over(editor, tree, "Hal", email=HAL[1])
    hand_over(editor, tree, "Hal", LAW, part="deputy", email=HAL[1].lower())


def test_what_is_handed_over_is_shown_before_with_its_plans(tree: Tree, editor: Visitor, hal: None):
    followed(tree, "homes", "plan-0002")
    path = tree.page("homes") + "/holders/all"
    chosen = editor.get(path).text
    assert "Hal, Hal@homes.example (2 roles)" in chosen
    assert FINANCE not in chosen
    address = shown(editor, tree)
    told = editor.get(address).text
    assert FINANCE in told
    assert LAW in told
    assert told.count("Plan of Homes") == 4
    assert "homes.example" not in address, "no address of a page tells a name"


def test_the_successor_s_briefing_tells_all_of_it_with_what_is_due_and_how_it_stands(
    tree: Tree, desk: PlanDesk, editor: Visitor, hal: None
):
    before = leave(editor, tree).text
    assert "2 roles are handed over." in before
    assert "Due now: 2025" in before
    assert SHARE.name["en"] in before and ACTION.text["en"] in before
    enter(editor, desk, value="30", comment="One office is missing.")
    after = editor.get(briefing(editor, tree)).text
    assert "Due now" not in after
    assert "One office is missing." in after
    assert "you answer for" not in after, "it is read by who hands over"
    assert re.search(rf"<h1[^>]*>Nea[^<]*: {FINANCE}, {LAW}</h1>", after)
    assert "Of the metrics and actions of these roles, " in after


def test_comments_that_wait_for_an_answer_are_counted_for_those_who_may_read_them(
    tree: Tree, desk: PlanDesk, editor: Visitor, hal: None
):
    assert desk.ask(OpenAmendment("Comments are wished")).ok
    assert desk.ask(OpenCommentRound(LATER, TODAY)).ok
    assert desk.ask(AddComment("comment-01", SHARE.id, "Who counts?", "en", TODAY), Asker("guest-1", "guest")).ok
    assert "One comment waits for an answer" in leave(editor, tree).text
    told = tree.somebody("administrator", "housing").get(briefing(editor, tree))
    assert told.status_code == 200
    assert "waits for an answer" not in told.text


def test_their_links_lead_nowhere_once_it_is_handed_over(tree: Tree, editor: Visitor, visitor: Visitor, hal: None):
    path = link(editor, tree)
    assert visitor.get(path).status_code == 200
    leave(editor, tree)
    assert visitor.get(path).status_code == 404


def test_from_a_day_to_come_on_their_links_lead_until_then(
    tree: Tree, editor: Visitor, visitor: Visitor, clock: Clock, hal: None
):
    path = link(editor, tree)
    leave(editor, tree, since=f"{LATER}")
    clock.pass_by(days=29)
    assert visitor.get(path).status_code == 200
    clock.pass_by(days=1)
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "Write who it is."),
        ({"name": " "}, "Write who it is."),
        ({"email": "hal@homes.example"}, "That is who leaves. Write who takes over."),
        ({"email": "nobody"}, "Write an address such as name@example.fi."),
        ({"until": f"{TODAY - timedelta(days=1)}"}, "It would end before it begins."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
    tree: Tree, editor: Visitor, hal: None, wrong: dict[str, str], words: str
):
    before = held(tree)
    page = leave(editor, tree, **{"name": "Nea Niemi", **wrong})
    assert (page.status_code, words in page.text) == (400, True)
    assert all(f'value="{value}"' in page.text for value in wrong.values() if value.strip())
    assert FINANCE in page.text, "what is handed over is still shown"
    assert held(tree) == before


def test_days_on_which_they_hold_nothing_are_said_at_the_day(tree: Tree, editor: Visitor):
    hand_over(editor, tree, "Hal", email=HAL[1], until=f"{LATER - timedelta(days=1)}")
    page = leave(editor, tree, since=f"{LATER}")
    assert page.status_code == 400
    assert "On those days they hold nothing that could be handed over." in page.text


def test_pressed_twice_it_is_handed_over_once(tree: Tree, editor: Visitor, hal: None):
    form = editor.form(shown(editor, tree), "Hand all of it over")
    sent = {**form.fields, "name": "Nea"}
    editor.client.post(form.action, data=sent)
    told = editor.client.post(form.action, data=sent, follow_redirects=True)
    assert "They hold nothing any more" in told.text
    assert [row[0] for each in held(tree).values() for row in each] == ["Nea", "Nea"]


def test_who_may_not_hand_over_reads_nothing_of_it(tree: Tree, editor: Visitor, hal: None):
    path = tree.page("homes") + "/holders/all"
    reader = tree.somebody("reader", "homes")
    assert reader.get(path).status_code == 403
    assert "Somebody leaves" not in reader.get(tree.page("homes") + "/holders").text
    assert tree.somebody("editor", "roads").get(path).status_code == 404


def test_nobody_of_another_organisation_can_be_named(tree: Tree, editor: Visitor, hal: None):
    followed(tree, "roads", "plan-0003")
    other = tree.somebody("editor", "roads")
    [whom] = re.findall(r"whom=([\w-]+)$", shown(editor, tree))
    assert other.get(f"{tree.page('roads')}/holders/all?whom={whom}").status_code == 404
