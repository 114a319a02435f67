"""Where do we stand: each marks the pack's statements alone, then picks those that matter most."""

from facilitation.steps.kind import Option, Statement, StepKind, Text
from facilitation.steps.phases import ANY_TIME, BEFORE_OPENING, BEFORE_REVEAL, SET_ASIDE, STAYS
from facilitation.words import N_

KIND = StepKind(
    key="current_state",
    title=N_("Current state"),
    prompt=N_("How is it today in your own organisation? Rate what is done, not what is written in guidelines."),
    board="ladder",
    yields="evidence",
    solo_first=True,
    fields=(
        Statement(key="statement", label=N_("Statement"), required=True),
        Text(key="text", label=N_("Example or evidence"), required=True, limit=500, lines=3),
    ),
    options=(
        Option(
            key="pre_work",
            label=N_("Open for days before the workshop"),
            default=False,
            phases=BEFORE_REVEAL,
            given=STAYS,
        ),
        Option(
            key="statements",
            label=N_("Statements asked"),
            default=[],
            phases=ANY_TIME,
            given=SET_ASIDE,
            choices=("all", "short"),
        ),
        Option(key="pick", label=N_("How many matter most"), default=5, phases=BEFORE_REVEAL, given=SET_ASIDE),
        Option(
            key="evidence", label=N_("Ask for an example or evidence"), default=True, phases=ANY_TIME, given=SET_ASIDE
        ),
        Option(key="evidence_limit", label=N_("Examples a person"), default=3, phases=BEFORE_REVEAL, given=STAYS),
        Option(
            key="importance", label=N_("Ask how important it is"), default=False, phases=BEFORE_REVEAL, given=SET_ASIDE
        ),
        Option(
            key="certainty", label=N_("Ask how certain one is"), default=False, phases=BEFORE_REVEAL, given=SET_ASIDE
        ),
        Option(key="target", label=N_("Ask for a target level"), default=False, phases=BEFORE_OPENING, given=SET_ASIDE),
    ),
)
