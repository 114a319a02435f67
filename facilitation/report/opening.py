"""What comes first: the plan on one page, and who made it how."""

from collections.abc import Iterator, Mapping

from facilitation.report import goals
from facilitation.report.blocks import Block, Column, Figure, Headline, KeyFigures, Note, Paragraph, Section, Table
from facilitation.report.head import BACKGROUND, SUMMARY, at_part, head
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Gathering, Plan
from facilitation.words import N_

NARROW = 0.6
PLACES = {"room": N_("In the room"), "remote": N_("Remotely"), "phone": N_("By phone")}


def summary(plan: Plan, to: Reader) -> Section:
    return Section(to.words(N_("Summary")), tuple(_summary(plan, to)))


def _summary(plan: Plan, to: Reader) -> Iterator[Block]:
    yield Headline(promise(plan, to), to.words(N_("Summary")))
    yield KeyFigures(tuple(_totals(plan, to)))
    if to.plain(plan.summary):
        yield Paragraph(to.theirs(plan.summary, at_part(SUMMARY)), lead=True)
    if plan.goals:
        yield Table(
            to.words(N_("The goals of the plan")),
            (
                Column(to.words(N_("Goal")), 5),
                Column(to.words(N_("Owner")), 1.9),
                Column(to.words(N_("By")), 1.7),
            ),
            tuple(
                (goals.numbered(number, goal, to), goals.owner(goal, to), goals.due(goal, to))
                for number, goal in enumerate(plan.goals, 1)
            ),
        )
    if to.plain(plan.background):
        yield Headline(to.words(BACKGROUND), to.words(N_("Background")))
        yield Paragraph(to.theirs(plan.background, at_part(BACKGROUND)))
    yield from head(plan, to)


def promise(plan: Plan, to: Reader) -> str:
    """The plan in one sentence."""
    if plan.period.name:
        return to.counted(
            N_("One goal for %(period)s"), N_("%(n)s goals for %(period)s"), len(plan.goals), period=plan.period.name
        )
    return to.counted(N_("One goal to reach"), N_("%(n)s goals to reach"), len(plan.goals))


def _totals(plan: Plan, to: Reader) -> Iterator[Figure]:
    metrics = sum(len(goal.metrics) for goal in plan.goals) + len(plan.loose_metrics)
    actions = sum(len(goal.actions) for goal in plan.goals) + len(plan.loose_actions)
    yield Figure(str(len(plan.goals)), to.counted(N_("goal"), N_("goals"), len(plan.goals)))
    yield Figure(str(metrics), to.counted(N_("metric"), N_("metrics"), metrics))
    yield Figure(str(actions), to.counted(N_("action"), N_("actions"), actions))
    if plan.people:
        yield Figure(
            str(plan.people), to.counted(N_("person in the workshop"), N_("people in the workshop"), plan.people)
        )


def how_we_worked(plan: Plan, to: Reader) -> Section:
    gathering = plan.gathering or Gathering(people=plan.people)
    if not (gathering.people or gathering.days or gathering.steps):
        return Section("", ())
    return Section(to.words(N_("How we worked")), tuple(_how_we_worked(plan, gathering, to)))


def _how_we_worked(plan: Plan, gathering: Gathering, to: Reader) -> Iterator[Block]:
    yield Headline(_who_and_when(gathering, to), to.words(N_("How we worked")))
    yield KeyFigures(tuple(_attendance(gathering, to)))
    yield from _headcount(to.words(N_("Organisation")), gathering.organisations, to)
    yield from _headcount(to.words(N_("Role group")), _role_groups(plan.participants, to), to)
    if gathering.steps:
        yield Headline(
            to.counted(
                N_("We went through one step"),
                N_("We went through %(n)s steps, from the current state to the plan"),
                len(gathering.steps),
            ),
            to.words(N_("How we worked")),
        )
        yield Table(
            to.words(N_("The steps of the workshop")),
            (Column(to.words(N_("Step")), 5), Column(to.words(N_("Minutes")), 1, figures=True)),
            tuple((to.step(step.kind, step.title), Words(to.number(step.minutes))) for step in gathering.steps),
            width=NARROW,
        )
    yield Note(to.line(N_("Counts only: no one is named.")))


def _who_and_when(gathering: Gathering, to: Reader) -> str:
    days = sorted(gathering.days)
    if not days:
        return to.counted(N_("One person made this"), N_("%(n)s people made this together"), gathering.people)
    if days[0] == days[-1]:
        return to.counted(
            N_("One person made this on %(day)s"),
            N_("%(n)s people made this together on %(day)s"),
            gathering.people,
            day=to.day(days[0]),
        )
    return to.counted(
        N_("One person made this between %(first)s and %(last)s"),
        N_("%(n)s people made this together between %(first)s and %(last)s"),
        gathering.people,
        first=to.day(days[0]),
        last=to.day(days[-1]),
    )


def _attendance(gathering: Gathering, to: Reader) -> Iterator[Figure]:
    yield Figure(str(gathering.people), to.counted(N_("person"), N_("people"), gathering.people))
    if gathering.organisations:
        n = len(gathering.organisations)
        yield Figure(str(n), to.counted(N_("organisation"), N_("organisations"), n))
    if gathering.groups:
        yield Figure(str(gathering.groups), to.counted(N_("group"), N_("groups"), gathering.groups))
    for place, n in gathering.places.items():
        if n and n != gathering.people:
            yield Figure(str(n), to.words(PLACES[place]).lower() if place in PLACES else place)


def _headcount(head: str, counts: Mapping[str, int], to: Reader) -> Iterator[Block]:
    if counts:
        yield Table(
            head,
            (Column(head, 5), Column(to.words(N_("People")), 1, figures=True)),
            tuple((Words(name), Words(str(n))) for name, n in counts.items()),
            width=NARROW,
        )


def _role_groups(counts: Mapping[str, int], to: Reader) -> dict[str, int]:
    names = {group.id: to.plain(group.name) for group in to.pack.role_groups}
    return {names.get(id, id): n for id, n in counts.items()}
