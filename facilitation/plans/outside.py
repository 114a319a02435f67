"""A plan as it looks from outside its organisation: the versions that were approved, and nothing written since."""

from facilitation.plans.parts import EnteredBy
from facilitation.plans.state import Life


def from_outside(life: Life) -> Life | None:
    """None while nothing was approved. What stands behind lines, comments and what lies beside them stay at home."""
    published = life.published
    if published is None:
        return None
    approved = tuple(each for each in life.versions if each.approved)
    return Life(
        plan=published.plan,
        first=published.plan,
        owner=life.owner,
        drafted_at=life.drafted_at,
        organisation=life.organisation,
        keyed=life.keyed,
        stage="approved",
        versions=approved,
        changed_at=published.at,
        entered=life.entered,
        withdrawn=tuple(each.from_outside for each in life.withdrawn),
        entered_by=tuple(EnteredBy(each.figure) for each in life.entered_by),
        told=life.told,
        baselines=life.baselines,
        closed=life.closed,
        decisions=published.decisions,
        rests=published.rests,
        seq=published.seq,
    )
