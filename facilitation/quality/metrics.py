"""Checks on a metric: can a stranger count it, does it move the right way, and will somebody count it in time?"""

from collections.abc import Iterator, Mapping
from datetime import date

from facilitation import limits
from facilitation.quality.finding import Advice, Check, Context, stop, tell, warn
from facilitation.quality.reading import same, written
from facilitation.shapes import Metric, Reading
from facilitation.words import N_

SHARES = frozenset(("%", "prosentti", "prosenttia", "procent", "percent", "per cent", "percentage"))
DAYS_BETWEEN: Mapping[str, int] = {"monthly": 30, "quarterly": 91, "twice_a_year": 182, "yearly": 365}


def is_share(metric: Metric) -> bool:
    return in_shares(metric.unit)


def in_shares(unit: str) -> bool:
    return unit.strip().lower() in SHARES


def of_few(unit: str, denominator: float | None) -> bool:
    """Whether a share was counted from so few cases that it is told as these, and no percentage is shown."""
    return in_shares(unit) and denominator is not None and denominator < limits.STEADY_DENOMINATOR


def readings(metric: Metric) -> Iterator[tuple[str, Reading]]:
    if metric.baseline:
        yield "baseline", metric.baseline
    yield from (("target", target) for target in metric.targets)


def unit_fits(metric: Metric, _: Context) -> Iterator[Advice]:
    if not metric.unit.strip():
        yield stop("unit", N_("There is no unit."), N_("Say in what it is counted: per cent, days, euros."))
    if not is_share(metric):
        return
    for field, texts in (("numerator", metric.numerator), ("denominator", metric.denominator)):
        if not any(written(texts)):
            yield stop(field, N_("A percentage is one count divided by another."), N_("Say what is divided by what."))
            break
    for field, reading in readings(metric):
        if not 0 <= reading.value <= 100:
            yield stop(field, N_("A percentage lies between 0 and 100."), N_("Check the figure or the unit."))
            break


def direction_fits(metric: Metric, _: Context) -> Iterator[Advice]:
    if not metric.direction:
        yield stop("direction", N_("Which way is better is not said."), N_("Choose more, less, the same or a range."))
    elif metric.direction == "range" and not has_range(metric):
        yield stop("range", N_("The range has no limits."), N_("Give its lowest and its highest value."))
    elif goes_wrong_way(metric):
        yield stop("target", N_("The target is worse than the baseline."), N_("Check the figures or the direction."))
    if not way_lies_between(metric):
        yield warn(
            "milestones",
            N_("An interim target lies before the baseline or after the target."),
            N_("Check its day, or the day of the target."),
        )


def way_lies_between(metric: Metric) -> bool:
    """Whether the interim targets lie after the baseline's day and before the target's, as far as these are known."""
    days = [each.day for each in metric.targets[:-1] if each.day]
    start = metric.baseline.day if metric.baseline else None
    end = metric.target.day if metric.target else None
    return all((start is None or start < day) and (end is None or day < end) for day in days)


def has_range(metric: Metric) -> bool:
    return metric.range_low is not None and metric.range_high is not None and metric.range_low < metric.range_high


def goes_wrong_way(metric: Metric) -> bool:
    if not (metric.baseline and metric.target):
        return False
    step = metric.target.value - metric.baseline.value
    return {"more": step < 0, "less": step > 0, "keep": step != 0}.get(metric.direction, False)


def baseline_known_or_promised(metric: Metric, context: Context) -> Iterator[Advice]:
    if metric.baseline:
        if metric.baseline.day is None:
            yield warn("baseline_day", N_("The baseline has no date."), N_("Say when it was measured."))
        return
    promise = metric.baseline_promise
    if promise is None or not promise.who.strip():
        yield warn("baseline_by", N_("The baseline is not known."), N_("Give it, or say who finds it and by when."))
    elif promise.by is None:
        yield warn("baseline_when", N_("No day is promised for the baseline."), N_("Say by when it is found."))
    elif context.today and promise.by < context.today:
        yield warn("baseline_when", N_("The day promised for the baseline has passed."), N_("Give it, or a new day."))


def target_with_number_and_day(metric: Metric, _: Context) -> Iterator[Advice]:
    """What is kept as it is, or within a range, has its number in the baseline or the range."""
    if metric.direction in ("keep", "range"):
        return
    if metric.target is None:
        yield stop("target", N_("There is no target: a direction alone is not one."), N_("Give a number and a day."))
    elif metric.target.day is None:
        yield stop("target_day", N_("The target has no date."), N_("Give the day by which it is reached."))


def counted_in_time(metric: Metric, context: Context) -> Iterator[Advice]:
    if not any(written(metric.source)):
        yield warn("source", N_("The data source is missing."), N_("Name the system, and who delivers the figures."))
    if not metric.owner.strip():
        yield warn("owner", N_("Nobody answers for the metric yet."), N_("Name a role or a unit."))
    if metric.frequency and context.today and too_seldom(metric, context.today):
        yield warn(
            "frequency",
            N_("It is measured fewer than %(least)s times before the target is due."),
            N_("Measure more often, or choose a later day."),
            least=limits.MEASUREMENTS_BEFORE_DUE,
        )


def too_seldom(metric: Metric, today: date) -> bool:
    due = metric.target.day if metric.target else None
    if due is None or due <= today:
        return False
    days = DAYS_BETWEEN.get(metric.frequency)
    return days is None or (due - today).days // days < limits.MEASUREMENTS_BEFORE_DUE


def not_there_yet(metric: Metric, _: Context) -> Iterator[Advice]:
    if metric.baseline and meets(metric, metric.baseline.value):
        yield warn(
            "target", N_("The baseline already meets the target."), N_("Raise the target, or choose another metric.")
        )


def meets(metric: Metric, value: float) -> bool:
    """Whether a value is where the metric wants it. Worse-than-baseline targets are K2's, not counted here."""
    if metric.direction == "range" and metric.range_low is not None and metric.range_high is not None:
        return metric.range_low <= value <= metric.range_high
    return metric.direction in ("more", "less") and metric.target is not None and metric.target.value == value


def enough_cases(metric: Metric, _: Context) -> Iterator[Advice]:
    counts = (metric.expected_denominator, metric.baseline.denominator if metric.baseline else None)
    known = [count for count in counts if count is not None]
    if is_share(metric) and known and min(known) < limits.STEADY_DENOMINATOR:
        yield warn(
            "expected_denominator",
            N_("With fewer than %(least)s cases in a period the percentage jumps about."),
            N_("Count the cases instead, or take a longer period."),
            least=limits.STEADY_DENOMINATOR,
        )


def more_than_yes_or_no(metric: Metric, context: Context) -> Iterator[Advice]:
    alone = context.goal is not None and [other.id for other in context.goal.metrics] == [metric.id]
    if alone and yes_or_no(metric, context):
        yield tell(
            "name",
            N_("The goal's only metric is a yes or no."),
            N_("Add one that shows how far you have come."),
        )


def yes_or_no(metric: Metric, context: Context) -> bool:
    texts = (("", metric.unit), *written(metric.name), *written(metric.definition))
    phrases = [phrase for words in context.pack.check_words.values() for phrase in words.yes_no_words]
    return any(phrase in text.lower() for _, text in texts for phrase in phrases)


def figures_can_be_had(metric: Metric, context: Context) -> Iterator[Advice]:
    around = (*context.actions, *(context.goal.actions if context.goal else ()))
    if metric.available == "no" and not any(metric.id in action.collects for action in around):
        yield warn(
            "available",
            N_("The figures are not available, and no action brings them."),
            N_("Add an action that collects them, or choose another metric."),
        )


def means_one_thing(metric: Metric, context: Context) -> Iterator[Advice]:
    if any(same_name_other_meaning(metric, other) for other in context.metrics if other.id != metric.id):
        yield warn(
            "definition",
            N_("Another organisation counts something else under the same name."),
            N_("Agree on one definition, or rename the metric."),
        )


def same_name_other_meaning(one: Metric, other: Metric) -> bool:
    named = any(same(name, other.name.get(language, "")) for language, name in written(one.name))
    defined = [(text, other.definition.get(language, "")) for language, text in written(one.definition)]
    return named and any(theirs.strip() and not same(text, theirs) for text, theirs in defined)


def within_reach(metric: Metric, _: Context) -> Iterator[Advice]:
    if metric.owner_can_influence is False:
        yield tell("owner", N_("The owner cannot move this figure."), N_("Name one who can, or choose another metric."))


def for_a_goal(metric: Metric, context: Context) -> Iterator[Advice]:
    if not metric.goals and context.goal is None:
        yield warn("goal", N_("This metric belongs to no goal."), N_("Choose its goal, or leave it out of the plan."))


CHECKS: Mapping[str, Check] = {
    "K1": unit_fits,
    "K2": direction_fits,
    "K3": baseline_known_or_promised,
    "K4": target_with_number_and_day,
    "K5": counted_in_time,
    "K7": not_there_yet,
    "K8": enough_cases,
    "K9": more_than_yes_or_no,
    "K10": figures_can_be_had,
    "K11": means_one_thing,
    "K12": within_reach,
    "K13": for_a_goal,
}
