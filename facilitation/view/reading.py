"""What comes from reading the cards: hints beside the fields, and the draft plan on the screen."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.live.state import Workshop
from facilitation.packs import load
from facilitation.plans.draft import drafts
from facilitation.plans.hints import hints
from facilitation.steps import KINDS, options_of
from facilitation.steps.phases import OPEN, REVEALED
from facilitation.view.cards import both
from facilitation.view.family import PUBLIC, Family, Panel, People, different, kinds, one, same, when
from facilitation.view.plain import plain

COMPARED = frozenset({"goal", "metric", "action", "evidence"})
"""The kinds of cards that hints read: a thing's own, and those it is compared with."""


def sharpening(workshop: Workshop, card: str) -> bool:
    """Whether hints are shown beside a card: its step sharpens and the host has switched hints on."""
    found = workshop.cards.get(card)
    step = workshop.steps.get(found.step) if found else None
    return bool(step and found and found.alive and KINDS[step.kind].sharpens and options_of(step).get("sharpen"))


def findings_homes(workshop: Workshop, id: str) -> tuple[str, ...]:
    """Hints are the group's own business, and of the hosts who look in."""
    card = workshop.cards.get(id)
    return (f"group:{card.group}",) if card and card.group and sharpening(workshop, id) else ()


def findings_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return {"findings": plain(hints(workshop, load(workshop.pack), id))}


def touched_findings(before: Workshop, after: Workshop) -> Iterator[str]:
    """Hints may change with any card of the same group, with what all see, and with the switch.

    Never with what another group has not shown yet.
    """
    if not sharpened(before) and not sharpened(after):
        return
    changed = [card for id in different(before.cards, after.cards) for card in both(before, after, id)]
    everywhere = any(card.shown and card.kind in COMPARED for card in changed) or not same(
        hinted_by(before), hinted_by(after)
    )
    groups = {card.group for card in changed}
    for id, card in after.cards.items():
        if (everywhere or card.group in groups) and (sharpening(before, id) or sharpening(after, id)):
            yield id


def sharpened(workshop: Workshop) -> bool:
    """Whether hints are on in any step."""
    return any(KINDS[step.kind].sharpens and options_of(step).get("sharpen") for step in workshop.steps.values())


def hinted_by(workshop: Workshop) -> tuple[object, ...]:
    """What hints read besides the cards: the current state, decisions, groups, and on which day the steps opened."""
    return (workshop.steps, workshop.statements, workshop.groups, workshop.decisions, *shown_work(workshop))


def shown_work(workshop: Workshop) -> tuple[object, ...]:
    """What a plan reads of the steps' work: what was frozen and agreed, now or earlier, and when the step opened."""
    parts = (part for work in workshop.work.values() for part in (work.frozen, work.agreed, work.opened_at))
    return (workshop.levels, *parts)


def reviewing(workshop: Workshop) -> bool:
    """Whether the draft is being read together."""
    return any(
        workshop.steps[step].kind == "review" and workshop.work[step].phase in (OPEN, REVEALED)
        for step in workshop.order
    )


def draft_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    # The log's number would stir the screen with every hidden answer.
    return {"plans": plain(drafts(replace(workshop, seq=0), load(workshop.pack)))}


def draft_reads(workshop: Workshop, id: str = "") -> tuple[object, ...]:
    """What the draft is made of; hidden answers are no part of it, so they do not stir it."""
    if not reviewing(workshop):
        return (False,)
    head = (workshop.title, workshop.organisation, workshop.period, workshop.languages, workshop.pack)
    day = (workshop.order, workshop.steps, workshop.statements, workshop.groups, workshop.decisions, workshop.seats)
    cards = tuple(card for card in workshop.cards.values() if card.shown)
    return (True, *head, *day, *shown_work(workshop), cards)


FAMILIES = (
    Family(
        "findings",
        lambda w: [id for id in w.cards if sharpening(w, id)],
        findings_homes,
        findings_panel,
        touched_findings,
        kinds("group"),
    ),
    Family(
        "draft",
        one,
        lambda w, id: PUBLIC if reviewing(w) else (),
        draft_panel,
        when(draft_reads, draft_reads, one),
        kinds(*PUBLIC),
    ),
)
