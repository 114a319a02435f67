"""Baselines and targets of several units as one: plans state them as a value on a day, mostly without counts.

The share of all cases together is the mean of the units' shares, weighted by each one's cases, and a mean of equals is
what they equal, whatever it is weighted by. So what all state alike for one day needs no counts: where each n ÷ d
reaches it, so does Σn ÷ Σd, from below as from above, and where each is it, so is Σn ÷ Σd. Who states nothing may be
anywhere: nothing follows for all then.
"""

from collections.abc import Sequence
from dataclasses import replace

from facilitation.consolidation.aggregate import UNCOUNTED, UNWEIGHED, Aggregate, aggregate
from facilitation.consolidation.comparable import Given
from facilitation.packs import Pack


def stated(given: Sequence[Given], pack: Pack) -> Aggregate:
    """As figures are put together; and where nothing but counts is lacking, what all state alike."""
    put, alike = aggregate(given, pack), _alike(given)
    lacking = {why.id for why in put.why_not}
    return replace(put, value=alike, why_not=()) if alike is not None and lacking in ({UNCOUNTED}, {UNWEIGHED}) else put


def _alike(given: Sequence[Given]) -> float | None:
    """The one value that every unit states for the same day; None where one states another, or none."""
    values = {(each.figure.value, each.figure.day) if each.figure else None for each in given}
    one = values.pop() if len(values) == 1 else None
    return one[0] if one else None
