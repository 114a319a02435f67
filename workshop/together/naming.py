"""What units are called in a branch: one that is gone keeps its name, and whoever goes on in its stead is said."""

from collections.abc import Mapping

from facilitation.organisations import heirs
from facilitation.words import LANGUAGES, N_, Message, Parallel, said
from workshop.days import today
from workshop.languages import reader_language, worded
from workshop.store.tables import OrganisationRow
from workshop.together.known import Known

GONE = N_("%(name)s (no longer there)")
NOW = N_("%(name)s (now %(heir)s)")


def names(row: OrganisationRow) -> Mapping[str, str]:
    return {code: name for code in LANGUAGES if (name := getattr(row, code))}


def called(of: Known, id: str) -> Parallel:
    """In each language that it has a name in."""
    own, heir = names(of.rows[id]), heirs(of.forest, id, today())[-1:]
    if heir:
        return _gone_on(own, names(of.rows[heir[0]]))
    if of.forest[id].is_over(today()):
        return {code: worded(Message(GONE, {"name": name}), code) for code, name in own.items()}
    return own


def _gone_on(own: Parallel, heir: Parallel) -> Parallel:
    return {code: worded(Message(NOW, {"name": name, "heir": said(heir, code)}), code) for code, name in own.items()}


def called_here(of: Known, id: str) -> str:
    """As the reader is told."""
    return said(called(of, id), reader_language())
