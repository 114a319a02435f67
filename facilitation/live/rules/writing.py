"""Cards: who may write, revise, place and take away."""

from collections.abc import Callable, Mapping
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
    CardTakenOut,
    CardWithdrawn,
    Event,
    HintMuted,
    WordingChecked,
    WordingChosen,
    WordingKept,
)
from facilitation.live.rules.answers import fits, fitting, leads_somewhere, lies_between, tongue
from facilitation.live.rules.common import existing_card, existing_step, fresh, in_hand, own, within, writable
from facilitation.live.rules.moving import (
    clustering,
    freeing,
    living_cluster,
    merge_clusters,
    no_open_vote,
    place_cards,
)
from facilitation.live.state import Card, Said, Workshop
from facilitation.quality import CHECKS
from facilitation.steps import PARKING, card_kind, kind_of, options_of
from facilitation.steps.kind import Field, Interim, Person, Step, StepKind, Text, Value
from facilitation.steps.phases import OPEN, REVEALED
from facilitation.words import N_, Refused


def decide(workshop: Workshop, command: Writing, asker: Asker) -> list[Event]:
    """What writing grants."""
    match command:
        case AddCard():
            return add_card(workshop, command, asker)
        case ReviseCard():
            return revise_card(workshop, command, asker)
        case ChooseWording(card, field, value, language):
            return choose_wording(workshop, card, field, language, value, asker)
        case CheckWording(card, field, language):
            return check_wording(workshop, card, field, language, asker)
        case WithdrawCard(card):
            return withdraw_card(workshop, card, asker)
        case TakeOut(card, reason):
            return take_out(workshop, card, reason)
        case PutBack(card):
            return put_back(workshop, card)
        case PlaceCards(cards, cluster):
            return place_cards(workshop, cards, cluster, asker)
        case MergeClusters(cluster, into):
            return merge_clusters(workshop, cluster, into, asker)
        case MarkCardReady(card, ready):
            found = own(workshop, card, asker)
            writable(workshop, found.step, asker)
            return [] if found.ready == ready else [CardMarkedReady(card, ready)]
        case MuteHint(card, check):
            return mute_hint(workshop, card, check, asker)
        case unknown:
            assert_never(unknown)


def add_card(workshop: Workshop, command: AddCard, asker: Asker) -> list[Event]:
    """A card in the step the room or the group is in; anything may be parked at any time."""
    step = existing_step(workshop, command.step) if command.step else None
    fresh(workshop.cards, command.card)
    if len(workshop.cards) >= limits.CARDS:
        raise Refused(N_("This workshop is full."), code="full")
    spec = card_kind(step, command.kind)
    takes(step, spec, asker)
    if spec.key == "cluster":
        no_open_vote(workshop)
    if step is None:
        writable(workshop, "", asker)
    else:
        in_hand(workshop, step.id, asker, phases(spec))
    values = fitting(workshop, spec, command.answers)
    for key, value in values.items():
        if isinstance(field := spec.field(key), Interim):
            lies_between(field, value, values.get)
    first_words(spec, values)
    group = group_for(workshop, command, spec, asker)
    cluster = cluster_for(workshop, command, spec, asker)
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
            cluster,
            shown=not hides(workshop, step, spec),
            named=step is not None and options_of(step).get("authors") == "room",
        )
    ]


def takes(step: Step | None, spec: StepKind, asker: Asker) -> None:
    """Refused unless the step takes cards of this sort from this person."""
    options = {} if step is None else options_of(step)
    if spec.key == "cluster":
        if not kind_of(step).clusters:
            raise Refused(N_("There are no clusters in this step."), code="not_asked")
        if not asker.hosts and options.get("cluster_by") != "groups":
            raise Refused(N_("The facilitator puts ideas into clusters in this step."), code="not_host")
    elif not spec.yields or options.get("form") == "choice" or (step is None and spec is not PARKING):
        raise Refused(N_("This step does not ask for that."), code="not_asked")
    if spec.yields == "evidence" and not options.get("evidence"):
        raise Refused(N_("Examples are not asked for in this step."), code="not_asked")


def cluster_for(workshop: Workshop, command: AddCard, spec: StepKind, asker: Asker) -> str | None:
    """The cluster a new card goes into at once: a living one of its step that this person may fill."""
    if command.cluster is None:
        return None
    into = living_cluster(workshop, command.cluster)
    if into.step != command.step or spec.key == "cluster":
        raise Refused(N_("Cards go into a cluster of their own step."), code="wrong_cluster")
    clustering(workshop, (into,), asker)
    return into.id


def phases(spec: StepKind) -> tuple[str, ...]:
    """Clusters are made of what is shown; what is written alone first waits for the step to be open."""
    return (OPEN,) if spec.solo_first else (OPEN, REVEALED)


def hides(workshop: Workshop, step: Step | None, spec: StepKind) -> bool:
    """Whether a new card waits for the reveal: written alone first, or within one group."""
    if step is None or spec.key == "cluster":
        return False
    return spec.solo_first or (spec.by == "group" and not options_of(step).get("see_others"))


def first_words(spec: StepKind, values: Mapping[str, Value]) -> None:
    """A card says something: at least one of its texts has words."""
    texts = [field.key for field in spec.fields if isinstance(field, Text)]
    if texts and not any(values.get(key) for key in texts):
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
    most = most_cards(step, spec)
    cards = workshop.cards_of(step.id, spec.yields)
    if sum(card.group == group if spec.by == "group" else card.for_ == asker.whose for card in cards) >= most:
        raise Refused(N_("At most %(limit)s here. Take one back to write another."), code="no_cards_left", limit=most)


def most_cards(step: Step, spec: StepKind) -> int:
    """The step's own number. Metrics and actions have none: how many a goal has is for the checks to say."""
    said = options_of(step).get("evidence_limit" if spec.yields == "evidence" else "each")
    return said if isinstance(said, int) else limits.CARDS_PER_SEAT_AND_STEP


def revise_card(workshop: Workshop, command: ReviseCard, asker: Asker) -> list[Event]:
    """The field changes, unless somebody changed it meanwhile: then both texts are kept."""
    card = own(workshop, command.card, asker)
    writable(workshop, card.step, asker)
    spec = card_kind(workshop.steps.get(card.step), card.kind)
    field = spec.field(command.field)
    if field is None:
        raise Refused(N_("This step does not ask for that."), code="no_such_field", field=command.field)
    value = fits(workshop, field, command.value)
    language = tongue(command.language)
    now = current(card, command.field, language)
    if value == now:
        return []
    on_its_way(spec, field, value, lambda key: current(card, key, language))
    if isinstance(field, Text | Person) and now and now != command.base:
        return [WordingKept(card.id, command.field, str(value), language)] if value else []
    return [CardRevised(card.id, command.field, value, language)]


def on_its_way(spec: StepKind, field: Field, value: Value, said: Callable[[str], Value]) -> None:
    """Refused where values on the way and their target would part; `said`: what the card says otherwise."""
    if isinstance(field, Interim):
        lies_between(field, value, said)
    for each in spec.fields:
        if isinstance(each, Interim) and each.target == field.key:
            leads_somewhere(value, said(each.key), field.key)


def current(card: Card, field: str, language: str) -> Value:
    """What a field says now in one language."""
    now = card.answers.get(field)
    return now.texts.get(language, "") if isinstance(now, Said) else now


def choose_wording(workshop: Workshop, card: str, field: str, language: str, value: str, asker: Asker) -> list[Event]:
    found = own(workshop, card, asker)
    if not any((kept.field, kept.language) == (field, language) for kept in found.kept):
        return []
    writable(workshop, found.step, asker)
    asked = card_kind(workshop.steps.get(found.step), found.kind).field(field)
    return [WordingChosen(card, field, str(fits(workshop, asked, value) or "") if asked else "", language)]


def check_wording(workshop: Workshop, card: str, field: str, language: str, asker: Asker) -> list[Event]:
    """Somebody else than its writer says that a parallel text means the same."""
    found = own(workshop, card, asker)
    writable(workshop, found.step, asker)
    now = found.answers.get(field)
    wording = now.wordings.get(language) if isinstance(now, Said) else None
    if wording is None or not wording.text:
        raise Refused(N_("There is no text in that language yet."), code="no_text", field=field)
    if wording.by == asker.whose:
        raise Refused(N_("Somebody else than its writer checks a text."), code="own_words", field=field)
    return [] if wording.checked_by else [WordingChecked(card, field, language)]


def mute_hint(workshop: Workshop, card: str, check: str, asker: Asker) -> list[Event]:
    """A hint that its group leaves as it is; only of checks that there are, so that the list stays short."""
    found = own(workshop, card, asker)
    if not any(check in checks for checks in CHECKS.values()):
        raise Refused(N_("This step does not ask for that."), code="no_such_check", field="check")
    return [] if check in found.muted else [HintMuted(card, check)]


def withdraw_card(workshop: Workshop, card: str, asker: Asker) -> list[Event]:
    """A card goes, and what lay in it lies loose again; on open ballots clusters stay."""
    if existing_card(workshop, card).withdrawn:
        return []
    found = own(workshop, card, asker)
    writable(workshop, found.step, asker)
    if found.kind == "cluster":
        no_open_vote(workshop)
    return [*freeing(workshop, card), CardWithdrawn(card)]


def take_out(workshop: Workshop, card: str, reason: str) -> list[Event]:
    """A host takes a card from everybody's eyes but its author's; a cluster not while people vote on it."""
    found = existing_card(workshop, card)
    if not found.alive:
        return []
    if found.kind == "cluster":
        no_open_vote(workshop)
    return [CardTakenOut(card, within(reason, limits.REASON, "reason"))]


def put_back(workshop: Workshop, card: str) -> list[Event]:
    found = existing_card(workshop, card)
    if found.taken_out is None:
        return []
    if found.kind == "cluster":
        no_open_vote(workshop)
    return [CardPutBack(card)]
