"""A plan of Homes that is followed up, its editor, and holders of roles to whom these send links."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.workshop.followed import FINANCE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import plan_log
from workshop.store.log import Log
from workshop.store.tables import AuditRow, CheckInLinkRow


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


@pytest.fixture
def editor(tree: Tree, desk: PlanDesk) -> Visitor:
    return tree.somebody("editor", "homes")


def hand_over(editor: Visitor, tree: Tree, name: str, role: str = FINANCE, **more: str):
    return editor.send(tree.page("homes") + "/holders", "Hand it over", role=role, name=name, **more)


def link(editor: Visitor, tree: Tree, button: str = "Make a link to check in") -> str:
    page = editor.send(tree.page("homes") + "/holders", button)
    return re.search(r"/check-in/[\w-]+", page.text).group()  # pyright: ignore[reportOptionalMemberAccess]


def heads(app: Flask) -> tuple[int, int, int]:
    """What a visit could leave behind: facts in the log, lines of the trail, links."""
    with app.app_context(), store.engine_of().connect() as connection:
        head = Log(connection, plan_log("plan-0001")).head()
        counts = [connection.scalar(select(func.count()).select_from(row)) for row in (AuditRow, CheckInLinkRow)]
        return head, counts[0] or 0, counts[1] or 0
