"""What is several and stands in one place: interim targets and milestones, a line each, as people would write them."""

from collections.abc import Iterable

from facilitation.report.figures import day, exact
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Milestone, Reading
from facilitation.words import N_

DONE = N_("reached")


def interim_targets(way: Iterable[Reading], language: str) -> str:
    """31.12.2027: 18,4"""
    return "\n".join(
        f"{day(each.day, language) if each.day else NONE.text}: {exact(each.value, language)}" for each in way
    )


def milestones(points: Iterable[Milestone], to: Reader) -> Words:
    """Tender out (31.3.2027, reached)"""
    lines = "\n".join(_milestone(each, to) for each in points)
    return Words(lines, theirs=True) if lines else NONE


def _milestone(point: Milestone, to: Reader) -> str:
    said = ", ".join(filter(None, (to.day(point.day) if point.day else "", to.words(DONE) if point.done else "")))
    name = " ".join(to.plain(point.name).split())
    return f"{name} ({said})" if said else name
