"""The judge is judged: each planted fault is found."""

import pytest

from tests.faults.history import Asked, Logged, faults, gaps

TOLD = [
    Asked("ada", "a1", "ok", 1, 2),
    Asked("ben", "b1", "ok", 3, 4),
    Asked("ben", "b2", "refused", 5, 6),
    Asked("cy", "c1", "unknown", 5, 9),
]
LOG = [Logged(1, "ada", "a1"), Logged(2, "ben", "b1")]


def test_a_clean_history_has_no_faults():
    assert faults(TOLD, LOG) == []
    assert faults(TOLD, [*LOG, Logged(3, "cy", "c1")]) == []
    assert gaps([1, 2, 3]) == []


@pytest.mark.parametrize(
    "log",
    [
        LOG[:1],
        [*LOG, Logged(3, "ben", "b1")],
        [*LOG, Logged(3, "ben", "b2")],
        [*LOG, Logged(3, "cy", "c1"), Logged(4, "cy", "c1")],
        [*LOG, Logged(3, "dee", "d1")],
        [Logged(1, "ben", "b1"), Logged(2, "ada", "a1")],
    ],
    ids=["lost", "twice", "refused but done", "unknown and twice", "asked by nobody", "order turned"],
)
def test_every_planted_fault_is_found(log: list[Logged]):
    assert len(faults(TOLD, log)) == 1


@pytest.mark.parametrize("numbers", [[1, 3], [2, 3], [1, 1, 2]])
def test_a_gap_is_found(numbers: list[int]):
    assert gaps(numbers)
