"""Somebody in several roles of an agency, and to whom letters go when the timer runs."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.workshop.checking_in import hand_over
from tests.workshop.followed import FINANCE, LAW, followed
from tests.workshop.letters.conftest import due
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor

Sent = Callable[..., list[str]]


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """One role answers for its metric, another for its action."""
    return followed(tree)


@pytest.fixture
def sent(tree: Tree, clock: Clock, post: Post) -> Sent:
    """To whom letters go that are due in so many days, the timer running twice on each."""

    def run(days: int = 0) -> list[str]:
        clock.pass_by(days=days)
        before = len(post.taken)
        due(tree.app, clock)
        due(tree.app, clock)
        return sorted(post.to[before:])

    return run


def both(editor: Visitor, tree: Tree, name: str, email: str, **more: str) -> None:
    for role in (FINANCE, LAW):
        hand_over(editor, tree, name, role, email=email, **more)


def links(text: str) -> list[str]:
    return re.findall(r"/check-in/[\w-]+", text)
