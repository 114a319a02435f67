"""What one place tells several of is taken apart again, and stays as exact as it was where it stands as it stood."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.report import english
from facilitation.report.lists import interim_targets, milestones
from facilitation.report.metrics import fields
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Strange
from facilitation.report.returned.apart import Apart, Told, amount, baseline, ends, needs, numbered, share, span, valued
from facilitation.report.returned.cells import Unfit
from facilitation.report.returned.typed import changes
from facilitation.report.sheets import Cell
from facilitation.shapes import Metric, Milestone, Reading
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import PACK

TO = reader("en", english, PACK)
days = st.none() | st.dates(date(2020, 1, 1), date(2040, 12, 31))
readings = st.lists(st.builds(Reading, st.floats(-1e6, 1e6) | st.integers(0, 100), days), max_size=5)
points = st.lists(
    st.builds(
        Milestone, st.dictionaries(st.sampled_from(LANGUAGES), st.text(min_size=1), max_size=2), days, st.booleans()
    ),
    max_size=5,
)


def as_told(way: list[Reading], to: Reader, unit: str = "%") -> str:
    """Interim targets as a document tells them."""
    metric = Metric("m", unit=unit, targets=(*way, Reading(0)))
    return next((words.text for _, words in fields(metric, to) if words.at.endswith("/milestones")), "")


def said(column: str, told: str, new: str, cell: Cell, to: Reader = TO) -> Any:
    """What a changed list says as its sheet tells it; None where nothing is otherwise."""
    sheet = "actions" if column.startswith("actions") else "metrics"
    found = list(changes(sheet, "milestones", told, new, lambda _: cell, to))
    return found[0][2] if found else None


@pytest.mark.parametrize("language", LANGUAGES)
@given(way=readings)
def test_interim_targets_that_stand_as_they_stood_stay_exact_when_one_is_added(way: list[Reading], language: str):
    to = reader(language, english, PACK)
    told, cell = as_told(way, to), interim_targets(way, language)
    added = interim_targets([*way, Reading(7, date(2041, 12, 31))], language)
    assert said("metrics", told, f"{told}; 7 (31.12.2041)" if way else "7 (31.12.2041)", cell, to) == added


@given(points)
def test_milestones_that_stand_as_they_stood_stay_when_one_is_added(way: list[Milestone]):
    told = milestones(way, TO).text if way else ""
    lines = [line for line in told.splitlines() if line.strip()]
    new = "\n".join([*lines, "Last of all (31.12.2041)"])
    expected = "\n".join([*(line.strip() for line in lines), "Last of all (31\N{NO-BREAK SPACE}December 2041)"])
    assert said("actions", told, new, told) == expected


@pytest.mark.parametrize(
    ("apart", "text", "told"),
    [
        (numbered, "12. A goal of 3. parts", {"to": "A goal of 3. parts"}),
        (valued("target"), "5 kg (CO2)", {"target": "5", "target_day": "CO2", "unit": "kg"}),
        (valued("target"), "5 kg (CO2) (12/2027)", {"target": "5", "target_day": "12/2027", "unit": "kg (CO2)"}),
        (valued("target"), "5 or 6", {"target": "5 or 6", "target_day": ""}),
        (baseline, "Controller finds out by 31.3.2027", {"baseline_by": "Controller", "baseline_when": "31.3.2027"}),
        (baseline, "Found out by Controller", {"baseline_by": "Controller", "baseline_when": ""}),
        (baseline, "Not known yet", {"baseline": "", "baseline_day": ""}),
        (ends, "1/2027 - 3/2027", {"start": "1/2027", "end": "3/2027"}),
        (ends, "2027-03-31", {"start": "2027-03-31", "end": "2027-03-31"}),
        (span, "\N{MINUS SIGN}5\N{EN DASH}10", {"range_low": "\N{MINUS SIGN}5", "range_high": "10"}),
        (share, "Done, divided by all", {"numerator": "Done", "denominator": "all"}),
    ],
)
def test_words_that_tell_several_columns_are_taken_apart(apart: Apart, text: str, told: Told):
    assert apart(text, TO) == told


def test_what_an_action_needs_goes_on_over_lines_and_what_has_no_name_is_resources():
    found = needs("Two people\nPartners: A\nand B\n COST (€) : 5", TO)
    assert {key: words for key, words in found.items() if words} == {
        "resources": "Two people",
        "partners": "A\nand B",
        "cost": "5",
    }


@pytest.mark.parametrize("text", ["some", "5 or 6", "10-20", "1.2.3"])
def test_what_is_no_figure_or_two_of_them_is_unfit(text: str):
    with pytest.raises(Unfit):
        amount(text)


def test_halves_of_a_share_that_cannot_be_told_apart_are_never_guessed():
    cells: dict[str, Cell] = {"numerator": "a, divided by b", "denominator": "c"}
    told, new = "a, divided by b, divided by c", "a, divided by b, divided by d"
    found = list(changes("metrics", "share", told, new, cells.get, TO))
    assert [raw for _, _, raw in found] == [Strange("unclear")]
    assert [raw for _, _, raw in changes("metrics", "share", told, "All of them", cells.get, TO)] == [
        Strange("unclear")
    ]
