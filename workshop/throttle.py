"""Who guesses too often waits: failures drip out of a bucket, one by one, and a full bucket is not served.

Kept in memory, for this process only: several workers together allow several times as many, which the numbers bear.
"""

from ipaddress import IPv6Address, ip_address

BUCKETS = 10_000
"""Above this the empty ones are thrown away."""


class Failures:
    """How often something failed of late, by key: `allowed` at once, then one each `drip` seconds."""

    def __init__(self, allowed: int, drip: float) -> None:
        self.allowed = allowed
        self.drip = drip
        self._levels: dict[str, tuple[float, float]] = {}

    def level(self, key: str, now: float) -> float:
        level, since = self._levels.get(key, (0.0, now))
        return max(0.0, level - (now - since) / self.drip)

    def too_many(self, key: str, now: float) -> bool:
        """Is this key's bucket full? `now` in seconds of any clock that does not run backwards."""
        return self.level(key, now) > self.allowed - 1

    def add(self, key: str, now: float) -> None:
        """One more failure."""
        if len(self._levels) >= BUCKETS:
            self._throw_empty_away(now)
        self._levels[key] = (min(self.level(key, now) + 1, float(self.allowed)), now)

    def forget(self, key: str) -> None:
        """What succeeds is no longer suspect."""
        self._levels.pop(key, None)

    def _throw_empty_away(self, now: float) -> None:
        self._levels = {key: kept for key, kept in self._levels.items() if self.level(key, now) > 0}


class Guard:
    """Guesses of one kind, by address and in all. Whoever is turned away is not told whether the guess was right."""

    def __init__(self, of_one: Failures, of_all: Failures) -> None:
        self.of_one = of_one
        self.of_all = of_all

    def shut(self, address: str, now: float) -> bool:
        return self.of_one.too_many(network(address), now) or self.of_all.too_many("", now)

    def missed(self, address: str, now: float) -> None:
        self.of_one.add(network(address), now)
        self.of_all.add("", now)


def network(address: str) -> str:
    """Whom an address belongs to: in IPv6 a home has a whole /64 to guess from."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address) and not known.ipv4_mapped:
        return str(IPv6Address(int(known) >> 64 << 64))
    return str(known)


def code_guard() -> Guard:
    """For join codes. A whole room may mistype from behind one address; a guesser still needs centuries."""
    return Guard(Failures(allowed=60, drip=2.0), Failures(allowed=600, drip=0.1))


def sign_on_guard() -> Guard:
    """For signing in at providers, where each refusal leaves a line in the trail: an office may try much, no more."""
    return Guard(Failures(allowed=60, drip=10.0), Failures(allowed=600, drip=1.0))


def comment_guard() -> Guard:
    """For comments by a link, of which each counts: a whole office may write from behind one address."""
    return Guard(Failures(allowed=60, drip=10.0), Failures(allowed=600, drip=1.0))


def check_in_guard() -> Guard:
    """For keys to check in by: old letters lead nowhere from a whole office; nobody guesses one in centuries."""
    return Guard(Failures(allowed=60, drip=10.0), Failures(allowed=600, drip=1.0))


def check_in_sends() -> Failures:
    """What one holder sends by their link, each of which may write in the log: more than anybody types."""
    return Failures(allowed=20, drip=30.0)


def token_guard() -> Guard:
    """For tokens of programs: one that was revoked goes on asking from behind an address that others share."""
    return Guard(Failures(allowed=60, drip=30.0), Failures(allowed=600, drip=1.0))
