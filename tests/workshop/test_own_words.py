"""What somebody takes home of their own: in words, never in ids."""

import pytest
from flask import Flask

from facilitation.live.commands import AddCard, GiveDots, GiveMark, OpenStep, Pick, Reveal
from tests.facilitation.world import ADA, BEN, FIRST, GOALS, IDEAS, PACK, STATE, VOTE, Room, grouped, idea
from workshop.web.method import reading
from workshop.web.own_words import own_words


@pytest.fixture
def day() -> Room:
    """Ada marks, picks, writes an idea, votes on it, and begins a goal; Ben writes one idea too."""
    room = grouped().open(STATE)
    room.do(GiveMark(STATE, FIRST, 3), ADA).do(GiveMark(STATE, "s1.2", none="dont_know"), ADA).do(
        Pick(STATE, (FIRST,)), ADA
    )
    room.open(IDEAS).do(idea("card-ada-idea", "Ask the market first"), ADA).do(idea("card-ben-idea", "Ben's own"), BEN)
    room.do(Reveal(IDEAS, IDEAS)).do(OpenStep(VOTE, IDEAS)).do(GiveDots(VOTE, "card-ada-idea", 2), ADA)
    goal = {"to": "Every tender is discussed", "objectives": ["4.1"], "agreement": "candidate", "due": "2029-12-31"}
    return room.open(GOALS).do(AddCard("card-ada-goal", GOALS, goal, "en"), ADA)


def told(app: Flask, day: Room, seat: str) -> list[str]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        return [
            f"{line.label}: {line.text}"
            for _, given in own_words(day.state, reading(PACK), seat)
            for lines in given
            for line in lines
        ]


def test_marks_picks_dots_and_cards_are_told_in_words(app: Flask, day: Room):
    lines = told(app, day, ADA.seat)
    statement = PACK.statements[0].text["en"]
    assert f"{statement}: 3, Agreed and documented practice" in lines
    assert f"Matters most: {statement}" in lines
    assert "Idea: Ask the market first" in lines
    assert "Ask the market first: 2 dots" in lines
    assert "Performance agreement: Candidate" in lines
    assert "By: 31 December 2029" in lines
    assert any(line.startswith("Objective of the strategy: 4.1 ") for line in lines)


def test_wording_that_nobody_confirmed_is_marked(app: Flask, day: Room):
    objective = PACK.strategy.objective("4.1")
    assert objective
    assert f"Objective of the strategy: 4.1 {objective.text['en']}\N{NO-BREAK SPACE}*" in told(app, day, ADA.seat)


def test_what_others_wrote_is_not_in_it(app: Flask, day: Room):
    assert "Ben's own" not in " ".join(told(app, day, ADA.seat))


def test_whoever_gave_nothing_has_an_empty_list(app: Flask, day: Room):
    assert told(app, day, "seat-eva-0003") == []
