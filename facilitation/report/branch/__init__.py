"""A branch read together, as a report: whose plans it rests on, who covers what, what was decided, how it adds up."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.consolidation import Across, Alike, Branch, Decided, Drawn, Figures, Ref, branch_plan, standing
from facilitation.consolidation.versions import SAME
from facilitation.packs import Confirmation, Pack
from facilitation.report import afterwards, goals, metrics
from facilitation.report.blocks import Report, Section
from facilitation.report.branch import changed, covering, deciding, figures, overview, side_by_side
from facilitation.report.branch.sheets import branch_sheets
from facilitation.report.branch.taken_up import TakenUp, taken_up
from facilitation.report.entries import entries
from facilitation.report.framing import Frame, framed
from facilitation.report.reader import Reader, Wording, reader
from facilitation.report.workshop import STATES, digest, origin
from facilitation.shapes import Plan
from facilitation.shapes.series import Figure
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A branch on a day: its units' published plans, what was decided on them, and what its plan says of itself.

    `figures`: the newest of each unit's metrics (`shapes.series.newest`). `before`: the branch in the last round.
    `across`: whose plans are by an earlier strategy.
    """

    branch: Branch
    decisions: Sequence[Decided]
    base: Plan
    figures: Figures = field(default_factory=dict[Ref, Figure])
    before: Branch | None = None
    across: Across = SAME
    plan: Plan | None = None
    """The branch's plan as it is kept; where there is none, it is made of the decisions."""
    alike: Sequence[Alike] | None = field(default=None, compare=False)
    """Goals that look alike, where that is known already."""
    drawn: Drawn | None = field(default=None, compare=False)
    """Which of them came since the decisions on others, the same."""


def branch_report(
    seen: Consolidated,
    language: str,
    words: Wording,
    pack: Pack,
    *,
    made: date | None = None,
    confirmed: Collection[Confirmation] = (),
    data: str = "",
) -> Report:
    """The plan of the branch in one language, with what it was made from. The same serves all branches together."""
    to = reader(language, words, pack, confirmed, made)
    made_of = seen.plan or branch_plan(seen.branch, seen.decisions, pack, seen.base)
    plan = _named(made_of, seen, to)
    frame = Frame(
        to.plain(plan.title) or words(N_("Plan of the branch")),
        plan.organisation,
        state=words(STATES[plan.status]) + (f" {plan.version}" if plan.version else ""),
        period=plan.period.name,
        made=made,
    )
    return framed(
        to,
        frame,
        sections(seen, plan, to),
        origin=(*origin(plan, to), *digest(data, to)),
        sheets=branch_sheets(seen.branch, seen.decisions, seen.figures, plan, to),
        entries=entries(plan, to),
        data=data,
    )


def _named(plan: Plan, seen: Consolidated, to: Reader) -> Plan:
    """Each goal with the units whose it was, by their names in the reader's language."""
    names = {each.id: [to.plain(taken.unit.name) for taken in each.goals] for each in standing(seen.decisions)}
    own = [to.plain(unit.name) for unit in seen.branch.units if unit.own]
    goals = (replace(goal, unit=to.listed(names.get(goal.id, own))) for goal in plan.goals)
    return replace(plan, goals=tuple(goals))


def of_arrival(seen: Consolidated, to: Reader) -> Iterator[Section]:
    yield overview.finding(seen.branch, to)
    yield changed.section(seen.before, seen.branch, to)


def of_coverage(seen: Consolidated, to: Reader) -> tuple[Section, Sequence[TakenUp]]:
    """For a page: what is found and told beside the matrix, and its lines to be drawn."""
    return covering.section(seen.branch, to, seen.across, matrix=False), taken_up(seen.branch, to, seen.alike)


def of_goals(seen: Consolidated, to: Reader) -> Iterator[Section]:
    yield side_by_side.section(seen.branch, seen.decisions, to, seen.alike)
    if seen.plan:
        yield deciding.section(seen.branch, seen.decisions, to, seen.drawn)


def of_figures(seen: Consolidated, to: Reader) -> Section:
    return figures.section(seen.branch, seen.figures, to)


def sections(seen: Consolidated, plan: Plan, to: Reader) -> Iterator[Section]:
    yield overview.section(seen.branch, plan, to)
    yield changed.section(seen.before, seen.branch, to)
    yield covering.section(seen.branch, to, seen.across)
    yield side_by_side.section(seen.branch, seen.decisions, to, seen.alike)
    yield deciding.section(seen.branch, seen.decisions, to, seen.drawn)
    yield figures.section(seen.branch, seen.figures, to)
    yield goals.section(plan, to)
    yield metrics.section(plan, to)
    yield afterwards.timeline(plan, to)
