"""Where plans meet planning: goals for the performance agreements, and what each year of a plan does and costs."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.packs import Confirmation, Pack
from facilitation.report.blocks import Report, Section
from facilitation.report.following import Followed
from facilitation.report.framing import Frame, framed
from facilitation.report.planning import agreements, years
from facilitation.report.planning.sheets import planning_sheets
from facilitation.report.planning.standing import Stands, stands_of
from facilitation.report.reader import Reader, Wording, reader
from facilitation.shapes import Plan
from facilitation.words import N_

__all__ = ["LINKS", "Link", "on_a_page", "planning_report"]


@dataclass(frozen=True, slots=True)
class Link:
    """One document of planning that plans feed: what it is called, and its sections."""

    key: str
    title: str
    sections: Callable[[Sequence[Plan], Stands | None, Reader], Iterator[Section]]


LINKS = {
    each.key: each
    for each in (
        Link("agreements", N_("For the performance agreements"), agreements.sections),
        Link("years", N_("For the operational and financial plan"), years.sections),
    )
}


def planning_report(
    link: str,
    plans: Sequence[Plan],
    language: str,
    words: Wording,
    pack: Pack,
    *,
    organisation: str = "",
    followed: Followed | None = None,
    made: date | None = None,
    confirmed: Collection[Confirmation] = (),
) -> Report:
    """One of `LINKS` of one plan or of several; raises KeyError for any other. `followed`: with what was entered."""
    to = reader(language, words, pack, confirmed)
    stands = stands_of(plans, followed, pack) if followed else None
    owner = organisation or (plans[0].organisation if len(plans) == 1 else "")
    frame = Frame(to.words(LINKS[link].title), owner, period=_period(plans), made=made)
    return framed(to, frame, LINKS[link].sections(plans, stands, to), sheets=planning_sheets(plans, stands, to))


def on_a_page(link: str, followed: Followed, to: Reader) -> tuple[Section, ...]:
    """The sections of such a report of the plans that are followed up."""
    plans = [plan for plan, _ in followed.plans]
    return tuple(LINKS[link].sections(plans, stands_of(plans, followed, to.pack), to))


def _period(plans: Sequence[Plan]) -> str:
    return ", ".join(dict.fromkeys(plan.period.name for plan in plans if plan.period.name))
