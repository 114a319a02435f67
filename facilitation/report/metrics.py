"""The metric sheets: enough for somebody else to reckon the same figure from the same source."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.report.blocks import Block, Column, Headline, Provenance, Section, Table
from facilitation.report.evidence import behind
from facilitation.report.figures import month
from facilitation.report.goals import baseline, metric_name, target
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.report.trajectories import DIRECTIONS, finding, ways
from facilitation.shapes import Metric, Plan
from facilitation.words import N_

FREQUENCIES = {
    "": "",
    "monthly": N_("Every month"),
    "quarterly": N_("Every quarter"),
    "twice_a_year": N_("Twice a year"),
    "yearly": N_("Every year"),
    "once": N_("Once"),
}

SHARE = N_("%(numerator)s, divided by %(denominator)s")
OFFERED = (
    ("level", N_("Kind of metric")),
    ("aggregation", N_("Aggregation")),
    ("cost", N_("Collection cost")),
    ("available", N_("Data available")),
    ("audience", N_("Audience")),
    ("publicity", N_("Publicity")),
)
"""What else a sheet may say, by names that the pack gives."""
COUNTED = (
    ("green_from", N_("Threshold for green")),
    ("amber_from", N_("Threshold for amber")),
    ("expected_denominator", N_("Cases in a period")),
)
"""Figures by which it is judged and doubted."""


def section(plan: Plan, to: Reader) -> Section:
    numbered = [(number, metric) for number, goal in enumerate(plan.goals, 1) for metric in goal.metrics]
    numbered += [(0, metric) for metric in plan.loose_metrics]
    return Section(
        to.words(N_("Metric sheets")),
        (
            *ways([metric for _, metric in numbered], to),
            *(block for number, metric in numbered for block in sheet(number, metric, to)),
        ),
        to.words(N_("What is counted, from which source, how often, and who answers for it.")),
    )


def sheet(goal: int, metric: Metric, to: Reader) -> Iterator[Block]:
    """`goal`: the number of the goal that it measures; nought for one that has none yet."""
    of = to.words(N_("Metric of goal %(number)s"), number=goal) if goal else to.words(N_("Metric without a goal"))
    yield Headline(finding(metric, to), of)
    yield Table(
        to.words(N_("Metric sheet: %(name)s"), name=metric_name(metric, to).text),
        (Column(to.words(N_("Part of the sheet")), 1.6), Column(to.words(N_("What we agreed")), 5)),
        tuple((Words(name), words) for name, words in fields(metric, to) if words.text and words != NONE),
    )
    yield Provenance(tuple(behind(metric.evidence, to)))


def fields(metric: Metric, to: Reader) -> Iterator[tuple[str, Words]]:
    at = f"metrics/{metric.id}"
    yield to.words(N_("Question it answers")), to.theirs(metric.question, f"{at}/question")
    yield to.words(N_("What is counted")), _counted(metric, to)
    if metric.registered:
        yield to.words(N_("In the metric register")), Words(to.choice("metric", "registered", metric.registered))
    yield to.words(N_("Scope")), to.theirs(metric.scope, f"{at}/scope")
    yield to.words(N_("Direction")), _worded(DIRECTIONS[metric.direction], to, f"{at}/direction")
    yield to.words(N_("Range")), Words(to.between(metric.range_low, metric.range_high), at=f"{at}/range")
    if metric.baseline and metric.baseline_promise:
        yield to.words(N_("Who finds the baseline")), to.theirs(metric.baseline_promise.who, f"{at}/baseline_by")
    yield to.words(N_("Baseline")), replace(baseline(metric, to), at=f"{at}/baseline")
    yield to.words(N_("Interim targets")), replace(_interim(metric, to), at=f"{at}/milestones")
    yield to.words(N_("Target")), replace(target(metric, to), at=f"{at}/target")
    yield to.words(N_("Source")), to.theirs(metric.source, f"{at}/source")
    yield to.words(N_("Delivered by")), to.theirs(metric.delivered_by, f"{at}/delivered_by")
    yield to.words(N_("How often")), _worded(FREQUENCIES[metric.frequency], to, f"{at}/frequency")
    if metric.days_to_count is not None:
        yield to.words(N_("Days to count")), Words(to.number(metric.days_to_count), at=f"{at}/days_to_count")
    yield to.words(N_("Owner")), to.named(metric.owner, f"{at}/owner")
    yield to.words(N_("If it goes wrong")), to.theirs(metric.reaction, f"{at}/reaction")
    if metric.definition and metric.numerator:
        yield to.words(N_("Counted as")), _share(metric, to)
    for key, name in COUNTED:
        yield to.words(name), Words(to.number(getattr(metric, key)), at=f"{at}/{key}")
    for key, name in OFFERED:
        yield to.words(name), Words(to.choice("metric", key, getattr(metric, key)), at=f"{at}/{key}")
    yield to.words(N_("Weighted by")), to.theirs(metric.weight, f"{at}/weight")
    yield to.words(N_("Notes")), _notes(metric)


def _notes(metric: Metric) -> Words:
    """What was noted of its figures."""
    notes = [each.note for each in (metric.baseline, *metric.targets) if each and each.note]
    return Words("\n".join(notes), theirs=True) if notes else NONE


def _counted(metric: Metric, to: Reader) -> Words:
    """The definition, or the two halves of a share."""
    library, at = to.pack.metric(metric.library), f"metrics/{metric.id}/definition"
    if metric.definition or metric.numerator:
        return to.theirs(metric.definition, at) if metric.definition else _share(metric, to)
    if library and library.definition:
        return replace(to.official(f"library.{library.id}.definition", library.definition), at=at)
    return NONE


def _share(metric: Metric, to: Reader) -> Words:
    return Words(
        to.words(SHARE, numerator=to.plain(metric.numerator), denominator=to.plain(metric.denominator)),
        theirs=True,
        at=f"metrics/{metric.id}/share",
    )


def _worded(sentence: str, to: Reader, at: str) -> Words:
    return replace(to.line(sentence) if sentence else NONE, at=at)


def _interim(metric: Metric, to: Reader) -> Words:
    steps = [
        f"{to.number(reading.value, metric.unit)} ({month(reading.day, to.language) if reading.day else NONE.text})"
        for reading in metric.targets[:-1]
    ]
    return Words("; ".join(steps)) if steps else NONE
