"""The branch on one page: how many plans it rests on and whose are missing, and the goals of the branch."""

from collections.abc import Iterator

from facilitation.consolidation import Branch, Unit, completeness
from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Paragraph,
    Provenance,
    Section,
    Table,
)
from facilitation.report.branch.naming import unit_name
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import N_


def section(branch: Branch, plan: Plan, to: Reader) -> Section:
    return Section(to.words(N_("Summary")), tuple(_blocks(branch, plan, to)))


def finding(branch: Branch, to: Reader) -> Section:
    """What is in, before anybody has decided on anything."""
    about = to.words(N_("Summary"))
    return Section(
        about,
        (Headline(to.words(completeness(branch, to.language)), about), *_unread(branch, to)),
    )


def _blocks(branch: Branch, plan: Plan, to: Reader) -> Iterator[Block]:
    about = to.words(N_("Summary"))
    yield Headline(to.words(completeness(branch, to.language)), about)
    yield KeyFigures(tuple(_totals(branch, plan, to)))
    if text := to.plain(plan.summary):
        yield Paragraph(Words(text, theirs=True), lead=True)
    if branch.missing:
        yield Note(to.line(N_("Nothing is known of the goals of those whose plans are missing:")))
        yield Bullets(tuple(unit_name(unit, to) for unit in branch.missing))
    yield from _closed(branch, to)
    yield from _unread(branch, to)
    yield Provenance(tuple(_read(branch, to)))
    if plan.goals:
        yield Headline(
            to.counted(N_("The branch has one goal"), N_("The branch has %(n)s goals"), len(plan.goals)), about
        )
        yield _goals(plan, to)


def _totals(branch: Branch, plan: Plan, to: Reader) -> Iterator[Figure]:
    of_units = sum(not goal.unit.own for goal in branch.goals)
    plans = len(branch.plans)
    yield Figure(f"{plans}/{len(branch.units)}", to.counted(N_("published plan"), N_("published plans"), plans))
    yield Figure(str(of_units), to.counted(N_("goal of a unit"), N_("goals of the units"), of_units))
    yield Figure(str(len(plan.goals)), to.counted(N_("goal of the branch"), N_("goals of the branch"), len(plan.goals)))


def _closed(branch: Branch, to: Reader) -> Iterator[Block]:
    """Whose plan is missing because it was closed."""
    line = N_("%(unit)s: the plan was closed on %(day)s.")
    told = [(unit_name(unit, to).text, branch.closed.get(unit.id)) for unit in branch.missing]
    lines = tuple(to.line(line, unit=unit, day=to.day(day)) for unit, day in told if day)
    yield from [Bullets(lines)] if lines else []


def _unread(branch: Branch, to: Reader) -> Iterator[Block]:
    """Whose goals are in nothing that follows, though they were approved."""
    if branch.unread:
        yield Note(to.line(N_("Of each unit one plan is read, the one that was approved last. Not read:")))
        yield Bullets(tuple(_beside(unit, plan, to) for unit, plan in branch.unread))


def _beside(unit: Unit, plan: Plan, to: Reader) -> Words:
    return to.line(
        N_("%(unit)s: %(plan)s, version %(version)s, approved on %(day)s"),
        unit=unit_name(unit, to).text,
        plan=to.plain(plan.title) or plan.id,
        version=plan.version or NONE.text,
        day=to.day(plan.approved_on),
    )


def _read(branch: Branch, to: Reader) -> Iterator[Words]:
    """Which version of each plan was read."""
    for unit in branch.units:
        if plan := branch.plans.get(unit.id):
            yield to.line(
                N_("%(unit)s: version %(version)s, approved on %(day)s"),
                unit=unit_name(unit, to).text,
                version=plan.version or NONE.text,
                day=to.day(plan.approved_on),
            )


def _goals(plan: Plan, to: Reader) -> Table:
    return Table(
        to.words(N_("The goals of the branch and whose they were")),
        (
            Column(to.words(N_("Goal")), 5),
            Column(to.words(N_("From")), 2.6),
            Column(to.words(N_("Owner")), 1.9),
            Column(to.words(N_("By")), 1.4),
        ),
        tuple(
            (
                Words(f"{number}. {to.theirs(goal.to).text}", to.theirs(goal.to).language, theirs=True),
                Words(goal.unit, theirs=True) if goal.unit else NONE,
                to.named(goal.owner),
                Words(to.day(goal.due)),
            )
            for number, goal in enumerate(plan.goals, 1)
        ),
    )
