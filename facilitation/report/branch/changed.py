"""What changed since the last round."""

from collections.abc import Iterator

from facilitation.consolidation import Branch, GoalChange, changes
from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.branch.naming import numbered, unit_name
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.words import N_

HOW = {"new": N_("New"), "gone": N_("No longer there"), "changed": N_("Changed: %(parts)s")}


def section(before: Branch | None, now: Branch, to: Reader) -> Section:
    return Section(to.words(N_("What changed since the last round")), tuple(_blocks(before, now, to)))


def _blocks(before: Branch | None, now: Branch, to: Reader) -> Iterator[Block]:
    about = to.words(N_("What changed since the last round"))
    if before is None:
        return
    found = changes(before, now)
    if not found:
        yield Headline(to.words(N_("Nothing has changed since the last round")), about)
        yield Note(to.line(N_("The same plans, and in them the same goals.")))
        return
    yield Headline(
        to.words(
            N_("Since the last round: plans %(new)s new, %(gone)s withdrawn; goals %(goals)s changed"),
            new=len(found.arrived),
            gone=len(found.withdrawn),
            goals=len(found.goals),
        ),
        about,
    )
    rows = (
        *((unit_name(unit, to), to.line(N_("The whole plan")), to.line(HOW["new"])) for unit in found.arrived),
        *((unit_name(unit, to), to.line(N_("The whole plan")), to.line(HOW["gone"])) for unit in found.withdrawn),
        *((unit_name(each.goal.unit, to), numbered(each.goal, to), _how(each, to)) for each in found.goals),
    )
    yield Table(
        to.words(N_("Plans and goals that are new, gone or changed")),
        (
            Column(to.words(N_("Unit")), 2),
            Column(to.words(N_("Goal")), 4.4),
            Column(to.words(N_("What happened")), 2.6),
        ),
        rows,
    )


def _how(each: GoalChange, to: Reader) -> Words:
    if not each.parts:
        return to.line(HOW[each.how])
    return to.line(HOW[each.how], parts=to.listed([to.words(part) for part in each.parts]))
