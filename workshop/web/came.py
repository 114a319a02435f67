"""What came along from an earlier workshop or a plan, and what stayed behind and why, in words for who set it up."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.live.commands import AddGroup, BringCard, BringLevels, Command, Join
from facilitation.words import said
from workshop.languages import reader_language

FACES = ("to", "text", "name", "what")
NAMED = 5
"""How many of those that stayed behind are named."""

COUNTED: Mapping[type, Callable[[int], str]] = {
    Join: lambda count: ngettext("%(num)d person", "%(num)d people", count),
    AddGroup: lambda count: ngettext("%(num)d group", "%(num)d groups", count),
    BringLevels: lambda count: ngettext("%(num)d agreed level", "%(num)d agreed levels", count),
}


@dataclass(frozen=True)
class Left:
    """So many things of one command that stayed behind."""

    command: Command
    why: str
    count: int


@dataclass(frozen=True)
class Unmapped:
    """A goal that came along without these objectives: the newer strategy has none in their place."""

    command: BringCard
    objectives: tuple[str, ...]


@dataclass(frozen=True)
class Came:
    """How many things came along, and what did not."""

    count: int
    left: tuple[Left, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()

    def along(self, title: str) -> str:
        return ngettext(
            "One thing came along from “%(title)s”.",
            "%(num)d things came along from “%(title)s”.",
            self.count,
            title=title,
        )

    def behind(self, title: str) -> str:
        """What stayed behind, why, and what to do; nothing where all came."""
        if not self.left:
            return ""
        return ngettext(
            "One thing stayed behind: %(what)s. It is still in “%(title)s”; enter it by hand where it is needed.",
            "%(num)d things stayed behind: %(what)s. They are still in “%(title)s”; enter them by hand where needed.",
            sum(each.count for each in self.left),
            what="; ".join(named(self.left)),
            title=title,
        )

    def to_settle(self) -> str:
        """Goals whose objectives are to be chosen anew; nothing where every objective has its match."""
        if not self.unmapped:
            return ""
        named = [f"“{face(each.command)}” ({', '.join(each.objectives)})" for each in self.unmapped]
        return _(
            "Earlier objectives without a match in the newer strategy: %(what)s. Choose the goals’ objectives anew.",
            what="; ".join(named[:NAMED]),
        )


def came(commands: Iterable[Command], left: Iterable[Left | None], unmapped: Iterable[Unmapped] = ()) -> Came:
    stayed = tuple(each for each in left if each and each.count)
    return Came(sum(map(things, commands)) - sum(each.count for each in stayed), stayed, tuple(unmapped))


def things(command: Command) -> int:
    """How many things people would count in it."""
    if isinstance(command, BringLevels):
        return len(command.levels)
    return int(isinstance(command, BringCard | Join | AddGroup))


def named(left: Iterable[Left]) -> list[str]:
    """Cards by their words, the rest by its number, each with the reason; the first few."""
    sums: Counter[tuple[type | str, str]] = Counter()
    for each in left:
        sums[sort_of(each.command), each.why.rstrip(".")] += each.count
    words = [f"{called(sort, count)} ({why})" for (sort, why), count in sums.items()]
    more = len(words) - NAMED
    return [*words[:NAMED], ngettext("and %(num)d more", "and %(num)d more", more)] if more > 0 else words


def sort_of(command: Command) -> type | str:
    return face(command) if isinstance(command, BringCard) else type(command)


def called(sort: type | str, count: int) -> str:
    return _("“%(name)s”", name=sort) if isinstance(sort, str) else COUNTED[sort](count)


def face(card: BringCard) -> str:
    words = next((card.texts[key] for key in FACES if card.texts.get(key)), {})
    return said(words, reader_language())
