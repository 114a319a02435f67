"""A report as plain data for the template: texts made printable, charts made tables. Nothing in it is ever markup."""

from collections.abc import Iterator
from typing import Any

from facilitation.report.blocks import Block, Headline, Phrases, Properties, Provenance, Report, Section
from workshop.exports.pdf.blocks import written
from workshop.exports.pdf.letters import printable
from workshop.exports.pdf.texts import Data, heading, language, words

REGIONS = {"fi": "FI", "sv": "FI", "en": "GB"}
LONGEST_CONTENTS = 60
"""With more findings than this, the table of contents names the sections only."""


def content(report: Report) -> Data:
    """The whole report; what it rests on stands apart, as an annex."""
    return {
        "title": heading(report.title) or "–",
        "lines": printable(report.subtitle).split("\n"),
        "language": language(report.language) or "en",
        "region": REGIONS.get(report.language),
        "footer": printable(report.footer),
        "properties": properties(report.properties),
        "phrases": phrases(report.phrases),
        "origin": [printable(line) for line in report.origin],
        "depth": 2 if sum(map(findings, report.sections)) <= LONGEST_CONTENTS else 1,
        "sections": [section(each, report.language) for each in report.sections],
        "annex": [data for each in report.sections for data in annex(each)],
    }


def properties(about: Properties) -> Data:
    made = about.made
    return {
        "subject": printable(about.subject),
        "organisation": printable(about.organisation),
        "keywords": printable(about.keywords),
        "made": [made.year, made.month, made.day] if made else None,
    }


def phrases(said: Phrases) -> Data:
    names = ("part", "unconfirmed", "contents", "provenance")
    return {name: printable(getattr(said, name)) for name in names}


def findings(each: Section) -> int:
    return sum(isinstance(block, Headline) for block in each.blocks)


def section(each: Section, to: str) -> Data:
    blocks = [data for block, about in topics(each) for data in written(block, to, about)]
    return {
        "title": heading(each.title),
        "lead": printable(each.lead),
        "blocks": blocks,
        "unconfirmed": holds(blocks, "unconfirmed"),
    }


def topics(each: Section) -> Iterator[tuple[Block, str]]:
    """Every block with the topic it stands under."""
    about = each.title
    for block in each.blocks:
        if isinstance(block, Headline):
            about = block.about or each.title
        yield block, about


def annex(each: Section) -> Iterator[Data]:
    """What a section's findings rest on, under the finding's name."""
    about = each.title
    for block in each.blocks:
        if isinstance(block, Headline):
            about = block.text
        if isinstance(block, Provenance) and block.lines:
            yield {"about": printable(about), "lines": [words(line) for line in block.lines]}


def holds(data: Any, name: str) -> bool:
    """Whether anything in here is marked so."""
    if isinstance(data, dict):
        return bool(data.get(name)) or any(holds(each, name) for each in data.values())
    return isinstance(data, list) and any(holds(each, name) for each in data)
