"""Plans that go on from one another: which next plan stands in whose stead, and the figures of all in one series.

That follows from the next plan's own log; nothing of it is written in the earlier one's.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.plans.lines import lines
from facilitation.plans.succession import Continues, asks, carried_on, ends_on
from facilitation.shapes import Action, Metric
from facilitation.shapes.series import newest
from workshop.store.approved import FollowedPlan, Next
from workshop.store.columns import among
from workshop.store.forest import forest, stands_for
from workshop.store.tables import PlanOutlookRow
from workshop.store.unread import Unread

TERMS = 12
"""Plans after one another whose figures are one series; those of more years nobody compares."""


def in_one_line(
    db: Session,
    plans: Sequence[FollowedPlan],
    later: Sequence[FollowedPlan],
    read: Callable[[set[str]], Sequence[FollowedPlan]],
) -> Sequence[FollowedPlan]:
    """Each with the figures of those that it goes on from, and with its next plan, one of those in `later`.

    `read` finds plans by their ids: one question a term, however many plans there are.
    """
    known = {each.plan.id: each for each in (*later, *plans)}
    for _ in range(TERMS):
        missing = {each.continues.plan for each in known.values() if each.continues} - known.keys()
        known |= {each.plan.id: each for each in (read(missing) if missing else ())}
    links = _links(db, known)
    after = {link.plan: _next(known[id], link) for id, link in sorted(links.items(), key=lambda each: each[1].since)}
    return [replace(_joined(each, known, links), next=after.get(each.plan.id)) for each in plans]


def _links(db: Session, known: Mapping[str, FollowedPlan]) -> Mapping[str, Continues]:
    """By plan, which one it goes on from: its organisation's own, or that of one in whose stead it is. Who begins
    from another's plan has only taken its words."""
    found = {id: each.continues for id, each in known.items() if each.continues and each.continues.plan in known}
    strange = any(known[id].organisation != known[link.plan].organisation for id, link in found.items())
    tree = forest(db) if strange else {}
    return {
        id: link
        for id, link in found.items()
        if stands_for(tree, known[id].organisation, known[link.plan].organisation)
    }


def _next(plan: FollowedPlan, link: Continues) -> Next:
    actions = frozenset(line.id for line in lines(plan.plan) if isinstance(line, Action))
    return Next(plan.plan.id, plan.plan.title, link.since, actions)


def _joined(plan: FollowedPlan, known: Mapping[str, FollowedPlan], links: Mapping[str, Continues]) -> FollowedPlan:
    link = links.get(plan.plan.id)
    if link is None:
        return replace(plan, continues=None) if plan.continues else plan
    earlier = _joined(known[link.plan], known, links)
    metrics = metrics_of(plan)
    entries = Unread(lambda: carried_on(earlier.history, plan.history, link, metrics).entries)
    ends, unsure = ends_on(earlier.end, plan.end, link, metrics)
    counted = newest((each for each in entries if each.metric in unsure), ends.redefined) if unsure else {}
    whole = replace(plan, entries=entries, redefined=ends.redefined, newest={**ends.newest, **counted})
    return replace(whole, owed=_owed(earlier, link, metrics))


def _owed(earlier: FollowedPlan, link: Continues, metrics: set[str]) -> Mapping[str, date]:
    """What the earlier plan owes and is not asked for any more, so that no figure falls between the two."""
    if asks(earlier.plan, link.since, link.since):
        return {}
    first = earlier.plan.period.first or link.since
    return {id: earlier.owed.get(id, first) for id in metrics & metrics_of(earlier)}


def metrics_of(plan: FollowedPlan) -> set[str]:
    return {line.id for line in lines(plan.plan) if isinstance(line, Metric)}


# -- Signs of the others ---------------------------------------------------------------------------------------------


def around(db: Session, links: Mapping[str, str | None]) -> Mapping[str, str]:
    """By plan, the signs of the plans that go on from it and of all that it goes on from: whoever remembers something
    of it sees by them when a figure came into one of those. `links`: from which plan each goes on."""
    row, signs = PlanOutlookRow, dict(_after(db, links))
    for _ in range(TERMS):
        links = {plan: link for plan, link in links.items() if link}
        if not links:
            break
        wanted = select(row.plan, row.sign, row.continues).where(among(db, row.plan, {*links.values()}))
        known = {plan: (sign, link) for plan, sign, link in db.execute(wanted)}
        found = {plan: known[link] for plan, link in links.items() if link in known}
        signs |= {plan: signs.get(plan, "") + sign for plan, (sign, _link) in found.items()}
        links = {plan: link for plan, (_sign, link) in found.items()}
    return signs


def _after(db: Session, plans: Collection[str]) -> Mapping[str, str]:
    row, found = PlanOutlookRow, defaultdict[str, str](str)
    wanted = select(row.continues, row.sign).where(among(db, row.continues, plans)).order_by(row.plan)
    for plan, sign in db.execute(wanted) if plans else ():
        found[plan or ""] += sign
    return found
