"""Results as panels: one a step, from its first reveal on."""

from facilitation.live.results import has_result, long_form_of, result_of
from facilitation.live.state import Workshop
from facilitation.view.family import PUBLIC, Family, Panel, People, kinds, when
from facilitation.view.plain import plain


def result_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    panel = plain(result_of(workshop, id))
    if "raises" in panel:
        panel["raise"] = panel.pop("raises")
    if panel["kind"] == "levels":
        panel["long"] = plain(long_form_of(workshop, id))
    return panel


def shown(workshop: Workshop, id: str) -> tuple[str, ...]:
    return PUBLIC if id in workshop.work and has_result(workshop, id) else ()


def steps_shown(workshop: Workshop) -> list[str]:
    return [step for step in workshop.order if has_result(workshop, step)]


def made_of(workshop: Workshop, id: str) -> tuple[object, ...]:
    """What a result depends on: what was frozen, what the step asks now, and which of the voted cards still live."""
    frozen, step = workshop.work[id].frozen, workshop.steps[id]
    on = tuple(card for card in frozen.ballot if workshop.cards[card].alive) if frozen else ()
    return (frozen, step, workshop.statements, on)


FAMILIES = (
    Family(
        "result",
        steps_shown,
        shown,
        result_panel,
        when(
            lambda w: (
                w.statements,
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
