"""Goals with their metrics and actions, from the cards that groups wrote."""

from typing import TypeVar

from facilitation.live.state import Card
from facilitation.packs import Pack
from facilitation.plans.evidence import Behind
from facilitation.plans.reading import day, figure, line, several, whole, words
from facilitation.shapes import DIRECTIONS, Action, Agreement, Evidence, Goal, LibraryMetric, Metric, Promise, Reading
from facilitation.shapes.offered import Frequency
from facilitation.steps.interim import on_the_way
from facilitation.steps.metrics import INTERIM
from facilitation.words import Parallel

Kind = TypeVar("Kind", bound=str)
AGREEMENTS: tuple[Agreement, ...] = ("no", "candidate", "agreed")
FREQUENCIES: tuple[Frequency, ...] = ("monthly", "quarterly", "twice_a_year", "yearly", "once")


def goal(card: Card, metrics: list[Card], actions: list[Card], pack: Pack, behind: Behind) -> Goal:
    """A goal as its group wrote it; levels that nobody wrote come from the room, or the strategy."""
    objectives = several(card, "objectives")
    now, target = behind.agreed(objectives)
    return Goal(
        id=card.id,
        from_=words(card, "from"),
        to=words(card, "to"),
        objectives=objectives,
        own=not objectives,
        theme=theme_of(objectives, pack),
        scope=line(card, "scope"),
        level_now=whole(card, "level_now") or now,
        level_target=whole(card, "level_target") or target,
        why=words(card, "why"),
        owner=line(card, "owner"),
        due=day(card, "due"),
        agreement=one_of(line(card, "agreement"), AGREEMENTS, ""),
        document=line(card, "document"),
        unit=behind.unit(card),
        metrics=tuple(metric(each, pack) for each in metrics),
        actions=tuple(action(each) for each in actions),
        evidence=behind.goal(card, objectives),
    )


def one_of(said: str, among: tuple[Kind, ...], otherwise: Kind) -> Kind:
    """What was said, if it is one of those known."""
    return next((each for each in among if each == said), otherwise)


def theme_of(objectives: tuple[str, ...], pack: Pack) -> str:
    themes = {objective.id: objective.theme for objective in pack.strategy.objectives}
    return next((themes[each] for each in objectives if each in themes), "")


def metric(card: Card, pack: Pack) -> Metric:
    """A metric as written, with what the library knows about it where the card is silent."""
    entry = pack.metric(line(card, "library"))
    return Metric(
        id=card.id,
        name=words(card, "name") or known(entry, "name"),
        library=entry.id if entry and entry.own is None else "",
        goals=several(card, "goal"),
        definition=words(card, "definition") or known(entry, "definition"),
        numerator=words(card, "numerator") or known(entry, "numerator"),
        denominator=words(card, "denominator") or known(entry, "denominator"),
        unit=line(card, "unit") or (entry.unit if entry else ""),
        direction=one_of(line(card, "direction"), DIRECTIONS, entry.direction if entry else ""),
        baseline=reading(card, "baseline", "baseline_day"),
        baseline_promise=promise(card),
        targets=targets(card),
        source=words(card, "source") or known(entry, "source"),
        frequency=one_of(line(card, "frequency"), FREQUENCIES, entry.frequency if entry else ""),
        owner=line(card, "owner"),
        level=entry.level if entry else "",
        aggregation=entry.aggregation if entry else "",
        days_to_count=entry.days_to_count if entry else None,
        registered=entry.id if entry and entry.own else "",
        evidence=Evidence(cards=(card.id,), groups=(card.group,) if card.group else ()),
    )


def known(entry: LibraryMetric | None, field: str) -> Parallel:
    return getattr(entry, field) if entry else {}


def reading(card: Card, value: str, on: str) -> Reading | None:
    figure_ = figure(card, value)
    return None if figure_ is None else Reading(figure_, day(card, on))


def targets(card: Card) -> tuple[Reading, ...]:
    """The target, and before it the values on the way to it."""
    last = reading(card, "target", "target_day")
    return (*on_the_way(several(card, INTERIM.key)), last) if last else ()


def promise(card: Card) -> Promise | None:
    who, by = line(card, "baseline_by"), day(card, "baseline_when")
    return Promise(who, by) if who or by else None


def action(card: Card) -> Action:
    """An action as written."""
    return Action(
        id=card.id,
        text=words(card, "what"),
        goal=line(card, "goal"),
        deliverable=words(card, "deliverable"),
        responsible=line(card, "responsible"),
        partners=line(card, "partners"),
        start=day(card, "start"),
        end=day(card, "end"),
        resources=words(card, "resources"),
        evidence=Evidence(cards=(card.id,), groups=(card.group,) if card.group else ()),
    )
