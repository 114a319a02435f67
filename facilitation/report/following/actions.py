"""How far the actions have come: what is late first, and when what is left is to be done."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facilitation.followup import FollowedGoal, Loose, Progressed
from facilitation.followup.progress import PROGRESS, first_things_first
from facilitation.report.afterwards import bar, drawn
from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.following.milestones import on_the_way
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_

OPEN = ("late", "in_progress", "to_come")


class Lane(NamedTuple):
    """An action, and the number of its goal, 0 where it belongs to none."""

    organisation: str
    number: int
    of: Progressed


def section(goals: Sequence[FollowedGoal], loose: Sequence[Loose], to: Reader) -> Section:
    every = [Lane(goal.organisation, goal.number, action) for goal in goals for action in goal.actions]
    every += [Lane(each.organisation, 0, action) for each in loose for action in each.actions]
    every.sort(key=lambda each: (*first_things_first(each.of)[:2], each.organisation, each.number))
    return Section(to.words(N_("Actions")), tuple(_blocks(every, to)))


def _blocks(every: Sequence[Lane], to: Reader) -> Iterator[Block]:
    if not every:
        return
    late = sum(each.of.progress == "late" for each in every)
    done = sum(each.of.progress == "done" for each in every)
    about = to.words(N_("Actions"))
    yield Headline(
        to.words(N_("%(done)s of %(of)s actions are done, %(late)s are late"), done=done, of=len(every), late=late),
        about,
    )
    yield _table([each.of for each in every], to)
    if n := sum(each.number == 0 for each in every):
        yield Note(Words(to.counted(N_("One action belongs to no goal."), N_("%(n)s actions belong to no goal."), n)))
    drawable = (each for each in every if each.of.progress in OPEN)
    bars = [found for each in drawable if (found := bar(each.number, each.of.action, to))]
    if bars:
        yield Headline(to.words(N_("What is left to do, and when")), about)
        yield drawn(to.words(N_("Actions that are not done, from start to end; the number tells the goal")), bars, to)


def _table(every: Sequence[Progressed], to: Reader) -> Table:
    return Table(
        to.words(N_("Actions, what is late first")),
        (
            Column(to.words(N_("Action")), 4.4),
            Column(to.words(N_("Responsible")), 2.2),
            Column(to.words(N_("End")), 1.5),
            Column(to.words(N_("Progress")), 3.4),
        ),
        tuple(
            (
                to.theirs(each.action.text),
                to.named(each.action.responsible),
                Words(to.day(each.action.end)) if each.action.end else NONE,
                Words(how_far(each, to)),
            )
            for each in every
        ),
    )


def how_far(each: Progressed, to: Reader) -> str:
    """It has come, with its milestones."""
    return ". ".join(filter(None, (_come(each, to), on_the_way(each, to))))


def _come(each: Progressed, to: Reader) -> str:
    if each.progress == "late":
        return to.counted(N_("Late by one day"), N_("Late by %(n)s days"), each.days)
    return to.words(PROGRESS[each.progress])
