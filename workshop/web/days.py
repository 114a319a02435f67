"""An agenda as a strip of a day, to scale: where each block stands, what the hours are, and what is worth saying."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.agendas import Planned, minutes_of
from facilitation.steps import KINDS
from facilitation.steps.kind import Step
from facilitation.words import said
from workshop.languages import reader_language

LONG_STRETCH = 90
"""Minutes without a break after which people stop listening."""
LETTERS = 1.15
"""So many letters of a name go into one per cent of the strip."""
SHORTEST = 4
MOST_HOURS = 8


@dataclass(frozen=True)
class Block:
    """A step on the strip; `left` and `width` are per cent of it."""

    step: Step
    title: str
    planned: Planned
    left: float
    width: float

    @property
    def begins(self) -> str:
        return time_of_day(self.planned.begins)

    @property
    def ends(self) -> str:
        return time_of_day(self.planned.ends)

    @property
    def label(self) -> str:
        """What goes into the block: the title, its kind’s name, or how one begins; nothing where it is narrow."""
        room = int(self.width * LETTERS) - 2
        if self.step.kind == "break" or room < SHORTEST:
            return ""
        names = (self.title, _(KINDS[self.step.kind].title))
        return next((name for name in names if len(name) <= room), f"{min(names, key=len)[: room - 1]}…")


@dataclass(frozen=True)
class Day:
    """The whole agenda on the clock."""

    blocks: tuple[Block, ...]
    first: int
    last: int

    @property
    def hours(self) -> list[tuple[str, float]]:
        """Times of day along the strip, and how far along, in per cent."""
        apart = 60 if self.last - self.first <= MOST_HOURS * 60 else 120
        on_the_hour = range(-(-self.first // 60) * 60, self.last, apart)
        inner = [minute for minute in on_the_hour if self.first + apart // 3 < minute < self.last - apart // 3]
        return [(time_of_day(minute), self.along(minute)) for minute in (self.first, *inner, self.last)]

    def along(self, minute: int) -> float:
        return round(100 * (minute - self.first) / max(1, self.last - self.first), 3)


def day_of(steps: Sequence[Step], times: Sequence[Planned]) -> Day:
    first = min((time.begins for time in times), default=0)
    last = max((time.ends for time in times), default=0)
    day = Day((), first, last)
    blocks = tuple(
        Block(step, title_of(step), time, day.along(time.begins), day.along(first + time.ends - time.begins))
        for step, time in zip(steps, times, strict=True)
    )
    return Day(blocks, first, last)


def title_of(step: Step) -> str:
    """What a step is called: by its own title, or by its kind's."""
    return said(step.title, reader_language()) or _(KINDS[step.kind].title)


def told(day: Day) -> Iterator[tuple[str, str]]:
    """What there is to say about the day, each with its weight: how long it is, then what asks for a look."""
    minutes = minutes_of(block.step for block in day.blocks)
    yield "ok", _("%(length)s, %(begins)s–%(ends)s", length=length(minutes), **_ends(day))
    for block in day.blocks:
        yield from clashes(block)
    if (stretch := longest_stretch(day)) > LONG_STRETCH:
        yield "hint", _("The longest stretch without a break is %(length)s.", length=length(stretch))


def clashes(block: Block) -> Iterator[tuple[str, str]]:
    """A pinned step before which the room waits, or into which the steps before it run."""
    names = {"title": block.title, "at": block.begins}
    if gap := block.planned.gap:
        yield (
            "hint",
            _("%(length)s of waiting before “%(title)s”, which is pinned to %(at)s.", length=length(gap), **names),
        )
    if overlap := block.planned.overlap:
        yield (
            "warn",
            _(
                "“%(title)s” is pinned to %(at)s, but the steps before it end %(length)s later.",
                length=length(overlap),
                **names,
            ),
        )


def longest_stretch(day: Day) -> int:
    """Minutes between two breaks, at most; waiting counts as a break."""
    longest = since = 0
    for block in day.blocks:
        resting = block.step.kind == "break"
        since = 0 if resting else (0 if block.planned.gap else since) + block.step.minutes
        longest = max(longest, since)
    return longest


def length(minutes: int) -> str:
    """A length of time in words: "45 min", "3 h", "3 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    if minutes < 100 or not hours:
        return _("%(minutes)s min", minutes=minutes)
    return _("%(hours)s h", hours=hours) if not rest else _("%(hours)s h %(minutes)s min", hours=hours, minutes=rest)


def time_of_day(minute: int) -> str:
    """9:05 in English, 9.05 in Finnish and Swedish."""
    point = ":" if reader_language() == "en" else "."
    return f"{minute // 60 % 24}{point}{minute % 60:02}"


def in_short(day: Day) -> str:
    """The strip in one sentence, for whoever does not see it."""
    steps = ", ".join(f"{block.begins} {block.title}" for block in day.blocks)
    count = ngettext("%(num)d step", "%(num)d steps", len(day.blocks))
    return f"{count}: {steps}"


def _ends(day: Day) -> Mapping[str, str]:
    return {"begins": time_of_day(day.first), "ends": time_of_day(day.last)}
