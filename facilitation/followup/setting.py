"""To which days a round of follow-up may be set, and to which others it may be moved afterwards."""

from datetime import date

from facilitation.shapes.followed import Round
from facilitation.words import N_, Refused

DUE_FIRST = N_("It would be due before it opens.")
PASSED = N_("That day has passed. Choose today or a later one.")
OPENED = N_("It has opened: its first day stays.")


def may_be_set(opens: date, due: date) -> None:
    """Raises Refused."""
    if due < opens:
        raise Refused(DUE_FIRST, code="due_first", field="due")


def may_open(before: Round, opens: date, today: date) -> None:
    """Once it has opened, its first day stays: it was asked from then on. Raises Refused."""
    if opens == before.opens:
        return
    if before.opens <= today:
        raise Refused(OPENED, code="opened", field="opens")
    if opens < today:
        raise Refused(PASSED, code="passed", field="opens")


def may_be_due(before: Round, opens: date, due: date, today: date) -> None:
    """Of a round that is over all but the last day may be changed. Raises Refused."""
    may_be_set(opens, due)
    if due != before.due and due < today:
        raise Refused(PASSED, code="passed", field="due")
