"""The plans that a report of several is made from: of each the version, the number of its log and its digest.

What a plan's own file bears stands in a file of many plans too, so that any of them can be held against its log.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitation.report.blocks import Column, Headline, Report, Section, Table
from facilitation.report.reader import Reader
from facilitation.report.tabled.columns import NARROW, WIDE, sheet
from facilitation.report.tabled.columns import Column as Cells
from facilitation.report.texts import Words
from facilitation.signs import sign
from facilitation.words import N_

TITLE = N_("The plans behind this")


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as it was read: whose, by name; which version; after which event of its log; the data's first signs."""

    organisation: str
    plan: str
    version: str
    event: int
    digest: str


def resting(told: Report, on: Sequence[ReadPlan], to: Reader) -> Report:
    """The report with what it rests on: a table at its end, a sheet, and a line behind every page."""
    if not on:
        return told
    return replace(
        told,
        sections=(*told.sections, section(on, to)),
        sheets=(*told.sheets, sheet("sources", TITLE, COLUMNS, [(each.plan, each) for each in on], to)),
        origin=(*told.origin, together(on, to)),
        mark=signed(on),
    )


def signed(on: Sequence[ReadPlan]) -> str:
    """One sign for all: that of their lines of plan, version, event and digest, as the table has them."""
    return sign("".join(f"{each.plan} {each.version} {each.event} {each.digest}\n" for each in on))


def together(on: Sequence[ReadPlan], to: Reader) -> str:
    told = N_("From %(n)s plans, each with its version, event and digest under “%(title)s”; together %(digest)s.")
    return to.words(told, n=len(on), title=to.words(TITLE), digest=signed(on))


def section(on: Sequence[ReadPlan], to: Reader) -> Section:
    title = to.words(TITLE)
    made = to.counted(N_("Made from one plan"), N_("Made from %(n)s plans"), len(on))
    heads = ((ORGANISATION, 3.4), (PLAN, 2.6), (VERSION, 1.2), (EVENT, 1.4), (DIGEST, 2.2))
    columns = tuple(Column(to.words(head), width) for head, width in heads)
    return Section(title, (Headline(made, title), Table(title, columns, tuple(map(_row, on)))))


def _row(each: ReadPlan) -> tuple[Words, ...]:
    cells = (each.plan, each.version, str(each.event), each.digest)
    return (Words(each.organisation, theirs=True), *map(Words, cells))


ORGANISATION, PLAN, VERSION = N_("Organisation"), N_("Plan"), N_("Version")
EVENT, DIGEST = N_("Event of the log"), N_("Digest")
COLUMNS: tuple[Cells[ReadPlan], ...] = (
    Cells("organisation", ORGANISATION, lambda each, to: each.organisation, width=WIDE),
    Cells("plan", PLAN, lambda each, to: each.plan, "code", 18),
    Cells("version", VERSION, lambda each, to: each.version, "code", NARROW),
    Cells("event", EVENT, lambda each, to: each.event, "number", NARROW),
    Cells("digest", DIGEST, lambda each, to: each.digest, "code", 18),
)
