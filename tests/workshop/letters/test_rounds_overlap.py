"""Rounds that ask the same organisation at once, or one right after the other: none of them silences another."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conftest import Clock
from tests.workshop.checking_in import hand_over
from tests.workshop.followed import FINANCE, SHARE, followed
from tests.workshop.letters.conftest import DEE, FIGURES, HAL, IDA, OWNER, due
from tests.workshop.post import Post
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

ALONE = [[HAL], [HAL], [DEE, HAL], [DEE, HAL, OWNER]]
"""Who hears of a round that nobody answers: when it opens, before its last day, after it, and long after it."""
WHEN = (0, 14, 21, 28)
"""On which days, of a round that is due on the twentieth."""


@pytest.fixture(autouse=True)
def held(tree: Tree, editor: Visitor) -> None:
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")


def set_round(tree: Tree, editor: Visitor, name: str, opens: int, last: int) -> None:
    days = {"opens": f"{TODAY + timedelta(opens)}", "due": f"{TODAY + timedelta(last)}"}
    assert "The round is set" in editor.send(tree.page(name) + "/rounds", "Set the round", **days).text


def heard(tree: Tree, post: Post, clock: Clock, days: Iterable[int]) -> list[list[str]]:
    """Who is written to on these days, the timer running twice on each."""
    told: list[list[str]] = []
    at = 0
    for each in days:
        clock.pass_by(days=each - at)
        at, before = each, len(post.taken)
        due(tree.app, clock)
        due(tree.app, clock)
        told.append(sorted(post.to[before:]))
    return told


def test_a_round_alone_goes_down_the_line(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    set_round(tree, editor, "homes", 0, 20)
    assert heard(tree, post, clock, WHEN) == ALONE


@pytest.mark.parametrize(("opens", "last"), [(0, 60), (21, 110)], ids=["beside it", "right after it"])
def test_a_missed_round_goes_down_the_line_though_another_is_open(
    tree: Tree, editor: Visitor, post: Post, clock: Clock, opens: int, last: int
):
    set_round(tree, editor, "homes", 0, 20)
    set_round(tree, tree.somebody("editor", "housing"), "housing", opens, last)
    assert heard(tree, post, clock, WHEN) == ALONE


def test_what_two_rounds_ask_by_one_day_is_asked_once(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    set_round(tree, editor, "homes", 0, 20)
    set_round(tree, tree.somebody("editor", "housing"), "housing", 0, 20)
    told = heard(tree, post, clock, range(40))
    assert {day: people for day, people in enumerate(told) if people} == dict(zip((0, 13, 21, 28), ALONE, strict=True))


def test_a_round_that_is_set_later_the_same_day_writes_to_nobody_twice_that_day(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    set_round(tree, editor, "homes", 0, 20)
    assert heard(tree, post, clock, [0]) == [[HAL]]
    set_round(tree, editor, "homes", 0, 10)
    assert heard(tree, post, clock, [0, 1, 2]) == [[], [HAL], []]


def test_the_later_round_asks_once_the_earlier_one_reminds_no_more(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    set_round(tree, editor, "homes", 0, 20)
    set_round(tree, editor, "homes", 21, 110)
    assert heard(tree, post, clock, (*WHEN, 50, 51, 103, 111)) == [*ALONE, [], [HAL], [HAL], [DEE, HAL]]


def test_each_round_asks_what_the_other_does_not(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    own = replace(FIGURES, goals=(replace(FIGURES.goals[0], metrics=(replace(SHARE, id="metric-repairs"),)),))
    followed(tree, "repairs", "plan-0002", own)
    theirs = {"role": FINANCE, "name": "Ida", "email": IDA}
    tree.somebody("editor", "repairs").send(f"{tree.page('repairs')}/holders", "Hand it over", **theirs)
    set_round(tree, editor, "homes", 0, 20)
    set_round(tree, tree.somebody("editor", "housing"), "housing", 21, 110)
    assert heard(tree, post, clock, (0, 21)) == [[HAL], [DEE, HAL, IDA]]
