"""What every report has around its sections: title, state, footer, properties, and the phrases that writers need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitation.report.blocks import Phrases, Properties, Report, Section
from facilitation.report.reader import Reader
from facilitation.report.sheets import Entry, Sheet
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Frame:
    """Of whom a report is, what it is called, which part of it this is, and in which state; `held`: when, in words."""

    title: str
    organisation: str = ""
    part: str = ""
    state: str = ""
    period: str = ""
    held: str = ""
    made: date | None = None


def framed(
    to: Reader,
    frame: Frame,
    sections: Iterable[Section],
    *,
    origin: Iterable[str] = (),
    sheets: Iterable[Sheet] = (),
    entries: Iterable[Entry] = (),
    data: str = "",
    glance: bool = False,
    mark: str = "",
) -> Report:
    """The report, without sections that have nothing to say."""
    return Report(
        title=frame.title,
        subtitle="\n".join(filter(None, (frame.organisation, frame.part, frame.state, frame.held))),
        language=to.language,
        sections=tuple(section for section in sections if section.blocks),
        properties=Properties(
            subject=" · ".join(filter(None, (frame.period, frame.state))),
            organisation=frame.organisation,
            made=frame.made,
        ),
        # One short line: a part's name says enough, and a line of prose would be read aloud on every page.
        footer=" · ".join(filter(None, (frame.organisation, frame.part or frame.title, frame.state))),
        origin=tuple(origin),
        sheets=tuple(sheets),
        entries=tuple(entries),
        data=data,
        phrases=phrases(to),
        glance=glance,
        mark=mark,
    )


def phrases(to: Reader) -> Phrases:
    words = to.words
    return Phrases(
        part=words(N_("%(part)s of %(parts)s"), part="%(part)s", parts="%(parts)s"),
        unconfirmed=words(N_("Wording not yet confirmed")),
        contents=words(N_("Contents")),
        provenance=words(N_("Where this comes from")),
        stands=words(N_("As it stood")),
        id=words(N_("Id")),
        sheet=words(N_("Sheet")),
        rows=words(N_("Rows")),
        columns=words(N_("Columns")),
        charts=words(N_("Charts")),
        choices=words(N_("Choices")),
        table=words(N_("Table")),
        item=words(N_("Item")),
        rest=words(N_("The rest of this stands in the whole plan")),
    )
