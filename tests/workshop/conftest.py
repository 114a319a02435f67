"""What tests of the place begin from: organisations, a provider, and a workshop of Fay's. A file may say its own."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.conftest import Clock
from tests.workshop import signing_on
from tests.workshop.crooked import Crooked, crooked
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


@pytest.fixture
def house(clock: Clock) -> Iterator[Crooked]:
    """A provider, the House of Keys."""
    with crooked(clock) as provider:
        yield provider


@pytest.fixture
def place(app: Flask, house: Crooked, administrator: Visitor) -> signing_on.Desk:
    """A place into which that provider lets people."""
    return signing_on.desk(app, house, administrator)
