"""What a metric is asked for: the whole sheet by which a stranger could count it."""

from dataclasses import replace

from facilitation import limits
from facilitation.plans.fields.entry import Entry, Offered, Plain, at, figure, promised, reading_day, reading_value
from facilitation.shapes import Metric, Reading
from facilitation.steps.interim import on_the_way, written
from facilitation.steps.kind import Choice, Day, Number, Person, Scale, Text
from facilitation.steps.metrics import DIRECTIONS, INTERIM
from facilitation.words import N_

FREQUENCIES = (
    ("monthly", N_("Monthly")),
    ("quarterly", N_("Quarterly")),
    ("twice_a_year", N_("Twice a year")),
    ("yearly", N_("Yearly")),
    ("once", N_("Once")),
)
LEVELS = (
    ("input", N_("Input")),
    ("process", N_("Process")),
    ("output", N_("Output")),
    ("outcome", N_("Outcome")),
    ("impact", N_("Impact")),
)
AGGREGATIONS = (
    ("sum", N_("Sum")),
    ("ratio", N_("Ratio of sums")),
    ("weighted_mean", N_("Weighted mean")),
    ("median", N_("Median")),
    ("min", N_("Lowest")),
    ("max", N_("Highest")),
    ("count_meeting_target", N_("How many meet the target")),
    ("latest", N_("Latest")),
    ("none", N_("Not put together")),
)


def baseline(metric: Metric) -> Reading | None:
    return metric.baseline


def with_baseline(metric: Metric, reading: Reading | None) -> Metric:
    return replace(metric, baseline=reading)


def target(metric: Metric) -> Reading | None:
    return metric.target


def with_target(metric: Metric, reading: Reading | None) -> Metric:
    """The last of the targets; interim targets before it stay."""
    return replace(metric, targets=(*metric.targets[:-1], *((reading,) if reading else ())))


def interim(metric: Metric) -> list[str]:
    return [written(each) for each in metric.targets[:-1]]


def with_interim(metric: Metric, texts: list[str] | None) -> Metric:
    """The targets before the last. Without a target there is nothing that they lead to."""
    way = on_the_way(texts or (), metric.targets[:-1])
    return replace(metric, targets=(*way, *metric.targets[-1:])) if metric.target else metric


def choice(key: str, label: str, choices: tuple[tuple[str, str], ...]) -> Entry:
    return at(Choice(key=key, label=label, choices=choices))


METRIC: tuple[Entry, ...] = (
    at(Text(key="name", label=N_("Name"), required=True, limit=160)),
    at(Text(key="question", label=N_("Which question it answers"), limit=240)),
    at(Plain(key="unit", label=N_("Unit"), limit=40)),
    choice("direction", N_("Direction"), DIRECTIONS),
    reading_value(Number(key="baseline", label=N_("Baseline")), baseline, with_baseline),
    reading_day(Day(key="baseline_day", label=N_("Baseline measured on")), baseline, with_baseline),
    promised(Person(key="baseline_by", label=N_("Who finds the baseline"), help=N_("a role, not a name")), "who"),
    promised(Day(key="baseline_when", label=N_("Baseline known by")), "by"),
    reading_value(Number(key="target", label=N_("Target")), target, with_target),
    reading_day(Day(key="target_day", label=N_("Target reached by")), target, with_target),
    Entry(INTERIM, interim, with_interim),
    figure(Number(key="range_low", label=N_("Lowest value of the range"))),
    figure(Number(key="range_high", label=N_("Highest value of the range"))),
    at(Person(key="owner", label=N_("Owner"), help=N_("a role, not a name"))),
    choice("frequency", N_("How often"), FREQUENCIES),
    figure(
        Scale(
            key="days_to_count",
            label=N_("Days to count"),
            help=N_("from the end of a period until its figure can be had; left empty, as is usual for how often"),
            low=0,
            high=limits.LONGEST_COUNT,
        )
    ),
    at(Text(key="definition", label=N_("What is counted"), limit=600, lines=3)),
    at(Text(key="numerator", label=N_("Numerator"), limit=200)),
    at(Text(key="denominator", label=N_("Denominator"), limit=200)),
    at(Text(key="source", label=N_("Data source"), limit=160)),
    at(Person(key="delivered_by", label=N_("Who delivers the figures"), help=N_("a role, not a name"))),
    at(Text(key="scope", label=N_("Scope and exclusions"), limit=240)),
    at(Offered(key="registered", label=N_("In the metric register"), only=True)),
    choice("level", N_("Kind of metric"), LEVELS),
    figure(Number(key="green_from", label=N_("Threshold for green"))),
    figure(Number(key="amber_from", label=N_("Threshold for amber"))),
    choice("aggregation", N_("How it is put together with others"), AGGREGATIONS),
    at(
        Plain(
            key="weight",
            label=N_("Weighted by"),
            help=N_("for a weighted mean: what each unit’s figure weighs, such as euros spent"),
            limit=120,
        )
    ),
    at(Text(key="reaction", label=N_("Who acts, and how, when it is red"), limit=240)),
    figure(Number(key="expected_denominator", label=N_("Cases in a period"))),
    figure(Scale(key="precision", label=N_("Decimals"), low=0, high=6)),
    choice(
        "available",
        N_("Whether the figures can be had"),
        (("yes", N_("Yes")), ("with_work", N_("With work")), ("no", N_("No"))),
    ),
    choice("cost", N_("Collection cost"), (("low", N_("Low")), ("medium", N_("Medium")), ("high", N_("High")))),
    at(Offered(key="publicity", label=N_("Publicity"))),
)
