"""Every report of the branch's small world, in a language and its words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from facilitation.followup import Round
from facilitation.report import Report, Wording
from facilitation.report.branch import Consolidated, branch_report
from facilitation.report.following import Followed, followup_report
from facilitation.report.planning import planning_report
from facilitation.report.reader import reader
from facilitation.report.sources import ReadPlan, resting
from facilitation.shapes import Plan
from facilitation.shapes.followed import Period
from tests.facilitation.branch_world import (
    HOMES,
    SPAN,
    TODAY,
    Branch,
    branch,
    decisions,
    entered,
    entries,
    newest_of,
    plans,
    read_together,
    said,
)
from tests.facilitation.sample_plan import DAY, PACK

BASE = Plan(
    id="bp",
    title=said("Hallinnonalan toimintaohjelma", "Förvaltningsområdets åtgärdsprogram", "Programme of the branch"),
    organisation="Rakennetun ympäristön ministeriö",
    period=SPAN,
    version="0.1",
    languages=("fi", "sv", "en"),
    summary=said(
        "Hallinnonala puhuu markkinoille yhdellä äänellä.",
        "Förvaltningsområdet talar till marknaden med en röst.",
        "The branch speaks to the market with one voice.",
    ),
)
SPRING = Round("r1", date(2028, 8, 1), date(2028, 9, 30), said("Syksy 2028", "Hösten 2028", "Autumn 2028"))


def before() -> Branch:
    """The last round: homes had no plan yet, and roads had another day for its first goal."""
    every = {unit: plan for unit, plan in plans().items() if unit != HOMES.id}
    roads = every["tie"]
    earlier = replace(roads.goals[0], due=date(2028, 12, 31))
    return read_together(branch().units, {**every, "tie": replace(roads, goals=(earlier, *roads.goals[1:]))}.items())


def consolidated() -> Consolidated:
    """Roads has since given up a goal that was adopted."""
    roads = plans()["tie"]
    now = branch(tie=replace(roads, goals=roads.goals[:1], version="1.1"))
    return Consolidated(now, decisions(), BASE, newest_of(entries()), before())


def followed() -> Followed:
    """Roads restated a figure, counted another by a new definition, and gives evidence."""
    more = (
        entered("m1", 61, Period(date(2026, 1, 1), date(2026, 12, 31))),
        entered("m1", 60, numerator=30, denominator=50, comment="Ensimmäinen luku"),
        *entries()["tie"],
        entered("m2", 4, Period(date(2026, 1, 1), date(2026, 12, 31))),
        entered("m2", 6, definition=2),
    )
    every = {**entries(), "tie": more}
    return Followed(
        [(plan, every[unit]) for unit, plan in plans().items()],
        TODAY,
        SPRING,
        "RYM",
        said("Seuranta", "Uppföljning", "Follow-up"),
    )


def costed() -> list[Plan]:
    roads = plans()["tie"]
    goal = roads.goals[0]
    work = replace(goal.actions[0], effort=120, cost=40_000, funding="21.10.01", end=date(2028, 12, 31))
    return [*list(plans().values())[:1], replace(roads, goals=(replace(goal, actions=(work,)), *roads.goals[1:]))]


def agreed() -> Followed:
    """Those plans with the figures of one of them, of which one is not final."""
    first, *others = entries()["tie"]
    figures = (replace(first, standing="preliminary"), *others)
    return Followed([(plan, figures if plan.id == "plan-tie" else ()) for plan in costed()], TODAY)


READ = (ReadPlan("Väylävirasto", "tie", "1.0", 214, "9f3a5c7e1b2d"), ReadPlan("RYM", "rym", "2.0", 31, "00ffa1b2c3d4"))

Make = Callable[[str, Wording], Report]
MADE: Mapping[str, Make] = {
    "branch": lambda language, words: branch_report(consolidated(), language, words, PACK, made=DAY),
    "follow-up": lambda language, words: followup_report(followed(), language, words, PACK, made=DAY),
    "agreements": lambda language, words: planning_report(
        "agreements", costed(), language, words, PACK, followed=agreed(), made=DAY
    ),
    "years": lambda language, words: planning_report("years", costed(), language, words, PACK, made=DAY),
}


def rested(make: Make) -> Make:
    """With the plans behind it, as files of many plans have them."""
    return lambda language, words: resting(make(language, words), READ, reader(language, words, PACK))


REPORTS: Mapping[str, Make] = {name: rested(make) for name, make in MADE.items()}
