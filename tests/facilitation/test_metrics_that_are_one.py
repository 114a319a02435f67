"""Which units' metrics are one: held to a slow reference that joins whatever shares a name, pair by pair."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from facilitation.consolidation import Unit
from facilitation.consolidation.together import grouped, names
from facilitation.shapes import Metric

WORDS = st.sampled_from(["", "", "Share", "share!", "Hours"])


def metric(fi: str = "", en: str = "", library: str = "") -> Metric:
    return Metric("m", {code: text for code, text in (("fi", fi), ("en", en)) if text}, library=library)


METRICS = st.builds(metric, WORDS, WORDS, st.sampled_from(["", "", "", "lib-1"]))
UNIT = Unit("u", {"en": "A unit"})


@given(st.lists(METRICS, max_size=14))
@example([metric("Osuus"), metric(en="Share"), metric("Osuus", "Share"), metric(en="Share")])
def test_whatever_shares_a_name_in_a_chain_is_one_and_nothing_else_is(metrics: list[Metric]):
    every = [(UNIT, each) for each in metrics]
    found = [[each for _, each in group] for group in grouped(every)]
    assert by_identity(found) == by_identity(pair_by_pair(metrics))
    assert [len(group) for group in found] == [len(set(map(id, group))) for group in found]


def test_two_without_any_name_are_not_one():
    assert len(list(grouped([(UNIT, metric()), (UNIT, metric())]))) == 2


def by_identity(groups: list[list[Metric]]) -> set[frozenset[int]]:
    return {frozenset(map(id, group)) for group in groups}


def pair_by_pair(metrics: list[Metric]) -> list[list[Metric]]:
    """Joins until nothing more is to be joined."""
    groups = [[each] for each in metrics]
    while pair := next(((a, b) for a, b in combinations(groups, 2) if any_shared(a, b)), None):
        groups = [each for each in groups if not any(each is one for one in pair)] + [pair[0] + pair[1]]
    return groups


def any_shared(one: list[Metric], other: list[Metric]) -> bool:
    return not known_by(one).isdisjoint(known_by(other))


def known_by(metrics: list[Metric]) -> set[str]:
    return {key for each in metrics for key in names(each.registered, each.library, tuple(each.name.items()))}
