"""One's own answers that are not cards: marks, picks, dots, places, choices, confidence, readiness."""

from collections.abc import Iterator

from facilitation.live.state import Work, Workshop
from facilitation.view.family import Family, Panel, People, different, kinds
from facilitation.view.plain import plain

GIVEN = ("picks", "dots", "places", "choices", "confidence")


def mine_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    step, _, seat = id.partition("@")
    work = workshop.work[step]
    return {
        "marks": {statement: plain(marks[seat]) for statement, marks in work.book.items() if seat in marks},
        "picks": list(work.picks.get(seat, ())),
        "dots": dict(work.dots.get(seat, {})),
        "places": plain(work.places.get(seat, {})),
        "choice": list(work.choices.get(seat, ())),
        "confidence": plain(work.confidence.get(seat)),
        "ready": seat in work.ready,
    }


def gave(work: Work, seat: str) -> bool:
    """Whether a seat has given anything in a step."""
    return (
        seat in work.ready
        or any(seat in getattr(work, key) for key in GIVEN)
        or any(seat in marks for marks in work.book.values())
    )


def home(workshop: Workshop, id: str) -> tuple[str, ...]:
    step, _, seat = id.partition("@")
    work = workshop.work.get(step)
    return (f"seat:{seat}",) if work and gave(work, seat) else ()


def pairs(workshop: Workshop) -> Iterator[str]:
    return (f"{step}@{seat}" for step in workshop.order for seat in givers(workshop.work[step]))


def givers(work: Work) -> set[str]:
    """Everybody who has given anything in a step."""
    marked = {seat for marks in work.book.values() for seat in marks}
    return marked.union(work.ready, *(getattr(work, key) for key in GIVEN))


def touched_mine(before: Workshop, after: Workshop) -> Iterator[str]:
    for step in different(before.work, after.work):
        old, new = before.work.get(step, Work()), after.work.get(step, Work())
        yield from (f"{step}@{seat}" for seat in touched_seats(old, new))


def touched_seats(old: Work, new: Work) -> set[str]:
    seats = set(old.ready ^ new.ready)
    for key in GIVEN:
        seats.update(different(getattr(old, key), getattr(new, key)))
    for statement in different(old.book, new.book):
        seats.update(different(old.book.get(statement, {}), new.book.get(statement, {})))
    return seats


FAMILIES = (Family("mine", pairs, home, mine_panel, touched_mine, kinds("seat"), name=lambda id: id.partition("@")[0]),)
