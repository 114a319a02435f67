"""What a goal is asked for."""

from facilitation import limits
from facilitation.plans.fields.entry import Entry, Offered, Plain, Yes, at, day, figure, several
from facilitation.steps.kind import Choice, Day, Objective, Person, Scale, Text
from facilitation.words import N_

GOAL: tuple[Entry, ...] = (
    at(Text(key="from", label=N_("From"), help=N_("where we are today"), limit=300, lines=3), "from_"),
    at(Text(key="to", label=N_("To"), help=N_("what is true when we are done"), required=True, limit=300, lines=3)),
    several(Objective(key="objectives", label=N_("Objectives of the strategy"))),
    at(Plain(key="theme", label=N_("Theme")), shown=False),
    at(Yes(key="own", label=N_("Our own goal, outside the strategy")), empty=False),
    at(Person(key="owner", label=N_("Owner"), help=N_("a role, not a name"))),
    day(Day(key="due", label=N_("By"))),
    at(
        Choice(
            key="agreement",
            label=N_("Performance agreement"),
            choices=(("no", N_("No")), ("candidate", N_("Candidate")), ("agreed", N_("Agreed"))),
        )
    ),
    figure(Scale(key="agreement_year", label=N_("Year of the agreement"), low=2000, high=2100)),
    at(Offered(key="document", label=N_("Planning document it enters"), limit=120)),
    at(Offered(key="scope", label=N_("What it concerns"))),
    at(Offered(key="result", label=N_("Kind of result"))),
    figure(Scale(key="level_now", label=N_("Level now"), low=limits.LOWEST_LEVEL, high=limits.HIGHEST_LEVEL)),
    figure(Scale(key="level_target", label=N_("Target level"), low=limits.LOWEST_LEVEL, high=limits.HIGHEST_LEVEL)),
    at(Text(key="why", label=N_("Why this one"), limit=500, lines=2)),
)
