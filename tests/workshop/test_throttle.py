"""Guessing is slowed down; a room that mistypes is not."""

from workshop.throttle import Failures, Guard, code_guard, network


def test_so_many_failures_are_allowed_and_no_more():
    failures = Failures(allowed=3, drip=10)
    for _ in range(2):
        failures.add("ada", 0)
    assert not failures.too_many("ada", 0)
    failures.add("ada", 0)
    assert failures.too_many("ada", 0)


def test_a_full_bucket_serves_one_more_after_a_drip():
    failures = Failures(allowed=3, drip=10)
    for _ in range(50):
        failures.add("ada", 0)
    assert failures.too_many("ada", 9)
    assert not failures.too_many("ada", 10)


def test_another_key_has_its_own_bucket():
    failures = Failures(allowed=1, drip=10)
    failures.add("ada", 0)
    assert failures.too_many("ada", 0)
    assert not failures.too_many("ben", 0)


def test_what_succeeds_is_forgotten():
    failures = Failures(allowed=1, drip=10)
    failures.add("ada", 0)
    failures.forget("ada")
    assert not failures.too_many("ada", 0)


def test_many_addresses_together_fill_the_bucket_of_all():
    guard = Guard(Failures(allowed=2, drip=10), Failures(allowed=5, drip=10))
    for n in range(5):
        guard.missed(f"192.0.2.{n}", 0)
    assert guard.shut("192.0.2.99", 0)


def test_a_room_behind_one_address_may_mistype():
    guard = code_guard()
    for _ in range(40):
        guard.missed("192.0.2.1", 0)
    assert not guard.shut("192.0.2.1", 0)


def test_an_ipv6_home_is_one_guesser():
    assert network("2001:db8::1") == network("2001:db8::ffff:2")
    assert network("2001:db8:0:1::1") != network("2001:db8::1")


def test_what_is_no_address_stands_for_itself():
    assert network("ada@example.org") == "ada@example.org"


def test_empty_buckets_are_thrown_away(monkeypatch):
    monkeypatch.setattr("workshop.throttle.BUCKETS", 2)
    failures = Failures(allowed=2, drip=1)
    for n, key in enumerate(("ada", "ben", "cia")):
        failures.add(key, n * 10)
    assert failures.level("ada", 20) == 0
    assert len(failures._levels) <= 2
