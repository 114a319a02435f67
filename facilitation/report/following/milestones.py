"""How far an action has come on its way: how many milestones are reached, which are late, and which one is next."""

from collections.abc import Iterable, Iterator

from facilitation.followup import Progressed
from facilitation.report.reader import Reader
from facilitation.shapes import Milestone
from facilitation.words import N_


def on_the_way(each: Progressed, to: Reader) -> str:
    """In a line; nothing of an action without milestones."""
    return "; ".join(_parts(each, to)) if each.action.milestones else ""


def _parts(each: Progressed, to: Reader) -> Iterator[str]:
    yield to.words(N_("Milestones reached: %(n)s of %(of)s"), n=each.reached, of=len(each.action.milestones))
    if each.missed:
        yield to.words(N_("late: %(names)s"), names=named(each.missed, to))
    if each.ahead:
        yield to.words(N_("next: %(name)s"), name=named([each.ahead], to))


def named(milestones: Iterable[Milestone], to: Reader) -> str:
    """Tender out (by 31 March 2027)"""
    return to.listed([_named(each, to) for each in milestones])


def _named(milestone: Milestone, to: Reader) -> str:
    name = to.plain(milestone.name)
    return to.words(N_("%(name)s (by %(day)s)"), name=name, day=to.day(milestone.day)) if milestone.day else name
