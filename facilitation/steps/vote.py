"""Where should we set goals: blind dots or a matrix, shown together; the decider draws the line."""

from facilitation.steps.kind import Option, StepKind
from facilitation.steps.phases import ANY_TIME, BEFORE_OPENING, BEFORE_REVEAL, FIRST_COUNT, SET_ASIDE, STAYS
from facilitation.words import N_

KIND = StepKind(
    key="vote",
    title=N_("Voting"),
    prompt=N_("Where should we set goals?"),
    board="ballot",
    solo_first=True,
    options=(
        Option(
            key="form",
            label=N_("Form of the vote"),
            default="dots",
            phases=BEFORE_OPENING,
            given=SET_ASIDE,
            choices=("dots", "matrix"),
        ),
        Option(key="dots", label=N_("Dots a person"), default=None, phases=BEFORE_REVEAL, given=FIRST_COUNT),
        Option(
            key="most_on_one", label=N_("Most dots on one card"), default=2, phases=BEFORE_REVEAL, given=FIRST_COUNT
        ),
        Option(
            key="of",
            label=N_("What is voted on"),
            default="ideas",
            phases=BEFORE_OPENING,
            given=SET_ASIDE,
            choices=("ideas", "goals"),
        ),
        Option(key="split", label=N_("Show shares by organisation"), default=True, phases=ANY_TIME, given=STAYS),
    ),
)
