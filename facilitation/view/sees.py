"""Who sees what in a step, in one honest sentence. The word that promises too much is not used."""

from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Step
from facilitation.words import N_

MARKS = N_(
    "Others and the facilitator do not see your marks, only how the room's marks spread, from five people on. "
    "Examples are shown without your name. The operator of the service could find out."
)
ALONE = N_("Others and the facilitator do not see who wrote this. The operator of the service could find out.")
NAMED = N_("Your card is shown with your name when the facilitator reveals it.")
BALLOT = N_(
    "Others and the facilitator do not see your votes, only the room's when they are shown. "
    "The operator of the service could find out."
)
REVIEW = N_(
    "Everybody in the workshop sees your points, without your name. How sure you are is shown only together with "
    "the others' answers, from five people on. The operator of the service could find out."
)
GROUP = N_("Your group and the facilitator see this as you write. The others see it when it is shown.")
GROUPS = N_("Everybody in the workshop sees this as you write.")
ROOM = N_("Everybody in the workshop sees this, without your name.")
NOBODY = N_("Nothing is asked here.")


def sees(step: Step) -> str:
    """The sentence's message id for a step."""
    kind, options = KINDS[step.kind], options_of(step)
    if kind.board == "ladder":
        return MARKS
    if kind.board == "ballot" or options.get("form") == "choice":
        return BALLOT
    if kind.board == "review" and options.get("confidence"):
        return REVIEW
    if options.get("authors") == "room":
        return NAMED
    if kind.solo_first:
        return ALONE
    if kind.by == "group":
        return GROUPS if options.get("see_others") else GROUP
    return ROOM if kind.fields else NOBODY
