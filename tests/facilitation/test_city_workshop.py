"""A second shipped method, a city's digital strategy, runs a whole workshop in words and levels of its own."""

from functools import cache

import pytest

from facilitation import packs
from facilitation.live import commands as c
from facilitation.live.events import Asked
from facilitation.plans.draft import drafts
from facilitation.report import english, report
from facilitation.shapes import Plan
from facilitation.steps.kind import Step
from facilitation.strategy import Levels
from facilitation.words import LANGUAGES
from tests.facilitation.world import FAY, SYSTEM, Room, seats

CITY = packs.load("city")
TOIMI = packs.load("toimi")
PEOPLE = seats(6)
LIKED = "idea-0002"
AGENDA = next(each for each in CITY.agendas if each.key == "ninety_minutes")


def steps() -> tuple[Step, ...]:
    return tuple(
        Step(f"step-{place:04}", plan.kind, plan.title, plan.task, plan.minutes, plan.pinned, plan.options)
        for place, plan in enumerate(AGENDA.steps)
    )


@cache
def an_afternoon() -> Room:
    """Six people of the city from the first word to the review; they agree one level and leave the others."""
    themes = {objective.id: objective.theme for objective in CITY.strategy.objectives}
    asked = tuple(Asked(each.id, themes[each.objective], each.short_form) for each in CITY.statements)
    room = Room().do(c.SetUp({"en": "Our digital year"}, "Shoreton", CITY.key, CITY.version), SYSTEM)
    room.do(c.SetAgenda(steps(), asked), SYSTEM).do(c.Join(FAY.seat, role="host"), FAY)
    for each in PEOPLE:
        room.do(c.Join(each.seat, organisation="Shoreton", role_group="services"), each)
    room.do(c.FormGroups("random", 6, "seed")).do(c.NameDecider(PEOPLE[0].seat))
    at = {step.kind: step.id for step in steps()}
    room.open(at["briefing"]).open(at["current_state"])
    for number, each in enumerate(PEOPLE):
        room.do(c.GiveMark(at["current_state"], "d2.1", 1 + number % 2), each)
    room.reveal(at["current_state"]).do(c.AgreeLevel(at["current_state"], "d2.1", 2, 4, "We tried it"), PEOPLE[0])
    collected(room.open(at["ideas"]), at["ideas"]).reveal(at["ideas"])
    voted(room.open(at["vote"]), at["vote"]).reveal(at["vote"]).open(at["goals"])
    room.do(c.SetOption(at["goals"], "each", 2))
    for id, objective in (("goal-0001", "2.1"), ("goal-0002", "5.1")):
        goal = {"from": "Few do", "to": "Everybody does", "objectives": [objective], "agreement": "candidate"}
        goal |= {"built_on": LIKED} if id == "goal-0001" else {}
        room.do(c.AddCard(id, at["goals"], goal, "en"), PEOPLE[1])
    room.open(at["metrics"])
    metric = {"goal": "goal-0001", "library": "C03", "name": "Accessible services", "unit": "%", "direction": "more"}
    room.do(c.AddCard("metr-0001", at["metrics"], metric, "en"), PEOPLE[2]).open(at["actions"])
    action = {"goal": "goal-0002", "what": "Name the owners", "responsible": "Head of data"}
    room.do(c.AddCard("actn-0001", at["actions"], action, "en"), PEOPLE[3])
    return room.open(at["review"]).reveal(at["review"])


def collected(room: Room, step: str) -> Room:
    """An idea of each."""
    ideas = enumerate(PEOPLE)
    return room.all((c.AddCard(f"idea-{n:04}", step, {"text": f"Idea {n} of Shoreton"}, "en"), who) for n, who in ideas)


def voted(room: Room, step: str) -> Room:
    """All give a dot to the one that the first goal is built on, and one to their neighbour's."""
    room.all((c.GiveDots(step, LIKED, 1), who) for who in PEOPLE)
    return room.all((c.GiveDots(step, f"idea-{(n + 1) % 6:04}", 1), who) for n, who in list(enumerate(PEOPLE))[2:])


def plan() -> Plan:
    (made,) = drafts(an_afternoon().state, CITY)
    return made


def test_the_strategy_has_eleven_perspectives_and_says_where_each_aim_starts_and_ends():
    assert len(CITY.strategy.themes) == 11
    assert all(each.levels and each.levels.start < each.levels.target for each in CITY.strategy.objectives)
    assert {each.objective for each in CITY.statements} == {each.id for each in CITY.strategy.objectives}


def test_a_goal_has_the_levels_that_the_room_agreed_and_else_those_of_the_strategy():
    levels = {goal.id: (goal.level_now, goal.level_target) for goal in plan().goals}
    assert levels == {"goal-0001": (2, 4), "goal-0002": (1, 3)}
    assert CITY.strategy.objective("2.1").levels == Levels(2, 5)  # pyright: ignore[reportOptionalMemberAccess]


def test_what_the_room_voted_for_stands_behind_the_goal_that_was_built_on_it():
    first, second = plan().goals
    assert (first.evidence.dots, first.evidence.rank, first.evidence.people) == (6, 1, 6)
    assert LIKED in first.evidence.cards
    assert second.evidence.dots is None


def test_goals_metrics_and_actions_of_the_workshop_are_in_its_plan():
    first, second = plan().goals
    assert (first.theme, second.theme) == ("2", "5")
    assert [metric.source["en"] for metric in first.metrics] == ["accessibility audits"]
    assert [action.responsible for action in second.actions] == ["Head of data"]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Talousarvion sitova tavoite"), ("en", "Binding goal of the budget")]
)
def test_its_report_uses_its_own_words_where_toimi_has_others(language: str, words: str):
    told = repr(report(plan(), language, english, CITY))
    assert words in told
    assert "Performance agreement'" not in told
    assert "procure" not in told.casefold()


def test_every_text_of_it_is_written_in_all_three_languages_and_waits_for_nobody():
    assert all(set(each.words) == set(LANGUAGES) for each in packs.texts(CITY))
    assert packs.unconfirmed(CITY) == ()


def test_what_it_takes_from_another_method_is_said_there_once_and_its_own_goes_before():
    agendas = {each.key: each for each in TOIMI.agendas}
    assert [each.key for each in CITY.agendas if each != agendas[each.key]] == ["goals"]
    ours, theirs = ({f.key: f.name for f in pack.fields_of("goal")} for pack in (CITY, TOIMI))
    assert ours.keys() == theirs.keys()
    own = {"objectives", "own", "agreement", "agreement_year", "document", "scope"}
    assert {key for key in ours if ours[key] != theirs[key]} == own


@pytest.mark.parametrize(
    "word", ["procure", "hankin", "upphandl", "performance agreement", "tulossopimu", "resultatavtal"]
)
def test_nothing_that_it_takes_or_says_itself_speaks_of_another_method_s_subject(word: str):
    assert [each.path for each in packs.texts(CITY) if word in " ".join(each.words.values()).casefold()] == []
