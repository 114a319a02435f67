"""Plans read whole where no row tells where they stand: those that go on from one another, as nobody has read them
together yet, and those of which a row was made by an older way of reckoning."""

from collections.abc import Mapping, Sequence

from workshop import store
from workshop.store import duties, joined, outlook
from workshop.store.followed import FollowedPlan, Head, followed_by_id
from workshop.store.outlook import Outlooks
from workshop.together.portions import portions
from workshop.together.rows import keep_if_it_can


def outlooks_of(heads: Sequence[Head]) -> Mapping[str, Outlooks]:
    """By plan, in as many questions for many as for few."""
    plans = [head.plan for head in heads]
    with store.reading() as db:
        known = dict(outlook.kept(db, plans))
        signs = joined.signs_of(db, (head for head in heads if head.plan not in known))
        known |= joined.outlooks(db, signs)
    unread = portions([head for head in heads if head.plan not in known])
    read = (each for few in unread for each in read_anew(few, signs))
    return {**known, **{each.plan.id: outlook.of(each) for each in read}}


def read_anew(heads: Sequence[Head], signs: Mapping[str, str]) -> Sequence[FollowedPlan]:
    """Those of them that were approved; kept for whoever reads next, under signs that were read before they are."""
    if not heads:
        return ()
    with store.reading() as db:
        read = followed_by_id(db, [head.plan for head in heads])
    # What they say is written out first: whoever keeps it may be a thread that reads nothing.
    told = {each.plan.id: told_of(each) for each in read}
    if linked := {plan: rows for plan, rows in told.items() if plan in signs}:
        keep_if_it_can(min(linked), lambda connection: joined.keep(connection, linked, signs))
    known = {head.plan: head.sign for head in heads if head.plan not in signs and not head.continues}
    own = {each.plan.id: told[each.plan.id] for each in read if each.plan.id in known and each.next is None}
    if own:
        keep_if_it_can(min(own), lambda connection: outlook.renew(connection, own, known))
    return read


def told_of(plan: FollowedPlan) -> Mapping[str, str]:
    """Where it stands and what it asks, as rows keep it."""
    return {"body": outlook.written(plan), "duties": duties.written(plan)}
