"""Nobody can be singled out by adding and subtracting what is shown: checked by linear algebra, on any room."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facilitation.live.disclosure import showable, showable_together, singles_out
from facilitation.live.events import Asked
from facilitation.live.spread import Answer, Memberships, levels

FEW = 5
PRIME = 2_147_483_647  # arithmetic without rounding: weights of a handful of groups never come near it

Vector = tuple[int, ...]

rooms = st.lists(
    st.tuples(
        st.sampled_from(["", "Ministry", "Roads", "Archive", "Lands"]), st.sampled_from(["", "lead", "buy", "plan"])
    ),
    min_size=5,
    max_size=36,
)
# Rooms in which a role group is nearly an organisation are where subtraction bites.
nested = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(
    lambda n: (
        [("Ministry", "lead")] * n[0]
        + [("Ministry", "buy")] * n[1]
        + [("Roads", "buy")] * n[2]
        + [("Roads", "plan")] * n[3]
    )
)


def reduced(rows: Sequence[Vector]) -> list[list[int]]:
    """An echelon basis of the rows' span, modulo a large prime."""
    basis: list[list[int]] = []
    for row in rows:
        rest = remainder(row, basis)
        pivot = next((place for place, value in enumerate(rest) if value), None)
        if pivot is not None:
            inverse = pow(rest[pivot], -1, PRIME)
            basis.append([value * inverse % PRIME for value in rest])
    return basis


def remainder(row: Sequence[int], basis: Sequence[Sequence[int]]) -> list[int]:
    rest = list(row)
    for known in basis:
        pivot = next(place for place, value in enumerate(known) if value)
        if factor := rest[pivot]:
            rest = [(value - factor * other) % PRIME for value, other in zip(rest, known, strict=True)]
    return rest


def few(cells: Counter[tuple[str, str]]) -> Iterator[set[tuple[str, str]]]:
    """Every set of one to four people that groups could tell apart from the rest."""
    for count in range(1, FEW):
        for chosen in combinations(cells, count):
            if sum(cells[cell] for cell in chosen) < FEW:
                yield set(chosen)


def told(cells: Counter[tuple[str, str]], rows: frozenset[str], columns: frozenset[str]) -> list[list[int]]:
    """What is shown, as sums over cells: the whole, and each shown group."""
    shown = [tuple(1 for _ in cells)]
    shown += [tuple(int(cell[0] == name) for cell in cells) for name in rows]
    shown += [tuple(int(cell[1] == name) for cell in cells) for name in columns]
    return reduced(shown)


def computable(cells: Counter[tuple[str, str]], rows: frozenset[str], columns: frozenset[str]) -> bool:
    basis = told(cells, rows, columns)
    return any(not any(remainder([int(cell in people) for cell in cells], basis)) for people in few(cells))


@settings(max_examples=150, deadline=None)
@given(st.one_of(rooms, nested))
def test_no_set_under_five_can_be_computed_from_the_whole_and_the_shown_groups(room: list[tuple[str, str]]):
    assume(len(room) >= FEW)
    cells = Counter(room)
    assert not computable(cells, *showable_together(cells))


@settings(max_examples=150, deadline=None)
@given(st.one_of(rooms, nested))
def test_the_check_finds_exactly_what_linear_algebra_finds(room: list[tuple[str, str]]):
    assume(len(room) >= FEW)
    cells = Counter(room)
    every = showable(Counter(row for row, _ in room)), showable(Counter(column for _, column in room))
    merged = Counter((row if row in every[0] else "", column if column in every[1] else "") for row, column in room)
    assert singles_out(merged) is computable(cells, *every)


@given(st.dictionaries(st.sampled_from(["", *"ABCDE"]), st.integers(1, 12)))
def test_every_shown_group_and_the_remainder_have_five_people_or_none(sizes: dict[str, int]):
    shown = showable(sizes)
    remainder_size = sum(sizes.values()) - sum(sizes[name] for name in shown)
    assert all(name and sizes[name] >= FEW for name in shown)
    assert not shown or remainder_size == 0 or remainder_size >= FEW


def test_a_role_group_of_five_within_an_organisation_of_six_would_be_the_sixth():
    room = Counter({("Ministry", "lead"): 5, ("Ministry", "buy"): 1, ("Roads", "buy"): 6})
    assert showable_together(room) == (frozenset({"Ministry", "Roads"}), frozenset())


def test_splits_that_cross_evenly_are_both_shown():
    room = Counter({(row, column): 3 for row in ("Ministry", "Roads") for column in ("lead", "buy")})
    assert showable_together(room) == (frozenset({"Ministry", "Roads"}), frozenset({"lead", "buy"}))


def test_those_without_an_organisation_count_as_hidden():
    assert showable({"": 2, "Ministry": 6, "Roads": 8}) == {"Roads"}


@settings(max_examples=60, deadline=None)
@given(rooms, st.lists(st.sampled_from([1, 2, 3, 4, 5, None]), min_size=36, max_size=36))
def test_the_result_shows_only_such_groups_and_nothing_under_five(
    room: list[tuple[str, str]], given_levels: list[int | None]
):
    seats = [f"s{number}" for number, _ in enumerate(room)]
    answers = [
        Answer(seat, level, None if level else "dont_know") for seat, level in zip(seats, given_levels, strict=False)
    ]
    memberships = Memberships(
        {seat: row for seat, (row, _) in zip(seats, room, strict=True)},
        {seat: column for seat, (_, column) in zip(seats, room, strict=True)},
    )
    line = levels([Asked("6.2", "6")], [{"6.2": answers}], memberships).statements[0]
    answered = Counter(member for member, answer in zip(room, answers, strict=True) if answer.level)
    rows = frozenset(part.name for part in line.organisations or ())
    columns = frozenset(part.name for part in line.roles or ())
    if answered.total() < FEW:
        assert (line.n, line.median, line.bins, line.dots, rows, columns) == (None, None, None, None, set(), set())
    else:
        assert not computable(answered, rows, columns)
