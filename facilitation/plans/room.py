"""What the room did, as the plan tells it: where we stand, what was voted and chosen, who was there."""

from collections import Counter
from collections.abc import Container
from dataclasses import replace
from typing import Literal

from facilitation.live.longform import Long
from facilitation.live.results import levels_of
from facilitation.live.spread import Line
from facilitation.live.state import Workshop
from facilitation.live.voting import ballot
from facilitation.packs import Pack
from facilitation.plans.evidence import Behind
from facilitation.plans.reading import line, told, words
from facilitation.shapes import Evidence, Focus, FocusChoice, Gathering, StateRow, StepPlan, Voted
from facilitation.words import Parallel


def state_rows(workshop: Workshop, pack: Pack, known: Behind) -> tuple[StateRow, ...]:
    """A row for each statement that was marked or agreed on."""
    return tuple(
        state_row(workshop, pack, known, statement.id)
        for statement in workshop.statements
        if statement.id in known.lines or statement.id in known.levels
    )


def state_row(workshop: Workshop, pack: Pack, known: Behind, id: str) -> StateRow:
    statement, marks, agreed = pack.statement(id), known.lines.get(id), known.levels.get(id)
    row = StateRow(
        statement=id,
        objective=statement.objective if statement else "",
        text=statement.text if statement else {},
        agreed=agreed.level if agreed else None,
        target=agreed.target if agreed else None,
        reason=agreed.reason if agreed else "",
        examples=examples(workshop, id),
        evidence=Evidence(statements=(id,), workshop=agreed.source if agreed else ""),
    )
    return lengthened(marked(row, marks), known.long.get(id)) if marks else row


def lengthened(row: StateRow, long: Long | None) -> StateRow:
    """The row with what the long form asked, where the step had it."""
    if long is None:
        return row
    return replace(row, importance=long.importance, certainty=long.certainty, wanted=long.target)


def marked(row: StateRow, marks: Line) -> StateRow:
    """The row with how the room marked; nothing where too few did."""
    return replace(
        row,
        median=marks.median,
        low=marks.low,
        high=marks.high,
        n=marks.n or 0,
        dont_know=marks.dont_know or 0,
        not_applicable=marks.not_applicable or 0,
        picks=marks.picks or 0,
        spread=spread(marks),
    )


def spread(marks: Line) -> Literal["", "agree", "disagree"]:
    return "disagree" if marks.spread == "disagree" else ("agree" if marks.median is not None else "")


def examples(workshop: Workshop, statement: str) -> tuple[Parallel, ...]:
    return tuple(
        words(card, "text")
        for card in told(workshop, "evidence", of_groups=False)
        if line(card, "statement") == statement
    )


def theme_rows(workshop: Workshop, pack: Pack) -> tuple[StateRow, ...]:
    """The current state by theme, from the last step that was shown."""
    names = {theme.id: theme.name for theme in pack.strategy.themes}
    steps = [step for step in workshop.order if workshop.steps[step].kind == "current_state"]
    shown = next((found for step in reversed(steps) if (found := levels_of(workshop, step))), None)
    if shown is None:
        return ()
    return tuple(marked(StateRow(theme.id, text=names.get(theme.id, {})), theme) for theme in shown.themes)


def voted(workshop: Workshop, known: Behind) -> tuple[Voted, ...]:
    """Everything that was voted on, in the order of the result."""
    chosen = {card for made in workshop.decisions.values() for card in made.cards}
    cards = dict.fromkeys([*known.dots, *known.places])
    return tuple(vote(workshop, known, card, card in chosen) for card in cards)


def vote(workshop: Workshop, known: Behind, card: str, chosen: bool) -> Voted:
    dots, place = known.dots.get(card), known.places.get(card)
    return Voted(
        card=card,
        text=title(workshop, card),
        dots=dots.dots if dots else None,
        people=dots.people if dots else (place.n if place else None),
        rank=dots.rank if dots else None,
        tied=dots.tied if dots else False,
        importance=place.importance if place else None,
        feasibility=place.feasibility if place else None,
        chosen=chosen,
    )


def title(workshop: Workshop, card: str) -> Parallel:
    """What a card is called: a cluster's name, an idea's words, a goal's end."""
    found = workshop.cards[card]
    return words(found, "name") or words(found, "text") or words(found, "to")


def focus(workshop: Workshop, known: Behind) -> Focus:
    """What decisions after a vote took further, and what they left, each with its votes; before it what came along."""
    votes = [step for step in workshop.order if workshop.steps[step].kind == "vote"]
    made = [each for each in workshop.decisions.values() if each.step in votes and each.cards]
    reasons = {card: each.reason for each in made for card in each.cards}
    on = dict.fromkeys(card.id for step in votes for card in ballot(workshop, step)) if made else {}
    came = focus_brought(workshop, reasons)
    return Focus(
        chosen=(
            *(choice(workshop, known, card, "") for card in came),
            *(choice(workshop, known, card, reasons[card]) for card in on if card in reasons),
        ),
        left_out=tuple(choice(workshop, known, card, "") for card in on if card not in reasons and card not in came),
    )


def focus_brought(workshop: Workshop, decided: Container[str]) -> list[str]:
    """The focus of an earlier workshop or plan, until this one has decided about ideas itself."""
    if any(card.id in decided for kind in ("idea", "cluster") for card in workshop.cards_in(kind)):
        return []
    return [card.id for card in told(workshop, "idea", of_groups=False) if card.source]


def choice(workshop: Workshop, known: Behind, card: str, reason: str) -> FocusChoice:
    found = workshop.cards[card]
    evidence = Evidence(cards=known.basis(found), workshop=found.source, **known.votes(found))
    return FocusChoice(card, title(workshop, card), reason, evidence)


def gathering(workshop: Workshop) -> Gathering:
    """When, how many from where, through which steps; never who."""
    days = sorted({work.opened_at.date() for work in workshop.work.values() if work.opened_at})
    people = workshop.people
    return Gathering(
        title=workshop.title,
        days=tuple(days),
        people=len(people),
        groups=len(workshop.groups),
        places=Counter(seat.place for seat in people),
        organisations=Counter(seat.organisation for seat in people if seat.organisation),
        steps=tuple(
            StepPlan(step.kind, step.title, step.task, step.minutes, step.pinned)
            for step in (workshop.steps[id] for id in workshop.order)
        ),
        seq=workshop.seq,
    )
