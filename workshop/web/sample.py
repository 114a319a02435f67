"""A small report of no workshop: neutral words by which an editor sees what a template makes of ours."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask_babel import format_decimal
from flask_babel import gettext as _

from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Paragraph,
    Phrases,
    Properties,
    Quote,
    Report,
    Section,
    SpanRow,
    Spans,
    Table,
)
from facilitation.report.charts import (
    Bar,
    LevelChart,
    LevelSpan,
    Point,
    Spread,
    SpreadChart,
    SpreadWords,
    Timeline,
    TrajectoryChart,
    TrajectoryWords,
    Votes,
    VotesChart,
)
from facilitation.report.texts import Words

LEVELS = (1, 5)
MARKS = ((2.0, 1.0, 4.0), (3.0, 3.0, 4.0), (4.0, 3.5, 4.5))
LEVEL_SPANS = ((1, 4), (2, 3), (2, 5))
DOTS = (14, 9, 4)
WAY, MEASURED = (10, 40, 80), (10, 18, 24)
GOALS = 4
MONTH = timedelta(days=30)


def sample(language: str, today: date, organisation: str) -> Report:
    """Every kind of slide that our decks have, in the reader's language."""
    title = _("Sample of a template")
    return Report(
        title=title,
        subtitle=organisation or _("Organisation"),
        language=language,
        sections=(
            Section(_("Words"), tuple(words())),
            Section(_("Tables"), tuple(tables())),
            Section(_("Charts"), (*charts(), *ways(today))),
            Section(_("A long part"), tuple(goals(today)), lead=_("A part of many slides begins with one of its own.")),
        ),
        properties=Properties(organisation=organisation, made=today),
        footer=" · ".join(filter(None, (organisation, title))),
        origin=(_("Made to try the template. These words belong to no workshop."),),
        phrases=Phrases(part=_("%(part)s of %(parts)s", part="%(part)s", parts="%(parts)s")),
    )


def name(number: int) -> Words:
    return Words(_("Sample %(number)s", number=number))


def names(count: int) -> list[Words]:
    return [name(number) for number in range(1, count + 1)]


def words() -> Iterator[Block]:
    yield Headline(_("What was found stands as a sentence at the top"), _("Words"))
    yield KeyFigures(
        (Figure("3", _("samples")), Figure("25", _("answers")), Figure(format_decimal(1.4), _("on average")))
    )
    yield Paragraph(Words(_("What one reads, if one reads nothing else, stands in larger letters.")), lead=True)
    yield Bullets(
        (
            Words(_("A short line of a list.")),
            Words(_("A line that says somewhat more, so that it runs over the edge and goes on underneath.")),
        )
    )


def tables() -> Iterator[Block]:
    yield Headline(_("A table keeps its head on every slide"), _("Tables"))
    columns = (Column(_("Name"), 3), Column(_("Owner"), 2), Column(_("Value"), 1, figures=True))
    rows = tuple((each, Words(_("Unit")), Words(str(10 * number))) for number, each in enumerate(names(14), 1))
    yield Table(_("Samples with their values"), columns, rows)
    yield Note(Words(_("A note stands in small letters.")))


def charts() -> Iterator[Block]:
    yield Headline(_("A chart can be edited as any other"), _("Charts"))
    spread = SpreadWords(
        _("Lower quartile"), _("Median"), _("Upper quartile"), _("Middle half"), _("Disagreement"), _("Answers")
    )
    marked = (Spread(name(at), *marks, n=25, disagrees=at == 1) for at, marks in enumerate(MARKS, 1))
    yield SpreadChart(_("Answers by sample"), tuple(marked), spread, *LEVELS)
    yield Headline(_("From one level to another"), _("Charts"))
    levels = (LevelSpan(name(at), *span) for at, span in enumerate(LEVEL_SPANS, 1))
    yield LevelChart(_("Levels by sample"), tuple(levels), _("Agreed level"), _("Target level"), *LEVELS)
    yield Headline(_("Counted and put in order"), _("Charts"))
    counted = (Votes(name(at), dots, chosen=at == 1) for at, dots in enumerate(DOTS, 1))
    yield VotesChart(_("Dots by sample"), tuple(counted), _("Dots"), _("Chosen"))


def ways(today: date) -> Iterator[Block]:
    yield Headline(_("From baseline to target"), _("Charts"))
    names = TrajectoryWords(_("Day"), _("As planned"), _("As measured"), _("Preliminary"), _("Range"))
    planned = tuple(Point(today + 12 * at * MONTH, value) for at, value in enumerate(WAY))
    measured = tuple(Point(today + 4 * at * MONTH, value, preliminary=at == 2) for at, value in enumerate(MEASURED))
    yield TrajectoryChart(name(1).text, planned, names, "%", actual=measured)


def goals(today: date) -> Iterator[Block]:
    for each in names(GOALS):
        yield Headline(_("%(name)s says where it begins and where it leads", name=each.text), _("Goal"))
        yield Spans((SpanRow(_("From"), Words(_("As it is now.")), _("To"), Words(_("As it will be."))),))
        yield Quote(Words(_("What somebody said stands as it was said."), theirs=True))
    yield Headline(_("What happens when"), _("Timeline"))
    bars = (Bar(each, today + at * MONTH, today + (at + 4) * MONTH, at) for at, each in enumerate(names(3), 1))
    yield Timeline(_("Samples from start to end"), tuple(bars), _("Start"), _("End"), _("Days"))
