"""A branch as its page tells it: put together once, and remembered until anything changes that it was made of.

What it was made of is read at every request, before the plans are: what is remembered is never older than its key.
Rights need no second look, since the key names the organisations of which this account reads.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from flask import Flask, current_app

from facilitation.consolidation import Branch
from facilitation.packs import Confirmation
from facilitation.packs.mapping import StrategyMapping
from facilitation.report.blocks import Section
from facilitation.report.branch import at_a_glance
from facilitation.report.reader import Reader, reader
from facilitation.shapes import Goal, Plan
from workshop import store
from workshop.languages import reader_language
from workshop.limits import BRANCHES_AT_HAND
from workshop.store import mappings
from workshop.store.followed import Head, heads, heads_by_id
from workshop.web.branches.seen import Asked, in_branch, seen
from workshop.web.document import wording
from workshop.web.method import confirmations
from workshop.web.reports import without_finding

REMEMBERED = "branches"


@dataclass(frozen=True)
class Glance:
    """What the page shows, and the method by which it was read."""

    finding: str
    sections: Sequence[Section]
    branch: Branch
    """Plans with no more than their titles and goals."""
    reader: Reader
    confirmed: frozenset[Confirmation]
    ways: Sequence[StrategyMapping]


_Remembered: TypeAlias = dict[Hashable, Glance]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = _Remembered()


def glance(asked: Asked) -> Glance:
    remembered: _Remembered = current_app.extensions[REMEMBERED]
    key = (asked.row.id, reader_language(), *named(asked), *come(asked))
    with store.reading() as db:
        ways = mappings.confirmed(db)
    found = remembered.pop(key, None)
    if found is None or not holds(found, asked, ways):
        found = fresh(asked, ways)
    remembered[key] = found
    for oldest in list(remembered)[: max(0, len(remembered) - BRANCHES_AT_HAND)]:
        remembered.pop(oldest, None)
    return found


def named(asked: Asked) -> tuple[Hashable, ...]:
    """Whose plans are read, and what they are called."""
    rows = {each: asked.of.rows[each] for each in (*asked.units, *asked.whose)}
    called = tuple((each, row.en, row.fi, row.sv) for each, row in rows.items())
    return called, tuple(asked.units), tuple(asked.whose.items())


def come(asked: Asked) -> tuple[Hashable, ...]:
    """How far the logs have come: of the units' plans, of the branch's own and of those that it was made of."""
    here = asked.here
    published = here.life.published if here else None
    rested = [each.plan for each in published.rests if each.plan] if published else []
    with store.reading() as db:
        plans: tuple[Head, ...] = (*heads(db, asked.whose), *heads_by_id(db, rested))
    return plans, (here.row.id, here.row.head, here.reading) if here else None


def holds(found: Glance, asked: Asked, ways: Sequence[StrategyMapping]) -> bool:
    """Whether the method still says what it said."""
    pack = found.reader.pack
    return (found.ways, pack, found.confirmed) == (ways, in_branch(pack.key, asked.row.id), confirmations(pack.key))


def fresh(asked: Asked, ways: Sequence[StrategyMapping]) -> Glance:
    here = seen(asked)
    confirmed = confirmations(here.pack.key)
    to = reader(reader_language(), wording, here.pack, confirmed)
    finding, sections = without_finding(list(at_a_glance(here.whole, to)))
    return Glance(finding, sections, outlined(here.branch), to, confirmed, ways)


def outlined(branch: Branch) -> Branch:
    return replace(branch, plans={unit: outline(plan) for unit, plan in branch.plans.items()})


def outline(plan: Plan) -> Plan:
    goals = tuple(Goal(goal.id, to=goal.to) for goal in plan.goals)
    return replace(Plan(plan.id), title=plan.title, version=plan.version, goals=goals)
