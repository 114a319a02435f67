"""Plans that go on from one another, read whole where no row tells yet what they are together."""

from collections.abc import Collection, Mapping, Sequence

from workshop import store
from workshop.store import joined
from workshop.store.followed import FollowedPlan, followed_by_id
from workshop.web.rows import keep_if_it_can


def read_anew(plans: Collection[str], signs: Mapping[str, str]) -> Sequence[FollowedPlan]:
    """Those of them that were approved; kept for whoever reads next, under signs that were read before they are."""
    if not plans:
        return ()
    with store.reading() as db:
        read = followed_by_id(db, plans)
    fresh = [each for each in read if each.plan.id in signs]
    if fresh:
        keep_if_it_can(fresh[0].plan.id, lambda connection: joined.keep(connection, fresh, signs))
    return read
