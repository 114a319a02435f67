import pytest

from workshop.limits import NEAR_PEOPLE, POLLING_SECONDS
from workshop.live.presence import Near, Presence, told_near
from workshop.live.rates import Bucket


@pytest.fixture
def presence() -> Presence:
    presence = Presence()
    presence.came("ada", "tab 1", now=0)
    return presence


LATER = POLLING_SECONDS + 1


def anywhere(where: str) -> bool:
    return True


def nowhere(where: str) -> bool:
    return False


def test_a_seat_is_here_while_one_of_its_sockets_is(presence: Presence):
    presence.came("ada", "tab 2", now=0)
    presence.went("ada", "tab 1", now=1)
    assert presence.here(LATER + 1) == {"ada"}
    presence.went("ada", "tab 2", now=2)
    assert presence.here(LATER + 2) == frozenset()


def test_a_reload_is_no_absence(presence: Presence):
    presence.went("ada", "tab 1", now=5)
    assert presence.here(6) == {"ada"}


def test_who_asks_again_and_again_without_a_socket_is_here(presence: Presence):
    presence.asked("ben", now=0)
    assert "ben" in presence.here(POLLING_SECONDS - 1)
    assert "ben" not in presence.here(LATER)


def test_who_left_is_no_longer_said_to_write(presence: Presence):
    presence.say("ada", Near("card:c1", writing=True))
    presence.went("ada", "tab 1", now=1)
    assert told_near(presence.near, ["ada"], anywhere) == {"here": 1, "writing": 0, "people": {}}


def test_near_names_the_few_and_counts_the_many():
    near = {"ada": Near("card:c1", writing=True), "ben": Near("card:c2"), "cy": Near("card:c3", writing=True)}
    assert told_near(near, ["ada", "ben"], anywhere) == {
        "here": 2,
        "writing": 1,
        "people": {"ada": {"where": "card:c1", "writing": True}, "ben": {"where": "card:c2", "writing": False}},
    }
    many = ["ada", *(f"s{n}" for n in range(NEAR_PEOPLE))]
    assert told_near(near, many, anywhere) == {"here": NEAR_PEOPLE + 1, "writing": 1, "people": None}


def test_near_names_nobody_in_a_step_without_names():
    assert told_near({"ada": Near("card:c1", writing=True)}, ["ada"], nowhere)["people"] is None


def test_near_keeps_a_place_to_itself_that_would_tell_who_wrote():
    near = {"ada": Near("card:c1", writing=True)}
    told = told_near(near, ["ada"], lambda where: not where)
    assert told["people"] == {"ada": {"where": "", "writing": False}}


def test_a_bucket_gives_a_burst_and_then_as_fast_as_it_fills():
    time = [0.0]
    bucket = Bucket((5, 10.0), clock=lambda: time[0])
    assert [bucket.take() for _ in range(6)] == [True] * 5 + [False]
    time[0] = 2.0
    assert [bucket.take() for _ in range(2)] == [True, False]
    time[0] = 1000.0
    assert [bucket.take() for _ in range(6)] == [True] * 5 + [False]
