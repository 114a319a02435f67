"""What the room settled: agreed levels, decisions, the facilitator's notes, calls for help, the draft."""

from collections.abc import Iterator, Mapping

from facilitation.live.state import Agreed, Workshop
from facilitation.view.family import PUBLIC, Family, Panel, People, different, kinds, one, when
from facilitation.view.plain import plain


def agreed_in(workshop: Workshop, id: str) -> Mapping[str, Agreed]:
    """The levels agreed in a step; without one, those that came along from earlier."""
    return workshop.work[id].agreed if id else workshop.levels


def agreed_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return plain(agreed_in(workshop, id))


def agreeing(workshop: Workshop) -> list[str]:
    return [id for id in (*workshop.order, "") if agreed_in(workshop, id)]


def decision_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    made = workshop.decisions[id]
    return {
        "id": id,
        "step": made.step,
        "text": made.text,
        "cards": list(made.cards),
        "reason": made.reason,
        "at": plain(made.at),
    }


def note_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    note = workshop.notes[id]
    return {"id": id, "group": note.group, "text": note.text, "at": plain(note.at)}


def note_homes(workshop: Workshop, id: str) -> tuple[str, ...]:
    """A note to one group is the group's; one to all is the room's, never the screen's."""
    note = workshop.notes.get(id)
    if note is None:
        return ()
    return (f"group:{note.group}", "hosts") if note.group else ("room",)


def helps_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return plain(workshop.helps)


def changed_notes(before: Workshop, after: Workshop) -> Iterator[str]:
    return different(before.notes, after.notes)


def changed_decisions(before: Workshop, after: Workshop) -> Iterator[str]:
    return different(before.decisions, after.decisions)


FAMILIES = (
    Family(
        "agreed",
        agreeing,
        lambda w, id: PUBLIC if id in agreeing(w) else (),
        agreed_panel,
        when(lambda w: (w.work, w.order, w.levels), lambda w, id: (agreed_in(w, id),), agreeing),
        kinds(*PUBLIC),
    ),
    Family(
        "decision",
        lambda w: w.decisions,
        lambda w, id: PUBLIC if id in w.decisions else (),
        decision_panel,
        changed_decisions,
        kinds(*PUBLIC),
    ),
    Family("note", lambda w: w.notes, note_homes, note_panel, changed_notes, kinds("room", "hosts", "group")),
    Family(
        "helps",
        one,
        lambda w, id: ("hosts",),
        helps_panel,
        when(lambda w: (w.helps,), lambda w, _: (w.helps,), one),
        kinds("hosts"),
    ),
)
