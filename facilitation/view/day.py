"""The day as everybody sees it: the workshop, its steps, where we are, the timer, the groups."""

from collections.abc import Iterator

from facilitation.live.asking import asked, set_aside
from facilitation.live.state import Workshop
from facilitation.live.voting import ballot, budget_of, votes
from facilitation.steps import KINDS, options_of
from facilitation.view.family import PUBLIC, Family, Panel, People, different, everybody, kinds, one, when
from facilitation.view.plain import plain
from facilitation.view.sees import sees


def workshop_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return {
        "title": plain(workshop.title),
        "organisation": workshop.organisation,
        "pack": workshop.pack,
        "languages": list(workshop.languages),
        "period": workshop.period,
        "order": list(workshop.order),
        "decider": workshop.decider,
        "people": len(workshop.people),
    }


def step_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    step, work = workshop.steps[id], workshop.work[id]
    return {
        "id": id,
        "kind": step.kind,
        "title": plain(step.title),
        "task": plain(step.task),
        "minutes": step.minutes,
        "pinned": step.pinned,
        "phase": work.phase,
        "options": plain(options_of(step)),
        "opened_at": plain(work.opened_at),
        "closed_at": plain(work.closed_at),
        "round": max(1, len(work.rounds) + bool(work.again)),
        "again": list(work.again),
        "statements": asked(workshop, id) if step.kind == "current_state" else None,
        "sees": sees(step),
    }


def now_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return {
        "step": workshop.current,
        "ahead": dict(workshop.ahead),
        "frozen": workshop.frozen,
        "shows": workshop.shows,
        "headline": plain(workshop.headline),
        "spotlight": spotlit(workshop),
    }


def spotlit(workshop: Workshop) -> str | None:
    card = workshop.cards.get(workshop.spotlight or "")
    return card.id if card and card.alive and card.shown and not set_aside(workshop, card) else None


def timer_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    timer = workshop.timer
    return {"state": timer.state, "total": timer.total, "ends_at": plain(timer.ends_at), "left": timer.left}


def group_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    group = workshop.groups[id]
    return {
        "id": id,
        "letter": group.letter,
        "name": group.name,
        "place": group.place,
        "organisation": group.organisation,
        "themes": list(group.themes),
        "size": len(workshop.members(id)),
        "ready": [step for step in workshop.order if id in workshop.work[step].ready],
    }


def readiness(workshop: Workshop) -> tuple[frozenset[str], ...]:
    """Which groups are ready with which steps; a person's readiness is not the room's business."""
    return tuple(workshop.work[step].ready for step in workshop.order if KINDS[workshop.steps[step].kind].by == "group")


def touched_groups(before: Workshop, after: Workshop) -> Iterator[str]:
    yield from different(before.groups, after.groups)
    for id in different(before.seats, after.seats):
        yield from (seat.group for seats in (before.seats, after.seats) if (seat := seats.get(id)) and seat.group)
    if readiness(before) != readiness(after):
        yield from after.groups


def ballot_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    """What is voted on, and with how many dots."""
    options = options_of(workshop.steps[id])
    return {
        "cards": [card.id for card in ballot(workshop, id)],
        "budget": budget_of(workshop, id),
        "most_on_one": options["most_on_one"],
        "form": options["form"],
    }


def ballots(workshop: Workshop) -> list[str]:
    return [step for step in workshop.order if votes(workshop, step)]


def voted_on(workshop: Workshop, id: str) -> tuple[object, ...]:
    return (workshop.steps[id], tuple(card.id for card in ballot(workshop, id)))


def told(workshop: Workshop, id: str) -> tuple[object, ...]:
    """What a step's panel is made of."""
    work = workshop.work[id]
    return (
        workshop.steps[id],
        work.phase,
        work.opened_at,
        work.closed_at,
        len(work.rounds),
        work.again,
        workshop.statements,
    )


def head(workshop: Workshop, id: str = "") -> tuple[object, ...]:
    return (
        workshop.title,
        workshop.organisation,
        workshop.pack,
        workshop.languages,
        workshop.period,
        workshop.order,
        workshop.decider,
        len(workshop.people),
    )


def place(workshop: Workshop, id: str = "") -> tuple[object, ...]:
    return (
        workshop.current,
        workshop.ahead,
        workshop.frozen,
        workshop.shows,
        workshop.headline,
        spotlit(workshop),
    )


WIDE = kinds(*PUBLIC)
FAMILIES = (
    Family("workshop", one, everybody, workshop_panel, when(head, head, one), WIDE),
    Family(
        "step",
        lambda w: w.order,
        lambda w, id: PUBLIC if id in w.steps else (),
        step_panel,
        when(lambda w: (w.steps, w.work, w.order, w.statements), told, lambda w: w.order),
        WIDE,
    ),
    Family("now", one, everybody, now_panel, when(place, place, one), WIDE),
    Family("timer", one, everybody, timer_panel, when(lambda w: (w.timer,), lambda w, _: (w.timer,), one), WIDE),
    Family(
        "group",
        lambda w: w.groups,
        lambda w, id: PUBLIC if id in w.groups else (),
        group_panel,
        touched_groups,
        WIDE,
    ),
    Family(
        "ballot",
        ballots,
        lambda w, id: PUBLIC if id in w.steps and votes(w, id) else (),
        ballot_panel,
        when(lambda w: (w.cards, w.steps, w.order), voted_on, ballots),
        WIDE,
    ),
)
