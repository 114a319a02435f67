"""A round of follow-up as a report: the finding in words first, then what lags, then every figure and action."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from facilitation.followup import FollowedGoal, Standing, Tally, follow, standings
from facilitation.packs import Confirmation, Pack
from facilitation.report.blocks import Report, Section
from facilitation.report.following import actions, answered, figures, overview
from facilitation.report.following.entries import due_days
from facilitation.report.following.seen import Followed
from facilitation.report.following.sheets import follow_sheets
from facilitation.report.framing import Frame, framed
from facilitation.report.reader import Reader, Wording, reader
from facilitation.report.workshop import digest
from facilitation.words import N_

__all__ = ["Followed", "at_a_glance", "followup_report", "on_a_page"]


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
    goals = goals_of(seen, pack)
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
        sections(seen, goals, to),
        origin=digest(data, to),
        sheets=follow_sheets(goals, to),
        entries=due_days(seen, to),
        data=data,
    )


def on_a_page(seen: Followed, to: Reader) -> tuple[Section, ...]:
    """The report's sections, without what only files need."""
    return tuple(section for section in sections(seen, goals_of(seen, to.pack), to) if section.blocks)


def goals_of(seen: Followed, pack: Pack) -> tuple[FollowedGoal, ...]:
    every = (follow(plan, entries, seen.today, pack.strategy, seen.anew(plan)) for plan, entries in seen.plans)
    return tuple(goal for goals in every for goal in goals)


def at_a_glance(goals: Sequence[Standing], to: Reader, parts: Mapping[str, Tally] | None = None) -> Section:
    """The finding, the counts and what lags first, for a page over many plans; `parts` as `overview` takes them."""
    return overview.section(goals, to, parts)


def sections(seen: Followed, goals: Sequence[FollowedGoal], to: Reader) -> Iterator[Section]:
    yield overview.section(standings(goals), to)
    yield answered.section(seen.plans, seen.round, seen.today, to)
    yield figures.section(goals, to)
    yield actions.section(goals, to)
