"""Cards: who may write, revise, place and take away."""

from typing import assert_never

from facilitation import limits
from facilitation.live.commands import (
    AddCard,
    Asker,
    CheckWording,
    ChooseWording,
    MarkCardReady,
    MergeClusters,
    MuteHint,
    PlaceCards,
    PutBack,
    ReviseCard,
    TakeOut,
    WithdrawCard,
    Writing,
)
from facilitation.live.events import (
    CardAdded,
    CardMarkedReady,
    CardPutBack,
    CardRevised,
    CardsPlaced,
    CardTakenOut,
    CardWithdrawn,
    Event,
    HintMuted,
    WordingChecked,
    WordingChosen,
    WordingKept,
)
from facilitation.live.rules.answers import fits, fitting
from facilitation.live.rules.common import existing_card, existing_step, fresh, in_hand, open_or_revealed, own, within
from facilitation.live.state import Card, Said, Workshop
from facilitation.steps import card_kind, kind_of, options_of
from facilitation.steps.kind import Step, StepKind, Text, Value
from facilitation.steps.phases import OPEN, REVEALED
from facilitation.words import LANGUAGES, N_, Refused


def decide(workshop: Workshop, command: Writing, asker: Asker) -> list[Event]:
    """What writing grants."""
    match command:
        case AddCard():
            return add_card(workshop, command, asker)
        case ReviseCard():
            return revise_card(workshop, command, asker)
        case ChooseWording(card, field, language, value):
            return choose_wording(workshop, card, field, language, value, asker)
        case CheckWording(card, field, language):
            return check_wording(workshop, card, field, language, asker)
        case WithdrawCard(card):
            return withdraw_card(workshop, card, asker)
        case TakeOut(card, reason):
            found = existing_card(workshop, card)
            return [CardTakenOut(card, within(reason, limits.REASON, "reason"))] if found.alive else []
        case PutBack(card):
            return [CardPutBack(card)] if existing_card(workshop, card).taken_out is not None else []
        case PlaceCards(cards, cluster):
            return place_cards(workshop, cards, cluster, asker)
        case MergeClusters(cluster, into):
            return merge_clusters(workshop, cluster, into, asker)
        case MarkCardReady(card, ready):
            return [] if own(workshop, card, asker).ready == ready else [CardMarkedReady(card, ready)]
        case MuteHint(card, check):
            return [] if check in own(workshop, card, asker).muted else [HintMuted(card, check[:20])]
        case unknown:
            assert_never(unknown)


def add_card(workshop: Workshop, command: AddCard, asker: Asker) -> list[Event]:
    """A card in the step the room or the group is in; anything may be parked at any time."""
    step = workshop.steps.get(command.step)
    if command.step and step is None:
        raise Refused(N_("That step is no longer in the agenda."), code="no_such_step")
    fresh(workshop.cards, command.card)
    spec = card_kind(step, command.kind)
    if step is not None:
        in_hand(workshop, command.step, asker, phases(spec))
    values = fitting(workshop, spec, command.answers)
    first_words(spec, values)
    group = group_for(workshop, command, spec, asker)
    if step is not None:
        budget(workshop, step, spec, group, asker)
    return [
        CardAdded(
            command.card,
            command.step,
            spec.yields,
            values,
            tongue(command.language),
            group,
            command.cluster,
            shown=not hides(workshop, step, spec),
            named=step is not None and options_of(step).get("authors") == "room",
        )
    ]


def phases(spec: StepKind) -> tuple[str, ...]:
    """Clusters are made of what is shown; what is written alone first waits for the step to be open."""
    return (OPEN,) if spec.solo_first else (OPEN, REVEALED)


def hides(workshop: Workshop, step: Step | None, spec: StepKind) -> bool:
    """Whether a new card waits for the reveal: written alone first, or within one group."""
    if step is None or spec.key == "cluster":
        return False
    return spec.solo_first or (spec.by == "group" and not options_of(step).get("see_others"))


def tongue(language: str) -> str:
    if language not in LANGUAGES:
        raise Refused(N_("Choose one of the languages shown."), code="not_a_choice", field="language")
    return language


def first_words(spec: StepKind, values: "dict[str, Value] | object") -> None:
    """A card says something: at least one of its texts has words."""
    texts = [field.key for field in spec.fields if isinstance(field, Text)]
    given = values if isinstance(values, dict) else {}
    if texts and not any(given.get(key) for key in texts):
        raise Refused(N_("Write something first."), code="empty", field=texts[0])


def group_for(workshop: Workshop, command: AddCard, spec: StepKind, asker: Asker) -> str | None:
    """The group a card belongs to: the author's own, or the one a host names."""
    own_group = workshop.group_of(asker.whose)
    if asker.hosts and command.group in workshop.groups:
        return command.group
    if spec.by == "group" and own_group is None and not asker.hosts:
        raise Refused(N_("You are not in a group yet."), code="no_group")
    step = workshop.steps.get(command.step)
    by_groups = step is not None and options_of(step).get("cluster_by") == "groups"
    return own_group if spec.by == "group" or by_groups else None


def budget(workshop: Workshop, step: Step, spec: StepKind, group: str | None, asker: Asker) -> None:
    """How many cards a person or a group may have in a step."""
    if spec.key == "cluster" or asker.hosts and not asker.for_:
        return
    most = options_of(step).get(
        "evidence_limit" if spec.yields == "evidence" else "each", limits.CARDS_PER_SEAT_AND_STEP
    )
    cards = workshop.cards_of(step.id, spec.yields)
    mine = [card for card in cards if (card.group == group if spec.by == "group" else card.for_ == asker.whose)]
    if spec.yields == "evidence" and not options_of(step)["evidence"]:
        raise Refused(N_("Examples are not asked for in this step."), code="not_asked")
    most_allowed = most if isinstance(most, int) else limits.CARDS_PER_SEAT_AND_STEP
    if spec.yields in ("metric", "action"):
        most_allowed = limits.CARDS_PER_SEAT_AND_STEP
    if len(mine) >= most_allowed:
        raise Refused(
            N_("At most %(limit)s here. Take one back to write another."), code="no_cards_left", limit=most_allowed
        )


def revise_card(workshop: Workshop, command: ReviseCard, asker: Asker) -> list[Event]:
    """The field changes, unless somebody changed it meanwhile: then both texts are kept."""
    card = own(workshop, command.card, asker)
    step = workshop.steps.get(card.step)
    if step is not None:
        open_or_revealed(workshop, card.step, asker)
    spec = card_kind(step, card.kind)
    field = spec.field(command.field)
    if field is None:
        raise Refused(N_("This step does not ask for that."), code="no_such_field", field=command.field)
    value = fits(workshop, field, command.value)
    language = tongue(command.language)
    now = current(card, command.field, language)
    if value == now:
        return []
    if isinstance(field, Text) and now and now != command.base:
        return [WordingKept(card.id, command.field, str(value), language)] if value else []
    return [CardRevised(card.id, command.field, value, language)]


def current(card: Card, field: str, language: str) -> Value:
    """What a field says now in one language."""
    now = card.answers.get(field)
    return now.texts.get(language, "") if isinstance(now, Said) else now


def choose_wording(workshop: Workshop, card: str, field: str, language: str, value: str, asker: Asker) -> list[Event]:
    found = own(workshop, card, asker)
    if not any((kept.field, kept.language) == (field, language) for kept in found.kept):
        return []
    return [WordingChosen(card, field, within(value, limits.CARD_TEXT, field), language)]


def check_wording(workshop: Workshop, card: str, field: str, language: str, asker: Asker) -> list[Event]:
    """Somebody else than its writer says that a parallel text means the same."""
    found = own(workshop, card, asker)
    now = found.answers.get(field)
    if not isinstance(now, Said) or language not in now.wordings:
        raise Refused(N_("There is no text in that language yet."), code="no_text", field=field)
    return [] if now.wordings[language].checked_by else [WordingChecked(card, field, language)]


def withdraw_card(workshop: Workshop, card: str, asker: Asker) -> list[Event]:
    found = existing_card(workshop, card)
    if found.withdrawn:
        return []
    own(workshop, card, asker)
    if found.kind == "cluster":
        inside = tuple(each.id for each in workshop.cards_of(found.step) if each.cluster == card)
        return [*([CardsPlaced(inside, None)] if inside else []), CardWithdrawn(card)]
    return [CardWithdrawn(card)]


def place_cards(workshop: Workshop, cards: tuple[str, ...], cluster: str | None, asker: Asker) -> list[Event]:
    """Shown cards go into a cluster of the same step, or out of one; never while a vote on them is open."""
    found = [existing_card(workshop, card) for card in cards[: limits.CARDS_PER_COMMAND]]
    steps = {card.step for card in found}
    into = existing_card(workshop, cluster) if cluster else None
    if len(steps) != 1 or (into and (into.kind != "cluster" or into.step not in steps)):
        raise Refused(N_("Cards go into a cluster of their own step."), code="wrong_cluster")
    if any(not card.shown or card.kind == "cluster" for card in found):
        raise Refused(N_("A hidden card cannot be moved. Reveal the step first."), code="hidden")
    clustering(workshop, found[0].step, asker)
    no_open_vote(workshop)
    moved = tuple(card.id for card in found if card.cluster != cluster)
    return [CardsPlaced(moved, cluster)] if moved else []


def clustering(workshop: Workshop, step: str, asker: Asker) -> None:
    planned = existing_step(workshop, step)
    if not asker.hosts and options_of(planned).get("cluster_by") != "groups":
        raise Refused(N_("The facilitator puts ideas into clusters in this step."), code="not_host")


def no_open_vote(workshop: Workshop) -> None:
    """While a vote is open nothing merges or splits: people must find what they voted on."""
    voting = [
        step
        for step, work in workshop.work.items()
        if work.phase == OPEN and kind_of(workshop.steps[step]).key == "vote"
    ]
    if voting:
        raise Refused(N_("Nothing moves while people vote on it."), code="voting")


def merge_clusters(workshop: Workshop, cluster: str, into: str, asker: Asker) -> list[Event]:
    """All cards of one cluster go into another; the emptied one is withdrawn."""
    gone = existing_card(workshop, cluster)
    if cluster == into or not gone.alive:
        return []
    inside = tuple(card.id for card in workshop.cards_of(gone.step) if card.cluster == cluster)
    placed = place_cards(workshop, inside, into, asker) if inside else []
    return [*placed, CardWithdrawn(cluster)]
