"""What stands behind a line of the plan: the cards it was built on, their votes, and how the marks spread."""

from dataclasses import dataclass
from typing import TypedDict

from facilitation.live.longform import Long
from facilitation.live.results import dots_of, levels_of, long_form_of, matrix_of
from facilitation.live.spread import Line
from facilitation.live.state import Agreed, Card, Workshop
from facilitation.live.tally import Counted, Placed
from facilitation.live.voting import inside
from facilitation.packs import Pack
from facilitation.plans.reading import line
from facilitation.shapes import Evidence, Statement
from facilitation.steps import options_of


class Votes(TypedDict, total=False):
    """A card's dots and place on the matrix, as fields of Evidence."""

    dots: int | None
    rank: int | None
    tied: bool
    people: int | None
    importance: float | None
    feasibility: float | None


@dataclass(frozen=True, slots=True)
class Behind:
    """All evidence of a workshop, read once: votes by card, marks and agreed levels by statement."""

    workshop: Workshop
    pack: Pack
    dots: dict[str, Counted]
    places: dict[str, Placed]
    lines: dict[str, Line]
    levels: dict[str, Agreed]
    long: dict[str, Long]

    def agreed(self, objectives: tuple[str, ...]) -> tuple[int | None, int | None]:
        """The room's agreed level and target for the first objective it agreed one for; else the strategy's own."""
        of = (self.levels[each.id] for each in self.statements(objectives) if each.id in self.levels)
        if found := next(of, None):
            return found.level, found.target
        given = (self.pack.strategy.objective(each) for each in objectives)
        levels = next((each.levels for each in given if each and each.levels), None)
        return (levels.start, levels.target) if levels else (None, None)

    def statements(self, objectives: tuple[str, ...]) -> list[Statement]:
        return [each for each in self.pack.statements if each.objective in objectives]

    def unit(self, card: Card) -> str:
        """The organisation a group drafted for, where it drafts for its own."""
        group = self.workshop.groups.get(card.group or "")
        step = self.workshop.steps.get(card.step)
        own = step is not None and bool(options_of(step).get("own_organisation"))
        return group.organisation if group and own else ""

    def goal(self, card: Card, objectives: tuple[str, ...]) -> Evidence:
        """The cards, votes and spread behind a goal."""
        basis = self.workshop.cards.get(line(card, "built_on"))
        marks = next((self.lines[each.id] for each in self.statements(objectives) if each.id in self.lines), None)
        return Evidence(
            cards=(card.id, *self.basis(basis)),
            statements=tuple(each.id for each in self.statements(objectives)),
            decisions=tuple(made.id for made in self.workshop.decisions.values() if basis and basis.id in made.cards),
            groups=(card.group,) if card.group else (),
            workshop=card.source,
            median=marks.median if marks else None,
            low=marks.low if marks else None,
            high=marks.high if marks else None,
            n=marks.n if marks else None,
            picks=marks.picks if marks else None,
            **self.votes(basis),
        )

    def basis(self, card: Card | None) -> tuple[str, ...]:
        return (card.id, *(each.id for each in inside(self.workshop, card.id))) if card else ()

    def votes(self, card: Card | None) -> Votes:
        """How a card fared in the votes."""
        if card is None:
            return {}
        dots, place = self.dots.get(card.id), self.places.get(card.id)
        if dots:
            return Votes(dots=dots.dots, rank=dots.rank, tied=dots.tied, people=dots.people)
        return Votes(importance=place.importance, feasibility=place.feasibility, people=place.n) if place else {}


def behind(workshop: Workshop, pack: Pack) -> Behind:
    """All evidence of a workshop; of several steps of one kind the later one counts, before what came along."""
    known = Behind(workshop, pack, {}, {}, {}, dict(workshop.levels), {})
    for step in workshop.order:
        kind = workshop.steps[step].kind
        if kind == "vote":
            known.dots.update({each.card: each for each in counted(workshop, step)})
            known.places.update({each.card: each for each in placed(workshop, step)})
        if kind == "current_state":
            shown = levels_of(workshop, step)
            known.lines.update({each.id: each for each in shown.statements} if shown else {})
            known.levels.update(workshop.work[step].agreed)
            known.long.update(long_form_of(workshop, step))
    return known


def counted(workshop: Workshop, step: str) -> tuple[Counted, ...]:
    shown = dots_of(workshop, step) if options_of(workshop.steps[step])["form"] == "dots" else None
    return shown.cards if shown else ()


def placed(workshop: Workshop, step: str) -> tuple[Placed, ...]:
    shown = matrix_of(workshop, step) if options_of(workshop.steps[step])["form"] == "matrix" else None
    return shown.cards if shown else ()
