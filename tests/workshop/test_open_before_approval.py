"""Beside a plan stands what is left to settle before its approval: what the checks find, each leading to its field."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest
from lxml import html

from facilitation.plans import stops
from facilitation.plans.commands import DropLine, ReviseField
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_pages import ben, desk, save
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor

__all__ = ["ben", "desk"]


def left(who: Visitor, desk: PlanDesk) -> tuple[int, Sequence[str], Sequence[str]]:
    """How many things stand before the approval, what is said of each and of what else is worth settling, and where
    each leads to.
    """
    [part] = html.fromstring(who.get(desk.page).text).xpath("//section[@aria-labelledby='settle']")
    [count] = part.xpath(".//*[@class='count']/text()")
    said = [" ".join(each.text_content().split()) for each in part.xpath(".//li")]
    return int(count), said, part.xpath(".//li//a/@href")


def mended(who: Visitor, desk: PlanDesk) -> Sequence[str]:
    """Where the page of the approval leads to from each of what stops it."""
    return html.fromstring(who.get(f"{desk.page}/approval").text).xpath("//section[@aria-labelledby='stops']//a/@href")


def test_what_the_checks_would_stop_is_listed_with_its_line(desk: PlanDesk, facilitator: Visitor):
    count, said, _leads = left(facilitator, desk)
    assert count == len(stops.stops(desk.life, TODAY)) == 3
    assert said[0].startswith("A percentage is one count divided by another.Goal 2, Tenders that score")
    assert any(each.startswith("Themes neither chosen nor left out with a reason") for each in said[3:])


def test_each_leads_to_the_field_that_settles_it(desk: PlanDesk, facilitator: Visitor):
    leads = [*left(facilitator, desk)[2], *mended(facilitator, desk)]
    fields = [urlsplit(lead).fragment for lead in leads]
    assert fields == [
        "numerator_en",
        "start",
        "end",
        "",
        "why_en",
        "owner",
        "deliverable_en",
        "numerator_en",
        "start",
        "end",
    ]
    for lead, field in zip(leads, fields, strict=True):
        assert len(html.fromstring(facilitator.get(lead).text).xpath("//*[@id=$field]", field=field)) == bool(field)


def test_what_is_found_in_one_language_leads_to_the_words_in_that_language(desk: PlanDesk, facilitator: Visitor):
    goal = desk.life.plan.goals[0]
    two = "Varje avtal har ett mål. Målen följs upp varje år."
    assert desk.ask(ReviseField(goal.id, "to", two, goal.to["sv"], "sv")).ok
    assert f"{desk.page}/lines/{goal.id}#to_sv" in left(facilitator, desk)[2]


@pytest.mark.parametrize("lacking", ["fi", "sv"])
def test_a_text_that_is_missing_in_a_language_leads_to_where_it_is_written(
    desk: PlanDesk, facilitator: Visitor, lacking: str
):
    goal = desk.life.plan.goals[0]
    assert desk.ask(ReviseField(goal.id, "to", "", goal.to[lacking], lacking)).ok
    lead = f"{desk.page}/lines/{goal.id}#to_{lacking}"
    assert lead in left(facilitator, desk)[2]
    [field] = html.fromstring(facilitator.get(lead).text).xpath("//*[@id=$field]", field=f"to_{lacking}")
    assert not field.text_content().strip()


def test_no_two_parts_of_a_line_s_form_share_an_id(desk: PlanDesk, facilitator: Visitor):
    for line in ("g1", "m2", "a7", desk.id):
        ids = html.fromstring(facilitator.get(f"{desk.page}/lines/{line}").text).xpath("//@id")
        assert sorted(ids) == sorted(set(ids)), line


def test_what_is_settled_is_left_no_more(desk: PlanDesk, facilitator: Visitor):
    save(facilitator, f"{desk.page}/lines/a7", start="2027-01-01")
    count, said, _leads = left(facilitator, desk)
    assert count == 2
    assert not any("There is no start." in each for each in said)


def test_a_reader_reads_what_is_left_and_is_led_nowhere(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    desk.invite(ben.account, "reader")
    assert left(ben, desk) == (*left(facilitator, desk)[:2], [])


@pytest.mark.parametrize(("lines", "kind"), [("metrics", "metric"), ("actions", "action")])
def test_a_goal_that_has_none_leads_to_where_one_is_added(desk: PlanDesk, facilitator: Visitor, lines: str, kind: str):
    goal = desk.life.plan.goals[2]
    for each in getattr(goal, lines):
        assert desk.ask(DropLine(each.id, "")).ok
    leads = left(facilitator, desk)[2]
    assert f"{desk.page}/add/{kind}?under={goal.id}" in leads
    assert facilitator.get(f"{desk.page}/add/{kind}?under={goal.id}").status_code == 200


def test_once_nothing_holds_the_approval_the_list_says_so_and_counts_what_is_worth_a_look(
    desk: PlanDesk, facilitator: Visitor
):
    for line in ("a7", "m2"):
        assert desk.ask(DropLine(line, "")).ok
    assert stops.stops(desk.life, TODAY) == ()
    count, said, _leads = left(facilitator, desk)
    assert "Nothing holds the approval" in facilitator.get(desk.page).text
    assert count >= len(said) > 0
