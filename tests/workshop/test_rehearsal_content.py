"""What simulated participants say is whole, in three languages, and hangs together."""

from collections.abc import Iterator
from typing import Any

import pytest

from facilitation import packs
from facilitation.quality import Context, findings
from facilitation.shapes import Goal
from facilitation.steps import KINDS
from facilitation.steps.kind import Choice, Text
from facilitation.words import LANGUAGES
from workshop.rehearsal.content import CONTENT, GoalLines, Sheet, read, script
from workshop.rehearsal.people import people

PACK = packs.load("toimi")
OBJECTIVES = {objective.id for objective in PACK.strategy.objectives}
FILES = sorted(path.stem for path in CONTENT.glob("*.json"))


def texts(thing: Any) -> Iterator[dict[str, str]]:
    """Every text of a file, in all its languages."""
    if isinstance(thing, dict) and set(thing) & set(LANGUAGES):
        yield thing
    elif isinstance(thing, dict | list):
        for inner in thing.values() if isinstance(thing, dict) else thing:
            yield from texts(inner)


def sheets(goal: GoalLines) -> list[tuple[str, Sheet]]:
    return [
        ("goals", goal.goal),
        *(("metrics", one) for one in goal.metrics),
        *(("actions", one) for one in goal.actions),
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_there_in_three_languages(name: str):
    for text in texts(read(name)):
        assert set(text) == set(LANGUAGES) and all(words.strip() == words != "" for words in text.values()), text


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_said_twice_in_a_language(name: str):
    spoken = [text for text in texts(read(name)) if len(text["fi"]) > 40 and text["fi"] != text["en"]]
    for language in LANGUAGES:
        lines = [text[language] for text in spoken]
        assert len(lines) == len(set(lines))


def test_there_is_enough_for_two_dozen_people():
    lines = script("fi")
    assert len(lines.ideas) >= 40
    assert {line.objective for line in lines.evidence} == OBJECTIVES
    assert {goal.theme for goal in lines.goals} == set(lines.clusters) == {theme.id for theme in PACK.strategy.themes}
    assert set(lines.levels) == OBJECTIVES


def test_metrics_from_the_library_measure_the_objective_of_their_goal():
    library = {metric.id: metric for metric in PACK.library}
    for goal in script("en").goals:
        for metric in goal.metrics:
            entry = library.get(metric.first.get("library", ""))
            assert entry is None or (
                goal.objective in entry.objectives or goal.theme in {o[0] for o in entry.objectives}
            )
            assert entry is None or entry.direction == metric.first["direction"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_the_fields_of_its_step(language: str):
    for goal in script(language).goals:
        for kind, sheet in sheets(goal):
            for key, said in {**sheet.first, **sheet.sharper}.items():
                field = KINDS[kind].field(key)
                assert field is not None, (kind, key)
                assert not isinstance(field, Text) or len(said) <= field.limit
                assert not isinstance(field, Choice) or said in dict(field.choices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_required_fields_are_filled(language: str):
    for goal in script(language).goals:
        for kind, sheet in sheets(goal):
            required = {field.key for field in KINDS[kind].fields if field.required}
            assert required - {"goal"} <= set(sheet.first)


def test_actions_end_within_their_goal_and_metrics_begin_before_they_are_due():
    for goal in script("sv").goals:
        for action in goal.actions:
            assert action.first["start"] <= action.first["end"] <= goal.goal.first["due"]
        for metric in goal.metrics:
            assert metric.first["baseline_when"] < metric.sharper["target_day"]


def test_targets_are_better_than_what_they_start_from():
    for goal in script("en").goals:
        for metric in goal.metrics:
            if (baseline := metric.sharper.get("baseline")) is not None:
                better = metric.first["target"] - baseline
                assert better > 0 if metric.first["direction"] == "more" else better < 0


def checks_of(sentence: str, language: str) -> set[str]:
    """What the checks say of a goal's sentence while it has no metric yet."""
    goal = Goal("goal", to={language: sentence}, objectives=("1.1",))
    return {found.check for found in findings(goal, Context(PACK)) if found.field == "to"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_get_a_hint_when_rough_and_none_when_sharpened(language: str):
    for goal in script(language).goals:
        assert checks_of(goal.goal.first["to"], language), goal.goal.first["to"]
        assert not checks_of(goal.goal.sharper["to"], language), goal.goal.sharper["to"]


def test_the_years_follow_the_plan():
    assert {line.goal.first["due"][:4] for line in script("en", first_year=2031).goals} <= {"2032", "2033"}


def test_the_same_seed_deals_the_same_lines_and_another_deals_others():
    assert script("fi", "a") == script("fi", "a")
    assert script("fi", "a").ideas != script("fi", "b").ideas


def test_people_have_names_of_their_own_and_the_first_two_dozen_are_five_and_more_from_each_house():
    assert len({person.name for person in people(600, "fi")}) == 600
    homes = [person.home for person in people(24, "fi")]
    assert min(homes.count(home) for home in homes) >= 5
