"""A round's comments and their answers as a report: one table, for whoever decides and for the file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from facilitation.plans.differences import name_of
from facilitation.plans.events import Outcome
from facilitation.plans.lines import Line, goal_of, line_in
from facilitation.plans.parts import Comment
from facilitation.plans.state import Life
from facilitation.report.blocks import Column, Headline, Report, Section, Table
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Goal, Plan
from facilitation.words import N_

OUTCOMES: Mapping[Outcome, str] = {
    "taken": N_("Taken in"),
    "partly": N_("Taken in partly"),
    "not_taken": N_("Not taken in"),
}


def commented(whole: Report, life: Life, names: Mapping[str, str], to: Reader) -> Report:
    """`whole` is the plan as a report, whose head and origin the table bears; `names`: who commented, by id."""
    title = to.words(N_("Comments and answers"))
    section = Section(title, (Headline(finding(life, to), title), table(life, names, to)))
    subtitle = "\n".join((*whole.subtitle.split("\n")[:1], title))
    return replace(whole, subtitle=subtitle, sections=(section,), sheets=(), entries=())


def finding(life: Life, to: Reader) -> str:
    answered = sum(bool(each.answer or each.outcome) for each in life.comments.values())
    if len(life.comments) == 1:
        return to.words(N_("One comment, answered") if answered else N_("One comment, not answered yet"))
    if not answered:
        return to.words(N_("%(count)s comments, none of them answered yet"), count=len(life.comments))
    one = N_("%(count)s comments, of which one is answered")
    many = N_("%(count)s comments, of which %(answered)s are answered")
    return to.words(one if answered == 1 else many, count=len(life.comments), answered=answered)


def table(life: Life, names: Mapping[str, str], to: Reader) -> Table:
    columns = (
        Column(to.words(N_("Concerns")), 2),
        Column(to.words(N_("Who")), 1.6),
        Column(to.words(N_("Comment")), 4),
        Column(to.words(N_("Answer")), 4),
    )
    comments = sorted(life.comments.values(), key=lambda each: each.round)
    rows = tuple(tuple(row(life, each, names, to)) for each in comments)
    return Table(to.words(N_("Comments and answers")), columns, rows)


def row(life: Life, comment: Comment, names: Mapping[str, str], to: Reader) -> Iterator[Words]:
    version = life.version(life.rounds[comment.round - 1].version)
    plan = version.plan if version else life.plan
    line = line_in(plan, comment.about)
    yield called(plan, line, to) if line else NONE
    yield to.theirs(names.get(comment.by, "")) if names.get(comment.by) else NONE
    yield Words(comment.text, comment.language, theirs=True)
    outcome = to.words(OUTCOMES[comment.outcome]) if comment.outcome else ""
    yield Words(". ".join(filter(None, (outcome, comment.answer))))


def called(plan: Plan, line: Line, to: Reader) -> Words:
    """Goal 2; a metric of it by its name."""
    if isinstance(line, Plan):
        return to.line(N_("The plan as a whole"))
    goal = line if isinstance(line, Goal) else goal_of(plan, line.id)
    number = next((at for at, each in enumerate(plan.goals, 1) if goal and each.id == goal.id), None)
    above = to.words(N_("Goal %(number)s"), number=number) if number else ""
    name = "" if isinstance(line, Goal) else to.plain(name_of(line))
    return Words(": ".join(filter(None, (above, name))))
