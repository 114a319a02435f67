from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from facilitation.live.commands import COMMANDS
from facilitation.live.events import EVENTS, CardAdded, TimerStarted
from workshop.store.codec import Codec, UnknownEvent, Unreadable, Unstorable

CODEC = Codec(EVENTS, COMMANDS)


def test_a_fact_comes_back_as_it_was_written():
    added = CardAdded("c1", "s1", "idea", {"text": "Ä ∞ 🙂\n", "cost": 12.5, "tags": ["a"]}, "fi", group="g1")
    assert CODEC.event(*CODEC.written(added)) == added


def test_a_field_added_since_gets_its_default():
    name, body = CODEC.written(CardAdded("c1", "s1", "idea", {}, "fi"))
    old = {key: value for key, value in body.items() if key not in ("shown", "named", "cluster")}
    assert CODEC.event(name, old) == CardAdded("c1", "s1", "idea", {}, "fi")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("CardPraised", {"card": "c1"}),
        ("TimerStarted", {"seconds": 60, "colour": "red"}),
        ("TimerStarted", {"seconds": "sixty"}),
        ("TimerStarted", {}),
    ],
)
def test_a_fact_of_a_newer_program_is_unknown_and_never_guessed(name: str, body: dict[str, object]):
    with pytest.raises(UnknownEvent):
        CODEC.event(name, body)


def test_a_fact_of_another_family_is_not_written():
    @dataclass(frozen=True)
    class TimerStarted:
        seconds: int

    with pytest.raises(UnknownEvent):
        CODEC.written(TimerStarted(60))


@pytest.mark.parametrize("poison", [float("nan"), float("inf"), "a\0b", "half \ud83d"])
def test_what_would_poison_a_log_is_not_written(poison: object):
    with pytest.raises(Unstorable):
        CODEC.written(CardAdded("c1", "s1", "idea", {"text": poison}, "fi"))  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Riot", {}),
        ("StartTimer", {"seconds": "60"}),
        ("StartTimer", {"seconds": 60, "role": "host"}),
        ("StartTimer", {}),
    ],
)
def test_a_wish_that_does_not_fit_its_shape_is_unreadable(name: str, body: dict[str, object]):
    with pytest.raises(Unreadable):
        CODEC.command(name, body)


def test_every_wish_and_fact_of_the_method_has_a_shape_that_can_be_read():
    for name in COMMANDS:
        with pytest.raises(Unreadable, match="nonsense"):
            CODEC.command(name, {"nonsense": 1})
    for name in EVENTS:
        with pytest.raises(UnknownEvent, match="nonsense"):
            CODEC.event(name, {"nonsense": 1})


def test_moments_are_kept_in_utc():
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    @dataclass(frozen=True)
    class Met:
        at: datetime

    codec = Codec({"Met": Met}, {})
    assert codec.written(Met(at)) == ("Met", {"at": "2026-11-22T12:00:00Z"})
    assert codec.event(*codec.written(Met(at))).at == at


def test_the_shorter_name_is_not_mistaken_for_the_longer():
    assert CODEC.written(TimerStarted(60)) == ("TimerStarted", {"seconds": 60})
