"""What several rules ask: is there such a line; may the plan be written now; who may approve it."""

from facilitation import packs
from facilitation.live.rules.common import fresh, within
from facilitation.packs import Pack, PackError
from facilitation.plans.fields import Entry, entry_of
from facilitation.plans.lines import Line, kind_of, line_in
from facilitation.plans.state import WRITABLE, Life
from facilitation.words import N_, Refused

__all__ = ["asked_of", "existing", "fresh", "pack_of", "said", "within", "writable"]


def writable(life: Life) -> None:
    """Refused unless the plan is being written."""
    if life.stage in WRITABLE:
        return
    if life.stage == "approval":
        words = N_("The plan lies before its approvers. Take it back to change it; your text is kept for you.")
        raise Refused(words, code="in_approval")
    if life.stage == "approved":
        words = N_("The plan is approved. Open an amendment to change it; your text is kept for you.")
        raise Refused(words, code="approved")
    raise Refused(N_("There is no such plan."), code="no_plan")


def existing(life: Life, line: str) -> Line:
    """The line, or Refused."""
    found = line_in(life.plan, line)
    if found is None:
        words = N_("That line was taken out of the plan meanwhile. Your text is kept for you.")
        raise Refused(words, code="line_gone")
    return found


def asked_of(line: Line, field: str) -> Entry:
    """The entry that people write in such a line, or Refused."""
    entry = entry_of(kind_of(line), field)
    if entry is None or not entry.shown:
        raise Refused(N_("The plan does not ask for that."), code="no_such_field", field=field)
    return entry


def said(text: str, limit: int, field: str) -> str:
    """A reason or an answer that has to be given."""
    return within(text, limit, field, required=True)


def pack_of(key: str) -> Pack:
    """The method behind a plan, or Refused."""
    try:
        return packs.load(key)
    except PackError:
        raise Refused(N_("The method “%(key)s” is not here."), code="no_pack", key=key) from None
