"""A round of follow-up as a report: the finding in words first, then what lags, then every figure and action."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from facilitation.followup import FollowedGoal, Standing, Tally, added, follow, standings, stood, tally
from facilitation.packs import Confirmation, Pack
from facilitation.report.blocks import Report, Section
from facilitation.report.following import actions, answered, figures, overview
from facilitation.report.following.entries import due_days
from facilitation.report.following.figures import stands, way
from facilitation.report.following.moved import Then
from facilitation.report.following.naming import own_pack
from facilitation.report.following.seen import Followed
from facilitation.report.following.sheets import follow_sheets
from facilitation.report.framing import Frame, framed
from facilitation.report.reader import Reader, Wording, reader
from facilitation.report.workshop import digest
from facilitation.words import N_

__all__ = ["Followed", "Then", "at_a_glance", "followup_report", "on_a_page", "stands", "way"]


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
    every = goals_of(seen, pack)
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
        sections(seen, every, to),
        origin=digest(data, to),
        sheets=follow_sheets(goals, to),
        entries=due_days(seen, to),
        data=data,
    )


def on_a_page(seen: Followed, to: Reader) -> tuple[Section, ...]:
    """The report's sections, without what only files need."""
    return tuple(section for section in sections(seen, goals_of(seen, to.pack), to) if section.blocks)


def goals_of(seen: Followed, pack: Pack) -> list[tuple[FollowedGoal, ...]]:
    """Plan by plan, each by its own method."""
    return [
        follow(plan, entries, seen.today, own_pack(plan.pack, pack).strategy, seen.counted(plan))
        for plan, entries in seen.plans
    ]


def at_a_glance(
    goals: Sequence[Standing], to: Reader, parts: Mapping[str, Tally] | None = None, then: Sequence[Then] = ()
) -> Section:
    """The finding, the counts and what lags first, for a page over many plans; the rest as `overview` takes it."""
    return overview.section(goals, to, parts, then)


def sections(seen: Followed, every: Sequence[tuple[FollowedGoal, ...]], to: Reader) -> Iterator[Section]:
    goals = tuple(goal for goals in every for goal in goals)
    yield overview.section(standings(goals), to, _branches(seen, every), _then(seen, to.pack), goals)
    yield answered.section(seen, to)
    yield figures.section(goals, to)
    yield actions.section(goals, to)


def _branches(seen: Followed, every: Sequence[Sequence[FollowedGoal]]) -> Mapping[str, Tally]:
    found: dict[str, list[Standing]] = defaultdict(list)
    for (plan, _), goals in zip(seen.plans, every, strict=True):
        if name := seen.branches.get(plan.id):
            found[name] += standings(goals)
    return {name: tally(goals) for name, goals in found.items()}


def _then(seen: Followed, pack: Pack) -> list[Then]:
    return [
        Then(
            round,
            added(stood(plan, entries, round.due, pack.strategy, seen.counted(plan)) for plan, entries in seen.plans),
        )
        for round in seen.ended
    ]
