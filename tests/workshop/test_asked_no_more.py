"""What was filled in where nothing is asked any more is told back to whoever sent it, and not taken for nothing."""

import pytest

from facilitation.plans.commands import ClosePlan
from tests.workshop.followed import LAW, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_check_in import hand_over, link
from tests.workshop.test_follow_up_pages import enter, field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

LOST = "No longer asked for:"
NOTHING = "Nothing was filled in"


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


def opened(visitor: Visitor, path: str, **typed: str) -> dict[str, str | list[str]]:
    """A page that somebody fills in while others send theirs."""
    button = "Save" if path.endswith("enter") else "Send"
    fields = visitor.form(path, button).fields
    typed_in = {field(visitor, path, name): value for name, value in typed.items()}
    return {name: value for name, value in {**fields, **typed_in}.items() if value}


def test_a_figure_that_another_gave_meanwhile_is_told_back(desk: PlanDesk, editor: Visitor):
    path = f"{desk.page}/follow-up/enter"
    late = opened(editor, path, value="31", comment="As of May")
    enter(editor, desk, value="30")
    told = editor.client.post(path, data=late, follow_redirects=True).text
    assert [each.value for each in desk.life.entered] == [30]
    assert LOST in told
    assert "31; As of May" in told
    assert NOTHING not in told


def test_by_a_link_too_and_what_was_shown_and_not_changed_is_none_of_it(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    untouched, late = opened(visitor, path), opened(visitor, path, value="31")
    assert desk.ask(ClosePlan(TODAY, "It has another task.")).ok
    assert NOTHING in visitor.client.post(path, data=untouched, follow_redirects=True).text
    told = visitor.client.post(path, data=late, follow_redirects=True).text
    assert LOST in told
    assert NOTHING not in told


def test_what_was_told_of_an_action_that_is_done_by_now_is_told_back(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Lea", LAW)
    path = link(editor, tree)
    late = opened(visitor, path, comment="Two offices are missing.")
    enter(editor, desk, status="done")
    told = visitor.client.post(path, data=late, follow_redirects=True).text
    assert "Two offices are missing." in told
    assert LOST in told
