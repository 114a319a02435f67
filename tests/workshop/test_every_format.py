"""The same plan in every format: no goal, metric, action, figure or day of one file is missing in another."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.report import figures, report
from facilitation.report.blocks import Headline, Report
from facilitation.report.extracts import EXTRACTS
from facilitation.shapes import Goal, Plan, Reading
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.test_slides_any_text import UNSHRUNK, plans
from workshop import exports
from workshop.exports import FORMATS

LANGUAGES = ("fi", "sv", "en")
CALCULATED = ("xlsx", "csv.zip")
"""In these a figure is a figure and a day a day; in the others they are written as the language writes them."""
MANY = 200
OWNER = "Owner no. %s."


@cache
def read(format: str, language: str) -> str:
    return says(format, exports.make(format, report(plan(), language, words_of(language), PACK, made=DAY)))


def figure(value: float, format: str, language: str) -> str:
    if format == "csv.zip":
        return f"{value:g}".replace(".", ",")
    return f"{value:g}" if format in CALCULATED else figures.number(value, language)


def day(value: date, format: str, language: str) -> str:
    return value.isoformat() if format in CALCULATED else figures.day(value, language)


def texts(goal: Goal, language: str) -> Iterator[str]:
    yield from (goal.to[language], goal.from_[language], goal.owner)
    for metric in goal.metrics:
        yield from (metric.name[language], metric.owner)
    for action in goal.actions:
        yield from (action.text[language], action.responsible)


def readings(goal: Goal) -> Iterator[Reading]:
    for metric in goal.metrics:
        yield from filter(None, (metric.baseline, metric.target))


@pytest.mark.parametrize("format", SAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_goal_metric_and_action_stands_in_every_file(format: str, language: str):
    found = read(format, language)
    assert [text for goal in plan().goals for text in texts(goal, language) if flat(text) not in found] == []


@pytest.mark.parametrize("format", SAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_and_day_stands_in_every_file_as_its_readers_write_it(format: str, language: str):
    found = read(format, language)
    wanted = [figure(each.value, format, language) for goal in plan().goals for each in readings(goal)]
    wanted += [day(goal.due, format, language) for goal in plan().goals if goal.due]
    assert [text for text in wanted if flat(text) not in found] == []


def test_what_is_read_back_knows_every_format_that_holds_the_whole_plan():
    assert set(SAYS) == set(FORMATS) - {"ics"}


@pytest.mark.parametrize("format", FORMATS)
def test_two_hundred_goals_go_into_every_format(format: str):
    many = tuple(replace(plan().goals[n % 3], id=f"g{n}", owner=OWNER % n) for n in range(MANY))
    made = exports.make(format, report(replace(plan(), goals=many), "fi", words_of("fi"), PACK, made=DAY))
    if format in SAYS:
        found = says(format, made)
        assert [each.owner for each in many if flat(each.owner) not in found] == []


def owned(any_plan: Plan) -> Plan:
    """With owners whose names can be found again, whatever the rest is."""
    return replace(any_plan, goals=tuple(replace(goal, owner=OWNER % n) for n, goal in enumerate(any_plan.goals)))


@given(plans.map(owned))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_any_plan_is_written_and_every_goal_of_it_is_told(format: str, any_plan: Plan):
    found = says(format, exports.make(format, report(any_plan, "sv", words_of("sv"), PACK, made=DAY)))
    assert [goal.owner for goal in any_plan.goals if flat(goal.owner) not in found] == []


@given(plans)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
@pytest.mark.parametrize("extract", EXTRACTS)
def test_any_plans_extracts_are_written_in_every_format_that_suits_them(extract: str, any_plan: Plan):
    told = report(any_plan, "fi", words_of("fi"), PACK, made=DAY, extract=extract)
    for format in EXTRACTS[extract].formats:
        found = says(format, exports.make(format, told))
        assert [each for each in heads(told, format) if flat(each) not in found] == []


def heads(told: Report, format: str) -> list[str]:
    """Sections have pages of their own, but no slides; a slide's title is a finding."""
    if format != "pptx":
        return [section.title for section in told.sections]
    return [block.text for section in told.sections for block in section.blocks if isinstance(block, Headline)]
