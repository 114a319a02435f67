"""Goals: from where we are to what is true when we are done, bound to the strategy's objectives."""

from facilitation.steps.kind import Card, Choice, Day, Objective, Option, Person, Scale, StepKind, Text
from facilitation.steps.phases import ANY_TIME, BEFORE_OPENING, STAYS
from facilitation.words import N_

SHARPEN = Option(key="sharpen", label=N_("Hints on"), default=False, phases=ANY_TIME, given=STAYS)
EACH = Option(key="each", label=N_("How many a group"), default=1, phases=ANY_TIME, given=STAYS)

KIND = StepKind(
    key="goals",
    title=N_("Goals"),
    prompt=N_("What is true when we are done?"),
    board="sheet",
    by="group",
    yields="goal",
    sharpens=True,
    fields=(
        Text(key="from", label=N_("From"), help=N_("where we are today"), required=True, limit=300, lines=3),
        Text(key="to", label=N_("To"), help=N_("what is true when we are done"), required=True, limit=300, lines=3),
        Card(key="built_on", label=N_("Built on"), help=N_("what the room voted for"), of="cluster idea"),
        Objective(key="objectives", label=N_("Objective of the strategy"), required=True),
        Day(key="due", label=N_("By")),
        Person(key="owner", label=N_("Owner"), help=N_("a role, not a name")),
        Choice(
            key="scope",
            label=N_("What it concerns"),
            choices=(("function", N_("The whole function")), ("single", N_("Single cases"))),
        ),
        Scale(key="level_now", label=N_("Level now"), live=False),
        Scale(key="level_target", label=N_("Target level"), live=False),
        Text(key="why", label=N_("Why this one"), limit=500, lines=2, live=False),
        Choice(
            key="agreement",
            label=N_("Performance agreement"),
            choices=(("no", N_("No")), ("candidate", N_("Candidate")), ("agreed", N_("Agreed"))),
        ),
        Text(key="document", label=N_("Planning document it enters"), limit=120, live=False),
    ),
    options=(
        EACH,
        SHARPEN,
        Option(key="see_others", label=N_("Groups see each other"), default=False, phases=ANY_TIME, given=STAYS),
        Option(
            key="own_organisation",
            label=N_("Groups draft for their own organisations"),
            default=False,
            phases=BEFORE_OPENING,
            given=STAYS,
        ),
    ),
)
