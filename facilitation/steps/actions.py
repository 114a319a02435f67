"""Actions: what is done, by which role, from when to when, and what comes out of it."""

from facilitation.steps.goals import SHARPEN
from facilitation.steps.kind import Card, Day, Person, StepKind, Text
from facilitation.words import N_

KIND = StepKind(
    key="actions",
    title=N_("Actions"),
    prompt=N_("What do we do first?"),
    board="sheet",
    by="group",
    yields="action",
    sharpens=True,
    fields=(
        Card(key="goal", label=N_("Goal"), of="goal", required=True),
        Text(key="what", label=N_("What is done"), help=N_("begin with a verb"), required=True, limit=240, lines=2),
        Person(key="responsible", label=N_("Responsible"), help=N_("a role, not a name"), required=True),
        Day(key="start", label=N_("Start")),
        Day(key="end", label=N_("End")),
        Text(key="deliverable", label=N_("What comes out of it"), limit=240),
        Text(key="resources", label=N_("Resources"), limit=160),
        Text(key="partners", label=N_("Partners"), limit=160, live=False),
    ),
    options=(SHARPEN,),
)
