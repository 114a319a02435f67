"""A field of a card as it is answered by pen. Every sort of field has its way, so a new kind of step has one too."""

from facilitation.report.paper.shapes import Answer, Lines, Ticks
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.steps.kind import (
    Card,
    Choice,
    Day,
    Field,
    Interim,
    Library,
    Objective,
    Scale,
    Statement,
    StepKind,
    Text,
    Value,
)
from facilitation.words import N_

LETTERS_A_LINE = 70
"""What a hand writes on one line of a sheet."""
MOST_LINES = 5


def asked(kind: StepKind, to: Reader) -> tuple[Answer, ...]:
    """What a card of this kind asks in the room."""
    return tuple(answer(field, to) for field in kind.fields if field.live)


def answer(field: Field, to: Reader) -> Answer:
    label, help = to.words(field.label), to.words(field.help) if field.help else ""
    match field:
        case Text():
            return Lines(label, min(MOST_LINES, max(field.lines, field.limit // (2 * LETTERS_A_LINE))), help)
        case Scale():
            return Ticks(label, tuple(Words(str(level)) for level in range(field.low, field.high + 1)), help)
        case Choice():
            return Ticks(label, tuple(to.line(name) for _key, name in field.choices), help)
        case Objective():
            return Lines(label, 1, to.words(N_("its number, such as %(example)s"), example=example(to)))
        case Statement() | Library() | Card():
            return Lines(label, 1, help or to.words(N_("its number or its words")))
        case Interim():
            return Lines(label, 2, help)
        case Day():
            return Lines(label, 1, help or to.words(N_("day, month, year")))
        case _:
            # A role, a figure, or a sort of field that paper has not met: a line to write on serves every answer.
            return Lines(label, 1, help)


def example(to: Reader) -> str:
    return next((objective.id for objective in to.pack.strategy.objectives), "1.1")


def whole(value: Value, otherwise: int) -> int:
    """An option that is a count."""
    return value if isinstance(value, int) else otherwise
