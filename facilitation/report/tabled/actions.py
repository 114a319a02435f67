"""The actions as rows: what is done for which goal, by whom, from when to when."""

from facilitation.report.lists import milestones
from facilitation.report.reader import NONE, Reader
from facilitation.report.sheets import Cell, Drawn, Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, offered, sheet, written
from facilitation.report.tabled.placed import Placed, actions
from facilitation.shapes import Action, Plan
from facilitation.words import N_


def action_rows(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    every = list(actions(plan))
    chart = Drawn(to.words(N_("Actions from start to end")), "span", "text", ("start", "days"))
    drawn = [chart] if any(_days(at, to) for at in every) else []
    return sheet("actions", N_("Actions"), COLUMNS, [(at.it.id, at) for at in every], to, languages, drawn)


def _days(at: Placed[Action], to: Reader) -> Cell:
    start, end = at.it.start, at.it.end
    return (end - start).days + 1 if start and end and end >= start else None


def _milestones(at: Placed[Action], to: Reader) -> Cell:
    words = milestones(at.it.milestones, to)
    return None if words == NONE else words.text


def _in_other_languages(at: Placed[Action], to: Reader) -> Cell:
    return "\n".join(
        f"{name} ({code})"
        for each in at.it.milestones
        for code, name in each.name.items()
        if name and name != to.plain(each.name)
    )


COLUMNS: tuple[Column[Placed[Action]], ...] = (
    Column("goal", N_("Goal"), lambda at, to: at.number, "number", NARROW),
    written("text", N_("Action"), lambda at: at.it.text, width=WIDEST),
    Column("responsible", N_("Responsible"), lambda at, to: at.it.responsible, width=26),
    Column("start", N_("Start"), lambda at, to: at.it.start, "day", DAY),
    Column("end", N_("End"), lambda at, to: at.it.end, "day", DAY),
    Column("days", N_("Days"), _days, "number", NARROW, spare=True),
    offered("action", "status", N_("Status"), lambda at: at.it.status, width=16, spare=False),
    written("deliverable", N_("Deliverable"), lambda at: at.it.deliverable),
    Column("partners", N_("Partners"), lambda at, to: at.it.partners, width=26, spare=True),
    Column("milestones", N_("Milestones"), _milestones, width=WIDE, spare=True),
    Column("milestones_beside", N_("Milestones in other languages"), _in_other_languages, width=WIDE, spare=True),
    Column("effort", N_("Effort (person-days)"), lambda at, to: at.it.effort, "number", 14, spare=True),
    Column("cost", N_("Cost (€)"), lambda at, to: at.it.cost, "number", 14, spare=True),
    Column("funding", N_("Funding"), lambda at, to: at.it.funding, spare=True),
    written("resources", N_("Resources"), lambda at: at.it.resources, spare=True),
    offered("action", "priority", N_("Priority"), lambda at: at.it.priority, width=14),
    Column("yearly", N_("Repeats every year"), lambda at, to: at.it.yearly, "flag", 14, spare=True),
    Column("depends_on", N_("Depends on"), lambda at, to: to.listed(at.it.depends_on), spare=True),
    Column("collects", N_("Brings figures for"), lambda at, to: to.listed(at.it.collects), spare=True),
    written("risk", N_("Risk"), lambda at: at.it.risk, spare=True),
    Column("notes", N_("Notes"), lambda at, to: "\n".join(at.it.notes), width=WIDE, spare=True),
    Column("goal_id", N_("Id of the goal"), lambda at, to: at.goal, width=16),
)
