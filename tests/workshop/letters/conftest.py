"""An agency whose plan is followed up, its editor and holders, and a mail server that keeps what it took."""

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from tests.conftest import Clock
from tests.workshop.followed import GOAL, PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post, posted
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.delivery import Delivered, deliver
from workshop.mail.due import write
from workshop.store import letters
from workshop.store.tables import LetterRow

DUE = TODAY + timedelta(days=20)
FIGURES = replace(PLAN, goals=(replace(GOAL, actions=()),))
OWNER = "owner-plan-0001@example.fi"
HAL, DEE = "hal@homes.example", "dee@homes.example"
IDA = "ida@homes.example"


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


@contextmanager
def full_disk(app: Flask, room: int = 0, what: str = "letter") -> Iterator[None]:
    """A disk on which there is room for a link and for so many letters or parts of one, and for no more."""
    left = itertools.count(room, -1)

    def stop(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith(f"INSERT INTO {what} ") and next(left) <= 0:
            raise OSError("No space left on device")

    engine = store.engine_of(app)
    event.listen(engine, "before_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", stop)
