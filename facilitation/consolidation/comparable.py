"""Whether units' figures may be put together at all, and if not, why not, in words (K11 and its kin)."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from facilitation.consolidation.branch import Unit
from facilitation.packs import Pack
from facilitation.quality.reading import same, written
from facilitation.shapes import Metric, Reading
from facilitation.shapes.followed import MONTHS, Period, period_of
from facilitation.shapes.register import binding
from facilitation.words import N_, Message, Parallel

DIFFERENT = N_("Counted by different definitions under the same name.")
UNDATED = N_("Some figures have no day, so nobody can tell which period they are of.")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Given:
    """One unit's metric and the figure it has given, if it has."""

    unit: Unit
    metric: Metric
    figure: Reading | None = None
    preliminary: bool = False
    restated: bool = False


def why_not(given: Sequence[Given], pack: Pack) -> Iterator[Message]:
    """What the units count differently: unit, direction, definition. Nothing where they count the same."""
    metrics = [each.metric for each in given]
    if len(units := {metric.unit.strip() for metric in metrics}) > 1:
        told = N_("Counted in different units: %(units)s.")
        yield Message(told, {"units": ", ".join(sorted(filter(None, units))) or "–"})
    if len({metric.direction for metric in metrics}) > 1:
        yield Message(N_("What is better for one is worse for another: the directions differ."))
    yield from _definitions(metrics, pack)


def _definitions(metrics: Sequence[Metric], pack: Pack) -> Iterator[Message]:
    """Each is held against the first: that one definition has to fit them all. What a register says is one for all."""
    registered = {metric.registered for metric in metrics}
    if len(registered) == 1 and "" not in registered:
        return
    if said := _registered(registered):
        yield said
        return
    yield from _worded(metrics, pack)


def _registered(bindings: Set[str]) -> Message | None:
    """Why bindings that differ keep figures apart; None where texts have to be held against each other."""
    known = [each for word in bindings if (each := binding(word))]
    if len(known) < len(bindings) or len(known) < FEWEST:
        return None
    if len({each.entry for each in known}) > 1:
        return Message(N_("Bound to different metrics of the register."))
    versions = ", ".join(map(str, sorted(each.version for each in known)))
    return Message(
        N_("Counted by different versions of the register’s definition: %(versions)s."), {"versions": versions}
    )


def _worded(metrics: Sequence[Metric], pack: Pack) -> Iterator[Message]:
    first = definition(metrics[0], pack)
    if not all(any(written(definition(metric, pack))) for metric in metrics):
        yield Message(N_("Some units have not said what they count."))
        return
    others = [definition(metric, pack) for metric in metrics[1:]]
    if any(apart(first, other) for other in others):
        some = any(metric.registered for metric in metrics)
        yield Message(N_("Only some units count by the definition of the register.") if some else DIFFERENT)
    elif any(not _meet(first, other) for other in others):
        yield Message(N_("The definitions share no language, so nobody can tell whether they are the same."))


def definition(metric: Metric, pack: Pack) -> Parallel:
    """What is counted: in the metric's own words, the two halves of its share, or the library's words."""
    library = pack.metric(metric.library or metric.registered)
    own = metric.definition or _halves(metric.numerator, metric.denominator)
    return own or (library.definition if library else {})


def _halves(above: Parallel, below: Parallel) -> Parallel:
    return {code: f"{text} / {below.get(code, '')}" for code, text in written(above)}


def apart(one: Parallel, other: Parallel) -> bool:
    """Whether two definitions say different things in some language that both have."""
    pairs = [(text, other.get(code, "")) for code, text in written(one)]
    return any(theirs.strip() and not same(text, theirs) for text, theirs in pairs)


def _meet(one: Parallel, other: Parallel) -> bool:
    return bool({code for code, _ in written(one)} & {code for code, _ in written(other)})


def of_one_period(given: Iterable[Given]) -> Iterator[Message]:
    """Figures of different periods are not one picture: they are held by the units' own period, else by year."""
    known = [(each.metric.frequency, each.figure) for each in given if each.figure]
    if any(figure.day is None for _, figure in known):
        yield Message(UNDATED)
        return
    frequencies = {frequency for frequency, _ in known}
    frequency = frequencies.pop() if len(frequencies) == 1 else ""
    periods = {_period(frequency, figure) for _, figure in known}
    if len(periods) > 1:
        yield _apart_in_time(sorted(str(period.last.year) for period in periods if period))


def _apart_in_time(years: Sequence[str]) -> Message:
    if years[0] == years[-1]:
        return Message(N_("The figures are of different periods within the year %(year)s."), {"year": years[0]})
    told = N_("The figures are of different periods, from %(first)s to %(last)s.")
    return Message(told, {"first": years[0], "last": years[-1]})


def of_one_length(given: Iterable[Given]) -> Iterator[Message]:
    """A month's count beside a year's is no sum, whatever their last days."""
    if len({each.metric.frequency for each in given} & MONTHS.keys()) > 1:
        yield Message(N_("Counted over periods of different length, such as a month beside a year."))


def _period(frequency: str, figure: Reading) -> Period | None:
    return period_of(frequency if frequency in MONTHS else "yearly", figure.day) if figure.day else None
