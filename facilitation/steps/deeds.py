"""The rows beside the options: what changes the room rather than a step, and what becomes of what was given."""

from facilitation.steps.kind import Deed
from facilitation.steps.phases import ANY_TIME
from facilitation.words import N_

MERGE_GROUPS = Deed(
    key="merge_groups",
    label=N_("Merge two groups"),
    phases=ANY_TIME,
    given=N_(
        "The people, cards and notes of both groups are together from then on: each of them sees all of it and may "
        "change it. Nothing is lost, and the two cannot be told apart again."
    ),
)

DEEDS = {each.key: each for each in (MERGE_GROUPS,)}
