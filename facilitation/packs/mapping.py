"""From the objectives of one strategy to those of the next: which became which, and which have none any more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from facilitation.packs.pack import Pack
from facilitation.shapes import Metric
from facilitation.strategy import Objective, is_own
from facilitation.words import Parallel

Became = Mapping[str, tuple[str, ...]]
"""By an old objective the new ones; none where it was let go. What is not there is not decided."""


@dataclass(frozen=True, slots=True)
class StrategyMapping:
    """How the objectives of the method `before` are read in the method `after`, by their keys."""

    before: str
    after: str
    objectives: Became = field(default_factory=dict[str, tuple[str, ...]])

    def of(self, objectives: Iterable[str]) -> tuple[str, ...]:
        """The new objectives, each once. Those that are an organisation's own stay what they are."""
        return tuple(dict.fromkeys(chain.from_iterable(map(self._one, objectives))))

    def _one(self, objective: str) -> tuple[str, ...]:
        return (objective,) if is_own(objective) else self.objectives.get(objective, ())

    def lost(self, objectives: Iterable[str]) -> tuple[str, ...]:
        """Those that have none."""
        return tuple(each for each in objectives if not self._one(each))

    def then(self, later: "StrategyMapping") -> "StrategyMapping":
        """Both, one after the other."""
        became = {old: later.of(new) for old, new in self.objectives.items()}
        return StrategyMapping(self.before, later.after, became)


def suggested(before: Pack, after: Pack) -> StrategyMapping:
    """What the newer method says itself; otherwise objectives whose words are the same."""
    said = after.follows.objectives if after.follows and after.follows.pack == before.key else {}
    same = {
        old.id: (new.id,)
        for old in before.strategy.objectives
        for new in after.strategy.objectives
        if same_words(old.text, new.text)
    }
    known = {each.id for each in before.strategy.objectives}
    return StrategyMapping(
        before.key, after.key, {old: new for old, new in (same | dict(said)).items() if old in known}
    )


def same_words(one: Parallel, other: Parallel) -> bool:
    """Whether two texts say the same in every language that both have, and share one."""
    shared = one.keys() & other.keys()
    return bool(shared) and all(one[code].strip() == other[code].strip() for code in shared)


def undecided(mapping: StrategyMapping, before: Pack) -> tuple[Objective, ...]:
    return tuple(each for each in before.strategy.objectives if each.id not in mapping.objectives)


def newest(key: str, mappings: Iterable[StrategyMapping]) -> StrategyMapping | None:
    """The way from a method to the last that follows it, over those between; None where none does."""
    by_before = {each.before: each for each in mappings}
    way, seen = by_before.get(key), {key}
    while way and (further := by_before.get(way.after)) and further.before not in seen:
        seen.add(further.before)
        way = way.then(further)
    return way


def kept_metric(metric: Metric, before: Pack, after: Pack) -> Metric:
    """Taken from a library that the newer method does not have: it keeps the words by which it is counted."""
    old, new = before.metric(metric.library), after.metric(metric.library)
    if old is None or (new and same_words(old.definition, new.definition)):
        return metric
    return replace(metric, library="", definition=metric.definition or old.definition)
