"""The steps in which the room listens, talks or rests: briefing, question, discussion, review and break."""

from facilitation.steps.kind import Option, StepKind, Text
from facilitation.steps.phases import ANY_TIME, BEFORE_OPENING, BEFORE_REVEAL, SET_ASIDE, SHOWS_NAMES, STAYS
from facilitation.words import N_

AUTHORS = Option(
    key="authors",
    label=N_("Who sees who wrote"),
    default="nobody",
    phases=BEFORE_REVEAL,
    given=SHOWS_NAMES,
    choices=("nobody", "room"),
)

BRIEFING = StepKind(
    key="briefing",
    title=N_("Briefing"),
    prompt=N_("Why we are here and what comes out of it."),
    board="briefing",
    by="room",
    options=(
        Option(key="text", label=N_("Your own text"), default={}, phases=ANY_TIME, given=STAYS),
        Option(key="picture", label=N_("Show the strategy as one picture"), default=True, phases=ANY_TIME, given=STAYS),
    ),
)

QUESTION = StepKind(
    key="question",
    title=N_("Question"),
    prompt=N_("Answer on your own first."),
    board="question",
    yields="answer",
    solo_first=True,
    fields=(Text(key="text", label=N_("Your answer"), required=True, limit=500, lines=3),),
    options=(
        Option(
            key="form",
            label=N_("Form of the answer"),
            default="open",
            phases=BEFORE_OPENING,
            given=SET_ASIDE,
            choices=("open", "choice"),
        ),
        Option(key="choices", label=N_("Choices"), default=[], phases=BEFORE_OPENING, given=SET_ASIDE),
        Option(key="most", label=N_("Most choices a person"), default=1, phases=BEFORE_REVEAL, given=STAYS),
        Option(key="each", label=N_("Answers a person"), default=3, phases=ANY_TIME, given=STAYS),
        AUTHORS,
    ),
)

DISCUSSION = StepKind(
    key="discussion",
    title=N_("Discussion"),
    prompt=N_("Talk it over; note what should be remembered."),
    board="discussion",
    yields="note",
    fields=(Text(key="text", label=N_("Note"), required=True, limit=500, lines=3),),
    options=(Option(key="each", label=N_("Notes a person"), default=20, phases=ANY_TIME, given=STAYS),),
)

REVIEW = StepKind(
    key="review",
    title=N_("Review"),
    prompt=N_("Read the draft plan together. How sure are you that it will be carried out?"),
    board="review",
    yields="point",
    fields=(Text(key="text", label=N_("A point to settle"), required=True, limit=500, lines=2),),
    options=(
        Option(key="confidence", label=N_("Ask for confidence"), default=True, phases=BEFORE_REVEAL, given=SET_ASIDE),
        Option(key="each", label=N_("Points a person"), default=10, phases=ANY_TIME, given=STAYS),
    ),
)

BREAK = StepKind(key="break", title=N_("Break"), prompt=N_("Back in a moment."), board="break", by="room")
