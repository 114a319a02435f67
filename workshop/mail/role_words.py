"""What a letter about a round says of a role: why its reader is asked, and what for."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.followup import Step
from facilitation.followup.progress import unreached
from facilitation.shapes import Action, Metric
from workshop.languages import day
from workshop.limits import LETTER_LINES
from workshop.mail.asked import Asked
from workshop.mail.writing import title_of


def opening(now: Step, what: dict[str, str]) -> str:
    match now:
        case "opened":
            return _("A round of follow-up is open in %(organisation)s. It is answered by %(day)s.", **what)
        case "soon":
            return _("The round of follow-up in %(organisation)s is answered by %(day)s.", **what)
        case "late" | "unanswered":
            return _("The round of follow-up in %(organisation)s was to be answered by %(day)s.", **what)


def why(asked: Asked, what: dict[str, str]) -> str:
    """Why it is this reader who is asked."""
    if asked.part == "holder":
        return _("You are asked as: %(role)s.", **what)
    if asked.part == "deputy":
        silent = _("You stand in for: %(role)s. Nobody has answered for it yet.", **what)
        return silent if asked.reached else _("You stand in for: %(role)s. Letters do not reach its holder.", **what)
    return _("You own the plan. Nobody has answered for: %(role)s.", **what)


def _milestone(line: Action | Metric) -> str:
    """The first of an action that is not reached, since one that is late makes the action so."""
    left = unreached(line) if isinstance(line, Action) else []
    return "".join(f" ({title_of(each.name, '–')}, {day(when)})" for when, each in left[:1])


def lines(asked: Asked) -> Iterator[str]:
    listed = asked.role.lines
    yield ngettext("One thing is waited for:", "%(num)d things are waited for:", len(listed))
    for _ask, line in listed[:LETTER_LINES]:
        yield f"- {title_of(line.text if isinstance(line, Action) else line.name, '–')}{_milestone(line)}"
    if (left := len(listed) - LETTER_LINES) > 0:
        yield more(left)


def more(left: int) -> str:
    return ngettext("and one more", "and %(num)d more", left)
