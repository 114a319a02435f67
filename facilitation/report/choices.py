"""What we chose: the ideas by votes or on the matrix, the focus, and what was left out knowingly."""

from collections.abc import Iterator, Sequence

from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.charts import MatrixChart, Spot, Votes, VotesChart
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import FocusChoice, Plan, Voted
from facilitation.words import N_

CHARTED = 10
MIDDLE = 3


def section(plan: Plan, to: Reader) -> Section:
    return Section(
        to.words(N_("What we chose")),
        tuple(_blocks(plan, to)),
        to.words(N_("The ideas that most of us stood behind, what we took further and what we left out.")),
    )


def _blocks(plan: Plan, to: Reader) -> Iterator[Block]:
    dotted = sorted((card for card in plan.votes if card.dots is not None), key=lambda card: -(card.dots or 0))
    placed = [card for card in plan.votes if card.importance is not None and card.feasibility is not None]
    if dotted:
        yield from _dots(dotted, to)
    if placed:
        yield from _matrix(placed, to)
    yield from _focus(plan, to)


def _dots(cards: Sequence[Voted], to: Reader) -> Iterator[Block]:
    about = to.words(N_("Ideas and votes"))
    yield Headline(first_place(cards, to), about)
    chosen = to.words(N_("Taken further"))
    yield VotesChart(
        to.words(N_("Dots by idea, most first")),
        tuple(Votes(to.theirs(card.text), card.dots or 0, card.chosen) for card in cards[:CHARTED]),
        to.words(N_("Dots")),
        chosen if any(card.chosen for card in cards) else "",
    )
    taken = sum(card.chosen for card in cards)
    yield Headline(
        to.counted(
            N_("One idea of %(of)s was taken further"),
            N_("%(n)s ideas of %(of)s were taken further"),
            taken,
            of=len(cards),
        ),
        about,
    )
    yield Table(
        to.words(N_("All ideas that were voted on")),
        (
            Column(to.words(N_("Place")), 0.8, figures=True),
            Column(to.words(N_("Idea")), 6),
            Column(to.words(N_("Dots")), 0.8, figures=True),
            Column(to.words(N_("People")), 0.9, figures=True),
            Column(chosen, 1.4),
        ),
        tuple(_voted(card, to) for card in cards),
    )


def first_place(cards: Sequence[Voted], to: Reader) -> str:
    """A tie is shown as a tie."""
    most = cards[0].dots
    first = [card for card in cards if card.dots == most]
    if len(first) > 1:
        return to.words(N_("%(n)s ideas share the first place, with %(dots)s dots each"), n=len(first), dots=most or 0)
    return to.words(N_("Most dots: “%(idea)s”"), idea=to.theirs(first[0].text).text.rstrip("."))


def _voted(card: Voted, to: Reader) -> tuple[Words, ...]:
    place = to.number(card.rank) + ("=" if card.tied else "")
    return (
        Words(place),
        to.theirs(card.text),
        Words(to.number(card.dots)),
        Words(to.number(card.people)),
        to.line(N_("Yes")) if card.chosen else Words(to.words(N_("No"))),
    )


def _matrix(cards: Sequence[Voted], to: Reader) -> Iterator[Block]:
    best = max(cards, key=lambda card: (card.importance or 0) + (card.feasibility or 0))
    both = (best.importance or 0) > MIDDLE and (best.feasibility or 0) > MIDDLE
    name = to.theirs(best.text).text.rstrip(".")
    yield Headline(
        to.words(
            N_("Both important and feasible: “%(idea)s”") if both else N_("No idea is both important and feasible"),
            **({"idea": name} if both else {}),
        ),
        to.words(N_("Importance and feasibility")),
    )
    yield MatrixChart(
        to.words(N_("Ideas by importance and feasibility, means on a scale from 1 to 5")),
        tuple(Spot(to.theirs(card.text), card.feasibility or 0, card.importance or 0) for card in cards),
        to.words(N_("Feasibility")),
        to.words(N_("Importance")),
        to.words(N_("Idea")),
    )


def _focus(plan: Plan, to: Reader) -> Iterator[Block]:
    chosen, left_out = plan.focus.chosen, plan.focus.left_out
    if chosen or left_out:
        yield Headline(_weighed(len(chosen), len(left_out), to), to.words(N_("Focus")))
    if chosen:
        yield _reasons(to.words(N_("What we chose to work on")), to.words(N_("Chosen")), chosen, to)
    if left_out:
        yield _reasons(to.words(N_("What we left out and why")), to.words(N_("Left out")), left_out, to)


def _weighed(chosen: int, left_out: int, to: Reader) -> str:
    if not chosen:
        return to.counted(N_("We left one thing out knowingly"), N_("We left %(n)s things out knowingly"), left_out)
    if not left_out:
        return to.counted(N_("We focus on one thing"), N_("We focus on %(n)s things"), chosen)
    return to.counted(
        N_("We focus on one thing and leave %(left_out)s out knowingly"),
        N_("We focus on %(n)s things and leave %(left_out)s out knowingly"),
        chosen,
        left_out=left_out,
    )


def _reasons(caption: str, head: str, choices: Sequence[FocusChoice], to: Reader) -> Table:
    return Table(
        caption,
        (Column(head, 3), Column(to.words(N_("Why")), 4)),
        tuple((subject(choice, to), to.theirs(choice.reason)) for choice in choices),
    )


def subject(choice: FocusChoice, to: Reader) -> Words:
    strategy = to.pack.strategy
    if theme := strategy.theme(choice.about):
        return to.official(f"strategy.themes.{theme.id}.name", theme.name)
    if objective := strategy.objective(choice.about):
        return to.official(f"strategy.objectives.{objective.id}", objective.text)
    return to.theirs(choice.text)
