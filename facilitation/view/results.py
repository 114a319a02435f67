"""Results as panels: one a step, from its first reveal on."""

from facilitation.live.results import RESULTS, result_of
from facilitation.live.state import Workshop
from facilitation.live.voting import ballot
from facilitation.steps import KINDS
from facilitation.view.family import PUBLIC, Family, Panel, People, kinds, when
from facilitation.view.plain import plain


def result_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    panel = plain(result_of(workshop, id))
    if "raises" in panel:
        panel["raise"] = panel.pop("raises")
    return panel


def revealed(workshop: Workshop, id: str) -> bool:
    work = workshop.work.get(id)
    return work is not None and work.frozen is not None and KINDS[workshop.steps[id].kind].board in RESULTS


def shown(workshop: Workshop, id: str) -> tuple[str, ...]:
    return PUBLIC if revealed(workshop, id) and result_of(workshop, id) is not None else ()


def steps_shown(workshop: Workshop) -> list[str]:
    return [step for step in workshop.order if revealed(workshop, step)]


def made_of(workshop: Workshop, id: str) -> tuple[object, ...]:
    """What a result depends on: the frozen answers, the options, who belongs where, and what is on the ballot."""
    work, step = workshop.work[id], workshop.steps[id]
    on = tuple(card.id for card in ballot(workshop, id)) if step.kind == "vote" else ()
    where = tuple((seat.organisation, seat.role_group, seat.removed) for seat in workshop.seats.values())
    return (work.frozen, work.rounds, step.options, on, where)


FAMILIES = (
    Family(
        "result",
        lambda w: [step for step in steps_shown(w) if shown(w, step)],
        shown,
        result_panel,
        when(
            lambda w: (
                w.seats,
                w.steps,
                w.order,
                *(w.work[step].frozen for step in w.order),
                w.cards if steps_shown(w) else (),
            ),
            made_of,
            steps_shown,
        ),
        kinds(*PUBLIC),
    ),
)
