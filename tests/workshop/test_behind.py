"""What stands behind a line is told in one sentence: from which group, by how many votes, how far marks lay apart."""

import pytest
from flask import Flask

from facilitation.live.state import Group, Workshop
from facilitation.shapes import Evidence
from tests.facilitation.sample_plan import PACK
from workshop.web.behind import behind
from workshop.web.method import reading

ROOM = Workshop(groups={"group-b": Group("group-b", "B")})
GOAL = Evidence(groups=("group-b",), dots=14, rank=1, median=2, low=1.8, high=3, n=9)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "From group B, 14 votes, place 1, its objective rated 2 by 9 people, spread 1.2"),
        ("fi", "Ryhmältä B, 14 ääntä, sija 1, strategian tavoitteen arvio 2, 9 henkilöä, hajonta 1,2"),
        ("sv", "Från grupp B, 14 röster, plats 1, strategins mål bedömt till 2 av 9 personer, spridning 1,2"),
    ],
)
def test_a_goal_says_its_group_its_votes_and_its_spread(app: Flask, language: str, told: str):
    with app.test_request_context(f"/?language={language}"):
        assert behind(GOAL, ROOM, reading(PACK)) == told


def test_of_nothing_known_nothing_is_said(app: Flask):
    with app.test_request_context("/"):
        assert behind(Evidence(), ROOM, reading(PACK)) == ""
