"""What several units call the same says whose it is, in a plan that is made of theirs."""

from facilitation.consolidation import named_apart
from facilitation.shapes import Action, Goal, Metric, Plan

UNITS = {"u1": {"fi": "Asunnot", "en": "Homes"}, "u2": {"fi": "Korjaukset", "en": "Repairs"}}
SHARE = {"fi": "Osuus", "en": "Share"}


def names(*goals: Goal) -> list[str]:
    plan = named_apart(Plan("p", goals=goals), UNITS)
    lines = [
        *(m.name for goal in plan.goals for m in goal.metrics),
        *(a.text for goal in plan.goals for a in goal.actions),
    ]
    return [words["en"] for words in lines]


def test_metrics_of_the_same_name_say_whose_they_are_in_every_language():
    goals = (Goal("g1", metrics=(Metric("u1.m", SHARE),)), Goal("g2", metrics=(Metric("u2.m", SHARE),)))
    assert names(*goals) == ["Share (Homes)", "Share (Repairs)"]
    plan = named_apart(Plan("p", goals=goals), UNITS)
    assert plan.goals[1].metrics[0].name == {"fi": "Osuus (Korjaukset)", "en": "Share (Repairs)"}


def test_actions_too_and_nothing_that_is_called_otherwise():
    actions = (Action("u1.a", {"en": "Write"}), Action("u2.a", {"en": "write"}), Action("u2.b", {"en": "Ask"}))
    assert names(Goal("g1", actions=actions)) == ["Write (Homes)", "write (Repairs)", "Ask"]


def test_what_is_the_branch_s_own_keeps_its_name():
    metrics = (Metric("g1.1", SHARE), Metric("u1.m", SHARE))
    assert names(Goal("g1", metrics=metrics)) == ["Share", "Share (Homes)"]
