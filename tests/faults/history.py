"""What every client asked and was told, and the one judge who compares it with the log afterwards.

`ok` stands in the log exactly once; `refused` never; `unknown` (the line was lost for good) at most once.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Told = Literal["ok", "refused", "unknown"]


@dataclass(frozen=True)
class Asked:
    """One ask that would add this card, and what its asker was told in the end."""

    seat: str
    card: str
    told: Told
    began: float
    ended: float


@dataclass(frozen=True)
class Logged:
    """One card in the log."""

    seq: int
    by: str
    card: str


def faults(history: Iterable[Asked], log: Iterable[Logged]) -> list[str]:
    """Every promise that was broken, in words; none is what a test wants."""
    asked = list(history)
    logged = list(log)
    times = Counter((entry.by, entry.card) for entry in logged)
    wanted = {"ok": (1, 1), "refused": (0, 0), "unknown": (0, 1)}
    wrong = [
        f"{ask.card} of {ask.seat} was told {ask.told} and stands {times[ask.seat, ask.card]} times"
        for ask in asked
        if not wanted[ask.told][0] <= times[ask.seat, ask.card] <= wanted[ask.told][1]
    ]
    known = {(ask.seat, ask.card) for ask in asked}
    wrong += [
        f"{entry.card} of {entry.by} was asked by nobody" for entry in logged if (entry.by, entry.card) not in known
    ]
    return wrong + _out_of_order(asked, logged)


def gaps(numbers: Iterable[int]) -> list[str]:
    """Where the log is not 1, 2, 3 …"""
    return [f"{found} stands where {due} is due" for due, found in enumerate(numbers, 1) if found != due]


def _out_of_order(asked: list[Asked], logged: list[Logged]) -> list[str]:
    """Whoever was answered before another ask began stands before it in the log."""
    numbers = {(entry.by, entry.card): entry.seq for entry in logged}
    done = sorted((ask for ask in asked if ask.told == "ok"), key=lambda ask: ask.began)
    ended = sorted(done, key=lambda ask: ask.ended)
    wrong: list[str] = []
    latest, at = 0, 0
    for ask in done:
        while at < len(ended) and ended[at].ended < ask.began:
            latest = max(latest, numbers.get((ended[at].seat, ended[at].card), 0))
            at += 1
        if numbers.get((ask.seat, ask.card), latest + 1) < latest:
            wrong.append(f"{ask.card} of {ask.seat} stands before what was answered before it was asked")
    return wrong
