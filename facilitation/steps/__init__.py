"""The kinds of step, by key. A new kind is one module and one line here."""

from collections.abc import Mapping

from facilitation.steps import actions, current_state, goals, ideas, metrics, vote
from facilitation.steps.gatherings import BREAK, BRIEFING, DISCUSSION, QUESTION, REVIEW
from facilitation.steps.kind import Step, StepKind, Text, Value
from facilitation.words import N_

KINDS: dict[str, StepKind] = {
    kind.key: kind
    for kind in (
        BRIEFING,
        current_state.KIND,
        ideas.KIND,
        vote.KIND,
        goals.KIND,
        metrics.KIND,
        actions.KIND,
        REVIEW,
        QUESTION,
        DISCUSSION,
        BREAK,
    )
}

CLUSTER = StepKind(
    key="cluster",
    title=N_("Cluster"),
    prompt="",
    board="wall",
    yields="cluster",
    fields=(Text(key="name", label=N_("Name of the cluster"), required=True, limit=120),),
)
PARKING = StepKind(
    key="parking",
    title=N_("Parking lot"),
    prompt=N_("Worth keeping, not for now."),
    board="discussion",
    yields="parked",
    fields=(Text(key="text", label=N_("What should not be lost"), required=True, limit=500, lines=2),),
)


def kind_of(step: Step | None) -> StepKind:
    """The kind of a step; no step means the parking lot."""
    return PARKING if step is None else KINDS[step.kind]


def options_of(step: Step) -> Mapping[str, Value]:
    """The options of a step with defaults filled in."""
    return {**KINDS[step.kind].defaults, **step.options}


def card_kind(step: Step | None, kind: str) -> StepKind:
    """The kind whose fields a card has: a cluster, the step's own, or without a step the one that yields such cards."""
    if kind == "cluster":
        return CLUSTER
    return kind_of(step) if step else next((each for each in KINDS.values() if kind and each.yields == kind), PARKING)
