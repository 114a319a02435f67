"""The current state on paper: all that is asked about every statement, what shows it, then those that matter most."""

from collections.abc import Iterator, Mapping

from facilitation.live.asking import asked
from facilitation.live.state import Workshop
from facilitation.report.paper.fields import whole
from facilitation.report.paper.shapes import Answer, Blanks, Column, Grid, Group, Row
from facilitation.report.reader import Reader
from facilitation.shapes import Statement
from facilitation.steps import options_of
from facilitation.steps.kind import Step, Value
from facilitation.words import N_

LONG_FORM = (
    ("importance", N_("How important is it for us?")),
    ("certainty", N_("How certain are you?")),
    ("target", N_("Where should we be?")),
)


def ladder(workshop: Workshop, step: Step, to: Reader) -> Iterator[Answer]:
    """Statements by theme, numbered as on the screens."""
    options, named = options_of(step), set(asked(workshop, step.id))
    statements = [each for each in to.pack.statements if each.id in named]
    yield Grid(
        to.words(N_("One tick on every line")), (*rungs(to), *beside(to)), tuple(themes(statements, options, to))
    )
    if options["evidence"]:
        heads = (to.words(N_("Number")), to.words(N_("Example or evidence")))
        yield Blanks(to.words(N_("Examples or evidence")), heads, whole(options["evidence_limit"], 1))
    if most := min(whole(options["pick"], 0), len(statements)):
        label = to.words(N_("The numbers of the %(n)s that matter most to you"), n=most)
        yield Blanks(label, ("",) * most, 1)


def themes(statements: list[Statement], options: Mapping[str, Value], to: Reader) -> Iterator[Group]:
    numbers = {each.id: str(number) for number, each in enumerate(statements, 1)}
    for place, theme in enumerate(to.pack.strategy.themes, 1):
        of_theme = [each for each in to.pack.statements_of(theme.id) if each.id in numbers]
        rows = tuple(row for each in of_theme for row in about(each, numbers[each.id], options, to))
        if rows:
            yield Group(to.official(f"strategy.themes.{theme.id}.name", theme.name, before=f"{place} "), rows)


def about(statement: Statement, number: str, options: Mapping[str, Value], to: Reader) -> Iterator[Row]:
    """A statement, and below it what the long form asks about it."""
    said = to.official(f"statements.{statement.id}", statement.text)
    yield Row(said, len(rungs(to)) + len(beside(to)), number)
    for key, words in LONG_FORM:
        if options.get(key):
            yield Row(to.line(words), len(rungs(to)))


def rungs(to: Reader) -> tuple[Column, ...]:
    return tuple(Column(str(level.value), to.plain(level.name)) for level in to.pack.scale.levels)


def beside(to: Reader) -> tuple[Column, ...]:
    """The two answers that are no level."""
    scale = to.pack.scale
    return Column("?", to.plain(scale.dont_know)), Column("–", to.plain(scale.not_applicable))
