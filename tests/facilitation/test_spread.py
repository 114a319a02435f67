"""What the room is told about its marks, and what it is never told about a few people."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import pytest

from facilitation.live.events import Asked
from facilitation.live.middle import Middle, middle, spread, two_peaks
from facilitation.live.spread import Answer, Levels, Memberships, Picks, levels

AGREEMENTS, PLANS, TRIALS = Asked("1.4", "1"), Asked("6.2", "6"), Asked("5.1", "5")
NOWHERE = Memberships({}, {})


def marks(*given: int | str) -> list[Answer]:
    """One answer a seat: a level, "?" for don't know, "-" for not applicable."""
    nothing = {"?": "dont_know", "-": "not_applicable"}
    return [
        Answer(f"s{seat}", mark) if isinstance(mark, int) else Answer(f"s{seat}", None, nothing[mark])  # pyright: ignore[reportArgumentType]
        for seat, mark in enumerate(given)
    ]


def of(
    room: Mapping[Asked, Sequence[Answer]], memberships: Memberships = NOWHERE, picks: Picks | None = None
) -> Levels:
    return levels(list(room), [{one.id: answers for one, answers in room.items()}], memberships, picks)


def test_quartiles_are_inclusive_because_the_room_is_no_sample():
    assert middle([1, 2, 3, 4, 5]) == Middle(n=5, median=3, low=2, high=4)


def test_dont_know_does_not_pull_the_median_but_is_told():
    line = of({PLANS: marks(2, 2, 2, 4, 4, "?", "?", "-")}).statements[0]
    assert (line.n, line.median, line.dont_know, line.not_applicable) == (5, 2, 2, 1)


def test_four_levels_show_nothing_but_that_they_are_fewer_than_five():
    line = of({PLANS: marks(1, 5, 3, 3)}).statements[0]
    assert line.headline.id == "Fewer than five of us have rated this: %(statement)s"
    shown = {key for key, value in asdict(line).items() if value not in (None, "")}
    assert shown == {"id", "theme", "headline"}


def test_a_room_that_mostly_does_not_know_hears_it_even_when_few_gave_a_level():
    line = of({PLANS: marks(3, 3, "?", "?", "?", "?")}).statements[0]
    assert (line.n, line.dont_know) == (None, 4)
    assert line.headline.id == "Most of us do not know this: %(statement)s"


def test_eleven_answers_come_in_bins_and_twelve_as_dots():
    eleven = of({PLANS: marks(*[1, 2] * 5, 5)}).statements[0]
    twelve = of({PLANS: marks(*[1, 2] * 6)}).statements[0]
    assert (eleven.bins, eleven.dots) == ((5, 5, 0, 0, 1), None)
    assert (twelve.bins, twelve.dots) == (None, (6, 6, 0, 0, 0))


@pytest.mark.parametrize(
    ("counts", "camps", "why"),
    [
        ((10, 0, 4, 0, 0), True, "four of fourteen stand apart though the middle half is narrow"),
        ((10, 2, 4, 0, 0), True, "a thin bridge is still a valley"),
        ((10, 3, 4, 0, 0), False, "a bridge of more than half the smaller camp is a slope"),
        ((0, 9, 9, 0, 0), False, "neighbours are one camp"),
        ((10, 0, 0, 0, 1), False, "one person is no camp"),
        ((17, 0, 3, 0, 0), False, "three of twenty are fewer than a fifth"),
        ((5, 0, 5, 4, 0), True, "the valley counts, not the steps after it"),
        ((4, 4, 4, 4, 4), False, "a plain has no valley"),
    ],
)
def test_two_peaks_are_two_camps_with_a_valley(counts: tuple[int, ...], camps: bool, why: str):
    assert two_peaks(counts) is camps, why


def test_a_middle_half_two_levels_wide_disagrees():
    assert spread(Middle(8, 3, 2, 4), (0, 4, 0, 4, 0)) == "disagree"
    assert spread(Middle(8, 3, 2.25, 4), (1, 2, 2, 2, 1)) == ""
    assert spread(Middle(8, 3, 3, 4), (0, 0, 5, 3, 0)) == "agree"


def test_what_we_disagree_about_comes_first_and_what_was_picked_more_before_the_rest():
    four = [Asked(key, "1") for key in "abcd"]
    room = dict(
        zip(four, (marks(*[3] * 6), marks(*[2] * 6), marks(1, 1, 1, 4, 4, 4), marks(1, 1, 1, 5, 5, 5)), strict=True)
    )
    assert of(room, picks=Picks({"b": 4, "a": 1}, people=6)).order == ("d", "c", "b", "a")


def test_headlines_are_findings():
    room = {
        AGREEMENTS: marks(1, 1, 2, 2, 2, 1),
        TRIALS: marks(1, 1, 1, 4, 5, 5),
        PLANS: marks(4, 4, 4, 5, 5, 4),
    }
    assert [(each.id, each.arguments) for each in of(room).headlines] == [
        ("We disagree about “%(theme)s”.", {"theme": "5"}),
        ("We agree that “%(theme)s” is thin.", {"theme": "1"}),
        ("We are good at “%(theme)s”.", {"theme": "6"}),
    ]


def test_a_theme_is_the_persons_means_so_that_who_marked_more_does_not_weigh_more():
    goals = Asked("1.1", "1")
    theme = of({AGREEMENTS: marks(1, 1, 1, 1, 1), goals: marks(3, 3, 3, 3, 3, 5)}).themes[0]
    assert (theme.n, theme.median, theme.bins) == (6, 2, (0, 5, 0, 0, 1))


def test_a_theme_disagrees_where_its_statements_do_though_the_means_level_out():
    goals = Asked("1.1", "1")
    theme = of({AGREEMENTS: marks(1, 1, 1, 5, 5, 5), goals: marks(5, 5, 5, 1, 1, 1)}).themes[0]
    assert (theme.median, theme.low, theme.high, theme.spread) == (3, 3, 3, "disagree")


def test_a_statement_under_five_stays_out_of_its_theme_lest_the_difference_show_it():
    lone = Asked("1.1", "1")
    room = of({AGREEMENTS: marks(2, 2, 2, 2, 2), lone: [Answer("late", 5)]})
    assert (room.themes[0].n, room.themes[0].bins) == (5, (0, 5, 0, 0, 0))


def test_a_themes_dots_are_means_and_only_from_twelve_people():
    goals = Asked("1.1", "1")
    twelve = of({AGREEMENTS: marks(*[2] * 12), goals: marks(*[3] * 12)}).themes[0]
    eleven = of({AGREEMENTS: marks(*[2] * 11), goals: marks(*[3] * 11)}).themes[0]
    assert (twelve.means, eleven.means) == ((2.5,) * 12, None)


def test_a_second_round_stands_beside_the_first():
    first, second = {"6.2": marks(1, 1, 1, 5, 5, 5)}, {"6.2": marks(2, 2, 2, 3, 3, 3)}
    line = levels([PLANS], [first, second], NOWHERE).statements[0]
    assert (line.median, line.earlier) == (2.5, Middle(6, 3, 1, 5))


def test_what_was_not_asked_again_keeps_its_first_answers():
    first = {"6.2": marks(*[2] * 6), "1.4": marks(*[4] * 6)}
    again = levels([AGREEMENTS, PLANS], [first, {"6.2": marks(*[3] * 6)}], NOWHERE)
    assert [(line.median, line.earlier is None) for line in again.statements] == [(4, True), (3, False)]


def test_picks_are_told_from_five_people_on():
    few, enough = Picks({"6.2": 4}, people=4), Picks({"6.2": 4}, people=5)
    assert of({PLANS: marks(*[2] * 6)}, picks=few).statements[0].picks is None
    assert [asdict(point) for point in of({PLANS: marks(*[2] * 6)}, picks=enough).points] == [
        {"statement": "6.2", "level": 2, "picks": 4}
    ]


def organisations(*sizes: int) -> Memberships:
    names = [name for name, size in zip("ABCDEF", sizes, strict=False) for _ in range(size)]
    return Memberships({f"s{seat}": name for seat, name in enumerate(names)}, {})


def test_spread_between_organisations_is_told_apart_from_spread_within():
    between = of({PLANS: marks(*[1] * 6, *[5] * 6)}, organisations(6, 6)).statements[0]
    within = of({PLANS: marks(*[1, 5] * 6)}, organisations(6, 6)).statements[0]
    assert (between.between, between.within) == (2, 0)
    assert (within.between, within.within) == (0, 4)


def test_an_organisation_of_four_is_not_shown_and_takes_the_smallest_other_with_it():
    line = of({PLANS: marks(*[3] * 17)}, organisations(4, 6, 7)).statements[0]
    assert line.organisations is not None
    assert [(part.name, part.n) for part in line.organisations] == [("C", 7)]


def test_a_split_that_leaves_nobody_to_compare_is_not_shown():
    assert of({PLANS: marks(*[3] * 9)}, organisations(9)).statements[0].organisations is None
