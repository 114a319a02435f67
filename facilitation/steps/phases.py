"""Where a step is, and the sentences that say what becomes of what was given when an option changes."""

from facilitation.words import N_

WAITING, OPEN, REVEALED, CLOSED = "waiting", "open", "revealed", "closed"
PHASES = (WAITING, OPEN, REVEALED, CLOSED)

ANY_TIME = frozenset(PHASES)
BEFORE_REVEAL = frozenset({WAITING, OPEN})
BEFORE_OPENING = frozenset({WAITING})

STAYS = N_("What was given stays as it is.")
SET_ASIDE = N_("What was given is set aside, and comes back when this is switched on again.")
FIRST_COUNT = N_("The dots given first count; those over the number are set aside until there is room again.")
SHOWS_NAMES = N_(
    "Cards written from now on follow the new choice; earlier ones keep the promise under which they came."
)
