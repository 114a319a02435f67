"""Whoever has several roles gets one letter, which tells role by role what is due, each with a link of its own."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest

from tests.conftest import Clock
from tests.workshop.changed_round import move, withdraw
from tests.workshop.checking_in import hand_over
from tests.workshop.followed import ACTION, FINANCE, GOAL, LAW, PLAN, SHARE, followed
from tests.workshop.letters.conftest import DEE, DUE, HAL, IDA, due, full_disk, open_round, rows
from tests.workshop.letters.one_letter import Sent, both, desk, links, sent
from tests.workshop.older import migrated_again
from tests.workshop.post import Post, posted
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.due import write
from workshop.store import letters
from workshop.store.letters import LINK
from workshop.store.tables import LetterPartRow

__all__ = ["desk", "sent"]


def uids(post: Post, address: str) -> list[str]:
    [calendar] = post.last(address).iter_attachments()
    return sorted(line for line in calendar.get_content().splitlines() if line.startswith("UID:"))


def test_one_letter_tells_each_role_what_is_due_in_it_and_gives_its_own_link(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    assert sent() == [HAL]
    text = post.text(HAL)
    assert str(post.last(HAL)["Subject"]).endswith(f": {FINANCE}, {LAW}")
    assert "You are asked in 2 roles" in text
    assert text.count("A round of follow-up is open in Homes.") == 1
    finance, law = (text.partition(f"You are asked as: {LAW}.")[at] for at in (0, 2))
    assert (f"- {SHARE.name['en']}" in finance, f"- {ACTION.text['en']}" in law) == (True, True)
    first, second = links(finance) + links(law)
    assert SHARE.name["en"] in visitor.get(first).text
    assert SHARE.name["en"] not in visitor.get(second).text
    assert ACTION.text["en"] in visitor.get(second).text


def test_a_link_that_is_revoked_takes_no_other_of_the_letter_along(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    sent()
    first, second = links(post.text(HAL))
    hand_over(editor, tree, "Ida", FINANCE, email=IDA)
    assert [visitor.get(each).status_code for each in (first, second)] == [404, 200]


def test_a_reminder_tells_of_the_roles_that_have_not_answered(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    sent()
    assert sent(14) == [HAL]
    assert len(links(post.text(HAL))) == 2
    path = links(post.text(HAL))[0]
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert HAL in sent(7)
    assert (FINANCE in post.text(HAL), len(links(post.text(HAL)))) == (False, 1)


def test_before_it_goes_an_administrator_reads_it_without_its_links(
    tree: Tree, editor: Visitor, administrator: Visitor, clock: Clock
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    page = administrator.get("/mail").text
    assert page.count("the personal link of the reader") == 2
    assert "/check-in/" not in page
    assert [(each.to, "/check-in/" in each.text + each.sealed) for each in rows(tree.app)] == [(HAL, False)]


def test_of_a_letter_that_has_not_gone_the_role_that_was_handed_over_goes_to_who_has_it_now(
    tree: Tree, editor: Visitor, post: Post, clock: Clock, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    with tree.app.app_context():
        write(tree.app, clock())
    hand_over(editor, tree, "Ida", FINANCE, email=IDA)
    assert sent() == [HAL, IDA]
    assert (FINANCE in post.text(HAL), LAW in post.text(HAL)) == (False, True)
    assert (FINANCE in post.text(IDA), LAW in post.text(IDA)) == (True, False)


def test_a_role_that_somebody_gets_later_that_day_is_told_alone(tree: Tree, editor: Visitor, post: Post, sent: Sent):
    hand_over(editor, tree, "Hal", FINANCE, email=HAL)
    open_round(editor, tree)
    assert HAL in sent()
    hand_over(editor, tree, "Hal", LAW, email=HAL.upper())
    assert sent() == [HAL.upper()]
    assert FINANCE not in post.text(HAL.upper())


# -- Languages, calendars and signs -----------------------------------------------------------------------------------


def test_who_has_roles_under_two_languages_gets_a_letter_in_each(tree: Tree, editor: Visitor, post: Post, sent: Sent):
    hand_over(editor, tree, "Hal", FINANCE, email=HAL, language="fi")
    hand_over(editor, tree, "Hal", LAW, email=HAL, language="sv")
    open_round(editor, tree)
    assert sent() == [HAL, HAL]
    finnish, swedish = sorted((message for _to, message in post.taken), key=language)
    assert (language(finnish), FINANCE in str(finnish["Subject"])) == ("fi", True)
    assert (language(swedish), LAW in str(swedish["Subject"])) == ("sv", True)


def language(message: EmailMessage) -> str:
    body: Any = message.get_body()
    return body["Content-Language"]


def test_each_role_has_its_day_in_the_calendar_and_all_move_with_the_round(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    sent()
    before = uids(post, HAL)
    assert len(set(before)) == 2
    move(editor, tree, DUE + timedelta(days=30))
    assert sent() == [HAL]
    assert "was changed to" in post.text(HAL)
    assert uids(post, HAL) == before


def test_a_sign_that_somebody_typed_moves_no_link_to_another_role(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, sent: Sent
):
    share = replace(SHARE, id="metric-odd", name={"en": f"Odd{LINK} share"})
    followed(tree, "homes", "plan-0002", replace(PLAN, goals=(replace(GOAL, metrics=(share,), actions=()),)))
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    sent()
    first, second = links(post.text(HAL))
    assert LINK not in post.text(HAL)
    assert ACTION.text["en"] in visitor.get(second).text
    assert ACTION.text["en"] not in visitor.get(first).text


def test_a_subject_names_some_of_many_roles_and_the_letter_all(tree: Tree, editor: Visitor, post: Post, sent: Sent):
    roles = [f"Head of unit {number}" for number in range(5)]
    acting = tuple(replace(ACTION, id=f"action-{at}", responsible=role) for at, role in enumerate(roles))
    followed(tree, "homes", "plan-0002", replace(PLAN, goals=(replace(GOAL, metrics=(), actions=acting),)))
    for role in roles:
        hand_over(editor, tree, "Hal", role, email=HAL)
    open_round(editor, tree)
    sent()
    assert str(post.last(HAL)["Subject"]).endswith(f": {', '.join(roles[:3])} and 2 more")
    assert [role for role in roles if f"You are asked as: {role}." in post.text(HAL)] == roles


# -- Rounds -----------------------------------------------------------------------------------------------------------


def test_what_two_rounds_ask_of_somebody_on_one_day_stands_in_one_letter_and_what_is_withdrawn_does_not(
    tree: Tree, editor: Visitor, post: Post, clock: Clock, sent: Sent
):
    own = replace(PLAN, goals=(replace(GOAL, metrics=(replace(SHARE, id="metric-repairs"),), actions=()),))
    followed(tree, "repairs", "plan-0002", own)
    other, theirs = tree.somebody("editor", "repairs"), {"role": FINANCE, "name": "Hal", "email": HAL}
    other.send(f"{tree.page('repairs')}/holders", "Hand it over", **theirs)
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    open_round(other, tree, "repairs")
    with tree.app.app_context():
        write(tree.app, clock())
    [one] = rows(tree.app)
    assert (one.text.count(LINK), "in Homes" in one.text, "in Repairs" in one.text) == (3, True, True)
    withdraw(editor, tree)
    assert sent() == [HAL]
    assert (len(links(post.text(HAL))), "in Homes" in post.text(HAL)) == (1, False)


@pytest.mark.parametrize(("room", "what"), [(1, "letter"), (0, "letter_part")])
def test_a_stop_between_letters_or_within_one_loses_none_and_writes_none_twice(
    tree: Tree, editor: Visitor, clock: Clock, room: int, what: str
):
    both(editor, tree, "Hal", HAL)
    both(editor, tree, "Dee", DEE, part="deputy")
    open_round(editor, tree)
    clock.pass_by(days=21)
    with full_disk(tree.app, room, what), tree.app.app_context(), pytest.raises(OSError, match="No space left"):
        write(tree.app, clock())
    assert len(rows(tree.app)) == room
    with posted(tree.app) as post:
        due(tree.app, clock)
        due(tree.app, clock)
    assert sorted(post.to) == [DEE, HAL]
    assert {len(links(post.text(each))) for each in (DEE, HAL)} == {2}


def test_a_letter_of_the_program_before_is_not_written_again_role_by_role(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    hand_over(editor, tree, "Hal", FINANCE, email=HAL)
    open_round(editor, tree)
    assert HAL in sent()
    migrated_again(tree.app, "0035")
    assert sent() == []
    move(editor, tree, TODAY + timedelta(days=40))
    assert HAL in sent(), "who was asked then hears what becomes of the round"


def test_what_it_told_is_forgotten_with_the_letter(tree: Tree, editor: Visitor, clock: Clock, sent: Sent):
    both(editor, tree, "Hal", HAL)
    open_round(editor, tree)
    sent()
    clock.pass_by(days=400)
    with store.writing(tree.app) as db:
        letters.forget(db, clock())
        assert db.query(LetterPartRow).count() == 0
