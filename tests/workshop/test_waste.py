"""Memory is searched for waste between answers: whoever waits for a page does not wait for that too."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask

from workshop.waste import NEVER_MORE, PASSED_OVER, WASTE, YOUNG, Waste, spare_the_collector


@pytest.fixture(autouse=True)
def as_served() -> Iterator[None]:
    """With the collector as a process that serves has it."""
    before = gc.get_threshold()
    spare_the_collector()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture
def waste(app: Flask) -> Waste:
    return app.extensions[WASTE]


@contextmanager
def searches() -> Iterator[list[int]]:
    """The generations that are searched meanwhile."""
    seen: list[int] = []

    def told(phase: str, of: dict[str, int]) -> None:
        if phase == "start":
            seen.append(of["generation"])

    gc.callbacks.append(told)
    yield seen
    gc.callbacks.remove(told)


def much() -> list[list[int]]:
    return [[] for _ in range(YOUNG + 1)]


def test_it_is_searched_once_much_was_made_and_nobody_waits(waste: Waste):
    with searches() as seen:
        waste.look()
        assert seen == []
        made = much()
        waste.look()
    assert made and seen == [0]


def test_it_is_not_searched_while_somebody_waits_for_an_answer(app: Flask, waste: Waste):
    made = list[list[list[int]]]()

    @app.get("/much")
    def answer() -> str:
        made.append(much())
        waste.look()
        return str(waste.answering)

    with searches() as seen:
        assert app.test_client().get("/much").text == "1"
        assert seen == []
        waste.look()
    assert made and seen == [0]


def test_it_is_searched_whoever_waits_once_somebody_always_does(waste: Waste):
    waste.answering = 1
    with searches() as seen:
        made = much()
        for _ in range(PASSED_OVER):
            waste.look()
        assert seen == []
        waste.look()
    assert made and seen == [0]


def test_an_answer_that_fails_is_over_too(app: Flask, waste: Waste):
    app.testing = False

    @app.get("/fails")
    def answer() -> str:
        raise ValueError

    assert app.test_client().get("/fails").status_code == 500
    assert waste.answering == 0


def test_the_middling_and_the_old_have_their_turn(waste: Waste):
    kept = list[list[list[int]]]()
    with searches() as seen:
        for _ in range(6):
            kept.append(much())
            waste.look()
    assert kept and seen == [0, 0, 0, 0, 1, 0]


def test_whoever_makes_very_much_within_one_answer_is_searched_meanwhile():
    assert gc.get_threshold()[0] == NEVER_MORE
    assert gc.isenabled()
