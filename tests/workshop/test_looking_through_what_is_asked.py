"""Much that is asked is looked through goal by goal, by words and by what lacks; nothing typed meanwhile is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import html
from werkzeug.test import TestResponse

from facilitation.shapes import Goal
from tests.workshop.followed import ACTION, GOAL, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor, forms

EACH = 3
LATE = replace(ACTION, id="action-late", end=TODAY - timedelta(days=1))


def goal(name: str, fi: str) -> Goal:
    """With three metrics, and nothing to do."""
    metrics = tuple(
        replace(SHARE, id=f"{name}-{n}", name={"en": f"{name.title()} {n}", "fi": f"{fi} {n}"}) for n in range(EACH)
    )
    return replace(GOAL, id=name, to={"en": f"All {name} are known"}, metrics=metrics, actions=())


NAMES = {"roofs": "Katot", "pipes": "Putket", "lifts": "Hissit", "yards": "Pihat", "halls": "Salit"}
GOALS = tuple(goal(name, fi) for name, fi in NAMES.items())
PUMPS = replace(SHARE, id="pumps", name={"en": "Pumps"})
WHOLE = len(GOALS) * EACH + 1


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree, plan=replace(PLAN, goals=GOALS, loose_metrics=(PUMPS,)))


class Page:
    """The page as it was answered, as somebody reads it and goes on from it."""

    def __init__(self, who: Visitor, path: str) -> None:
        self.who, self.path = who, path
        self.read(who.get(path))

    def read(self, answer: TestResponse) -> "Page":
        self.answer, self.tree = answer, html.fromstring(answer.text)
        self.form = next((form for form in forms(answer) if "once" in form.fields), None)
        return self

    def asked(self) -> list[str]:
        shown = "//*[starts-with(@id, 'ask-')][not(ancestor::*[@hidden])]"
        return [each.text_content() for each in self.tree.xpath(shown)]

    def goals(self) -> list[str]:
        """With how much each lacks, as they stand."""
        shown = self.tree.xpath("//form//details[contains(@class, 'fold')][not(@hidden)]/summary")
        return [" ".join(each.text_content().split()) for each in shown]

    def figure_of(self, metric: str) -> str:
        """The name of the field for its figure."""
        [heading] = [each for each in self.tree.xpath("//h3") if each.text_content() == metric]
        return heading.get("id").removeprefix("ask-").replace("comment", "value")

    def sends(self, **fields: str) -> "Page":
        """With all that stands in it, and these."""
        assert self.form
        filled = {name: value for name, value in (self.form.fields | fields).items() if value != ""}
        return self.read(self.who.client.post(self.path.partition("?")[0], data=filled, follow_redirects=True))

    def value_of(self, metric: str) -> str | list[str]:
        assert self.form
        return self.form.fields[self.figure_of(metric)]

    def says(self, words: str) -> bool:
        return words in self.answer.text


def entering(desk: PlanDesk, who: Visitor, query: str = "") -> Page:
    return Page(who, f"{desk.page}/follow-up/enter{query}")


def test_each_goal_says_how_much_it_lacks_those_that_lack_something_first(desk: PlanDesk, editor: Visitor):
    page = entering(desk, editor)
    assert page.goals() == [
        *(f"{each.to['en']} 3 of 3 missing" for each in GOALS),
        "Belongs to no goal 1 of 1 missing",
    ]
    page = with_a_round(desk, editor, page)
    every_roof = {page.figure_of(f"Roofs {n}"): "12" for n in range(EACH)}
    page.sends(**every_roof)
    assert page.says("3 answers are kept.")
    assert page.goals()[-1] == "All roofs are known Nothing missing"
    assert page.sends(**{page.figure_of("Pipes 0"): "12"}).goals()[0] == "All pipes are known 2 of 3 missing"


def with_a_round(desk: PlanDesk, editor: Visitor, page: Page) -> Page:
    """While one is open, what was given stays on the page."""
    rounds = f"/organisations/{desk.life.organisation}/rounds"
    editor.send(rounds, "Set the round", opens=f"{TODAY}", due=f"{TODAY + timedelta(days=30)}", name_en="Spring")
    return page.read(editor.get(page.path))


def test_it_is_looked_through_by_words_of_the_goal_the_metric_in_any_language_and_the_role(
    desk: PlanDesk, editor: Visitor
):
    page = entering(desk, editor)
    assert len(page.asked()) == WHOLE
    assert page.sends(look="1", words="PIPES known").asked() == ["Pipes 0", "Pipes 1", "Pipes 2"]
    assert page.sends(look="1", words="hissit 1").asked() == ["Lifts 1"]
    assert page.says("One thing that is asked was found.")
    assert len(page.sends(look="1", words="head finance").asked()) == WHOLE
    assert page.sends(look="1", words="nowhere").says("Nothing that is asked fits what you look for.")
    assert len(page.sends(look="all").asked()) == WHOLE


def test_only_what_is_still_missing_is_shown_to_whoever_asks_for_that(desk: PlanDesk, editor: Visitor):
    page = with_a_round(desk, editor, entering(desk, editor))
    page.sends(**{page.figure_of("Roofs 1"): "12"})
    missing = entering(desk, editor, "?state=lacking")
    assert len(missing.asked()) == WHOLE - 1
    assert "Roofs 1" not in missing.asked()
    assert missing.sends(look="1", state="given").asked() == ["Roofs 1"]


def test_what_was_typed_stays_while_somebody_looks_and_is_saved_only_when_they_say(desk: PlanDesk, editor: Visitor):
    page = entering(desk, editor)
    page.sends(look="1", words="lifts", **{page.figure_of("Roofs 1"): "12"})
    assert "Roofs 1" not in page.asked()
    assert page.value_of("Roofs 1") == "12"
    assert page.says("One answer is not saved yet.")
    assert desk.life.entered == ()
    page.sends(**{page.figure_of("Lifts 0"): "40"})
    assert page.says("2 answers are kept.")
    assert {(each.metric, each.value) for each in desk.life.entered} == {("roofs-1", 12), ("lifts-0", 40)}
    assert page.asked() == ["Lifts 1", "Lifts 2"], "they go on where they were"


def test_what_is_wrong_is_shown_whatever_is_looked_for(desk: PlanDesk, editor: Visitor):
    page = entering(desk, editor)
    page.sends(look="1", words="lifts", **{page.figure_of("Roofs 1"): "many"})
    assert page.asked() == ["Roofs 1", "Lifts 0", "Lifts 1", "Lifts 2"]
    assert page.value_of("Roofs 1") == "many"
    assert page.says("Write this as a number.")


def test_what_another_gave_meanwhile_is_told_back_to_whoever_only_looks(desk: PlanDesk, editor: Visitor):
    page, other = entering(desk, editor), entering(desk, editor)
    other.sends(**{other.figure_of("Roofs 1"): "30"})
    page.sends(look="1", **{page.figure_of("Roofs 1"): "31"})
    assert page.says("No longer asked for: 31.")


def test_a_late_action_lacks_a_word_and_one_that_goes_as_planned_does_not(tree: Tree, editor: Visitor):
    on_its_way = replace(ACTION, id="action-well", start=date(2026, 1, 1), end=date(2027, 12, 1), status="in_progress")
    first = replace(GOALS[0], actions=(LATE, on_its_way))
    desk = followed(tree, plan=replace(PLAN, goals=(first, *GOALS[1:])))
    assert entering(desk, editor).goals()[0] == "All roofs are known 4 of 5 missing"


def test_where_little_is_asked_nothing_is_to_be_looked_through(tree: Tree, editor: Visitor):
    page = entering(followed(tree), editor)
    assert not page.says("Find what is asked")
    assert page.goals() == []
