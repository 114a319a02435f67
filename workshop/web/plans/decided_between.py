"""What a branch decided otherwise between two points of its plan's life, told as its lines are."""

from collections.abc import Iterator, Mapping, Sequence

from facilitation.consolidation import KINDS, Decided
from facilitation.plans.decided import on_units
from facilitation.report.reader import Wording
from facilitation.words import N_, said
from workshop.languages import reader_language, wording
from workshop.web.plans.values import Line, Told, how

CHANGED = {(False, True): "added", (True, False): "dropped", (True, True): "revised"}


def decided_between(before: Sequence[Decided], after: Sequence[Decided], words: Wording) -> Iterator[Line]:
    """Each decision that is new, taken back or another one: what it is, on which goals, and why."""
    was, now = ({each.id: each for each in on_units(some)} for some in (before, after))
    for id in {**now, **was}:
        old, new = was.get(id), now.get(id)
        if fields := list(differing(told(old, words), told(new, words))):
            became = how(CHANGED[old is not None, new is not None])
            yield Line(wording(N_("Decision")), goals(new or old), [became], fields if new else [])


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Told]:
    for label, text in after.items():
        if before[label] != text:
            yield Told(wording(label), "", before[label], text)


def told(decision: Decided | None, words: Wording) -> Mapping[str, str]:
    kind, why = (words(KINDS[decision.kind]), decision.reason) if decision else ("", "")
    return {N_("Decision"): kind, N_("Goals"): goals(decision), N_("Why"): why}


def goals(decision: Decided | None) -> str:
    """Whose goals it is on, as they were then."""
    to = reader_language()
    every = decision.goals if decision else ()
    return "; ".join(f"{said(each.unit.name, to)}: {said(each.goal.to, to)}" for each in every)
