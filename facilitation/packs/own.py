"""What organisations keep beside a method: themes, objectives and metrics of their own, layered over the pack.

The pack stays as it is. A newer version of it is layered over in the same way, and what is withdrawn can still be read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from facilitation.packs.pack import Pack, PlanChoice, PlanField
from facilitation.shapes import LibraryMetric
from facilitation.shapes.register import Definition, bound
from facilitation.strategy import Objective, Own, Theme
from facilitation.words import N_, Parallel

Kind: TypeAlias = Literal["theme", "objective", "metric"]
KINDS: dict[Kind, str] = {"theme": N_("Theme"), "objective": N_("Objective"), "metric": N_("Metric")}
REGISTERED = "registered"
"""The plan field by which a metric is bound to a register."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry in one of its versions. `under`: an objective's theme, or a metric's objective."""

    id: str
    version: int
    kind: Kind
    organisation: str
    whose: Parallel
    since: date
    text: Parallel
    """A theme's or a metric's name, an objective's sentence."""
    pack: str = ""
    """The method whose theme or objective it is under; "" where that is of somebody's own."""
    under: str = ""
    intention: Parallel = field(default_factory=dict)
    source: Parallel = field(default_factory=dict)
    counted: Definition = field(default_factory=Definition)
    withdrawn: date | None = None


def with_own(pack: Pack, entries: Iterable[OwnEntry]) -> Pack:
    """The method with these beside it: themes and objectives as they are worded now, metrics in every version.

    The same method where there are none.
    """
    every = tuple(entries)
    if not every:
        return pack
    newest = tuple({each.id: each for each in sorted(every, key=lambda each: each.version)}.values())
    themes = tuple(_theme(each) for each in newest if each.kind == "theme")
    objectives = [_objective(each, pack.key) for each in newest if each.kind == "objective"]
    metrics = tuple(_metric(each, pack.key, each in newest) for each in every if each.kind == "metric")
    strategy = replace(
        pack.strategy,
        themes=(*pack.strategy.themes, *themes),
        objectives=tuple(_beneath(pack.strategy.objectives, objectives)),
    )
    fields = (*pack.plan_fields, _register(metrics)) if metrics else pack.plan_fields
    return replace(pack, strategy=strategy, library=(*pack.library, *metrics), plan_fields=fields)


def official(pack: Pack) -> Pack:
    """The method without what is anybody's own."""
    strategy = pack.strategy
    return replace(
        pack,
        strategy=replace(
            strategy,
            themes=tuple(each for each in strategy.themes if each.own is None),
            objectives=tuple(each for each in strategy.objectives if each.own is None),
        ),
        library=tuple(each for each in pack.library if each.own is None),
        plan_fields=tuple(each for each in pack.plan_fields if each.key != REGISTERED),
    )


def _beneath(known: Sequence[Objective], own: Sequence[Objective]) -> Iterator[Objective]:
    """Each of one's own after the last of its theme; those of themes of one's own at the end."""
    last = {each.theme: each.id for each in known}
    for each in known:
        yield each
        if last[each.theme] == each.id:
            yield from (one for one in own if one.theme == each.theme)
    yield from (one for one in own if one.theme not in last)


def _own(entry: OwnEntry, newest: bool = True) -> Own:
    return Own(entry.whose, entry.since, newest and entry.withdrawn is None)


def _theme(entry: OwnEntry) -> Theme:
    return Theme(entry.id, entry.text, entry.intention, own=_own(entry))


def _objective(entry: OwnEntry, pack: str) -> Objective:
    """Under its theme, or beside all themes."""
    return Objective(entry.id, _under(entry, pack), entry.text, own=_own(entry))


def _under(entry: OwnEntry, pack: str) -> str:
    """What it stands under in this method; "" where that is of another method, or of an earlier one."""
    return entry.under if entry.pack in ("", pack) else ""


def _metric(entry: OwnEntry, pack: str, newest: bool) -> LibraryMetric:
    counted = entry.counted
    return LibraryMetric(
        bound(entry.id, entry.version),
        (_under(entry, pack),) if _under(entry, pack) else (),
        entry.text,
        counted.definition,
        counted.unit,
        counted.direction,
        entry.source,
        "",
        numerator=counted.numerator,
        denominator=counted.denominator,
        frequency=counted.frequency,
        aggregation=counted.aggregation,
        own=_own(entry, newest),
    )


def _register(metrics: Sequence[LibraryMetric]) -> PlanField:
    """What a metric of a plan may be bound to, by the names of the metrics and the versions of their definitions."""
    name = {"en": "Metric register", "fi": "Mittarirekisteri", "sv": "Mätarregister"}
    choices = tuple(PlanChoice(each.id, _named(each), each.own is None or each.own.offered) for each in metrics)
    return PlanField("metric", REGISTERED, name, "may", choices=choices)


def _named(metric: LibraryMetric) -> Parallel:
    return {code: f"{text} ({metric.id})" for code, text in metric.name.items()}


def register(pack: Pack) -> tuple[LibraryMetric, ...]:
    """The metrics of registers among the method's, every version of them."""
    return tuple(each for each in pack.library if each.own is not None)


def takeable(pack: Pack) -> tuple[LibraryMetric, ...]:
    """The metrics that may still be taken."""
    return tuple(each for each in pack.library if each.own is None or each.own.offered)


def owned(pack: Pack) -> dict[str, Own]:
    """By the path of its name, whose own an entry is."""
    strategy = pack.strategy
    every = (
        *((f"strategy.themes.{each.id}.name", each.own) for each in strategy.themes),
        *((f"strategy.objectives.{each.id}", each.own) for each in strategy.objectives),
        *((f"library.{each.id}.name", each.own) for each in pack.library),
    )
    return {path: own for path, own in every if own}
