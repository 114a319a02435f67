"""Letters to those who work at the desk: invited, asked to comment, asked to approve."""

from datetime import date, timedelta

import pytest

from facilitation.plans.commands import PlacePlan
from tests.conftest import Clock
from tests.workshop.letters.conftest import DUE, IDA, due, link_in
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.delivery import Delivered
from workshop.store import letters
from workshop.store.plan_people import set_parts
from workshop.store.tables import AccountRow, InvitationRow

# -- Invitations ---------------------------------------------------------------------------------------------------


def test_who_is_invited_gets_the_link_by_letter_in_their_language(
    tree: Tree, visitor: Visitor, post: Post, clock: Clock
):
    ann = tree.somebody("administrator", "homes")
    ann.send(tree.page("homes"), "Invite", label="Ida", email="ida@homes.example", language="sv", role="editor")
    due(tree.app, clock)
    text = post.text("ida@homes.example")
    assert "Hej Ida" in text
    path = link_in(text, "invite")
    visitor.send(path, name="Ida", email="ida@homes.example", password="a goose in the granary")
    with store.reading(tree.app) as db:
        assert db.query(AccountRow).filter_by(email="ida@homes.example").one()


def test_a_link_that_was_revoked_or_used_is_not_sent(tree: Tree, post: Post, clock: Clock):
    ann = tree.somebody("administrator", "homes")
    ann.send(tree.page("homes"), "Invite", label="Ida", email="ida@homes.example", role="editor")
    ann.send(tree.page("homes"), "Revoke")
    assert due(tree.app, clock) == Delivered()


def test_an_administrator_s_invitation_goes_by_letter_with_a_link_that_makes_the_account(
    tree: Tree, administrator: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    page = administrator.send("/people", label="Ida", email=IDA, language="sv", role="administrator")
    assert "A letter with it lies in the outbox." in page.text
    with store.reading(tree.app) as db:
        (letter,) = letters.waiting(db)
        assert "/invite/" not in letter.text + letter.sealed
    due(tree.app, clock)
    text = post.text(IDA)
    assert "Hej Ida" in text
    assert "- Administratör" in text
    visitor.send(link_in(text, "invite"), name="Ida", email=IDA, password="a goose in the granary")
    assert visitor.get("/people").status_code == 200
    with store.reading(tree.app) as db:
        assert [each.text + each.sealed for each in letters.gone(db)] == [""]


def test_the_letter_can_be_looked_at_before_and_looking_makes_no_link(tree: Tree, administrator: Visitor):
    page = administrator.send("/people", button="See the letter first", label="Ida", email=IDA, language="en")
    assert "Administrator invites you to Toimi." in page.text.replace(administrator_name(tree), "Administrator")
    assert "[the personal link of the reader]" in page.text
    assert f'value="{IDA}"' in page.text
    with store.reading(tree.app) as db:
        assert (letters.waiting(db), db.query(InvitationRow).filter_by(label="Ida").count()) == ([], 0)


def administrator_name(tree: Tree) -> str:
    with store.reading(tree.app) as db:
        return db.query(AccountRow).filter_by(role="administrator").one().name


def test_a_letter_without_an_address_or_to_one_who_has_an_account_is_refused_at_the_field(
    tree: Tree, administrator: Visitor
):
    page = administrator.send("/people", button="See the letter first", label="Ida")
    assert "Write the address to which the letter is to go." in page.text
    with store.reading(tree.app) as db:
        own = db.query(AccountRow).filter_by(role="administrator").one().email
    page = administrator.send("/people", label="Ida", email=own)
    assert (page.status_code, "There is an account under this address already." in page.text) == (400, True)


def test_without_an_address_the_link_is_given_by_hand(tree: Tree, administrator: Visitor):
    assert "/invite/" in administrator.send("/people", label="Ida").text
    with store.reading(tree.app) as db:
        assert letters.waiting(db) == []


# -- Reviews -------------------------------------------------------------------------------------------------------


@pytest.fixture
def draft(tree: Tree, editor: Visitor) -> PlanDesk:
    desk = PlanDesk(tree.app, tree.account("fay"), id="plan-draft")
    assert desk.ask(PlacePlan(tree.ids["homes"])).ok
    return desk


def test_who_is_asked_to_comment_gets_a_link_of_their_own_and_a_reminder_before_the_last_day(
    tree: Tree, draft: PlanDesk, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    page = f"{draft.page}/comments"
    editor.send(page, "Open the round", deadline=f"{TODAY + timedelta(days=14)}")
    both = "eva@housing.example, leo@housing.example\neva@housing.example"
    editor.send(page, "Write the letters", addresses=both, language="en")
    editor.send(page, "Write the letters", addresses="eva@housing.example", language="en")
    due(tree.app, clock)
    assert sorted(post.to) == ["eva@housing.example", "leo@housing.example"]
    links = {link_in(post.text(to), "comment") for to in post.to}
    assert len(links) == 2
    assert {visitor.get(each).status_code for each in links} == {200}
    clock.pass_by(days=11)
    due(tree.app, clock)
    assert sorted(post.to[2:]) == ["eva@housing.example", "leo@housing.example"]
    assert "Reminder" in str(post.last("eva@housing.example")["Subject"])


def test_what_is_no_address_is_told_at_its_field(draft: PlanDesk, editor: Visitor):
    page = f"{draft.page}/comments"
    editor.send(page, "Open the round", deadline=f"{TODAY + timedelta(days=14)}")
    sent = editor.send(page, "Write the letters", addresses="eva@housing.example\nLeo", language="en")
    assert sent.status_code == 400
    assert "This is no address: Leo" in sent.text
    assert "eva@housing.example" in sent.text


def test_nobody_is_reminded_of_a_round_that_was_closed(
    tree: Tree, draft: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    page = f"{draft.page}/comments"
    editor.send(page, "Open the round", deadline=f"{TODAY + timedelta(days=14)}")
    editor.send(page, "Write the letters", addresses="eva@housing.example", language="en")
    due(tree.app, clock)
    editor.send(page, "Close the round")
    clock.pass_by(days=11)
    assert due(tree.app, clock).sent == 0


def test_who_is_asked_to_approve_hears_of_it_once(
    tree: Tree, draft: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    apu = tree.account("apu")
    with store.writing(tree.app) as db:
        set_parts(db, draft.id, apu, ["approver"])
    given = {"publicity": "public", "records_class": "02", "approvers-0-account": apu, "approvers-0-role": "Director"}
    editor.send(f"{draft.page}/approval", "Send", **given)
    due(tree.app, clock)
    due(tree.app, clock)
    assert post.to.count("apu@example.fi") == 1
    assert f"{draft.page}/approval" in post.text("apu@example.fi")


APU, DEP = "apu@example.fi", "dep@example.fi"


@pytest.fixture
def wished(tree: Tree, draft: PlanDesk, editor: Visitor) -> PlanDesk:
    """Before Apu and Dep, who stands in, with three weeks to answer."""
    apu, dep = tree.account("apu"), tree.account("dep")
    with store.writing(tree.app) as db:
        for who in (apu, dep):
            set_parts(db, draft.id, who, ["approver"])
    given = {"publicity": "public", "records_class": "02", "approvers-0-account": apu, "approvers-0-role": "Director"}
    editor.send(f"{draft.page}/approval", "Send", **given, **{"approvers-0-deputy": dep}, answer_by=f"{DUE}")
    return draft


def test_an_approver_is_reminded_a_week_before_and_on_the_day_by_which_an_answer_is_wished(
    tree: Tree, wished: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    assert f"An answer is wished by {spelt(DUE)}." in editor.get(f"{wished.page}/approval").text
    for days, letters_by_then in ((12, 1), (1, 2), (1, 2), (5, 2), (1, 3)):
        clock.pass_by(days=days)
        due(tree.app, clock)
        due(tree.app, clock)
        assert (post.to.count(APU), post.to.count(DEP)) == (letters_by_then, 0)
    assert f"{wished.page}/approval" in post.text(APU)


def spelt(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_what_an_approver_leaves_unanswered_goes_to_the_deputy_and_then_to_the_plan_s_owner(
    tree: Tree, wished: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    clock.pass_by(days=21)
    due(tree.app, clock)
    assert (DEP in post.to, "fay@example.fi" in post.to) == (True, False)
    assert "who has not answered" in post.text(DEP)
    assert "Late</span>" in tree.somebody("administrator", "homes").get(f"{wished.page}/approval").text
    clock.pass_by(days=7)
    due(tree.app, clock)
    assert "Nobody has answered as: Director." in post.text("fay@example.fi")


def test_nobody_is_reminded_of_an_approval_that_was_given_or_taken_back(
    tree: Tree, wished: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    editor.send(f"{wished.page}/approval", "Take it back")
    clock.pass_by(days=21)
    due(tree.app, clock)
    assert post.to == [APU]


def test_a_day_that_has_passed_is_told_at_its_field_and_nothing_is_sent(
    tree: Tree, draft: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    apu = tree.account("apu")
    with store.writing(tree.app) as db:
        set_parts(db, draft.id, apu, ["approver"])
    given = {"publicity": "public", "records_class": "02", "approvers-0-account": apu, "approvers-0-role": "Director"}
    past = TODAY - timedelta(days=1)
    page = editor.send(f"{draft.page}/approval", "Send", **given, answer_by=f"{past}")
    assert page.status_code == 400
    assert ("That day has passed." in page.text, f'value="{past}"' in page.text) == (True, True)
    assert due(tree.app, clock) == Delivered()
