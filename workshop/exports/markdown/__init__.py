"""Markdown: a report as plain text with headings, lists and pipe tables, for wikis and repositories."""

from collections.abc import Iterator

from facilitation.report.blocks import Headline, Provenance, Report, Section
from facilitation.report.doubts import unconfirmed
from workshop.exports import Brought, Told
from workshop.exports.markdown.blocks import written
from workshop.exports.markdown.signs import DOUBT, broken, bullet, one_line

NOTHING = "\N{EN DASH}"


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    """The report in CommonMark with the tables of GitHub; it has no use for a template."""
    parts = [f"# {one_line(report.title) or NOTHING}", broken(report.subtitle)]
    for number, section in enumerate(report.sections, 1):
        parts += [f"## {one_line(section.title) or NOTHING}", broken(section.lead), *_section(section, report)]
        told(number, len(report.sections))
    whole = "\n\n".join(filter(None, (*parts, *_annex(report)))) + "\n"
    return whole.encode("utf-8", "ignore")


def _section(section: Section, report: Report) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Headline):
            yield f"### {one_line(block.text) or NOTHING}"
        else:
            yield from written(block, report.language, report.phrases.item)


def _annex(report: Report) -> Iterator[str]:
    """What the lines above rest on, under their headlines, and where it all comes from."""
    found = [part for section in report.sections for part in _rests_on(section)]
    unsure = any(unconfirmed(block) for section in report.sections for block in section.blocks)
    if found or report.origin:
        yield f"## {one_line(report.phrases.provenance)}"
    yield "\n".join(bullet(line) for line in report.origin)
    yield from found
    yield f"{DOUBT} {one_line(report.phrases.unconfirmed)}" if unsure else ""


def _rests_on(section: Section) -> Iterator[str]:
    about = section.title
    for block in section.blocks:
        match block:
            case Headline(text):
                about = text
            case Provenance(lines) if lines:
                yield f"### {one_line(about) or NOTHING}"
                yield "\n".join(bullet(line.text) for line in lines)
            case _:
                continue
