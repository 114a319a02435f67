"""What could we do: written alone under a focus, revealed together, then put into named clusters."""

from facilitation.steps.kind import Option, StepKind, Text
from facilitation.steps.phases import ANY_TIME, BEFORE_REVEAL, SHOWS_NAMES, STAYS
from facilitation.words import N_

KIND = StepKind(
    key="ideas",
    title=N_("Ideas"),
    prompt=N_("What would move us forward? One idea a card."),
    board="wall",
    yields="idea",
    clusters=True,
    solo_first=True,
    fields=(Text(key="text", label=N_("Idea"), required=True, limit=280, lines=3),),
    options=(
        Option(key="focus", label=N_("Focus: what the ideas are about"), default={}, phases=ANY_TIME, given=STAYS),
        Option(key="each", label=N_("Ideas a person"), default=3, phases=ANY_TIME, given=STAYS),
        Option(
            key="authors",
            label=N_("Who sees who wrote"),
            default="nobody",
            phases=BEFORE_REVEAL,
            given=SHOWS_NAMES,
            choices=("nobody", "room"),
        ),
        Option(
            key="cluster_by",
            label=N_("Who puts ideas into clusters"),
            default="groups",
            phases=ANY_TIME,
            given=STAYS,
            choices=("groups", "host"),
        ),
    ),
)
