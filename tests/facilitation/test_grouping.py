"""Groups of four or five, formed in several ways."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.live.grouping import Formed, Person, Way, form, how_many, late, letter

THEMES = ("1", "3", "8")


def person(number: int, place: str = "room", language: str = "fi") -> Person:
    return Person(f"s{number}", place, language, "Ministry", "management")


people = st.lists(
    st.tuples(
        st.sampled_from(["room", "remote", "phone"]),
        st.sampled_from(["fi", "sv", "en"]),
        st.sampled_from(["Ministry", "Roads", "Archive"]),
        st.sampled_from(["management", "procurement"]),
        st.lists(st.sampled_from(THEMES), unique=True).map(tuple),
    ),
    min_size=1,
    max_size=40,
).map(lambda rows: [Person(f"s{number}", *row) for number, row in enumerate(rows)])
ways = st.sampled_from(get_args(Way))
sizes = st.integers(2, 8)


def seated(groups: Sequence[Formed], people: Sequence[Person]) -> list[list[Person]]:
    by_seat = {one.seat: one for one in people}
    return [[by_seat[seat] for seat in group.seats] for group in groups]


@given(people, ways, sizes, st.text(), st.booleans())
def test_everybody_is_in_exactly_one_group(people: list[Person], way: Way, size: int, seed: str, mix: bool):
    groups = form(people, way, size, seed, mix)
    assert Counter(seat for group in groups for seat in group.seats) == Counter(one.seat for one in people)
    assert [group.letter for group in groups] == [letter(index) for index in range(len(groups))]


@given(people, ways, sizes, st.text())
def test_the_room_and_those_elsewhere_do_not_share_a_group_unless_asked(
    people: list[Person], way: Way, size: int, seed: str
):
    for group in seated(form(people, way, size, seed), people):
        assert len({one.place == "room" for one in group}) == 1


@given(people, ways, sizes, st.text(), st.booleans())
def test_no_group_is_larger_than_wished_by_more_than_one_and_none_is_alone_without_need(
    people: list[Person], way: Way, size: int, seed: str, mix: bool
):
    groups = seated(form(people, way, size, seed, mix), people)
    tables = Counter(one.place == "room" for one in people)
    for group in groups:
        assert len(group) <= size + 1
        if len(group) == 1:
            alone_at_the_table = tables[group[0].place == "room"] == 1
            assert len(people) == 1 or (alone_at_the_table and not (mix and way != "place"))


@given(people, st.sampled_from(["random", "theme", "organisation"]), sizes, st.text())
def test_sizes_within_a_place_differ_by_at_most_one(people: list[Person], way: Way, size: int, seed: str):
    groups = seated(form(people, way, size, seed), people)
    for room in (True, False):
        lengths = [len(group) for group in groups if (group[0].place == "room") is room]
        assert not lengths or max(lengths) - min(lengths) <= 1


@given(people, sizes, st.text())
def test_an_organisation_is_spread_as_evenly_as_it_goes(people: list[Person], size: int, seed: str):
    groups = seated(form(people, "organisation", size, seed, mix_places=True), people)
    for organisation in {one.organisation for one in people}:
        members = [sum(one.organisation == organisation for one in group) for group in groups]
        assert max(members) - min(members) <= 1


@given(people, ways, sizes, st.text(), st.randoms())
def test_the_same_seed_forms_the_same_groups_whoever_joined_first(
    people: list[Person], way: Way, size: int, seed: str, chance
):
    other_order = chance.sample(people, len(people))
    assert [group.seats for group in form(people, way, size, seed)] == [
        group.seats for group in form(other_order, way, size, seed)
    ]


def test_another_seed_forms_other_groups():
    room = [person(number) for number in range(20)]
    assert form(room, "random", 5, "monday") != form(room, "random", 5, "tuesday")


@pytest.mark.parametrize(
    ("people", "size", "groups"),
    [(24, 5, 5), (24, 4, 6), (11, 5, 3), (6, 5, 2), (5, 4, 1), (7, 2, 3), (1, 5, 1), (9, 4, 3), (16, 5, 4)],
)
def test_groups_are_no_larger_than_wished_unless_that_spares_a_very_small_one(people: int, size: int, groups: int):
    assert how_many(people, size) == groups


def test_those_who_write_in_swedish_work_in_swedish():
    room = [person(n, language="sv" if n < 5 else "fi") for n in range(14)]
    groups = seated(form(room, "language", 5, "seed"), room)
    assert all(len({one.language for one in group}) == 1 for group in groups)


def test_the_only_one_of_a_language_joins_the_others_rather_than_sit_alone():
    room = [person(0, language="en"), *(person(n) for n in range(1, 5))]
    assert [len(group.seats) for group in form(room, "language", 5, "seed")] == [5]


def test_by_theme_those_who_want_the_same_sit_together_and_the_group_knows_its_theme():
    room = [Person(f"s{n}", "room", "fi", "", "", ("8", "1") if n % 2 else ("3",)) for n in range(10)]
    groups = form(room, "theme", 5, "seed")
    assert {group.themes for group in groups} == {("3",), ("8",)} or {group.themes for group in groups} == {
        ("3",),
        ("1",),
    }


def test_with_many_wishes_the_theme_that_others_want_too_wins():
    room = [
        Person("s0", "room", "fi", "", "", ("1", "8")),
        *(Person(f"s{n}", "room", "fi", "", "", ("8",)) for n in (1, 2, 3)),
    ]
    assert [group.themes for group in form(room, "theme", 5, "seed")] == [("8",)]


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (7, "H"), (8, "A2"), (15, "H2"), (16, "A3")])
def test_after_h_the_letters_begin_again_with_a_number(index: int, name: str):
    assert letter(index) == name


TABLES: Mapping[str, Sequence[Person]] = {
    "a": [person(1), person(2), person(3)],
    "b": [person(4), person(5)],
    "c": [person(6, place="remote")],
    "d": [person(7, language="sv"), person(8, language="sv"), person(9, language="sv")],
}


def test_a_late_joiner_comes_into_the_smallest_group_of_their_place():
    assert late(TABLES, person(20)) == "b"
    assert late(TABLES, person(20, place="phone")) == "c"


def test_a_late_joiner_comes_into_the_smallest_group_of_all_where_places_are_mixed():
    assert late(TABLES, person(20), mix_places=True) == "c"


def test_a_late_joiner_comes_to_those_of_their_language_where_groups_were_formed_so():
    assert late(TABLES, person(20, language="sv"), way="language") == "d"


def test_a_late_joiner_whose_place_has_no_group_waits_for_the_host():
    assert late({"a": [person(1)]}, person(20, place="remote")) is None
