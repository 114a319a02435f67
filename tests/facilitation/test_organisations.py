"""Organisations stand in a tree that changes by days: nobody under themselves, and what was stays as it was."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.organisations import (
    Forest,
    above,
    below,
    children,
    close,
    forebears,
    found,
    heirs,
    in_their_hands,
    left_to,
    merge,
    move,
)
from facilitation.words import Refused

JUNE, JULY, AUGUST, SEPTEMBER = (date(2026, month, 1) for month in (6, 7, 8, 9))


def planted() -> Forest:
    """A government with two ministries; of the first, two agencies, one with a unit."""
    forest: Forest = {}
    pairs = (("government", ""), ("housing", "government"), ("traffic", "government"))
    units = (("roads", "housing"), ("homes", "housing"), ("repairs", "homes"))
    for id, under in (*pairs, *units):
        forest = found(forest, id, under, None)
    return forest


def test_it_stands_under_its_own_and_under_those_above_them():
    forest = planted()
    assert above(forest, "repairs", JUNE) == ("homes", "housing", "government")
    assert below(forest, "housing", JUNE) == {"roads", "homes", "repairs"}
    assert children(forest, JUNE)["government"] == ["housing", "traffic"]


def test_a_move_holds_from_its_day_and_leaves_what_was():
    forest = move(planted(), "roads", "traffic", JULY)
    assert above(forest, "roads", JULY - timedelta(days=1)) == ("housing", "government")
    assert above(forest, "roads", JULY) == ("traffic", "government")


def test_whoever_moves_takes_those_under_it_along():
    forest = move(planted(), "homes", "traffic", JULY)
    assert above(forest, "repairs", JULY) == ("homes", "traffic", "government")


def test_two_moves_on_one_day_are_the_later_one():
    forest = move(move(planted(), "roads", "traffic", JULY), "roads", "government", JULY)
    assert above(forest, "roads", JULY) == ("government",)


def test_a_move_before_a_planned_one_leaves_the_planned():
    forest = move(move(planted(), "roads", "traffic", AUGUST), "roads", "government", JULY)
    assert [above(forest, "roads", day)[0] for day in (JUNE, JULY, AUGUST)] == ["housing", "government", "traffic"]


@pytest.mark.parametrize("under", ["homes", "repairs"])
def test_nobody_stands_under_themselves(under: str):
    with pytest.raises(Refused, match="under itself"):
        move(planted(), "homes", under, JULY)


def test_nobody_will_stand_under_themselves_later():
    planned = move(planted(), "housing", "traffic", AUGUST)
    with pytest.raises(Refused, match="under itself"):
        move(planned, "traffic", "housing", JULY)


def test_nobody_stands_under_one_that_is_not_there_yet():
    forest = found(planted(), "forests", "government", AUGUST)
    with pytest.raises(Refused, match="not there all that time"):
        move(forest, "roads", "forests", JULY)
    assert above(move(forest, "roads", "forests", AUGUST), "roads", AUGUST)[0] == "forests"


def test_when_agencies_merge_those_under_the_one_stand_under_the_other():
    forest = merge(planted(), "homes", "roads", JULY)
    assert heirs(forest, "homes", JULY) == ("roads",)
    assert heirs(forest, "homes", JUNE) == ()
    assert above(forest, "repairs", JUNE)[0] == "homes"
    assert above(forest, "repairs", JULY)[0] == "roads"
    assert "homes" not in below(forest, "housing", JULY)


def test_whoever_was_to_come_later_comes_under_the_heir():
    planned = move(planted(), "traffic", "homes", AUGUST)
    forest = merge(planned, "homes", "roads", JULY)
    assert [above(forest, "traffic", day)[0] for day in (JULY, AUGUST)] == ["government", "roads"]


def test_the_last_heir_goes_on_as_all_before():
    forest = merge(merge(planted(), "homes", "roads", JULY), "roads", "traffic", AUGUST)
    assert heirs(forest, "homes", AUGUST) == ("roads", "traffic")
    assert forebears(forest, "traffic", AUGUST) == {"homes", "roads"}
    assert forebears(forest, "traffic", JULY) == frozenset()


def test_nobody_merges_into_one_of_their_own():
    with pytest.raises(Refused, match="under itself"):
        merge(planted(), "housing", "roads", JULY)


def test_nobody_merges_into_themselves():
    with pytest.raises(Refused, match="into itself"):
        merge(planted(), "roads", "roads", JULY)


def test_nobody_closes_over_the_heads_of_others():
    with pytest.raises(Refused, match="stand under it"):
        close(planted(), "homes", JULY)
    assert not close(planted(), "repairs", JULY)["repairs"].is_there(JULY)


def test_nobody_closes_while_somebody_is_to_come():
    planned = move(planted(), "roads", "repairs", AUGUST)
    with pytest.raises(Refused, match="stand under it"):
        close(planned, "repairs", JULY)


@pytest.mark.parametrize(
    "change",
    [lambda forest: move(forest, "roads", "traffic", AUGUST), lambda forest: close(forest, "roads", AUGUST)],
    ids=["move", "close"],
)
def test_what_has_ended_does_not_change(change: Callable[[Forest], Forest]):
    with pytest.raises(Refused, match="ends on"):
        change(close(planted(), "roads", JULY))


def test_nobody_comes_under_one_that_nobody_knows():
    with pytest.raises(Refused, match="no such organisation"):
        found({}, "roads", "nowhere", None)


NAMES = st.sampled_from("abcdef")
DAYS = st.dates(JUNE, SEPTEMBER)
WISHES = st.lists(
    st.one_of(
        st.tuples(st.just(found), NAMES, NAMES | st.just(""), st.none() | DAYS),
        st.tuples(st.just(move), NAMES, NAMES | st.just(""), DAYS),
        st.tuples(st.just(merge), NAMES, NAMES, DAYS),
        st.tuples(st.just(close), NAMES, DAYS),
    ),
    max_size=30,
)


def granted(wishes: list[tuple]) -> Forest:
    """What becomes of all wishes, those that are refused left out; every founding is of a new organisation."""
    forest: Forest = {}
    numbers = count()
    for change, id, *rest in wishes:
        name = f"{id}{next(numbers)}" if change is found and id in forest else id
        try:
            forest = change(forest, name, *rest)
        except Refused:
            continue
    return forest


@given(WISHES)
def test_on_every_day_everybody_has_one_place_under_somebody_who_is_there(wishes: list[tuple]):
    forest = granted(wishes)
    for day in (JUNE - timedelta(days=1) + timedelta(days=n) for n in range(94)):
        there = {id for id, each in forest.items() if each.is_there(day)}
        standing = children(forest, day)
        assert sorted(each for line in standing.values() for each in line) == sorted(there)
        assert set(standing) <= there | {""}
        assert below(forest, "", day) == there, "everybody hangs on the top, so nobody hangs on themselves"


@given(WISHES, WISHES)
def test_a_change_rewrites_no_day_before_it(before: list[tuple], after: list[tuple]):
    early, late = granted(before), granted([*before, *(wish for wish in after if wish[0] is not found)])
    days = [wish[-1] for wish in after if wish[0] is not found]
    for day in (JUNE - timedelta(days=1), min(days, default=SEPTEMBER) - timedelta(days=1)):
        assert children(early, day) == children(late, day)


@given(WISHES)
def test_heirs_come_to_an_end(wishes: list[tuple]):
    forest = granted(wishes)
    for id in forest:
        line = (id, *heirs(forest, id, SEPTEMBER))
        assert len(set(line)) == len(line)
        assert not forest[line[-1]].successor


def test_those_who_went_on_as_somebody_are_in_their_hands_from_the_day_on():
    forest = merge(merge(planted(), "repairs", "homes", JUNE), "homes", "roads", JULY)
    assert set(in_their_hands(forest, {"roads"}, JULY)) == {"homes", "repairs"}
    assert in_their_hands(forest, {"homes"}, JUNE) == ("repairs",)
    assert in_their_hands(forest, {"homes"}, JULY) == (), "it is over itself"


def test_plans_of_whom_nobody_goes_on_for_are_in_the_hands_of_whoever_they_stood_under_last():
    forest = close(move(planted(), "roads", "traffic", JULY), "roads", AUGUST)
    assert left_to(forest, "roads", AUGUST - timedelta(days=1)) == "roads"
    assert left_to(forest, "roads", AUGUST) == "traffic"
    forest = close(merge(move(forest, "repairs", "housing", JUNE), "homes", "repairs", JULY), "repairs", AUGUST)
    assert left_to(forest, "homes", JULY) == "repairs"
    assert left_to(forest, "homes", AUGUST) == "housing"
