"""What tests of the place begin from: organisations, and a workshop of Fay's. A file may say its own instead."""

import pytest
from flask import Flask

from tests.workshop.desk import Desk, set_up
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor


@pytest.fixture
def tree(app: Flask) -> Tree:
    return Tree(app)


@pytest.fixture
def editor(tree: Tree) -> Visitor:
    """Whoever edits the plans of Homes."""
    return tree.somebody("editor", "homes")


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> Desk:
    return Desk(app, set_up(facilitator))
