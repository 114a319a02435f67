"""What a plan's records say of it: whose it is, who answers for it, how it was approved, where it is filed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from facilitation.report.blocks import Block, Column, Table
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import N_, Parallel

NAMES: Parallel = {"fi": "suomi", "sv": "svenska", "en": "English"}
ORGANISATION, PERIOD, OWNER = N_("Organisation"), N_("Period"), N_("Owner")
PUBLIC, RECORDS = N_("Publicity"), N_("Records class")
TITLE, SUMMARY, BACKGROUND = N_("Title"), N_("Summary"), N_("Background and mandate")
REASON = N_("Why no goal goes to planning or to the performance agreement")
WHOLE = "plan"
"""The sheet of what the plan says of itself, a row a part."""
PUBLICITY = {"public": N_("Public"), "internal": N_("Internal"), "secret": N_("Secret")}


def head(plan: Plan, to: Reader) -> Iterator[Block]:
    """Once somebody answers for it; a workshop's draft has nobody yet."""
    if plan.owner or plan.approver or plan.record_number or plan.approved_on:
        columns = (Column(to.words(N_("Item")), 2), Column(to.words(N_("In this plan")), 5))
        yield Table(to.words(N_("About this plan")), columns, tuple(rows(plan, to)))


def rows(plan: Plan, to: Reader) -> Iterator[tuple[Words, Words]]:
    return ((to.line(name), value) for name, value in parts(plan, to))


def slug(name: str) -> str:
    """A part's row in the sheet of the whole, the same in every language."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def at_part(name: str) -> str:
    """Where a part of the plan is told, as `Words.at`."""
    return f"{WHOLE}/{slug(name)}/text"


def parts(plan: Plan, to: Reader) -> Iterator[tuple[str, Words]]:
    """What there is to say, each under a sentence of the catalogue."""
    languages = to.listed([NAMES.get(code, code) for code in plan.languages])
    publicity = to.words(PUBLICITY[plan.publicity]) if plan.publicity in PUBLICITY else plan.publicity
    for name, value in (
        (ORGANISATION, to.theirs(plan.organisation)),
        (PERIOD, to.theirs(plan.period.name)),
        (N_("Version"), Words(plan.version)),
        (OWNER, to.theirs(plan.owner)),
        (N_("Approved by"), to.theirs(plan.approver)),
        (N_("Approved on"), Words(to.day(plan.approved_on) if plan.approved_on else "")),
        (N_("Record number"), to.theirs(plan.record_number)),
        (PUBLIC, Words(publicity, theirs=True)),
        (RECORDS, to.theirs(plan.records_class)),
        (N_("Languages"), Words(languages)),
        (N_("Version of the strategy"), Words(plan.strategy_version)),
    ):
        if value.text and value.text != NOTHING:
            yield name, replace(value, at=at_part(name))


NOTHING = "\N{EN DASH}"
