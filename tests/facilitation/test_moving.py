"""A plan on a newer strategy: what it focuses on, and what it leaves out, goes along by what became of what."""

from dataclasses import replace

from facilitation.packs.mapping import StrategyMapping
from facilitation.plans import commands as c
from facilitation.plans.moving import UNFOCUSED, moved
from facilitation.shapes import Focus, FocusChoice, Plan
from facilitation.strategy import Objective, Strategy, Theme
from facilitation.words import Message
from tests.facilitation.plan_world import SOUND, drafted
from tests.facilitation.sample_plan import PACK


def strategy(**themes: str) -> Strategy:
    """Themes by their ids, each with as many objectives as said."""
    names = [Theme(id.strip("_"), {"en": name}, {}) for id, name in themes.items()]
    return Strategy(
        "s", "1", {}, tuple(names), tuple(Objective(f"{each.id}.1", each.id, {"en": "–"}) for each in names)
    )


BEFORE = replace(PACK, key="before", strategy=strategy(_1="Skills", _2="Data", _3="Climate"), statements=())
AFTER = replace(PACK, key="after", strategy=strategy(_1="Data first", _2="People"), statements=())
WAY = StrategyMapping("before", "after", {"1.1": ("2.1",), "2.1": ("1.1",), "3.1": ()})


def left_out(*about: str) -> Plan:
    out = tuple(FocusChoice(each, {"en": "As it was called"}, f"Why not {each}.") for each in about)
    return moved(replace(SOUND, goals=(), focus=Focus((FocusChoice("2"),), out)), WAY, BEFORE, AFTER)


def test_a_theme_that_was_left_out_is_left_out_as_what_it_became():
    focus = left_out("1").focus
    assert focus.left_out == (FocusChoice("2", {"en": "People"}, "Why not 1."),)
    assert [each.about for each in focus.chosen] == ["1"]


def test_where_two_became_one_both_reasons_stay():
    both = replace(WAY, objectives=dict.fromkeys(("1.1", "2.1"), ("2.1",)))
    out = (FocusChoice("1", reason="No time."), FocusChoice("2", reason="No people."))
    (now,) = moved(replace(SOUND, goals=(), focus=Focus((), out)), both, BEFORE, AFTER).focus.left_out
    assert now.reason == "No time. No people."


def test_a_card_that_was_left_out_stays_and_a_theme_that_is_no_more_is_a_task():
    plan = left_out("card-0001", "3")
    assert [each.about for each in plan.focus.left_out] == ["card-0001"]
    assert plan.tasks[-1].words == Message(UNFOCUSED, {"ids": "3"})


def test_the_task_is_done_once_it_is_said_what_is_left_out():
    task = left_out("3").tasks[-1]
    desk = drafted(replace(SOUND, tasks=(task,)))
    assert task in desk.life.plan.tasks
    assert desk.do(c.LeaveThemeOut("2", "No time.")).life.plan.tasks == ()
