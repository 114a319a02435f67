"""Votes counted, ties kept, small groups kept to themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.live.tally import choices, confidence, dots, dots_each, matrix, ranks


@pytest.mark.parametrize(("options", "each"), [(1, 3), (8, 3), (11, 4), (12, 4), (16, 5), (18, 6), (60, 6)])
def test_dots_are_a_third_of_the_options_three_to_six(options: int, each: int):
    assert dots_each(options) == each


def test_ties_are_shown_as_ties_and_the_next_rank_is_left_out():
    assert ranks({"a": 7, "b": 4, "c": 4, "d": 0}) == {"a": (1, False), "b": (2, True), "c": (2, True), "d": (4, False)}


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 9)))
def test_a_rank_says_how_many_have_more(totals: dict[str, int]):
    for card, (rank, tied) in ranks(totals).items():
        assert rank == 1 + sum(other > totals[card] for other in totals.values())
        assert tied is (sum(other == totals[card] for other in totals.values()) > 1)


def test_two_voters_see_their_totals_because_the_totals_are_their_decision():
    result = dots({"ada": {"a": 2, "b": 1}, "ben": {"b": 1}}, ["a", "b", "c"], each=3, people=3, organisation={})
    assert [(one.card, one.dots, one.people, one.tied) for one in result.cards] == [
        ("a", 2, 1, True),
        ("b", 2, 2, True),
        ("c", 0, 0, False),
    ]
    assert (result.given, result.of, result.cards[0].organisations) == (4, 9, None)


def test_dots_on_a_card_that_was_taken_out_do_not_count():
    assert dots({"ada": {"gone": 2, "a": 1}}, ["a"], each=3, people=1).given == 1


def test_equal_cards_stand_in_the_order_they_came():
    assert [one.card for one in dots({}, ["c", "a", "b"], each=3, people=4).cards] == ["c", "a", "b"]


VOTES = {f"s{number}": {"a": 1, "b": 1 if number < 6 else 0} for number in range(11)}


def test_shares_by_organisation_are_shown_from_five_voters_each():
    roads = {f"s{number}": "Ministry" if number < 6 else "Roads" for number in range(11)}
    first, second = dots(VOTES, ["a", "b"], each=3, people=11, organisation=roads).cards
    assert [(one.name, one.dots, one.share) for one in first.organisations or ()] == [
        ("Ministry", 6, 0.5),
        ("Roads", 5, 1.0),
    ]
    assert [(one.name, one.dots) for one in second.organisations or ()] == [("Ministry", 6), ("Roads", 0)]


def test_an_organisation_of_four_voters_is_not_left_over_for_subtraction():
    roads = {f"s{number}": "Ministry" if number < 7 else "Roads" for number in range(11)}
    assert dots(VOTES, ["a"], each=3, people=11, organisation=roads).cards[0].organisations is None


def test_the_matrix_shows_means_and_how_many_placed_a_card():
    shown = matrix({"ada": {"a": (5, 2)}, "ben": {"a": (4, 2)}}, ["a", "b"])
    assert [(one.importance, one.feasibility, one.n) for one in shown.cards] == [(4.5, 2, 2), (None, None, 0)]


def test_choices_count_people_and_shares_are_of_those_who_answered():
    result = choices({"ada": ["spring"], "ben": ["spring", "autumn"], "cai": []}, ["spring", "autumn", "never"])
    assert [(one.choice, one.n, one.share) for one in result.choices] == [
        ("spring", 2, 1.0),
        ("autumn", 1, 0.5),
        ("never", 0, 0.0),
    ]
    assert result.n == 2


def test_confidence_waits_for_five_but_what_would_raise_it_does_not():
    few = confidence({"ada": (2, "A named owner for each goal"), "ben": (5, " ")})
    assert (few.n, few.median, few.bins) == (None, None, None)
    assert few.raises == ("A named owner for each goal",)


def test_confidence_shows_the_middle_and_the_bins():
    five = confidence({f"s{number}": (level, "") for number, level in enumerate((2, 3, 4, 4, 5))})
    assert (five.n, five.median, five.low, five.high, five.bins) == (5, 4, 3, 4, (0, 1, 1, 2, 1))


def test_the_order_of_the_words_does_not_tell_whose_they_are():
    assert confidence({"ada": (3, "time"), "ben": (3, "Money")}).raises == ("Money", "time")
