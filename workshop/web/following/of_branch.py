"""A branch's own plan as it is followed up: by what was entered into it, and by what its units entered into theirs."""

from collections.abc import Iterator, Sequence

from facilitation.consolidation import Ref, from_units
from facilitation.packs import Pack
from facilitation.plans.decided import units_of
from facilitation.plans.state import Life
from facilitation.report.blocks import Section
from facilitation.report.branch import figures
from facilitation.report.reader import Reader
from facilitation.shapes.followed import Entered
from workshop.web.following.counted import of_units, units
from workshop.web.plans.succession import entries_of
from workshop.web.signing_in import may_in


def entered_in(life: Life, pack: Pack) -> Sequence[Entered]:
    """Of a branch's plan its units' figures too, put together where they are comparable; of any other its own."""
    published = life.published
    own = entries_of(life)
    if published is None or not life.of_branch:
        return own
    return (*of_units(published, pack), *own)


def counted_elsewhere(life: Life) -> Sequence[str]:
    """The metrics of a branch's plan whose figures come from its units' plans, in the plan's order."""
    if (published := life.published) is None:
        return []
    made = from_units(published.plan, units_of(published.rests))
    return [metric.id for goal in published.plan.goals for metric in goal.metrics if metric.id in made]


def together(life: Life, to: Reader) -> Iterator[Section]:
    """How its units' figures were put together, who is missing, and why not: for those who may read the units."""
    published = life.published
    if published and life.of_branch and may_in("see_branch", life.organisation):
        branch, plans = units(published)
        newest = {Ref(unit, metric): of for unit, each in plans.items() for metric, of in each.newest.items()}
        section = figures.section(branch, newest, to)
        yield from [section] if section.blocks else []
