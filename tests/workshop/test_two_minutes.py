"""Checking in takes two minutes: what is asked is read and answered within them, and sent by one press.

They are counted, not clocked: every letter of the page is read slowly, and each answer takes its time to be typed.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from lxml import html
from lxml.html import HtmlElement

from facilitation.plans.commands import EnterFigure
from facilitation.shapes.followed import Period
from tests.workshop.followed import ACTION, FINANCE, GOAL, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_check_in import hand_over, link
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

TWO_MINUTES = 120
LETTERS_A_SECOND, SECONDS_AN_ANSWER = 15, 10
"""A slow reader on a phone, who has the figures at hand."""
COUNTS = "Signed agreements in force whose text names at least one target that can be measured."
QUARTERLY = replace(SHARE, unit="count", frequency="quarterly", definition={"en": COUNTS})
SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))
METRICS = tuple(replace(QUARTERLY, id=f"metric-{n}", name={"en": f"Agreements of kind {n}"}) for n in range(3))
FOLLOWED = replace(GOAL, metrics=METRICS, actions=(replace(ACTION, responsible=FINANCE),))


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """One role answers for three figures and an action; each figure was told of the quarter before."""
    desk = followed(tree, plan=replace(PLAN, goals=(FOLLOWED,)))
    for n, each in enumerate(METRICS):
        told = EnterFigure(f"spring-{n}", each.id, SPRING, 20 + n, None, None, "", "", "final", FINANCE, TODAY)
        assert desk.ask(told).ok
    return desk


@pytest.fixture
def path(tree: Tree, desk: PlanDesk) -> str:
    editor = tree.somebody("editor", "homes")
    hand_over(editor, tree, "Hal")
    return link(editor, tree)


def main(page: str) -> HtmlElement:
    [found] = html.fromstring(page).xpath("//main")
    return found


def unfolded(within: HtmlElement) -> Sequence[HtmlElement]:
    """What lies open to be filled in: neither hidden nor folded away."""
    return within.xpath(
        ".//form//*[self::input[@type!='hidden'] or self::select or self::textarea][not(ancestor::details)]"
    )


def test_four_things_are_answered_by_three_figures_a_choice_and_one_press(desk: PlanDesk, path: str, visitor: Visitor):
    typed = {field(visitor, path, "value", n): f"{25 + n}" for n in range(3)}
    assert "4 answers are kept" in visitor.send(path, "Send", **typed, **{field(visitor, path, "status"): "done"}).text
    assert [each.value for each in desk.life.entered[3:]] == [25, 26, 27]
    assert desk.life.told[ACTION.id].status == "done"


def test_of_each_only_the_answer_and_a_comment_lie_open_and_all_go_by_one_button(path: str, visitor: Visitor):
    page = main(visitor.get(path).text)
    asked = [each.get("name").rpartition("-")[2] for each in unfolded(page)]
    assert asked == ["value", "comment"] * 3 + ["status", "comment"]
    assert len(page.xpath(".//form")) == len(page.xpath(".//button")) == 1


def test_what_was_told_last_stands_beside_each_answer(path: str, visitor: Visitor):
    page = main(visitor.get(path).text)
    sections = [" ".join(each.text_content().split()) for each in page.xpath(".//section")]
    for n, told in enumerate(sections[:3]):
        assert f"Last time: {20 + n} (" in told
    [chosen] = page.xpath(".//option[@selected]")
    assert chosen.get("value") == ACTION.status


def test_before_any_figure_was_told_the_baseline_stands_there(tree: Tree, visitor: Visitor):
    followed(tree)
    assert "Baseline: 10 % (31 December 2024)" in asked(tree, visitor)


def test_where_a_new_series_begins_neither_stands_there(tree: Tree, visitor: Visitor):
    desk = followed(tree)
    earlier = Period(date(2024, 1, 1), date(2024, 12, 31))
    assert desk.ask(EnterFigure("figure-01", SHARE.id, earlier, 10, None, None, "", "", "final", FINANCE, TODAY)).ok
    redefine(desk)
    told = asked(tree, visitor)
    assert "a new series begins" in told
    assert "Last time" not in told and "Baseline" not in told


def asked(tree: Tree, visitor: Visitor) -> str:
    editor = tree.somebody("editor", "homes")
    hand_over(editor, tree, "Hal")
    return " ".join(main(visitor.get(link(editor, tree)).text).text_content().split())


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_it_is_read_and_answered_within_two_minutes(path: str, visitor: Visitor, language: str):
    page = main(visitor.get(f"{path}?language={language}").text)
    for folded in page.xpath(".//details/*[not(self::summary)] | .//option[not(@selected)]"):
        folded.clear()
    letters = len(" ".join(page.text_content().split()))
    answers = len(page.xpath(".//section"))
    assert answers == 4
    assert letters / LETTERS_A_SECOND + answers * SECONDS_AN_ANSWER <= TWO_MINUTES, letters
