"""What a plan's records say of it: whose it is, who answers for it, how it was approved, where it is filed."""

from collections.abc import Iterator

from facilitation.report.blocks import Block, Column, Table
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import N_, Parallel

NAMES: Parallel = {"fi": "suomi", "sv": "svenska", "en": "English"}
PUBLICITY = {"public": N_("Public"), "internal": N_("Internal"), "secret": N_("Secret")}


def head(plan: Plan, to: Reader) -> Iterator[Block]:
    """Once somebody answers for it; a workshop's draft has nobody yet."""
    if plan.owner or plan.approver or plan.record_number or plan.approved_on:
        columns = (Column(to.words(N_("Item")), 2), Column(to.words(N_("In this plan")), 5))
        yield Table(to.words(N_("About this plan")), columns, tuple(rows(plan, to)))


def rows(plan: Plan, to: Reader) -> Iterator[tuple[Words, Words]]:
    return ((to.line(name), value) for name, value in parts(plan, to))


def parts(plan: Plan, to: Reader) -> Iterator[tuple[str, Words]]:
    """What there is to say, each under a sentence of the catalogue."""
    languages = to.listed([NAMES.get(code, code) for code in plan.languages])
    publicity = to.words(PUBLICITY[plan.publicity]) if plan.publicity in PUBLICITY else plan.publicity
    for name, value in (
        (N_("Organisation"), to.theirs(plan.organisation)),
        (N_("Period"), to.theirs(plan.period.name)),
        (N_("Version"), Words(plan.version)),
        (N_("Owner"), to.theirs(plan.owner)),
        (N_("Approved by"), to.theirs(plan.approver)),
        (N_("Approved on"), Words(to.day(plan.approved_on) if plan.approved_on else "")),
        (N_("Record number"), to.theirs(plan.record_number)),
        (N_("Publicity"), Words(publicity)),
        (N_("Records class"), to.theirs(plan.records_class)),
        (N_("Languages"), Words(languages)),
        (N_("Version of the strategy"), Words(plan.strategy_version)),
    ):
        if value.text and value.text != NOTHING:
            yield name, value


NOTHING = "\N{EN DASH}"
