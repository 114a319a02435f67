"""What one person gave, in words to keep: cards, marks, picks, votes, choices and confidence, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.live.state import Card, Mark, Said, Work, Workshop
from facilitation.report.lists import interim_targets
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.steps import card_kind
from facilitation.steps.interim import read
from facilitation.steps.kind import Card as CardField
from facilitation.steps.kind import Choice, Day, Field, Interim, Library, Objective, Statement
from facilitation.words import said
from workshop.languages import day, reader_language
from workshop.web.days import title_of


@dataclass(frozen=True, slots=True)
class Line:
    """A label, what was given, and the language it is in."""

    label: str
    text: str
    language: str


Given = list[Line]
"""One contribution."""


def own_words(workshop: Workshop, to: Reader, seat: str) -> list[tuple[str, list[Given]]]:
    """By step: its title and everything the seat gave in it."""
    titles = {step: title_of(workshop.steps[step]) for step in workshop.order} | {"": _("Parking lot")}
    found = ((titles[step], list(in_step(workshop, to, seat, step))) for step in titles)
    return [(name, given) for name, given in found if given]


def in_step(workshop: Workshop, to: Reader, seat: str, step: str) -> Iterator[Given]:
    cards = [card for card in workshop.cards.values() if card.step == step and card.for_ == seat and not card.withdrawn]
    yield from (lines(workshop, to, card) for card in cards)
    if step in workshop.work:
        answers = list(answered(workshop, to, workshop.work[step], seat))
        yield from [answers] if answers else []


def lines(workshop: Workshop, to: Reader, card: Card) -> Given:
    kind = card_kind(workshop.steps.get(card.step), card.kind)
    return [
        Line(to.words(field.label), text, language)
        for field in kind.fields
        for language, text in texts(workshop, to, field, card)
    ]


def texts(workshop: Workshop, to: Reader, field: Field, card: Card) -> list[tuple[str, str]]:
    """An answer in words: people's own in each language, anything chosen as the reader reads it."""
    answer = card.answers.get(field.key)
    if isinstance(answer, Said):
        return [(each, wording.text) for each, wording in answer.wordings.items() if wording.text]
    if answer in (None, "", []):
        return []
    chosen = answer if isinstance(answer, list) else [answer]
    return [(reader_language(), ", ".join(worded(workshop, to, field, str(each)) for each in chosen))]


def worded(workshop: Workshop, to: Reader, field: Field, answer: str) -> str:
    """What an id or key stands for."""
    match field:
        case Statement():
            return asked(to, answer)
        case Objective():
            objective = to.pack.strategy.objective(answer)
            path = f"strategy.objectives.{answer}"
            return marked(to.official(path, objective.text, f"{answer} ")) if objective else answer
        case Library():
            entry = to.pack.metric(answer)
            return marked(to.official(f"library.{answer}.name", entry.name)) if entry else answer
        case CardField():
            return face(workshop, answer)
        case Choice(choices=choices):
            return to.words(dict(choices).get(answer, answer))
        case Interim():
            return interim_targets([read(answer)], reader_language())
        case Day():
            return day(date.fromisoformat(answer))
        case _:
            return answer


def marked(words: Words) -> str:
    """The method's wording as letters; the page says what the mark means."""
    return f"{words.text}\N{NO-BREAK SPACE}*" if words.unconfirmed else words.text


def face(workshop: Workshop, card: str) -> str:
    """What another card is called."""
    found = workshop.cards.get(card)
    answers = [found.answers.get(key) for key in ("name", "to", "text")] if found else []
    return next((said(each.texts, reader_language()) for each in answers if isinstance(each, Said)), "")


def answered(workshop: Workshop, to: Reader, work: Work, seat: str) -> Iterator[Line]:
    """Answers that are no cards, each as one line."""
    here = reader_language()
    own_marks = ((statement, marks[seat]) for statement, marks in work.book.items() if seat in marks)
    yield from (Line(asked(to, statement), level(to, mark), here) for statement, mark in own_marks)
    yield from (Line(_("Matters most"), asked(to, each), here) for each in work.picks.get(seat, ()))
    for card, dots in work.dots.get(seat, {}).items():
        yield Line(face(workshop, card), ngettext("%(num)d dot", "%(num)d dots", dots), here)
    for card, (importance, feasibility) in work.places.get(seat, {}).items():
        yield Line(face(workshop, card), place(importance, feasibility), here)
    yield from (Line(_("Chosen"), choice, here) for choice in work.choices.get(seat, ()))
    if sure := work.confidence.get(seat):
        yield Line(_("Confidence"), " · ".join(filter(None, (str(sure.level), sure.raise_it))), here)


def asked(to: Reader, statement: str) -> str:
    found = to.pack.statement(statement)
    return marked(to.official(f"statements.{statement}", found.text)) if found else statement


def place(importance: int, feasibility: int) -> str:
    sentence = _("importance %(importance)s, feasibility %(feasibility)s")
    return sentence % {"importance": importance, "feasibility": feasibility}


def level(to: Reader, mark: Mark) -> str:
    """A mark in the words of the scale."""
    if mark.none:
        return to.plain(to.pack.scale.dont_know if mark.none == "dont_know" else to.pack.scale.not_applicable)
    rung = to.pack.scale.level(mark.level) if mark.level else None
    return f"{mark.level}, {to.plain(rung.name)}" if rung else ""
