"""A headline is a finding: a sentence made from the marks, never a topic.

`theme` and `statement` among the arguments are ids of the pack; the reader's side words them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol, TypeAlias

from facilitation.live.middle import Middle, Spread
from facilitation.words import N_, Message

THIN, GOOD = 2, 4  # medians up to and from which a room that agrees has a finding

About: TypeAlias = Literal["theme", "statement"]
Verdict: TypeAlias = Literal["few", "unknown", "disagree", "thin", "good", "agree", "near"]

SENTENCES: dict[About, dict[Verdict, str]] = {
    "theme": {
        "few": N_("Fewer than five of us have rated “%(theme)s”."),
        "unknown": N_("Most of us do not know about “%(theme)s”."),
        "disagree": N_("We disagree about “%(theme)s”."),
        "thin": N_("We agree that “%(theme)s” is thin."),
        "good": N_("We are good at “%(theme)s”."),
        "agree": N_("We agree on level %(level)s: “%(theme)s”."),
        "near": N_("We are not far apart: “%(theme)s”."),
    },
    "statement": {
        "few": N_("Fewer than five of us have rated this: %(statement)s"),
        "unknown": N_("Most of us do not know this: %(statement)s"),
        "disagree": N_("We disagree about this: %(statement)s"),
        "thin": N_("We agree that this is thin: %(statement)s"),
        "good": N_("We are good at this: %(statement)s"),
        "agree": N_("We agree on level %(level)s: %(statement)s"),
        "near": N_("We are not far apart: %(statement)s"),
    },
}


class Shown(Protocol):
    """What a headline needs of a result's line."""

    @property
    def median(self) -> float | None: ...
    @property
    def width(self) -> float: ...
    @property
    def spread(self) -> Spread: ...
    @property
    def headline(self) -> Message: ...


def finding(about: About, key: str, half: Middle | None, said: Spread, most_unknown: bool) -> Message:
    """What the marks of one statement or theme say, in a sentence; `most_unknown` = most said that they do not know."""
    verdict = "unknown" if most_unknown else _verdict(half, said)
    arguments: dict[str, str | int | float] = {about: key}
    if verdict == "agree" and half is not None:
        arguments["level"] = half.median
    return Message(SENTENCES[about][verdict], arguments)


def of_the_room(themes: Sequence[Shown]) -> tuple[Message, ...]:
    """At most three sentences for the screen: where we disagree most, what is thinnest, what we are best at."""
    wide = sorted((line for line in themes if line.spread == "disagree"), key=lambda line: -line.width)
    agreed = [line for line in themes if line.spread == "agree" and line.median is not None]
    ranked = sorted(agreed, key=lambda line: line.median or 0)
    thin = [line for line in ranked if (line.median or 0) <= THIN]
    good = [line for line in reversed(ranked) if (line.median or 0) >= GOOD]
    return tuple(lines[0].headline for lines in (wide, thin, good) if lines)


def _verdict(half: Middle | None, said: Spread) -> Verdict:
    if half is None:
        return "few"
    match said:
        case "disagree":
            return "disagree"
        case "agree":
            return _agreed(half.median)
        case _:
            return "near"


def _agreed(level: float) -> Verdict:
    if level <= THIN:
        return "thin"
    return "good" if level >= GOOD else "agree"
