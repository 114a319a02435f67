"""Metrics: how we know. In the room the name, unit, direction and who finds the baseline; the sheet comes after."""

from facilitation.steps.goals import SHARPEN
from facilitation.steps.kind import Card, Choice, Day, Interim, Library, Number, Person, StepKind, Text
from facilitation.words import N_

INTERIM = Interim(
    key="milestones",
    label=N_("Interim targets"),
    help=N_("a year or a day, and the value reached by then"),
    live=False,
    start="baseline_day",
    target="target",
    end="target_day",
)
DIRECTIONS = (
    ("more", N_("More is better")),
    ("less", N_("Less is better")),
    ("keep", N_("Keep the level")),
    ("range", N_("Stay in a range")),
)

KIND = StepKind(
    key="metrics",
    title=N_("Metrics"),
    prompt=N_("How do we know that we are there?"),
    board="sheet",
    by="group",
    yields="metric",
    sharpens=True,
    fields=(
        Card(key="goal", label=N_("Goal"), of="goal", required=True),
        Library(key="library", label=N_("From the library")),
        Text(key="name", label=N_("Name"), required=True, limit=160),
        Text(key="unit", label=N_("Unit"), required=True, limit=40),
        Choice(key="direction", label=N_("Direction"), required=True, choices=DIRECTIONS),
        Person(key="baseline_by", label=N_("Who finds the baseline"), help=N_("a role, not a name")),
        Day(key="baseline_when", label=N_("Baseline known by")),
        Number(key="baseline", label=N_("Baseline"), live=False),
        Day(key="baseline_day", label=N_("Baseline measured on"), live=False),
        Number(key="target", label=N_("Target")),
        Day(key="target_day", label=N_("Target reached by"), live=False),
        INTERIM,
        Text(key="definition", label=N_("What is counted"), limit=600, lines=3, live=False),
        Text(key="numerator", label=N_("Numerator"), limit=200, live=False),
        Text(key="denominator", label=N_("Denominator"), limit=200, live=False),
        Text(key="source", label=N_("Data source"), limit=160, live=False),
        Choice(
            key="frequency",
            label=N_("How often"),
            live=False,
            choices=(
                ("monthly", N_("Monthly")),
                ("quarterly", N_("Quarterly")),
                ("twice_a_year", N_("Twice a year")),
                ("yearly", N_("Yearly")),
            ),
        ),
        Person(key="owner", label=N_("Owner"), help=N_("a role, not a name"), live=False),
    ),
    options=(SHARPEN,),
)
