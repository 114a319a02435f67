"""Of what units entered the last figures go along: of each definition, since which is in force the plan knows."""

from datetime import date

from facilitation.shapes.followed import Entered, period_of
from facilitation.shapes.series import newest
from workshop.together.counted import last


def entered(id: str, year: int, value: float, definition: int = 1) -> Entered:
    return Entered(id, "share", period_of("yearly", date(year, 1, 1)), value, definition=definition)


def test_an_earlier_year_that_was_counted_anew_is_the_newest_by_the_definition_in_force():
    entries = [entered("a", 2024, 10), entered("b", 2025, 20), entered("c", 2024, 30, definition=2)]
    redefined = {"share": (date(2026, 1, 1),)}
    assert newest(entries, redefined)["share"].now.value == 30
    assert newest(last(entries), redefined) == newest(entries, redefined)


def test_of_one_definition_the_last_period_goes_along_with_what_it_was_before():
    entries = [entered("a", 2024, 10), entered("b", 2025, 20), entered("c", 2025, 21)]
    assert [each.id for each in last(entries)] == ["b", "c"]
