"""What a workshop leaves to the next one: its people and groups, agreed levels, focus and goals, with their source.

Ids stay the same, so that a line of the next plan can be followed back. Steps are left open (""): the next agenda
knows which of its steps takes what, and what it has no step for stays with the workshop.
"""

from collections.abc import Iterator

from facilitation.live.commands import AddGroup, BringCard, BringLevels, Command, Join, PutInGroup, ReviseGroup
from facilitation.live.state import Agreed, Answer, Card, Said, Workshop
from facilitation.packs import Pack
from facilitation.plans.evidence import behind
from facilitation.plans.reading import told, words
from facilitation.plans.room import focus, title
from facilitation.steps.kind import Value
from facilitation.words import said

CARRIED = ("goal", "metric", "action")
SHORTEST = 8


def brought(state: Workshop, pack: Pack, source: str = "") -> list[Command]:
    """What the next workshop is asked to take along, in order; `source` says from where, else the workshop's title."""
    origin = source or said(state.title, "en")
    return [
        *people(state),
        *groups(state),
        *levels(state, origin),
        *chosen(state, pack, origin),
        *(bring(card, card.source or origin) for kind in CARRIED for card in told(state, kind, of_groups=False)),
    ]


def people(state: Workshop) -> Iterator[Command]:
    for seat in state.people:
        yield Join(seat.id, seat.language, seat.place, seat.organisation, seat.role_group)


def groups(state: Workshop) -> Iterator[Command]:
    """The groups in the order of their letters, with their tables and people."""
    for group in sorted(state.groups.values(), key=lambda each: (len(each.letter), each.letter)):
        yield AddGroup(next_id(group.id), group.name)
        yield ReviseGroup(next_id(group.id), None, group.place, group.organisation, group.themes)
        yield from (PutInGroup(seat.id, next_id(group.id)) for seat in state.members(group.id))


def next_id(group: str) -> str:
    """The group's id in the next workshop: the same, but that ids made by the rules are too short to be asked for."""
    return group if len(group) >= SHORTEST else f"from-{group}"


def levels(state: Workshop, origin: str) -> Iterator[Command]:
    """The agreed levels by where they come from; of several steps the later one counts, before what came along."""
    by_step = {key: each for step in state.order for key, each in state.work[step].agreed.items()}
    agreed = {**state.levels, **by_step}
    for source in dict.fromkeys(each.source or origin for each in agreed.values()):
        yield bring_levels({key: each for key, each in agreed.items() if (each.source or origin) == source}, source)


def bring_levels(agreed: dict[str, Agreed], source: str) -> BringLevels:
    targets = {key: each.target for key, each in agreed.items() if each.target is not None}
    return BringLevels("", {key: each.level for key, each in agreed.items()}, targets, source)


def chosen(state: Workshop, pack: Pack, origin: str) -> Iterator[Command]:
    """What the room decided to work on, as ideas: a cluster comes as one idea of its name."""
    for choice in focus(state, behind(state, pack)).chosen:
        card = state.cards[choice.about]
        if card.kind in ("cluster", "idea"):
            text = title(state, card.id)
            yield BringCard(
                card.id,
                "",
                "idea",
                {"text": said(text, card.language)},
                card.language,
                card.source or origin,
                {"text": text},
            )


def bring(card: Card, source: str) -> BringCard:
    """A card with all it says, in every language."""
    answers = {key: value(answer, card.language) for key, answer in card.answers.items()}
    texts = {key: words(card, key) for key, answer in card.answers.items() if isinstance(answer, Said)}
    group = next_id(card.group) if card.group else None
    return BringCard(card.id, "", card.kind, answers, card.language, source, texts, group)


def value(answer: Answer, language: str) -> Value:
    return said(answer.texts, language) if isinstance(answer, Said) else answer
