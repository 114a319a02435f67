"""Letters about what people are asked: invitations, comments, approvals and rounds; each written and sent once."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from facilitation.plans.commands import PlacePlan
from tests.conftest import Clock
from tests.workshop.followed import FINANCE, GOAL, LAW, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post, posted
from tests.workshop.postgres import postgres
from tests.workshop.test_check_in import hand_over, heads
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import create_app, store
from workshop.config import Settings, settings_of
from workshop.mail.delivery import Delivered, deliver
from workshop.mail.due import write
from workshop.perform import plan_log
from workshop.store import letters, schema
from workshop.store.log import Log
from workshop.store.plan_people import set_parts
from workshop.store.tables import AccountRow, CheckInLinkRow, InvitationRow, LetterRow, RoleHolderRow

DUE = TODAY + timedelta(days=20)
FIGURES = replace(PLAN, goals=(replace(GOAL, actions=()),))
OWNER = "owner-plan-0001@example.fi"
HAL, DEE = "hal@homes.example", "dee@homes.example"
IDA = "ida@homes.example"


@pytest.fixture
def tree(app: Flask) -> Tree:
    return Tree(app)


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """One role answers for all of it."""
    return followed(tree, plan=FIGURES)


@pytest.fixture
def editor(tree: Tree, desk: PlanDesk) -> Visitor:
    return tree.somebody("editor", "homes")


@pytest.fixture
def post(app: Flask) -> Iterator[Post]:
    with posted(app) as server:
        yield server


def due(app: Flask, clock: Clock) -> Delivered:
    """What the timer does."""
    with app.app_context():
        write(app, clock())
        return deliver(app, clock())


def open_round(editor: Visitor, tree: Tree, name: str = "homes") -> None:
    editor.send(tree.page(name) + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{DUE}", name_en="Autumn")


def rows(app: Flask) -> list[LetterRow]:
    with store.reading(app) as db:
        return [*letters.waiting(db), *letters.gone(db)]


def link_in(text: str, kind: str = "check-in") -> str:
    found = re.search(rf"/{kind}/[\w-]+", text)
    assert found, text
    return found.group()


# -- A round opens --------------------------------------------------------------------------------------------------


def test_whoever_holds_a_role_gets_one_letter_with_a_link_that_answers_for_it(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    other = followed(tree, "homes", "plan-0002", FIGURES)
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    assert post.to == [HAL], "two plans ask the same role"
    text, message = post.text(HAL), post.last(HAL)
    assert FINANCE in str(message["Subject"])
    assert text.count(SHARE.name["en"]) == 2
    path = link_in(text)
    figures = {field(visitor, path, "value", place): "30" for place in range(2)}
    assert "2 answers are kept" in visitor.send(path, "Send", **figures).text
    assert [len(each.life.entered) for each in (desk, other)] == [1, 1]


def test_the_timer_may_run_as_often_as_it_likes(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    for _run in range(3):
        due(tree.app, clock)
        clock.pass_by(minutes=5)
    assert post.to == [HAL]


def test_a_stop_between_writing_and_sending_loses_nothing_and_sends_nothing_twice(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    with tree.app.app_context():
        write(tree.app, clock())
        write(tree.app, clock())
    due(tree.app, clock)
    assert post.to == [HAL]


def test_a_letter_that_could_not_be_written_leaves_no_link_behind(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    before = heads(tree.app)
    with full_disk(tree.app), tree.app.app_context(), pytest.raises(OSError, match="No space left"):
        write(tree.app, clock())
    assert heads(tree.app) == before
    due(tree.app, clock)
    assert post.to == [HAL]


@contextmanager
def full_disk(app: Flask) -> Iterator[None]:
    """A disk on which there is room for a link and none for the letter."""

    def stop(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith("INSERT INTO letter"):
            raise OSError("No space left on device")

    engine = store.engine_of(app)
    event.listen(engine, "before_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", stop)


def test_two_timers_at_once_write_each_letter_with_its_link_once(settings: Settings, clock: Clock):
    """Where nothing holds the second one back at the door: on PostgreSQL."""
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        try:
            schema.migrate(app)
            tree = Tree(app)
            followed(tree, plan=FIGURES)
            editor = tree.somebody("editor", "homes")
            hand_over(editor, tree, "Hal", email=HAL)
            open_round(editor, tree)
            at_once(2, lambda: write(app, clock()), app)
            assert [each.to for each in rows(app)] == [HAL]
            with store.reading(app) as db:
                assert db.query(CheckInLinkRow).count() == 1
        finally:
            # Or the server waits for us when it is to stop.
            store.engine_of(app).dispose()


def at_once(times: int, act: Callable[[], None], app: Flask) -> None:
    together = Barrier(times)

    def one() -> None:
        with app.app_context():
            together.wait(30)
            act()

    with ThreadPoolExecutor(times) as threads:
        for each in [threads.submit(one) for _number in range(times)]:
            each.result()


def test_a_round_reminds_before_its_last_day_and_after_it_until_it_is_answered(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    first = link_in(post.text(HAL))
    clock.pass_by(days=14)
    due(tree.app, clock)
    assert "Reminder" in str(post.last(HAL)["Subject"])
    assert visitor.get(first).status_code == 200, "a reminder does not spoil the letter that it reminds of"
    clock.pass_by(days=7)
    due(tree.app, clock)
    assert "Still missing" in str(post.last(HAL)["Subject"])
    assert post.to.count(HAL) == 3
    path = link_in(post.text(HAL))
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    clock.pass_by(days=7)
    due(tree.app, clock)
    assert post.to.count(HAL) == 3


def test_a_round_that_is_to_come_writes_to_nobody(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    days = {"opens": f"{TODAY + timedelta(days=3)}", "due": f"{DUE}"}
    editor.send(tree.page("homes") + "/rounds", "Set the round", **days)
    assert due(tree.app, clock) == Delivered()
    clock.pass_by(days=3)
    assert due(tree.app, clock) == Delivered(sent=1)


def test_a_ministry_s_round_asks_the_roles_of_its_units(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(tree.somebody("editor", "housing"), tree, "housing")
    due(tree.app, clock)
    assert post.to == [HAL]


def test_it_is_written_in_the_reader_s_language_with_the_deadline_for_their_calendar(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL, language="fi")
    open_round(editor, tree)
    due(tree.app, clock)
    assert "Hei Hal" in post.text(HAL)
    assert SHARE.name["fi"] in post.text(HAL)
    calendar, *more = post.last(HAL).iter_attachments()
    assert not more
    assert f"DTSTART;VALUE=DATE:{DUE:%Y%m%d}" in calendar.get_content()


def test_nothing_in_it_tells_anybody_that_it_was_read(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    message = post.last(HAL)
    assert {part.get_content_type() for part in message.walk()} == {"multipart/mixed", "text/plain", "text/calendar"}
    assert not {"disposition-notification-to", "return-receipt-to"} & {name.lower() for name in message}


# -- The link ------------------------------------------------------------------------------------------------------


def test_the_link_lies_sealed_until_it_goes_and_is_gone_then(
    tree: Tree, editor: Visitor, administrator: Visitor, visitor: Visitor, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    page = administrator.get("/mail").text
    assert "You answer by this link" in page
    assert "the personal link of the reader" in page
    assert "/check-in/" not in page
    with posted(tree.app) as post:
        due(tree.app, clock)
        key = link_in(post.text(HAL)).rpartition("/")[2]
    with tree.app.app_context(), store.engine_of().connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert key.encode() not in settings_of(tree.app).instance.joinpath("toimi.db").read_bytes()
    assert [each.sealed for each in rows(tree.app)] == [""]
    assert visitor.get(f"/check-in/{key}").status_code == 200


def test_with_the_role_goes_the_letter_that_has_not_gone_yet(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    with tree.app.app_context():
        write(tree.app, clock())
    hand_over(editor, tree, "Ida", email="ida@homes.example")
    due(tree.app, clock)
    assert post.to == ["ida@homes.example"]


def test_a_letter_that_nobody_has_any_use_for_does_not_go(tree: Tree, editor: Visitor, clock: Clock):
    """Mail was turned on long after it was written."""
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    clock.pass_by(days=70)
    with posted(tree.app) as post:
        due(tree.app, clock)
    assert post.to == []
    assert [(each.sealed, each.text) for each in rows(tree.app)] == [("", "")]


def test_what_people_type_makes_no_header(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    page = hand_over(editor, tree, "Hal\r\nBcc: all@homes.example", email="hal@homes.example\r\nBcc: all@homes.example")
    assert "Write an address such as" in page.text
    hand_over(editor, tree, "Hal\r\nBcc: all@homes.example", email=HAL)
    names = {"opens": f"{TODAY}", "due": f"{DUE}", "name_en": "Autumn\r\nBcc: all@homes.example"}
    editor.send(tree.page("homes") + "/rounds", "Set the round", **names)
    due(tree.app, clock)
    assert post.to == [HAL]
    assert post.last(HAL)["Bcc"] is None


# -- Who has the role today ----------------------------------------------------------------------------------------


def test_after_a_hand_over_letters_go_to_whoever_holds_the_role_that_day(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Ida", email="ida@homes.example", since=f"{TODAY + timedelta(days=10)}")
    open_round(editor, tree)
    due(tree.app, clock)
    assert post.to == [HAL]
    hals = link_in(post.text(HAL))
    clock.pass_by(days=10)
    due(tree.app, clock)
    assert post.to == [HAL, "ida@homes.example"]
    assert visitor.get(hals).status_code == 404
    idas = link_in(post.text("ida@homes.example"))
    visitor.send(idas, "Send", **{field(visitor, idas, "value"): "30"})
    with store.reading(tree.app) as db:
        ida = db.query(RoleHolderRow).filter_by(name="Ida").one()
    assert desk.life.entered[0].by == FINANCE
    assert who_entered(tree.app, desk) == ida.id


def who_entered(app: Flask, desk: PlanDesk) -> str:
    with app.app_context(), store.engine_of().connect() as connection:
        return Log(connection, plan_log(desk.id)).since(desk.life.seq - 1)[0].by


def test_whoever_has_no_address_is_shown_to_the_editor(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal")
    open_round(editor, tree)
    due(tree.app, clock)
    assert HAL not in post.to
    assert "No address</span>" in editor.get(tree.page("homes") + "/holders").text
    page = editor.get(tree.page("homes") + "/rounds").text
    assert "No letter reaches these roles" in page
    assert f"Homes: {FINANCE}" in page


# -- Silence and what comes back -----------------------------------------------------------------------------------


def test_what_the_holder_leaves_unanswered_goes_to_the_deputy_and_then_to_the_plan_s_owner(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")
    open_round(editor, tree)
    heard: list[set[str]] = []
    for days in (0, 14, 7, 7):
        clock.pass_by(days=days)
        before = len(post.taken)
        due(tree.app, clock)
        heard.append(set(post.to[before:]))
    assert heard == [{HAL}, {HAL}, {HAL, DEE}, {HAL, DEE, OWNER}]
    assert "Nobody has answered for it yet" in post.text(DEE)
    assert f"Nobody has answered for: {FINANCE}" in post.text(OWNER)
    assert "/check-in/" not in post.text(OWNER), "an owner's answer would not be the role's"


def test_of_a_role_that_nobody_holds_the_plan_s_owner_hears_at_once(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    followed(tree, "homes", "plan-0002")
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    assert sorted(post.to) == [HAL, "owner-plan-0002@example.fi"]
    assert f"Nobody has answered for: {LAW}" in post.text("owner-plan-0002@example.fi")


def test_what_comes_back_goes_to_the_deputy_at_once(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email="gone@homes.example")
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")
    open_round(editor, tree)
    due(tree.app, clock)
    clock.pass_by(minutes=5)
    due(tree.app, clock)
    assert DEE in post.to
    assert "Letters do not reach its holder" in post.text(DEE)
    page = editor.get(tree.page("homes") + "/holders").text
    assert "Letters come back</span>" in page
    assert "550 No such user here" in page


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
    given = {"publicity": "public", "records_class": "02", "approver": apu, "role": "Director"}
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
    given = {"publicity": "public", "records_class": "02", "approver": apu, "role": "Director"}
    editor.send(f"{draft.page}/approval", "Send", **given, deputy=dep, answer_by=f"{DUE}")
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
    given = {"publicity": "public", "records_class": "02", "approver": apu, "role": "Director"}
    past = TODAY - timedelta(days=1)
    page = editor.send(f"{draft.page}/approval", "Send", **given, answer_by=f"{past}")
    assert page.status_code == 400
    assert ("That day has passed." in page.text, f'value="{past}"' in page.text) == (True, True)
    assert due(tree.app, clock) == Delivered()
