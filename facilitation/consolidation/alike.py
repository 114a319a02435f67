"""Goals of different units that look alike, to be read side by side.

Two goals are alike when enough of what their words carry is the same in one language, in whatever inflection: the
measure of check G9 (`quality.likeness`). Languages meet only in goals that were written in both: a goal in Finnish and
Swedish draws one in Finnish alone and one in Swedish alone into one group. Who shares no language with anybody is not
compared, and that is said.

A goal is held against the first of each group, found by its rarest words, so that the work grows with the goals and not
with their pairs: who is alike enough shares at least one of its |words| − ⌈threshold · |words|⌉ + 1 rarest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import ceil

from facilitation import limits
from facilitation.consolidation.branch import Ref, UnitGoal
from facilitation.consolidation.facets import differing, worded_alike
from facilitation.quality.likeness import known_by, shared
from facilitation.quality.reading import WORD, written
from facilitation.words import N_, Message

Read = Mapping[str, frozenset[str]]
"""What a goal is known by, by language: the stems of its words."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Goals side by side, and the names of what sets them apart beside their wording."""

    goals: tuple[UnitGoal, ...]
    differs: tuple[str, ...]
    worded_alike: bool = False
    """Whether they say the same, word for word, in every language that several of them are written in."""


@dataclass(slots=True)
class Group:
    """Goals so far, and the words they are known by: of each language the first goal's that has it."""

    goals: list[UnitGoal] = field(default_factory=list[UnitGoal])
    words: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])


def look_alike(goals: Iterable[UnitGoal], threshold: float = limits.LOOKS_ALIKE) -> tuple[Alike, ...]:
    """Groups with goals of at least two units, in the order of their first goals.

    They are compared in the order of their ids: whoever reads them in another order finds the same groups.
    """
    every = list(goals)
    groups = grouped(sorted(every, key=lambda goal: goal.ref), threshold)
    several = (group.goals for group in groups if len({each.unit.id for each in group.goals}) > 1)
    return side_by_side(every, ([goal.ref for goal in group] for group in several))


def _alike(goals: Sequence[UnitGoal]) -> Alike:
    said = [each.goal for each in goals]
    return Alike(tuple(goals), differing(said), worded_alike(said))


def side_by_side(goals: Iterable[UnitGoal], groups: Iterable[Sequence[Ref]]) -> tuple[Alike, ...]:
    """The same again, where it is known already which goals look alike: that hangs on their words alone."""
    known = {each.ref: (place, each) for place, each in enumerate(goals)}
    found = sorted((sorted((known[ref] for ref in refs), key=_place) for refs in groups), key=lambda of: _place(of[0]))
    return tuple(_alike([goal for _, goal in of]) for of in found)


def _place(of: tuple[int, UnitGoal]) -> int:
    return of[0]


def grouped(goals: Iterable[UnitGoal], threshold: float) -> Sequence[Group]:
    read = [(goal, read_words(goal)) for goal in goals]
    index = Index(threshold, [words for _, words in read])
    groups: list[Group] = []
    for goal, words in read:
        rarest = {code: index.rarest(code, words[code]) for code in words}
        group = index.nearest(words, rarest)
        if group is None:
            group = Group()
            groups.append(group)
        group.goals.append(goal)
        index.know(group, words, rarest)
    return groups


def read_words(goal: UnitGoal) -> Read:
    return {code: words for code, text in written(goal.goal.to) if (words := known_by(text, code))}


class Index:
    """Groups by the rarest words of what they are known by."""

    def __init__(self, threshold: float, every: Sequence[Read]) -> None:
        self.threshold = threshold
        self.rank = {code: ranked(words[code] for words in every if code in words) for code in tongues(every)}
        self.places: dict[tuple[str, str], list[Group]] = defaultdict(list)

    def rarest(self, code: str, words: frozenset[str]) -> Sequence[str]:
        """As many as whoever is alike enough must share one of."""
        enough = len(words) - ceil(self.threshold * len(words)) + 1
        return sorted(words, key=self.rank[code].__getitem__)[:enough]

    def nearest(self, words: Read, rarest: Mapping[str, Sequence[str]]) -> Group | None:
        """The group most alike; of equals, the earliest found."""
        found = [near for code in words for near in self._near(code, words[code], rarest[code])]
        return max(found, key=lambda each: each[0], default=(0.0, None))[1]

    def know(self, group: Group, words: Read, rarest: Mapping[str, Sequence[str]]) -> None:
        for code in words.keys() - group.words.keys():
            group.words[code] = words[code]
            for word in rarest[code]:
                self.places[code, word].append(group)

    def _near(self, code: str, words: frozenset[str], rarest: Sequence[str]) -> Iterator[tuple[float, Group]]:
        seen = set[int]()
        for word in rarest:
            for group in self.places[code, word]:
                if id(group) not in seen:
                    seen.add(id(group))
                    likeness = shared(words, group.words[code])
                    if likeness >= self.threshold:
                        yield likeness, group


def tongues(every: Iterable[Read]) -> frozenset[str]:
    return frozenset(code for words in every for code in words)


def ranked(texts: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """Each word's place among all of a language, the rarest first; of as rare, by the alphabet."""
    counts = Counter(chain.from_iterable(texts))
    return {word: place for place, word in enumerate(sorted(sorted(counts), key=counts.__getitem__))}


def not_compared(goals: Iterable[UnitGoal]) -> Message | None:
    """Says that some goals were not held against others, because no language is common to them."""
    spoken = {frozenset(_spoken(goal)) for goal in goals} - {frozenset()}
    alone = sorted({code for one in spoken for other in spoken if one.isdisjoint(other) for code in (*one, *other)})
    if not alone:
        return None
    told = N_("Goals that share no language were not held against each other (%(languages)s): read them yourselves.")
    return Message(told, {"languages": ", ".join(alone)})


def _spoken(goal: UnitGoal) -> Iterator[str]:
    """The languages in which it has words."""
    return (code for code, text in written(goal.goal.to) if WORD.search(text))
