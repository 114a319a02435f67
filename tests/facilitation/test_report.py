from dataclasses import replace
from datetime import date

import pytest

from facilitation.packs import Confirmation, unconfirmed
from facilitation.report import Report, english, report
from facilitation.report.blocks import Headline, Quote, Table
from facilitation.report.charts import SpreadChart, Timeline, VotesChart
from facilitation.report.figures import between, day, number, put
from facilitation.report.texts import Words
from facilitation.shapes import Action, Goal, Metric, Plan, Reading, StateRow, Voted
from facilitation.words import Count
from tests.facilitation.sample_plan import PACK, plan

EMPTY = Plan(id="p-0")


def told(given: Plan, language: str = "en") -> Report:
    return report(given, language, english, PACK)


def headlines(given: Plan) -> list[str]:
    return [block.text for section in told(given).sections for block in section.blocks if isinstance(block, Headline)]


def tables(given: Plan, language: str = "en") -> dict[str, Table]:
    blocks = (block for section in told(given, language).sections for block in section.blocks)
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def theme(id: str, median: float, low: float, high: float) -> StateRow:
    spread = "disagree" if high - low >= 2 else "agree" if high - low <= 1 else ""
    return StateRow(statement=id, median=median, low=low, high=high, n=9, spread=spread)


def test_the_headline_names_what_is_thin_and_what_divides_us():
    assert "We agree that “Developing procurement skills” is thin and disagree about “Innovation”" in headlines(plan())


@pytest.mark.parametrize(
    ("themes", "finding"),
    [
        ((theme("1", 3, 1, 4), theme("2", 4, 4, 5)), "We disagree most about “Strategic management”"),
        ((theme("1", 2, 2, 2), theme("2", 4, 4, 5)), "We agree that “Strategic management” is thin"),
        ((theme("1", 4, 4, 5), theme("2", 3, 3, 4)), "We are good at “Strategic management”"),
        ((theme("1", 3, 2.5, 4), theme("2", 3, 3, 4)), "We see ourselves alike, mostly on level 3"),
    ],
)
def test_disagreement_is_told_before_what_is_thin_and_that_before_what_is_good(
    themes: tuple[StateRow, ...], finding: str
):
    assert headlines(replace(EMPTY, themes=themes))[1] == finding


def test_a_tie_for_the_first_place_is_told_as_a_tie():
    tied = tuple(Voted(id, {"en": id}, dots=4, rank=1, tied=True) for id in ("a", "b"))
    assert "2 ideas share the first place, with 4 dots each" in headlines(replace(EMPTY, votes=tied))


def test_the_widest_spread_comes_first_and_one_chart_holds_nine_statements_of_many():
    charts = [block for section in told(plan()).sections for block in section.blocks if isinstance(block, SpreadChart)]
    by_theme, by_statement = charts
    assert by_theme.rows[0].label.text == "Innovation"
    assert [row.disagrees for row in by_statement.rows] == [True] * 4 + [False] * 5
    assert len(tables(plan())["All statements in numbers"].rows) == 25


def test_every_goal_has_its_metrics_and_actions_and_every_metric_its_sheet():
    captions = [block.caption for s in told(plan()).sections for block in s.blocks if isinstance(block, Table)]
    assert captions.count("Metrics of the goal") == captions.count("Actions of the goal") == 3
    assert sum(caption.startswith("Metric sheet: ") for caption in captions) == 4


def test_that_nobody_answers_for_a_metric_is_told():
    sheet = tables(plan())["Metric sheet: Tenders that score life-cycle emissions"]
    assert (Words("Owner"), Words("Not named yet")) in sheet.rows


def test_wording_that_stands_for_the_strategys_own_is_marked_until_somebody_confirms_it():
    def marked(confirmed: tuple[Confirmation, ...] = ()) -> set[str]:
        blocks = (b for s in report(plan(), "en", english, PACK, confirmed=confirmed).sections for b in s.blocks)
        rows = (row.label for block in blocks if isinstance(block, SpreadChart) for row in block.rows)
        return {words.text for words in rows if words.unconfirmed}

    vouched = tuple(Confirmation(text.path, text.language, text.text) for text in unconfirmed(PACK))
    assert "Innovation" in marked()
    assert marked(vouched) == set()


def test_a_text_that_is_missing_in_the_readers_language_says_which_language_it_is_in():
    goal = Goal(id="g", to={"sv": "Alla avtal har ett mål."})
    row = tables(replace(EMPTY, goals=(goal,)), "fi")["The goals of the plan"].rows[0]
    assert (row[0].text, row[0].language) == ("1. Alla avtal har ett mål.", "sv")


def test_an_action_without_days_is_not_drawn_and_that_is_said():
    section = next(each for each in told(plan()).sections if each.title == "Timeline")
    line = next(block for block in section.blocks if isinstance(block, Timeline))
    assert len(line.bars) == 6
    assert any("One action has no dates yet" in str(block) for block in section.blocks)


def test_an_action_of_one_day_lasts_that_day():
    once = Goal(id="g", actions=(Action(id="a", text={"en": "Sign"}, end=date(2027, 3, 1)),))
    section = next(each for each in told(replace(EMPTY, goals=(once,))).sections if each.title == "Timeline")
    bar = next(block for block in section.blocks if isinstance(block, Timeline)).bars[0]
    assert (bar.first, bar.last) == (date(2027, 3, 1), date(2027, 3, 1))


def test_an_empty_plan_still_makes_a_report():
    made = told(EMPTY)
    assert [section.title for section in made.sections] == ["Summary"]
    assert made.title == "Action plan"


def test_votes_are_told_most_first_with_the_chosen_ones_marked():
    section = next(each for each in told(plan()).sections if each.title == "What we chose")
    chart = next(block for block in section.blocks if isinstance(block, VotesChart))
    assert [row.dots for row in chart.rows] == [17, 15, 11, 11, 8, 5, 3, 2]
    assert [row.chosen for row in chart.rows] == [True] * 3 + [False] * 5


def test_a_count_needs_no_unit_and_a_share_has_one():
    metrics = (
        Metric(id="m", name={"en": "Calls"}, unit="count", targets=(Reading(8),)),
        Metric(id="n", name={"en": "Share"}, unit="%", targets=(Reading(18.4),)),
    )
    rows = tables(replace(EMPTY, goals=(Goal(id="g", metrics=metrics),)))["Metrics of the goal"].rows
    assert [row[2].text for row in rows] == ["8", "18.4\N{NO-BREAK SPACE}%"]


def test_what_people_said_would_raise_their_confidence_stands_as_they_said_it():
    quotes = [
        each.words.text for section in told(plan()).sections for each in section.blocks if isinstance(each, Quote)
    ]
    confidence = plan().confidence
    assert confidence and quotes == list(confidence.raise_it)


def test_metrics_of_one_name_are_told_apart_by_what_they_cover():
    calls = Metric(id="m", name={"en": "Calls"}, scope={"en": "Harbour Office"})
    of_two = (calls, replace(calls, id="n", scope={"en": "Coast Office"}))
    table = tables(replace(EMPTY, goals=(Goal(id="g", metrics=of_two),)))["Metrics of the goal"]
    assert [row[1].text for row in table.rows] == ["Harbour Office", "Coast Office"]
    alone = tables(replace(EMPTY, goals=(Goal(id="g", metrics=(calls,)),)))["Metrics of the goal"]
    assert "Harbour Office" not in [cell.text for row in alone.rows for cell in row]


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (18.4, "fi", "18,4"),
        (18.4, "en", "18.4"),
        (1250000, "sv", "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000"),
        (-3, "en", "\N{MINUS SIGN}3"),
        (-0.001, "en", "0"),
        (2.0, "fi", "2"),
        (2.345, "fi", "2,35"),
    ],
)
def test_numbers_are_written_as_the_reader_writes_them(value: float, language: str, written: str):
    assert number(value, language) == written


def test_within_a_sentence_a_large_count_is_told_in_groups_and_a_year_is_not():
    said = put("%(n)s goals in %(year)s", {"n": Count(14_400), "year": 2028}, "fi")
    assert said == "14\N{NO-BREAK SPACE}400 goals in 2028"


def test_days_and_ranges_are_written_as_the_reader_writes_them():
    assert day(date(2026, 11, 26), "fi") == "26.11.2026"
    assert day(date(2026, 11, 26), "en") == "26\N{NO-BREAK SPACE}November 2026"
    assert between(1, 2.5, "sv") == "1\N{EN DASH}2,5"
    assert between(2, 2, "en") == "2"
