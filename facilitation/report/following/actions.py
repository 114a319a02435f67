"""How far the actions have come: what is late first, and when what is left is to be done."""

from collections.abc import Iterator, Sequence

from facilitation.followup import FollowedGoal, Progressed
from facilitation.followup.progress import PROGRESS, first_things_first
from facilitation.report.afterwards import bar, drawn
from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_

OPEN = ("late", "in_progress", "to_come")


def section(goals: Sequence[FollowedGoal], to: Reader) -> Section:
    every = [(goal, action) for goal in goals for action in goal.actions]
    every.sort(key=lambda each: (*first_things_first(each[1])[:2], each[0].organisation, each[0].number))
    return Section(to.words(N_("Actions")), tuple(_blocks(every, to)))


def _blocks(every: Sequence[tuple[FollowedGoal, Progressed]], to: Reader) -> Iterator[Block]:
    if not every:
        return
    late = sum(action.progress == "late" for _, action in every)
    done = sum(action.progress == "done" for _, action in every)
    about = to.words(N_("Actions"))
    yield Headline(
        to.words(N_("%(done)s of %(of)s actions are done, %(late)s are late"), done=done, of=len(every), late=late),
        about,
    )
    yield _table(every, to)
    bars = [found for goal, each in every if each.progress in OPEN and (found := bar(goal.number, each.action, to))]
    if bars:
        yield Headline(to.words(N_("What is left to do, and when")), about)
        yield drawn(to.words(N_("Actions that are not done, from start to end; the number tells the goal")), bars, to)


def _table(every: Sequence[tuple[FollowedGoal, Progressed]], to: Reader) -> Table:
    return Table(
        to.words(N_("Actions, what is late first")),
        (
            Column(to.words(N_("Action")), 4.4),
            Column(to.words(N_("Responsible")), 2.2),
            Column(to.words(N_("End")), 1.5),
            Column(to.words(N_("Progress")), 2),
        ),
        tuple(
            (
                to.theirs(each.action.text),
                to.named(each.action.responsible),
                Words(to.day(each.action.end)) if each.action.end else NONE,
                Words(_progress(each, to)),
            )
            for _, each in every
        ),
    )


def _progress(each: Progressed, to: Reader) -> str:
    if each.progress == "late":
        return to.counted(N_("Late by one day"), N_("Late by %(n)s days"), each.days)
    return to.words(PROGRESS[each.progress])
