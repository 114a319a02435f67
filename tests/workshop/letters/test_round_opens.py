"""Letters when a round opens: one for each holder, with a link, written and sent once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask

from facilitation.shapes import Milestone
from tests.conftest import Clock
from tests.workshop.checking_in import hand_over, heads
from tests.workshop.followed import ACTION, FINANCE, GOAL, LAW, PLAN, SHARE, followed
from tests.workshop.letters.conftest import DUE, FIGURES, HAL, due, full_disk, link_in, open_round, rows
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post
from tests.workshop.postgres import postgres
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import create_app, store
from workshop.config import Settings
from workshop.mail.delivery import Delivered
from workshop.mail.due import write
from workshop.store import schema
from workshop.store.tables import CheckInLinkRow

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


def test_a_letter_names_the_milestone_by_which_an_action_is_late(
    tree: Tree, desk: PlanDesk, editor: Visitor, post: Post, clock: Clock
):
    late = Milestone({"en": "Tender out"}, TODAY - timedelta(days=3))
    acting = replace(
        ACTION, id="action-tender", text={"en": "Buy it"}, end=None, status="in_progress", milestones=(late,)
    )
    followed(tree, "homes", "plan-0002", replace(PLAN, goals=(replace(GOAL, metrics=(), actions=(acting,)),)))
    hand_over(editor, tree, "Lea", role=LAW, email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    assert "- Buy it (Tender out, " in post.text(HAL)


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


def test_two_timers_at_once_write_each_letter_with_its_links_once(settings: Settings, clock: Clock):
    """Where nothing holds the second one back at the door: on PostgreSQL."""
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        try:
            schema.migrate(app)
            tree = Tree(app)
            followed(tree)
            editor = tree.somebody("editor", "homes")
            for role in (FINANCE, LAW):
                hand_over(editor, tree, "Hal", role, email=HAL)
            open_round(editor, tree)
            at_once(2, lambda: write(app, clock()), app)
            assert [each.to for each in rows(app)] == [HAL]
            with store.reading(app) as db:
                assert db.query(CheckInLinkRow).count() == 2
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
