"""Who sees what, panel by panel. `touched` and `panel` keep every browser level with the log; a property holds them."""

from facilitation.live.state import Workshop
from facilitation.view import answered, cards, day, decided, mine, people, reading, results
from facilitation.view.family import Audience, Family, Panel, People, Person

__all__ = ["FAMILIES", "Family", "Panel", "People", "Person", "audiences", "keys", "panel", "touched", "view"]

FAMILIES: tuple[Family, ...] = (
    *day.FAMILIES,
    *people.FAMILIES,
    *cards.FAMILIES,
    *mine.FAMILIES,
    *answered.FAMILIES,
    *results.FAMILIES,
    *decided.FAMILIES,
    *reading.FAMILIES,
)
BY_PREFIX = {family.prefix: family for family in FAMILIES}


def audiences(workshop: Workshop, seat: str) -> tuple[Audience, ...]:
    """The streams of a seat; nobody who was removed hears anything. A host may look into groups besides."""
    found = workshop.seat_of(seat)
    if found is None:
        return ()
    own = f"seat:{found.id}"
    if found.role == "screen":
        return ("screen",)
    if found.role in ("host", "cohost"):
        return ("room", "hosts", own, *in_group(found.group))
    return ("room", own) if found.role == "observer" else ("room", own, *in_group(found.group))


def in_group(group: str | None) -> tuple[Audience, ...]:
    return (f"group:{group}",) if group else ()


def keys(workshop: Workshop, audience: Audience) -> list[str]:
    """The keys of all panels an audience sees."""
    return [
        family.key(id)
        for family in FAMILIES
        if family.holds(audience)
        for id in family.ids(workshop)
        if audience in family.homes(workshop, id)
    ]


def panel(workshop: Workshop, people: People, audience: Audience, key: str) -> Panel | None:
    """What a key says to an audience; None if it says nothing to it."""
    prefix, _, shown = key.partition(":")
    family = BY_PREFIX.get(prefix)
    if family is None or not family.holds(audience):
        return None
    id = inner_id(family, shown, audience)
    return family.make(workshop, people, id, audience) if audience in family.homes(workshop, id) else None


def inner_id(family: Family, shown: str, audience: Audience) -> str:
    """The family's own id behind a key: in a seat's stream the seat itself need not be named."""
    seat = audience.partition(":")[2]
    return {"me": seat, "mine": f"{shown}@{seat}"}.get(family.prefix, shown)


def touched(before: Workshop, after: Workshop) -> set[tuple[Audience, str]]:
    """The panels that may differ between two states, as pairs of audience and key."""
    return {
        (audience, family.key(id))
        for family in FAMILIES
        for id in family.changed(before, after)
        for audience in (*family.homes(before, id), *family.homes(after, id))
    }


def view(workshop: Workshop, people: People, audience: Audience) -> dict[str, Panel]:
    """Everything an audience sees."""
    return {
        key: made for key in keys(workshop, audience) if (made := panel(workshop, people, audience, key)) is not None
    }
