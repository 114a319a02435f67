"""Several organisations' plans read together: coverage, look-alikes, decisions, aggregates, the branch's plan."""

from facilitation.consolidation.aggregate import HOW, Aggregate, aggregate, rule_of
from facilitation.consolidation.alike import Alike, look_alike, not_compared, side_by_side
from facilitation.consolidation.apart import named_apart
from facilitation.consolidation.asking import asking, from_units
from facilitation.consolidation.branch import (
    PUBLISHED,
    Branch,
    Ref,
    Unit,
    UnitGoal,
    before_round,
    beside,
    completeness,
    name_of,
    read_together,
)
from facilitation.consolidation.changes import Changes, GoalChange, changes
from facilitation.consolidation.comparable import Given
from facilitation.consolidation.coverage import Coverage, Covered, Levels, coverage
from facilitation.consolidation.decisions import (
    KINDS,
    Decided,
    Kind,
    Taken,
    alone,
    decided,
    decision_of,
    rehomed,
    sources_of,
    standing,
    taken_of,
    undecided,
)
from facilitation.consolidation.entered import AS_DECIDED, Made, Now, entries_of, made_of
from facilitation.consolidation.homes import home, moved_home
from facilitation.consolidation.plan import branch_plan, decided_on, for_planning, goal_of, with_parents
from facilitation.consolidation.registered import Use, uses
from facilitation.consolidation.sought import OUTSIDE, OfUnit, Sought, by_unit
from facilitation.consolidation.together import Figures, Together, put_together
from facilitation.consolidation.touched import Drawn, Touched, drawn, touched
from facilitation.consolidation.versions import Across, newest_of, read_by

__all__ = [
    "AS_DECIDED",
    "HOW",
    "KINDS",
    "OUTSIDE",
    "PUBLISHED",
    "Across",
    "Aggregate",
    "Alike",
    "Branch",
    "Changes",
    "Coverage",
    "Covered",
    "Decided",
    "Drawn",
    "Figures",
    "Given",
    "GoalChange",
    "Kind",
    "Levels",
    "Made",
    "Now",
    "OfUnit",
    "Ref",
    "Sought",
    "Taken",
    "Together",
    "Touched",
    "Unit",
    "UnitGoal",
    "Use",
    "aggregate",
    "alone",
    "asking",
    "before_round",
    "beside",
    "branch_plan",
    "by_unit",
    "changes",
    "completeness",
    "coverage",
    "decided",
    "decided_on",
    "decision_of",
    "drawn",
    "entries_of",
    "for_planning",
    "from_units",
    "goal_of",
    "home",
    "look_alike",
    "made_of",
    "moved_home",
    "name_of",
    "named_apart",
    "newest_of",
    "not_compared",
    "put_together",
    "read_by",
    "read_together",
    "rehomed",
    "rule_of",
    "side_by_side",
    "sources_of",
    "standing",
    "taken_of",
    "touched",
    "undecided",
    "uses",
    "with_parents",
]
