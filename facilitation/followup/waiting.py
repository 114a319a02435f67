"""What a round still waits for: asks that nobody has answered since it opened."""

from collections.abc import Iterable, Mapping
from datetime import date

from facilitation.followup.asking import Ask, asked
from facilitation.followup.progress import progress
from facilitation.plans.lines import lines
from facilitation.shapes import Action, Metric, Plan
from facilitation.shapes.followed import Entered, Round, Told
from facilitation.shapes.series import AS_PLANNED, Counting


def before(entries: Iterable[Entered], round: Round | None) -> list[Entered]:
    """What was known when the round opened: figures given since do not make its questions go away."""
    return [each for each in entries if round is None or (each.on is not None and each.on < round.opens)]


def waiting(
    plan: Plan,
    entries: Iterable[Entered],
    told: Mapping[str, Told],
    round: Round,
    today: date,
    counting: Counting = AS_PLANNED,
) -> tuple[Ask, ...]:
    """The asks of a round that are still to be answered."""
    every = tuple(entries)
    asks = of_round(plan, every, round, counting, told)
    return still_waits(asks, plan, every, told, round, today)


def of_round(
    plan: Plan, entries: Iterable[Entered], round: Round, counting: Counting, told: Mapping[str, Told]
) -> tuple[Ask, ...]:
    """All asks of a round, answered or not."""
    return asked(plan, before(entries, round), round, counting, told)


def still_waits(
    asks: Iterable[Ask],
    plan: Plan,
    entries: Iterable[Entered],
    told: Mapping[str, Told],
    round: Round,
    today: date,
) -> tuple[Ask, ...]:
    """Those that nobody has answered.

    An action that goes as the plan says needs no word: it is waited for only once it is late.
    """
    given = {(each.metric, each.period) for each in entries}
    known = {line.id: line for line in lines(plan)}

    def waits(ask: Ask) -> bool:
        line = known.get(ask.about)
        match ask.of:
            case "figure":
                return (ask.about, ask.period) not in given
            case "baseline":
                return isinstance(line, Metric) and line.baseline is None
            case "action":
                return isinstance(line, Action) and _silent(line, told.get(line.id), round, today)

    return tuple(ask for ask in asks if waits(ask))


def passed_over(ask: Ask, entries: Iterable[Entered]) -> bool:
    """Whether a newer figure was given since: who missed two gives that one, and nobody is asked for both."""
    ends = ask.period.last if ask.period else None
    return ends is not None and any(each.metric == ask.about and each.period.last > ends for each in entries)


def _silent(action: Action, told: Told | None, round: Round, today: date) -> bool:
    spoken = told is not None and told.on is not None and told.on >= round.opens
    return progress(action, today).progress == "late" and not spoken
