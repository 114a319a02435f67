"""Whatever anybody is granted: a plan is its log, what was approved stays, and no text that was written is lost."""

from contextlib import suppress
from datetime import date
from random import Random

from hypothesis import HealthCheck, given, settings

from facilitation.plans import commands as c
from facilitation.plans.events import (
    FieldRevised,
    FigureEntered,
    FigureWithdrawn,
    LineAdded,
    PlanApproved,
    ValueKept,
    ValueSettled,
)
from facilitation.plans.evolve import replayed
from facilitation.plans.lines import line_in, lines
from facilitation.plans.parts import Approval
from facilitation.plans.state import Life
from facilitation.shapes import Metric
from facilitation.shapes.followed import Entered, period_of
from facilitation.words import Refused
from tests.facilitation.plan_stories import STORY, moved, told
from tests.facilitation.plan_world import METRIC, TODAY, approved, drafted

many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(STORY)
def test_a_plan_is_what_its_log_leaves_and_a_version_is_what_its_log_left_then(story: list[int]):
    desk = told(story)
    assert replayed(desk.log) == desk.life  # pyright: ignore[reportArgumentType] (the room's records, of a plan)
    for version in desk.life.versions:
        then = replayed(desk.log[: version.seq])  # pyright: ignore[reportArgumentType]
        assert (then.plan, then.versions[-1]) == (version.plan, version)


@many
@given(STORY)
def test_a_version_never_changes_whatever_comes_after(story: list[int]):
    desk = drafted()
    for number in story:
        before = desk.life.versions
        moved(desk, number)
        assert desk.life.versions[: len(before)] == before


@many
@given(STORY)
def test_every_text_that_was_granted_stands_in_the_log_and_in_the_plan_or_beside_it(story: list[int]):
    desk = drafted()
    for number in story:
        before = len(desk.log)
        command, granted = moved(desk, number)
        if granted and isinstance(command, c.ReviseField) and command.value:
            written = [fact.event for fact in desk.log[before:]]
            assert not written or any(says(event, command) for event in written), command


def says(event: object, command: c.ReviseField) -> bool:
    return (
        isinstance(event, FieldRevised | ValueKept)
        and (event.line, event.field, event.language) == (command.line, command.field, command.language)
        and (event.value in (command.value, bool(command.value)) or as_rows(event.value) == as_rows(command.value))
    )


def as_rows(value: object) -> object:
    """Rows stand in the order of their days, however they were typed."""
    return sorted(value) if isinstance(value, list) else value


@many
@given(STORY)
def test_a_text_stands_beside_the_other_until_somebody_chooses(story: list[int]):
    desk = drafted()
    for number in story:
        before, seq = desk.life.kept, desk.life.seq
        moved(desk, number)
        gone = [kept for kept in before if kept not in desk.life.kept]
        for kept in gone:
            facts = [fact for fact in desk.log if fact.seq > seq]
            chosen = any(isinstance(fact.event, ValueSettled) for fact in facts)
            went_on = any(isinstance(fact.event, ValueKept) and fact.by == kept.by for fact in facts)
            assert chosen or went_on


@many
@given(STORY)
def test_the_last_editor_never_approves(story: list[int]):
    desk = drafted()
    for number in story:
        editor, seq = desk.life.editor, desk.life.seq
        moved(desk, number)
        for fact in desk.log[seq:]:
            assert not (isinstance(fact.event, PlanApproved) and fact.by == editor)
    for version in desk.life.versions:
        if isinstance(version.approval, Approval):
            assert len({given.by for given in version.approval.given}) == len(version.approval.approvers)


@many
@given(STORY)
def test_what_holds_of_figures_is_what_a_slow_reading_of_the_log_says(story: list[int]):
    """Whatever was entered stands among those that hold or those that were taken back, and in one place only."""
    desk = approved()
    for number in story:
        with suppress(Refused):
            desk.do(of_figures(desk.life, Random(number)))
    slow = dict[str, Entered]()
    for fact in desk.log:
        match fact.event:
            case FigureEntered(entered):
                slow[entered.id] = entered
            case FigureWithdrawn(figure):
                del slow[figure]
            case _:
                pass
    assert list(desk.life.entered) == list(slow.values())
    gone = [each.entered.id for each in desk.life.withdrawn]
    assert sorted([*slow, *gone]) == sorted(each.figure for each in desk.life.entered_by)


def of_figures(life: Life, chance: Random) -> c.Command:
    """Another figure of one of two periods, or one of those there were taken back."""
    metric = line_in(life.plan, METRIC)
    assert isinstance(metric, Metric)
    period = period_of(metric.frequency, date(chance.choice([2025, 2026]), 12, 31))
    id, value = f"figure-{chance.randrange(10**6):06}", chance.randrange(3)
    entering = c.EnterFigure(id, METRIC, period, value, None, None, "", "", "final", "", TODAY)
    known = [each.figure for each in life.entered_by] or ["figure-none"]
    return chance.choice([entering, entering, c.WithdrawFigure(chance.choice(known), "Of another year.", "", TODAY)])


@many
@given(STORY)
def test_every_line_has_an_id_of_its_own_and_stands_in_one_place(story: list[int]):
    desk = told(story)
    ids = [line.id for line in lines(desk.plan)]
    assert len(set(ids)) == len(ids)
    added = [fact.event.line for fact in desk.log if isinstance(fact.event, LineAdded)]
    gone = {line.id for each in desk.life.dropped.values() for line in within(each.line)}
    assert set(added) <= {*ids, *gone}


def within(line: object) -> list:
    """A dropped line with what went with it."""
    return [line, *getattr(line, "metrics", ()), *getattr(line, "actions", ())]
