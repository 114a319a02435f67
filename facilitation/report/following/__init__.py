"""A round of follow-up as a report: the finding in words first, then what lags, then every figure and action."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from facilitation.followup import (
    FollowedGoal,
    Loose,
    Standing,
    added,
    by_name,
    follow,
    follow_loose,
    loose_actions,
    standings,
    stood,
    tally,
)
from facilitation.packs import Confirmation, Pack
from facilitation.report.blocks import Report, Section
from facilitation.report.following import actions, answered, figures, overview
from facilitation.report.following.entries import due_days
from facilitation.report.following.figures import stands, way
from facilitation.report.following.moved import Then
from facilitation.report.following.naming import own_pack
from facilitation.report.following.overview import Parts
from facilitation.report.following.seen import Followed
from facilitation.report.following.sheets import follow_sheets
from facilitation.report.framing import Frame, framed
from facilitation.report.reader import Reader, Wording, reader
from facilitation.report.workshop import digest
from facilitation.words import N_

__all__ = ["Followed", "Parts", "Then", "at_a_glance", "followup_report", "on_a_page", "stands", "way"]


def followup_report(
    seen: Followed,
    language: str,
    words: Wording,
    pack: Pack,
    *,
    made: date | None = None,
    confirmed: Collection[Confirmation] = (),
    data: str = "",
) -> Report:
    to = reader(language, words, pack, confirmed, seen.today)
    every, loose = goals_of(seen, pack), loose_of(seen)
    goals = tuple(goal for goals in every for goal in goals)
    frame = Frame(
        to.plain(seen.title) or words(N_("Follow-up")),
        seen.organisation or (seen.plans[0][0].organisation if len(seen.plans) == 1 else ""),
        to.plain(seen.round.name) if seen.round else "",
        words(N_("As of %(day)s"), day=to.day(seen.today)),
        made=made,
    )
    return framed(
        to,
        frame,
        sections(seen, every, loose, to),
        origin=digest(data, to),
        sheets=follow_sheets((*goals, *loose), to),
        entries=due_days(seen, to),
        data=data,
    )


def on_a_page(seen: Followed, to: Reader) -> tuple[Section, ...]:
    """The report's sections, without what only files need."""
    every = sections(seen, goals_of(seen, to.pack), loose_of(seen), to)
    return tuple(section for section in every if section.blocks)


def goals_of(seen: Followed, pack: Pack) -> list[tuple[FollowedGoal, ...]]:
    """Plan by plan, each by its own method."""
    return [
        follow(plan, entries, seen.today, own_pack(plan.pack, pack).strategy, seen.counted(plan))
        for plan, entries in seen.plans
    ]


def loose_of(seen: Followed) -> list[Loose]:
    """Plan by plan what belongs to none of its goals."""
    return [follow_loose(plan, entries, seen.today, seen.counted(plan)) for plan, entries in seen.plans]


def at_a_glance(goals: Sequence[Standing], to: Reader, parts: Parts, then: Sequence[Then] = ()) -> Section:
    """The finding, the counts and what lags first, for a page over many plans; the rest as `overview` takes it."""
    return overview.section(goals, to, parts, then)


def sections(
    seen: Followed, every: Sequence[tuple[FollowedGoal, ...]], loose: Sequence[Loose], to: Reader
) -> Iterator[Section]:
    goals = tuple(goal for goals in every for goal in goals)
    having = tuple(each for each in loose if each.any)
    yield overview.section(standings(goals), to, _parts(seen, every, loose), _then(seen, to.pack), goals, having)
    yield answered.section(seen, to)
    yield figures.section(goals, having, to)
    yield actions.section(goals, having, to)


def _parts(seen: Followed, every: Sequence[Sequence[FollowedGoal]], loose: Sequence[Loose]) -> Parts:
    """Branches, where it is told of which each plan is; else organisations."""
    plans = [plan for plan, _ in seen.plans]
    tallies = [tally(standings(goals), loose_actions(of)) for goals, of in zip(every, loose, strict=True)]
    told = list(zip(plans, tallies, strict=True))
    if branches := by_name((seen.branches[plan.id], part) for plan, part in told if plan.id in seen.branches):
        return Parts(branches, branches=True)
    return Parts(by_name((plan.organisation, part) for plan, part in told))


def _then(seen: Followed, pack: Pack) -> list[Then]:
    return [
        Then(
            round,
            added(stood(plan, entries, round.due, pack.strategy, seen.counted(plan)) for plan, entries in seen.plans),
        )
        for round in seen.ended
    ]
