"""How far a making is, and why there is no file, in words."""

from flask_babel import gettext as _
from flask_babel import ngettext


def said_of(state: str, done: int, of: int, why: str, place: int) -> str:
    match state:
        case "waiting":
            return _("Waiting, number %(place)s in the queue", place=place)
        case "making" if of:
            return ngettext("%(done)s of %(num)d part", "%(done)s of %(num)d parts", of, done=done)
        case "making":
            return _("Making the file")
        case "made":
            return _("Done. The file is in your downloads.")
        case _:
            return why_not(why)


def why_not(why: str) -> str:
    match why:
        case "late":
            return _("It took too long. The plan is safe; try again in a moment.")
        case "memory":
            return _("It needs more memory than one file may take. The plan is safe; take an extract of it.")
        case "given_up":
            return _("Cancelled. Nothing was made.")
        case _:
            return _("Something broke on our side. The plan is safe; try again in a moment.")
