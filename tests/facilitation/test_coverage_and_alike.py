"""What several plans cover together, and which of their goals look alike."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import (
    Alike,
    Branch,
    Ref,
    Unit,
    UnitGoal,
    branch_plan,
    changes,
    completeness,
    coverage,
    look_alike,
    not_compared,
    put_together,
    read_by,
    read_together,
    touched,
    undecided,
)
from facilitation.consolidation.facets import worded_alike
from facilitation.packs.mapping import StrategyMapping
from facilitation.quality.likeness import known_by, shared
from facilitation.shapes import Goal
from tests.facilitation.branch_world import (
    ISLANDS,
    MAPS,
    NORTH,
    ROADS,
    TALK_FI,
    TALK_SV,
    UNITS,
    branch,
    decisions,
    goal,
    plans,
    said,
    unit_plan,
)
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_consolidation import BASE, SECRET, refs

# -- What is read -----------------------------------------------------------------------------------------------------


def test_a_unit_without_a_published_plan_is_named_and_never_dropped():
    assert branch().missing == (NORTH,)
    said = completeness(branch(), "en")
    assert said.id % said.arguments == "6 of 7 plans are in, missing: Northern Infrastructure"
    assert completeness(branch(pohjoinen=unit_plan(NORTH)), "fi").id == "All %(of)s plans are in"


@pytest.mark.parametrize("status", ["draft", "agreed"])
def test_what_is_not_published_is_not_there(status: str):
    secret = goal("g1", said(SECRET, SECRET, SECRET), ("1.1",))
    draft = replace(unit_plan(NORTH, secret), status=status)
    seen = branch(pohjoinen=draft)
    assert NORTH in seen.missing
    assert SECRET not in everything(seen)


def everything(seen: Branch) -> str:
    made = branch_plan(seen, decisions(), PACK, BASE)
    parts = (seen, coverage(seen, PACK.strategy), look_alike(seen.goals), put_together(seen, {}, PACK), made)
    return repr((*parts, undecided(seen, ()), touched(seen, decisions()), changes(branch(), seen)))


@given(st.sampled_from(UNITS), st.sampled_from(["draft", "agreed"]))
def test_an_unpublished_revision_leaves_the_published_plan_as_it_was(unit: Unit, status: str):
    secret = goal("g1", said(SECRET, SECRET, SECRET), ("1.1",))
    revision = replace(unit_plan(unit, secret, version="9.9"), status=status)
    after = read_together(UNITS, [*plans().items(), (unit.id, revision)])
    assert after == branch()
    assert SECRET not in everything(after)


def test_two_units_with_the_same_ids_never_mix():
    cover = coverage(branch(), PACK.strategy)
    dialogue = next(row for row in cover.rows if row.objective.id == "4.1")
    assert {unit: refs(goals) for unit, goals in dialogue.goals.items()} == {
        "tie": ["tie g1"],
        "kartta": ["kartta g1"],
        "skar": ["skar g1"],
    }
    made = branch_plan(branch(), decisions(), PACK, BASE)
    ids = [each.id for goal in made.goals for each in (goal, *goal.metrics, *goal.actions)]
    assert len(ids) == len(set(ids))


def test_the_matrix_shows_gaps_goals_outside_the_strategy_and_the_units_levels():
    seen = coverage(branch(pohjoinen=unit_plan(NORTH, Goal("g1", own=True))), PACK.strategy)
    covered = {row.objective.id for row in seen.rows if not row.gap}
    assert covered == {"1.4", "3.1", "4.1", "6.3", "7.1", "7.2", "8.1", "8.2"}
    assert {each.id for each in seen.gaps} == {each.id for each in PACK.strategy.objectives} - covered
    assert refs(seen.outside) == ["pohjoinen g1"]
    levels = next(row.levels for row in seen.rows if row.objective.id == "4.1")
    assert levels is not None and (levels.median, levels.low, levels.high, levels.n) == (2, 1, 4, 7)


# -- What looks alike -------------------------------------------------------------------------------------------------


def test_a_goal_in_two_languages_brings_those_in_one_of_them_together():
    talk, jobs = look_alike(branch().goals)
    assert refs(talk.goals) == ["tie g1", "kartta g1", "skar g1"]
    assert refs(jobs.goals) == ["tie g2", "asunto g1", "vesi g2"]


def test_what_sets_them_apart_is_named():
    talk, jobs = look_alike(branch().goals)
    assert talk.differs == ()
    assert set(jobs.differs) == {"Objectives of the strategy", "Metrics"}


def worded(*said: dict[str, str], begun: dict[str, str] | None = None) -> bool:
    """Whether goals of these words say the same; the first begins elsewhere, where that is said."""
    goals = [goal("g", to, ()) for to in said]
    first = replace(goals[0], from_=begun) if begun else goals[0]
    return worded_alike([first, *goals[1:]])


def test_goals_of_the_same_words_are_not_said_to_differ_in_them():
    both, longer = {"fi": TALK_FI, "sv": TALK_SV}, {"fi": TALK_FI, "sv": f"{TALK_SV} alltid"}
    assert worded(both, both)
    assert worded({"fi": TALK_FI}, both, {"fi": TALK_FI, "sv": ""})
    assert not worded(both, longer)
    assert not worded({"fi": TALK_FI}, both, longer)
    assert not worded(both, both, begun={"fi": "Nyt siitä ei puhuta."})


def test_goals_without_a_common_language_are_not_compared_and_that_is_said():
    fi, sv = ({"fi": TALK_FI}, {"sv": TALK_SV})
    two = read_together(
        UNITS, {"tie": unit_plan(ROADS, goal("g", fi, ())), "skar": unit_plan(ISLANDS, goal("g", sv, ()))}.items()
    )
    assert look_alike(two.goals) == ()
    said = not_compared(two.goals)
    assert said is not None and said.arguments == {"languages": "fi, sv"}
    assert not_compared([each for each in two.goals if each.unit == ROADS]) is None


def test_two_goals_of_one_unit_are_that_units_own_matter():
    twice = unit_plan(ROADS, goal("g1", {"fi": TALK_FI}, ()), goal("g2", {"fi": TALK_FI}, ()))
    assert look_alike(read_together(UNITS, [("tie", twice)]).goals) == ()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "fi",
            "Jokaisessa sopimuksessa on ympäristötavoite ja seuranta",
            "Kaikissa sopimuksissa on ympäristötavoitteet ja niiden seuranta",
        ),
        ("sv", "Varje upphandling har ett miljömål", "Alla upphandlingar har miljömål"),
        ("en", "Every contract has a climate target", "All contracts have climate targets"),
    ],
)
def test_goals_that_are_inflected_otherwise_stand_side_by_side(language: str, one: str, other: str):
    goals = {unit.id: unit_plan(unit, goal("g", {language: to}, ())) for unit, to in ((ROADS, one), (MAPS, other))}
    (group,) = look_alike(read_together(UNITS, goals.items()).goals)
    assert refs(group.goals) == ["tie g", "kartta g"]


NAMES = ("ada", "ben", "cid", "dan", "eve", "fay", "gus", "hal", "ivy", "jon", "kim", "leo")
INFLECTED = "sopimus sopimuksen hankinta hankinnat tieto tiedot osaaminen osaamista joka kaikki on palvelu palvelut"


def texts_of(words: Iterable[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.lists(st.sampled_from(list(words)), min_size=1, max_size=8).map(" ".join), min_size=2, max_size=12
    )


@given(
    st.one_of(
        st.tuples(st.just("en"), texts_of(NAMES)),
        st.tuples(st.just("fi"), texts_of(INFLECTED.split())),
    ),
    st.sampled_from([0.3, 0.5, 0.8]),
)
def test_the_index_finds_whoever_is_alike_to_the_first_of_a_group(said: tuple[str, list[str]], threshold: float):
    """Against every pair, read slowly: nobody in a group is unlike its first, and no first is like an earlier one."""
    language, texts = said
    goals = [UnitGoal(Unit(f"u{n:03}", {}), 1, Goal("g", to={language: each})) for n, each in enumerate(texts)]
    groups = look_alike(goals, threshold)
    firsts = [group.goals[0] for group in groups]
    alone = [each for each in goals if all(each not in group.goals for group in groups)]
    for group in groups:
        assert all(like(group.goals[0], each) >= threshold for each in group.goals)
    assert all(like(one, other) < threshold for one, other in combinations([*firsts, *alone], 2))


def like(one: UnitGoal, other: UnitGoal) -> float:
    ((language, text),) = one.goal.to.items()
    return shared(known_by(text, language), known_by(other.goal.to[language], language))


# -- Two methods ----------------------------------------------------------------------------------------------------


BOTH = read_together(
    (ROADS, MAPS),
    [
        ("tie", unit_plan(ROADS, replace(goal("g1", {"fi": TALK_FI}, ("1.1",)), theme="1"))),
        ("kartta", replace(unit_plan(MAPS, replace(goal("g2", {"fi": TALK_FI}, ("2.1",)), theme="2")), pack="city")),
    ],
)


def test_a_goal_of_another_method_serves_no_objective_that_is_called_the_same_here():
    read, across = read_by("city", BOTH, ())
    assert [(each.unit, each.goal.objectives, each.goal.theme) for each in read.goals] == [
        (ROADS, (), ""),
        (MAPS, ("2.1",), "2"),
    ]
    assert across.strange == (ROADS,)


def test_a_goal_that_is_read_through_a_mapping_has_the_theme_of_its_objective_there():
    read, across = read_by("city", BOTH, [StrategyMapping("toimi", "city", {"1.1": ("5.1",)})])
    [mapped, _] = read.goals
    assert (mapped.goal.objectives, mapped.goal.theme) == (("5.1",), "5")
    assert (across.mapped, across.strange) == ((ROADS,), ())


@given(texts_of(NAMES), st.randoms(use_true_random=False))
def test_whoever_reads_goals_in_another_order_finds_the_same_that_look_alike(texts: list[str], chance: Random):
    goals = [UnitGoal(Unit(f"u{n}", {}), 1, Goal("g", to={"en": each})) for n, each in enumerate(texts)]
    others = chance.sample(goals, len(goals))
    assert groups_of(look_alike(goals)) == groups_of(look_alike(others))


def groups_of(alike: tuple[Alike, ...]) -> set[frozenset[Ref]]:
    return {frozenset(goal.ref for goal in group.goals) for group in alike}
