"""Why somebody is not let in."""

from typing import Literal

Reason = Literal["stale", "denied", "away", "untrusted", "too_long_ago", "nothing", "other", "taken", "closed"]


class Turned(Exception):
    """Not let in: the reason, for a person's words, and what was wrong, for the trail. Never a token or a secret."""

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(f"{reason}: {what}")
        self.reason: Reason = reason
        self.what = what
