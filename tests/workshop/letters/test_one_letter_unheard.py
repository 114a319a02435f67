"""One letter in several roles that came back or was not answered: each role goes its own way down the line."""

from dataclasses import replace

from tests.workshop.checking_in import hand_over
from tests.workshop.followed import FINANCE, LAW, PLAN, followed
from tests.workshop.letters.conftest import DEE, HAL, IDA, OWNER, open_round
from tests.workshop.letters.one_letter import Sent, both, desk, links, sent
from tests.workshop.post import Post
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.tables import PlanRow

__all__ = ["desk", "sent"]


def test_of_one_letter_that_came_back_each_role_goes_to_its_own_deputy(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", "gone@homes.example")
    hand_over(editor, tree, "Dee", FINANCE, email=DEE, part="deputy")
    hand_over(editor, tree, "Ida", LAW, email=IDA, part="deputy")
    open_round(editor, tree)
    assert sent() == [DEE, IDA]
    assert f"You stand in for: {FINANCE}. Letters do not reach its holder." in post.text(DEE)
    assert f"You stand in for: {LAW}. Letters do not reach its holder." in post.text(IDA)
    assert sent() == []


def test_one_letter_that_an_administrator_says_came_back_asks_the_deputy_of_both_in_one(
    tree: Tree, editor: Visitor, administrator: Visitor, post: Post, sent: Sent
):
    both(editor, tree, "Hal", HAL)
    both(editor, tree, "Dee", DEE, part="deputy")
    open_round(editor, tree)
    assert sent() == [HAL]
    administrator.send("/mail", "It came back")
    assert sent() == [DEE]
    assert len(links(post.text(DEE))) == 2


def test_silence_goes_down_the_line_in_one_letter_to_each(tree: Tree, editor: Visitor, post: Post, sent: Sent):
    both(editor, tree, "Hal", HAL)
    both(editor, tree, "Dee", DEE, part="deputy")
    open_round(editor, tree)
    assert [sent(days) for days in (0, 14, 7, 7)] == [[HAL], [HAL], [DEE, HAL], [DEE, HAL, OWNER]]
    text = post.text(OWNER)
    assert [f"Nobody has answered for: {role}." in text for role in (FINANCE, LAW)] == [True, True]
    assert (links(text), text.count("/holders")) == ([], 1)


def test_who_holds_one_role_and_owns_the_plan_of_another_that_nobody_holds_reads_both(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    hand_over(editor, tree, "Owner", LAW, email=OWNER)
    open_round(editor, tree)
    assert sent() == [OWNER]
    text = post.text(OWNER)
    assert f"Nobody has answered for: {FINANCE}." in text
    assert f"You are asked as: {LAW}." in text
    assert len(links(text)) == 1


def test_whose_plans_of_two_organisations_wait_for_a_role_of_one_name_reads_of_both(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    desk = followed(tree, "repairs", "plan-0002")
    with store.writing(tree.app) as db:
        db.get_one(PlanRow, desk.id).owner = db.get_one(PlanRow, "plan-0001").owner
    open_round(tree.somebody("editor", "housing"), tree, "housing")
    assert sent() == [OWNER]
    text = post.text(OWNER)
    assert [text.count(f"Nobody has answered for: {role}.") for role in (FINANCE, LAW)] == [2, 2]
    assert ("in Homes" in text, "in Repairs" in text, text.count("/holders")) == (True, True, 2)


def test_whose_role_owns_the_plan_is_asked_in_it_and_not_told_besides_that_nobody_answers(
    tree: Tree, editor: Visitor, post: Post, sent: Sent
):
    followed(tree, "repairs", "plan-0002", replace(PLAN, owner=FINANCE))
    other = tree.somebody("editor", "repairs")
    given = {"role": FINANCE, "name": "Hal", "email": HAL}
    other.send(f"{tree.page('repairs')}/holders", "Hand it over", **given)
    open_round(other, tree, "repairs")
    assert sent(28) == [HAL]
    text = post.text(HAL)
    assert (text.count(f"You are asked as: {FINANCE}."), len(links(text))) == (1, 1)
    assert [f"Nobody has answered for: {role}." in text for role in (FINANCE, LAW)] == [False, True]
