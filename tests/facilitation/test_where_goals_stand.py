"""Where goals stand, drawn: who lags first, and how it has moved from round to round. The chart is its own table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.followup import STATUSES, Round, Tally, added, by_name, follow, standings, stood, tally
from facilitation.report import Report, english
from facilitation.report.beside import beside
from facilitation.report.blocks import Headline, Paragraph
from facilitation.report.charts import StatusChart
from facilitation.report.following import followup_report
from facilitation.report.following.moved import Then, moved
from facilitation.report.numbers import numbers
from facilitation.report.reader import reader
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import Counting
from tests.facilitation.branch_reports import followed
from tests.facilitation.branch_world import TODAY
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_followup import MIDDLE, RISING, plan
from tests.workshop.catalogue import words_of

SPRING = Round("r1", date(2028, 3, 1), date(2028, 3, 31), {"en": "Spring round", "fi": "Kevätkierros"})
BEFORE = Round("r0", date(2027, 9, 1), date(2027, 9, 30))


def told(*ended: Round, **branches: str) -> Report:
    return followup_report(replace(followed(), ended=ended, branches=branches), "en", english, PACK)


def charts(report: Report) -> dict[str, StatusChart]:
    found = (block for section in report.sections for block in section.blocks if isinstance(block, StatusChart))
    return {chart.caption: chart for chart in found}


def sentences(report: Report) -> Iterator[str]:
    for block in report.sections[0].blocks:
        match block:
            case Headline(text):
                yield text
            case Paragraph(words):
                yield words.text
            case _:
                pass


def standing(**goals: int) -> Tally:
    return Tally({status: goals.get(status, 0) for status in STATUSES})


# -- Who lags ---------------------------------------------------------------------------------------------------------


def test_where_the_greater_part_is_behind_stands_before_where_a_smaller_part_is():
    most, some = standing(behind=2, on_its_way=2), standing(behind=3, on_its_way=9)
    slightly, none = standing(slightly_behind=5), standing(on_its_way=1)
    assert sorted([none, slightly, some, most], key=lambda each: each.pressing) == [most, some, slightly, none]


def test_the_parts_added_are_the_whole():
    parts = by_name((goal.organisation, tally([goal])) for goal in every_goal())
    assert added(parts.values()) == tally(every_goal())


def every_goal():
    found = (follow(each, entries, TODAY, PACK.strategy) for each, entries in followed().plans)
    return standings(goal for goals in found for goal in goals)


@pytest.mark.parametrize("caption", ["Goals by organisation", "Goals by theme"])
def test_a_chart_has_every_goal_once_and_its_bars_are_whole(caption: str):
    chart = charts(told())[caption]
    assert sum(row.of for row in chart.rows) == len(every_goal())
    for row in chart.rows:
        ends = [begin + share for begin, share in row.shares]
        assert [begin for begin, _ in row.shares][1:] == pytest.approx(ends[:-1])
        assert ends[-1] == pytest.approx(1)


def test_the_table_of_a_chart_says_the_numbers_that_it_draws():
    chart = charts(told())["Goals by organisation"]
    table = numbers(chart, "en", "")
    heads = [column.head for column in table.columns]
    assert heads == ["Organisation", "Goals", *STATUSES.values(), "Late actions"]
    for row, cells in zip(chart.rows, table.rows, strict=True):
        assert [cell.text for cell in cells[1:-1]] == [str(row.of), *map(str, row.counts)]


def test_who_lags_most_stands_first_and_the_finding_says_how_many_lag():
    report = told()
    rows = charts(report)["Goals by organisation"].rows
    assert [row.counts[0] > 0 for row in rows] == sorted((row.counts[0] > 0 for row in rows), reverse=True)
    lagging = sum(bool(row.counts[0] + row.counts[2]) for row in rows)
    assert f"Goals lag behind in {lagging} of {len(rows)} organisations" in sentences(report)


def test_over_branches_a_bar_is_a_branch():
    names = [each.id for each, _ in followed().plans]
    report = told(**{name: "Housing" if at else "Traffic" for at, name in enumerate(names)})
    chart = charts(report)["Goals by branch"]
    assert {row.label.text for row in chart.rows} == {"Housing", "Traffic"}
    assert "Goals by organisation" not in charts(report)


def test_one_organisation_needs_no_chart_of_organisations():
    (first, *_) = followed().plans
    report = followup_report(replace(followed(), plans=(first,)), "en", english, PACK)
    assert "Goals by organisation" not in charts(report)


# -- From round to round ----------------------------------------------------------------------------------------------


def test_a_goal_stood_by_what_was_known_on_the_day():
    """A figure that came in later, or was corrected later, was not known then."""
    early, late = MIDDLE + timedelta(10), MIDDLE + timedelta(60)
    first = Entered("e1", "m1", Period(MIDDLE, MIDDLE), 10, on=early)
    again = replace(first, id="e2", value=50, on=late)
    one = plan(replace(RISING, frequency=""))

    def then(day: date) -> str:
        return stood(one, (first, again), day, PACK.strategy).worst

    assert [then(day) for day in (MIDDLE, early, late)] == ["no_figure", "behind", "on_its_way"]


def test_a_definition_that_came_later_takes_no_figure_from_the_day():
    anew = Counting({"m1": (MIDDLE + timedelta(60),)})
    one, known = plan(replace(RISING, frequency="")), (Entered("e1", "m1", Period(MIDDLE, MIDDLE), 50, on=MIDDLE),)
    days = (MIDDLE, MIDDLE + timedelta(60))
    assert [stood(one, known, day, PACK.strategy, anew).worst for day in days] == ["on_its_way", "no_figure"]


def test_rounds_are_told_from_the_oldest_to_now_and_the_sentence_tells_the_share():
    report = told(BEFORE, SPRING)
    chart = charts(report)["From round to round"]
    assert [row.label.text for row in chart.rows] == [
        "30\N{NO-BREAK SPACE}September 2027",
        "Spring round, 31\N{NO-BREAK SPACE}March 2028",
        "Now",
    ]
    assert all(row.of == len(every_goal()) for row in chart.rows)
    first, now = (round(100 * row.counts[-1] / row.of) for row in (chart.rows[0], chart.rows[-1]))
    (said,) = [each for each in sentences(report) if each.endswith(", as before") or "share of goals" in each]
    assert f"{now}\N{NO-BREAK SPACE}%" in said
    assert ("as before" in said) == (first == now)


@pytest.mark.parametrize(
    ("of", "was", "now", "words"),
    [
        (20, 5, 10, "risen from 25\N{NO-BREAK SPACE}% to 50\N{NO-BREAK SPACE}%"),
        (20, 10, 5, "fallen from 50\N{NO-BREAK SPACE}% to 25\N{NO-BREAK SPACE}%"),
        (20, 5, 5, "25\N{NO-BREAK SPACE}% of the goals, as before"),
        (4, 1, 2, "risen from 1 of 4 to 2 of 4"),
        (4, 1, 1, "1 of 4 of the goals, as before"),
    ],
)
def test_the_sentence_says_whether_the_share_has_risen_or_fallen_and_counts_few_goals(
    of: int, was: int, now: int, words: str
):
    to = reader("en", english, PACK)
    then = [Then(BEFORE, standing(on_its_way=was, behind=of - was))]
    headline = next(iter(moved(then, standing(on_its_way=now, behind=of - now), to)))
    assert isinstance(headline, Headline)
    assert words in headline.text


def test_before_any_round_has_ended_nothing_is_said_of_how_it_moved():
    assert "From round to round" not in charts(told())


def test_in_two_languages_a_chart_s_heads_and_rows_stand_in_both():
    one, other = (
        followup_report(replace(followed(), ended=(SPRING,)), language, words_of(language), PACK)
        for language in ("en", "fi")
    )
    chart = charts(beside(one, other, ("English", "suomi")))["From round to round / Kierroksesta toiseen"]
    assert chart.names[0].name == "Behind / Jäljessä"
    assert [row.label.beside and row.label.beside.text for row in chart.rows] == ["Kevätkierros, 31.3.2028", "Nyt"]
